import type { DefaultTreeAdapterTypes } from 'parse5'
import { parse } from 'parse5'
import { findingOf } from '../core/codes.ts'
import type { Finding } from '../core/finding.ts'
import { codes } from './codes.ts'
import type { Line, PostingDocument } from './document.ts'
import { trimSpan } from './document.ts'
import { findJobPosting, statedOf } from './job-posting.ts'

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document
type Element = DefaultTreeAdapterTypes.Element

const DROPPED = new Set(
  'script style noscript template svg nav footer head iframe object select button form dialog aside audio video canvas'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'address article blockquote br dd div dl dt fieldset figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td th thead tr ul body html'.split(
    ' ',
  ),
)

/** Whether a text is an HTML page rather than text or Markdown. */
export function looksLikeHtml(text: string, file: string): boolean {
  if (/\.x?html?$/i.test(file)) return true
  return /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype html|<html|<\?xml[^>]{0,200}>\s*<(?:!doctype )?html|<head|<body)/i.test(
    text,
  )
}

/**
 * Reads a saved page: its visible text by blocks and lists, and the schema.org JobPosting in it where present
 * (https://schema.org/JobPosting). The posting's text is the visible text, or the description of the structured data
 * where that says more; what is stated outright but not to be seen stands in lines before it.
 */
export function parseHtml(source: string, file: string): PostingDocument {
  const page = parse(source)
  const { posting, broken } = findJobPosting(scriptsOf(page))
  const visible = linesOf(page)
  const described = posting?.description == null ? [] : linesOf(parse(posting.description))
  const size = (lines: readonly RawLine[]): number => lines.reduce((sum, { text }) => sum + text.length, 0)
  const body = size(described) > size(visible) ? described : visible
  const { stated, before } = statedOf(posting, body.map(({ text }) => text).join('\n'))
  const { text, lines } = assemble([
    ...before.map((text): RawLine => ({ kind: 'text', level: 7, text })),
    ...body,
  ])
  const findings: readonly Finding[] = broken
    ? [
        findingOf(codes, 'PST007', {
          message: `${file} holds structured data that is not JSON.`,
          position: { file, line: null, column: null },
        }),
      ]
    : []
  return { text, lines, stated, findings }
}

interface RawLine {
  readonly kind: Line['kind']
  readonly level: number
  readonly text: string
}

function assemble(raw: readonly RawLine[]): { readonly text: string; readonly lines: readonly Line[] } {
  const lines: Line[] = []
  let text = ''
  for (const { kind, level, text: content } of raw) {
    const start = text.length
    text += `${content}\n`
    const span = trimSpan(text, start, text.length)
    if (span !== null) lines.push({ kind, level, span })
  }
  return { text, lines }
}

function linesOf(root: Node): readonly RawLine[] {
  const lines: RawLine[] = []
  let words = ''
  let bold = 0
  let plain = 0
  const flush = (kind: Line['kind'], level: number): void => {
    const text = words
      .replaceAll('\u00AD', '')
      .replaceAll(/[\s\u200B]+/g, ' ')
      .trim()
    const strong = kind === 'text' && bold > 0 && plain === 0
    words = ''
    bold = 0
    plain = 0
    if (text === '') return
    const marked = kind === 'text' ? /^[•●▪◦‣·–—✓✔➤►»-]\s+(.+)$/.exec(text) : null
    if (marked) lines.push({ kind: 'item', level, text: marked[1] ?? '' })
    else lines.push({ kind: strong ? 'strong' : kind, level, text })
  }
  const visit = (node: Node, kind: Line['kind'], level: number, strong: boolean): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      words += node.value
      if (strong) bold += node.value.trim().length
      else plain += node.value.replaceAll(/[\s:]/g, '').length
      return
    }
    if (!('childNodes' in node)) return
    const name = 'tagName' in node ? node.tagName : ''
    if (DROPPED.has(name) || ('attrs' in node && isHidden(node))) return
    const block = BLOCKS.has(name)
    const inner = kindOf(name, kind, level)
    if (block) flush(kind, level)
    for (const child of node.childNodes) {
      visit(child, inner.kind, inner.level, strong || name === 'b' || name === 'strong')
    }
    if (block) flush(inner.kind, inner.level)
  }
  visit(root, 'text', 7, false)
  flush('text', 7)
  return lines
}

function kindOf(
  name: string,
  kind: Line['kind'],
  level: number,
): { readonly kind: Line['kind']; readonly level: number } {
  const heading = /^h([1-6])$/.exec(name)
  if (heading) return { kind: 'heading', level: Number(heading[1]) }
  if (name === 'dt') return { kind: 'heading', level: 6 }
  if (name === 'li') return { kind: 'item', level: 7 }
  return { kind, level }
}

function isHidden(element: Element): boolean {
  const attribute = (name: string): string | undefined =>
    element.attrs.find((attribute) => attribute.name === name)?.value
  if (attribute('hidden') !== undefined || attribute('aria-hidden') === 'true') return true
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute('style') ?? '')) return true
  return /^(?:navigation|contentinfo|search|dialog)$/.test(attribute('role') ?? '')
}

function scriptsOf(root: Node): readonly string[] {
  const found: string[] = []
  const visit = (node: Node): void => {
    if (!('childNodes' in node)) return
    const data =
      'tagName' in node &&
      node.tagName === 'script' &&
      node.attrs.some(({ name, value }) => name === 'type' && /^application\/ld\+json/i.test(value.trim()))
    if (data) found.push(node.childNodes.map((child) => ('value' in child ? child.value : '')).join(''))
    for (const child of node.childNodes) visit(child)
  }
  visit(root)
  return found
}
