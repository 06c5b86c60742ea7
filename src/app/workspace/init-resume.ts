import { Document, isCollection, isPair, isScalar, type Node, visit } from 'yaml'
import { type DocumentPath, formatPath, type Position } from '../../core/position.ts'
import type { ImportedField, ImportedResume } from '../../resume/importer.ts'
import { schemaComment } from './json-schemas.ts'

/** Below this, the user is asked to look. */
const LOW_CONFIDENCE = 0.6

const WRITING = { lineWidth: 0, flowCollectionPadding: false } as const

const SECTIONS: Readonly<Record<string, string>> = {
  basics: 'Who you are, and how to reach you.',
  work: 'Jobs, newest first. Several roles in one company: write them under `roles`.',
  volunteer: 'Unpaid work, in the shape of a job.',
  education: 'Schools and degrees, newest first.',
  skills: 'Groups of skills; each keyword is matched with postings.',
  projects: 'What you built beside your jobs.',
  certificates: 'Certificates, newest first.',
  languages: 'Languages that you speak.',
}

/**
 * Writes an imported résumé as YAML to be read and edited: sections with a line on what they are for, a comment at
 * each value that was read with low confidence, and at the end, as comments, the lines that found no place.
 */
export function writeImportedResume(imported: ImportedResume): string {
  const document = new Document(imported.document)
  styleTexts(document)
  headSections(document)
  for (const field of imported.fields) if (field.confidence < LOW_CONFIDENCE) markUnsure(document, field)
  const body = imported.fields.length === 0 && isEmpty(imported) ? skeletonBody() : document.toString(WRITING)
  return `${schemaComment('resume')}\n\n${body}${unplacedComment(imported)}`
}

/** A `resume.yaml` to start from: every line that needs writing is there as a comment. */
export function writeResumeSkeleton(identity: {
  readonly name: string | null
  readonly email: string | null
}): string {
  const { name, email } = identity
  const basics = { ...(name === null ? {} : { name }), ...(email === null ? {} : { email }) }
  const written =
    Object.keys(basics).length === 0 ? 'basics: {}\n' : new Document({ basics }).toString(WRITING)
  return `${schemaComment('resume')}\n\n# ${SECTIONS['basics']}\n${written}${EXAMPLE}`
}

function skeletonBody(): string {
  return `basics: {}\n${EXAMPLE}`
}

const EXAMPLE = `#  label: Backend Developer
#  location: { city: Brno, countryCode: CZ }

# Jobs, newest first. Remove the # and write your own.
# work:
#   - name: Company
#     position: Backend Developer
#     startDate: 2022-03
#     highlights:
#       - What you did, and what it changed.

# skills:
#   - name: Backend
#     keywords: [PostgreSQL, Go]
`

function isEmpty(imported: ImportedResume): boolean {
  return Object.keys(imported.document).length === 0
}

/** Short lists of plain words read best on one line. */
function styleTexts(document: Document): void {
  visit(document, {
    Pair(_, pair) {
      if (!isScalar(pair.key) || pair.key.value !== 'keywords' || !isCollection(pair.value)) return
      pair.value.flow = true
    },
  })
}

function headSections(document: Document): void {
  if (!isCollection(document.contents)) return
  for (const [index, pair] of document.contents.items.entries()) {
    if (!isPair(pair) || !isScalar(pair.key)) continue
    const about = SECTIONS[String(pair.key.value)]
    if (about !== undefined) pair.key.commentBefore = ` ${about}`
    if (index > 0) pair.key.spaceBefore = true
  }
}

/** The comment stands beside the value, or above where the value runs over several lines. */
function markUnsure(document: Document, field: ImportedField): void {
  const node = document.getIn(field.path, true) as Node | undefined
  if (node === undefined || node === null) return
  const comment = ` please check: read with low confidence${fromWhere(field.position)}`
  if (isScalar(node) && !/\n/.test(String(node.value))) node.comment = comment
  else noteAbove(document, field.path, comment)
}

function noteAbove(document: Document, path: DocumentPath, comment: string): void {
  const parent = document.getIn(path.slice(0, -1), true)
  const last = path.at(-1)
  if (!isCollection(parent)) return
  const entry =
    typeof last === 'number'
      ? parent.items[last]
      : parent.items.find((item) => isPair(item) && String(item.key) === last)
  const target = (isPair(entry) ? entry.key : entry) as Node | undefined
  if (target === undefined) return
  target.commentBefore = [target.commentBefore, comment].filter(Boolean).join('\n')
}

function fromWhere(position: Position | null): string {
  if (position === null) return ''
  if (position.page !== undefined) return ` from page ${position.page}`
  return position.line === null ? '' : ` from line ${position.line}`
}

function unplacedComment(imported: ImportedResume): string {
  if (imported.unplaced.length === 0) return ''
  const lines = imported.unplaced.map(({ text, position }) => {
    const where = fromWhere(position).replace(' from ', '')
    return `#   ${text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, ' ')}${where === '' ? '' : `   (${where})`}`
  })
  return `\n# These lines were read too, but found no place above. Move what matters, then remove them.\n${lines.join('\n')}\n`
}

/** Paths of the fields that carry a comment, for the message of what to look at. */
export function unsurePaths(imported: ImportedResume): readonly string[] {
  return imported.fields
    .filter(({ confidence }) => confidence < LOW_CONFIDENCE)
    .map(({ path }) => formatPath(path))
}
