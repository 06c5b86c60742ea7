/** Files and folders of a workspace, relative to its root. */
export const WORKSPACE_FILE = 'bonafide.yaml'
export const RESUME_FILE = 'resume.yaml'
export const POSTINGS_FOLDER = 'postings'
export const EVIDENCE_FOLDER = 'evidence'
export const SCHEMAS_FOLDER = '.bonafide/schemas'
export const CACHE_FOLDER = 'out/cache'

/** Joins parts of a path with `/`, which Node takes on every system. An absolute part starts anew. */
export function joinPath(...parts: readonly string[]): string {
  return parts.reduce((left, right) => {
    if (left === '' || isAbsolute(right)) return right
    return right === '' ? left : `${left.replace(/[/\\]+$/, '') || '/'}/${right}`.replace(/^\/\/+/, '/')
  }, '')
}

/** Whether the path starts at a root: `/…`, `C:\…`. */
export function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path)
}

/** The folder that holds the path; null for a root. */
export function parentOf(path: string): string | null {
  const trimmed = path.replace(/[/\\]+$/, '')
  if (trimmed === '' || /^[A-Za-z]:$/.test(trimmed)) return null
  const cut = Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\'))
  if (cut === -1) return null
  if (cut === 0) return trimmed.slice(0, 1)
  return /^[A-Za-z]:$/.test(trimmed.slice(0, cut)) ? trimmed.slice(0, cut + 1) : trimmed.slice(0, cut)
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.replace(/[/\\]+$/, '').replace(/^.*[/\\]/s, '')
}

/** The file that stands for the right to change another, below the root. */
export function lockFileOf(root: string, file: string): string {
  return joinPath(root, '.bonafide/locks', `${file.replaceAll(/[/\\]/g, '_')}.lock`)
}
