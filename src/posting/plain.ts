import { isMap, isScalar, parseDocument } from 'yaml'
import { findingOf } from '../core/codes.ts'
import type { Finding } from '../core/finding.ts'
import { codes } from './codes.ts'
import type { Line, PostingDocument, StatedFields } from './document.ts'
import { NOTHING_STATED, trimSpan } from './document.ts'
import type { Stated } from './model.ts'

const ITEM = /^\s*(?:[-*+•●▪◦‣·–—✓✔➤►»]|\d{1,2}[.)])\s+/
const HEADING = /^ {0,3}(#{1,6})\s+/
const STRONG = /^\s*(?:\*\*|__)(.+?)(?:\*\*|__)\s*:?\s*$/
const UNDERLINE = /^ {0,3}(?:=+|-{3,})\s*$/
const RULE = /^\s*(?:[-*_=]\s*){3,}$/
const FENCE = /^\s*(?:`{3,}|~{3,})[^`]*$/
const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m

/** Reads text or Markdown (https://spec.commonmark.org), with YAML front matter where there is one. */
export function parsePlain(text: string, file: string): PostingDocument {
  const front = text.startsWith('---') ? FRONT_MATTER.exec(text) : null
  const matter =
    front === null || front.index !== 0
      ? { stated: NOTHING_STATED, findings: [], end: 0 }
      : { ...readFrontMatter(front[1] ?? '', text.indexOf('\n') + 1, file), end: front[0].length }
  return { text, lines: parseLines(text, matter.end), stated: matter.stated, findings: matter.findings }
}

function parseLines(text: string, from: number): readonly Line[] {
  const lines: Line[] = []
  for (const match of text.slice(from).matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    const raw = match[0].replace(/[\r\n]+$/, '')
    const start = from + match.index
    if (raw.trim() === '' || FENCE.test(raw)) continue
    const last = lines.at(-1)
    if (
      UNDERLINE.test(raw) &&
      last !== undefined &&
      last.kind === 'text' &&
      touches(text, last.span.end, start)
    ) {
      lines[lines.length - 1] = { ...last, kind: 'heading', level: raw.trim().startsWith('=') ? 1 : 2 }
      continue
    }
    if (RULE.test(raw)) continue
    const line = parseLine(text, raw, start)
    if (line !== null) lines.push(line)
  }
  return lines
}

function parseLine(text: string, raw: string, start: number): Line | null {
  const heading = HEADING.exec(raw)
  const marker = heading ?? ITEM.exec(raw)
  const quote = marker === null ? (/^\s*>\s?/.exec(raw)?.[0].length ?? 0) : marker[0].length
  const closed = heading === null ? raw : raw.trimEnd().replace(/(?<=\s)#+$/, '')
  const strong = heading === null && marker === null && raw.length < 300 ? STRONG.exec(raw) : null
  const span =
    strong === null
      ? trimSpan(text, start + quote, start + closed.length)
      : trimSpan(
          text,
          start + raw.indexOf(strong[1] ?? ''),
          start + raw.indexOf(strong[1] ?? '') + (strong[1] ?? '').length,
        )
  if (span === null) return null
  if (heading !== null) return { kind: 'heading', span, level: (heading[1] ?? '').length }
  if (strong !== null) return { kind: 'strong', span, level: 7 }
  return { kind: marker === null ? 'text' : 'item', span, level: 7 }
}

function touches(text: string, end: number, start: number): boolean {
  return (text.slice(end, start).match(/\n|\r(?!\n)/g) ?? []).length === 1
}

function readFrontMatter(
  source: string,
  offset: number,
  file: string,
): { readonly stated: StatedFields; readonly findings: readonly Finding[] } {
  const document = parseDocument(source)
  const finding = (message: string): Finding =>
    findingOf(codes, 'PST006', { message, position: { file, line: 1, column: 1 } })
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) {
    return {
      stated: NOTHING_STATED,
      findings: [finding(`The front matter of ${file} is not a YAML mapping.`)],
    }
  }
  const findings: Finding[] = []
  const field = (...names: readonly string[]): Stated<string> | null => {
    for (const name of names) {
      const node = document.get(name, true)
      if (node === undefined || node === null) continue
      const value: unknown = isScalar(node) ? node.value : node
      if (value === null) continue
      const raw = isScalar(node) && node.range ? source.slice(node.range[0], node.range[1]) : ''
      if (typeof value !== 'string' || !raw.includes(value)) {
        findings.push(
          finding(`The field '${name}' in the front matter of ${file} is no plain text on one line.`),
        )
        continue
      }
      if (value.trim() === '' || !isScalar(node) || !node.range) continue
      const start = offset + node.range[0] + raw.indexOf(value)
      return { value, span: { start, end: start + value.length } }
    }
    return null
  }
  const stated: StatedFields = {
    ...NOTHING_STATED,
    title: field('title', 'role', 'position'),
    company: field('company', 'employer'),
    place: field('place', 'location'),
    link: field('link', 'url')?.value ?? null,
    stage: field('stage', 'status')?.value ?? null,
  }
  return { stated, findings }
}
