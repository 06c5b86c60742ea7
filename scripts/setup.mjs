// Plain JavaScript: it has to run on the Node that a machine comes with, from 18 on.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { NODE_MAJOR, findNode, lockedNode, lockedNodePath, root } from './find-node.mjs'

const say = (text) => process.stderr.write(`setup: ${text}\n`)

function fail(text) {
  say(text)
  process.exit(2)
}

/** The npm that started us, or the one on the path, as a command for `node`. */
function npm(node, args, options) {
  const script = process.env.npm_execpath
  const usable = script !== undefined && /npm-cli\.[cm]?js$/.test(script)
  const env = {
    ...process.env,
    PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  }
  // What the outer npm was told must not leak into the inner one.
  for (const name of Object.keys(env))
    if (
      /^npm_(config_(?!registry|userconfig|globalconfig|cache|proxy|https_proxy|cafile|nodedir)|package_|lifecycle_)/i.test(
        name,
      )
    )
      delete env[name]
  return usable
    ? spawnSync(node, [script, ...args], { cwd: root, env, ...options })
    : spawnSync('npm', args, { cwd: root, env, shell: process.platform === 'win32', ...options })
}

function ensureNode() {
  const found = findNode()
  if (found !== null) return found
  const locked = lockedNode()
  if (locked === undefined) {
    fail(
      `Node ${process.versions.node} is too old and no Node ${NODE_MAJOR} is packaged for ${process.platform}-${process.arch}. ` +
        `Install Node ${NODE_MAJOR} or newer with your system's package manager, then run this again.`,
    )
  }
  say(
    `Node ${process.versions.node} is older than ${NODE_MAJOR}; fetching ${locked.package}@${locked.version} into .tools/`,
  )
  const tools = join(root, '.tools')
  mkdirSync(tools, { recursive: true })
  const work = mkdtempSync(join(tools, 'fetch-'))
  try {
    const packed = npm(
      process.execPath,
      ['pack', `${locked.package}@${locked.version}`, '--pack-destination', work, '--silent'],
      {
        encoding: 'utf8',
      },
    )
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'))
    if (packed.status !== 0 || archive === undefined) {
      fail(
        `npm could not fetch ${locked.package}@${locked.version}. Check the connection and try again.\n${packed.stderr ?? ''}`,
      )
    }
    const bytes = readFileSync(join(work, archive))
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
    if (integrity !== locked.integrity) {
      fail(`${archive} is not what scripts/node-lock.json locks (${integrity}). Nothing was installed.`)
    }
    const untarred = spawnSync('tar', ['-xzf', archive], { cwd: work, stdio: 'inherit' })
    if (untarred.status !== 0) fail('tar could not unpack Node. Install tar and try again.')
    const target = join(tools, `node-${locked.version}`)
    rmSync(target, { recursive: true, force: true })
    mkdirSync(join(work, 'node'), { recursive: true })
    const binary = process.platform === 'win32' ? 'node.exe' : 'bin'
    const inPackage = join(work, 'package', process.platform === 'win32' ? 'bin/node.exe' : 'bin')
    cpSync(inPackage, join(work, 'node', binary), { recursive: true })
    renameSync(join(work, 'node'), target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return lockedNodePath(locked)
}

function hash(files) {
  const digest = createHash('sha256')
  for (const file of files)
    digest
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return digest.digest('hex')
}

function ensureModules(node) {
  const stamp = join(root, 'node_modules', '.bonafide-stamp')
  const wanted = hash(['package-lock.json', 'package.json', 'web/package.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('installing packages')
  // Not `npm ci`: it refuses a lock file without the entries of other platforms' binaries, which a registry that lacks
  // some of them cannot give. `--no-save` keeps to the lock file's versions and integrity, and leaves it as it is.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const installed = npm(node, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (installed.status !== 0) fail('npm install failed; what it said stands above.')
  writeFileSync(stamp, wanted)
}

function filesBelow(directory) {
  const names = readdirSync(join(root, directory)).toSorted?.() ?? readdirSync(join(root, directory)).sort()
  return names.flatMap((name) => {
    const path = `${directory}/${name}`
    return statSync(join(root, path)).isDirectory() ? filesBelow(path) : [path]
  })
}

function ensureWeb(node) {
  if (!existsSync(join(root, 'web/index.html'))) return
  // Beside the build, not in it: all of web/dist is published.
  const stamp = join(root, '.tools', 'web.stamp')
  const sources = [...filesBelow('web/src'), 'web/index.html', 'web/vite.config.ts', 'package-lock.json']
  const wanted = hash(sources)
  const built = existsSync(join(root, 'web/dist/index.html'))
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('building the page (vite)')
  const vite = spawnSync(node, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'web'),
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (vite.status !== 0) fail('vite could not build the page; what it said stands above.')
  writeFileSync(stamp, wanted)
}

function ensureSkills(node) {
  const stamp = join(root, '.tools', 'skills.stamp')
  const wanted = hash(filesBelow('data/skills'))
  if (
    existsSync(stamp) &&
    existsSync(join(root, '.tools/skills.json')) &&
    readFileSync(stamp, 'utf8') === wanted
  )
    return
  mkdirSync(join(root, '.tools'), { recursive: true })
  const compiled = spawnSync(node, [join(root, 'scripts/compile-skills.ts')], { cwd: root, stdio: 'inherit' })
  if (compiled.status !== 0) fail('the skill files could not be read; what is wrong stands above.')
  writeFileSync(stamp, wanted)
}

const SYSTEM = [
  { program: 'git', package: 'git', why: 'the git connector and its tests' },
  { program: 'chromium', package: 'chromium', why: 'the tests of the page' },
  { program: 'pdftotext', package: 'poppler-utils', why: 'a second reader of our PDFs in the tests' },
]

function has(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
}

/** What tests need from the system: installed where we may, named plainly where we may not. */
function ensureSystem() {
  let missing = SYSTEM.filter(({ program }) => !has(program))
  if (missing.length === 0) return
  const root = process.getuid?.() === 0
  if (root && has('apt-get')) {
    say(`installing ${missing.map((item) => item.package).join(', ')} with apt-get`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env })
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...missing.map((item) => item.package)],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env,
      },
    )
    missing = missing.filter(({ program }) => !has(program))
  }
  for (const item of missing) {
    say(
      `MISSING: ${item.program}, for ${item.why}. Install it (Debian: apt-get install ${item.package}); those tests fail until then.`,
    )
  }
}

/**
 * Makes the checkout ready and gives the path of the Node to run it with.
 * @param {{ web?: boolean, system?: boolean }} needs what beyond Node and the packages the task needs
 */
export function setup(needs) {
  const node = ensureNode()
  ensureModules(node)
  ensureSkills(node)
  if (needs.system) ensureSystem()
  if (needs.web) ensureWeb(node)
  return node
}
