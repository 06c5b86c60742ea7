import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const RESUME = `basics:
  name: Ilse Varga
  label: Backend Developer
  email: ilse@varga.example
work:
  - name: Tern Ferries
    position: Backend Developer
    startDate: 2024-02
    highlights:
      - Built the booking service in TypeScript with Redis for holds
      - Cut the search's p95 latency by 40 %
      - Responsible for the timetable import
skills:
  - name: Tools
    keywords: [TypeScript, Redis]
`

const BOOKING = `---
title: Backend Developer
company: Harbour Booking
---
# Backend Developer

## Requirements

- TypeScript
- Redis
- Kafka
- PostgreSQL

## Nice to have

- Kubernetes
`

const PLATFORM = `---
title: Platform Engineer
company: Quayside
---
# Platform Engineer

## Requirements

- Kubernetes
- Terraform
- Redis
`

const CONFIG = `identity:
  name: Ilse Varga
  emails: [ilse@varga.example]
`

const SOURCE = `sources:
  - id: booking
    connector: git
    path: repositories/booking
`

/** The best match, so the page opens with it. */
export const BOOKING_FILE = 'postings/booking.md'
export const PLATFORM_FILE = 'postings/platform.md'

/** A workspace of an invented person: two postings and a repository that shows what one of them asks for. */
export function makeWorkspace(): string {
  const root = mkdtempSync(join(tmpdir(), 'bonafide-web-'))
  put(root, 'bonafide.yaml', CONFIG + SOURCE)
  put(root, 'resume.yaml', RESUME)
  put(root, BOOKING_FILE, BOOKING)
  put(root, PLATFORM_FILE, PLATFORM)
  makeRepository(join(root, 'repositories', 'booking'))
  return root
}

/** A workspace as it is at first: a résumé, and nothing else. */
export function makeBareWorkspace(): string {
  const root = mkdtempSync(join(tmpdir(), 'bonafide-bare-'))
  put(root, 'bonafide.yaml', CONFIG)
  put(root, 'resume.yaml', RESUME)
  return root
}

/** The résumé of both, so that a test can break it and mend it. */
export { RESUME }

/** Writes a file below a folder. */
export function put(root: string, file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), content)
}

function makeRepository(folder: string): void {
  mkdirSync(folder, { recursive: true })
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  const packageJson = { name: 'booking', dependencies: { ioredis: '^5.4.1', kafkajs: '^2.2.4' } }
  commit(folder, '2025-02-03', { 'src/booking.ts': 'export const seats = 40\n' })
  commit(folder, '2025-05-12', { 'package.json': JSON.stringify(packageJson, null, 2) })
  commit(folder, '2025-11-20', {
    'src/holds.ts': 'export const minutes = 10\n',
    'src/booking.ts': 'export const seats = 44\n',
  })
}

function commit(folder: string, day: string, files: Readonly<Record<string, string>>): void {
  for (const [file, content] of Object.entries(files)) put(folder, file, content)
  git(folder, ['add', '.'])
  const at = `${day}T10:00:00Z`
  git(folder, ['commit', '--quiet', '--message', 'Work on bookings'], {
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_DATE: at,
  })
}

function git(cwd: string, args: readonly string[], dates: Readonly<Record<string, string>> = {}): void {
  const who = {
    GIT_AUTHOR_NAME: 'Ilse Varga',
    GIT_AUTHOR_EMAIL: 'ilse@varga.example',
    GIT_COMMITTER_NAME: 'Ilse Varga',
    GIT_COMMITTER_EMAIL: 'ilse@varga.example',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  }
  execFileSync('git', args, { cwd, env: { PATH: process.env['PATH'], ...who, ...dates } })
}
