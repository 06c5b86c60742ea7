import { Document } from 'yaml'
import type { Connector } from '../../core/connector.ts'
import type { Json } from '../../core/json.ts'
import type { Files, Processes } from '../../core/ports.ts'
import { UserError, userError } from '../../core/user-error.ts'
import type { ImportedResume } from '../../resume/importer.ts'
import { workspaceCodes } from './codes.ts'
import { unsurePaths, writeImportedResume, writeResumeSkeleton } from './init-resume.ts'
import { schemaComment, workspaceJsonSchemas } from './json-schemas.ts'
import {
  baseName,
  isAbsolute,
  joinPath,
  POSTINGS_FOLDER,
  RESUME_FILE,
  SCHEMAS_FOLDER,
  WORKSPACE_FILE,
} from './paths.ts'

const MAX_REPLACED_BYTES = 64 * 1024 * 1024

export interface InitOptions {
  /** The folder of the new workspace; made when missing. */
  readonly dir: string
  /** An old résumé that was read. */
  readonly from?: ImportedResume
  /** Repositories to collect from, as they shall stand in bonafide.yaml: absolute, or relative to the workspace. */
  readonly repositories?: readonly string[]
  /** Postings to keep; `file` is the name (or path) that they came with. */
  readonly postings?: readonly { readonly file: string; readonly bytes: Uint8Array }[]
  /** Whether existing files are replaced; each is kept beside itself as `.bak`. */
  readonly force?: boolean
  /** For the schemas, so that editors complete the options of sources. */
  readonly connectors?: readonly Connector[]
  readonly ports: { readonly files: Files; readonly processes: Processes }
}

export interface InitResult {
  /** Paths from the workspace, in order of writing. */
  readonly written: readonly string[]
  /** Copies of what was replaced. */
  readonly backups: readonly string[]
  /** Ids of the sources that were set up. */
  readonly sources: readonly string[]
  /** What to do now, one sentence each. */
  readonly next: readonly string[]
}

/**
 * Makes a workspace. Without `force`, throws a `UserError` that names the files in the way before anything is written.
 * The identity is that of `git config`, checked by the user afterwards.
 */
export async function initWorkspace(options: InitOptions): Promise<InitResult> {
  const { dir, ports, from } = options
  const identity = await guessIdentity(options)
  const sources = sourcesOf(options.repositories ?? [])
  const resume = from === undefined ? writeResumeSkeleton(identity) : writeImportedResume(from)
  const postings = (options.postings ?? []).map(({ file, bytes }) => [postingPath(file), bytes] as const)
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    [WORKSPACE_FILE, writeConfig(identity, sources)],
    [RESUME_FILE, resume],
    ...postings,
  ]
  requireDistinct(postings.map(([path]) => path))
  if (options.force !== true)
    await requireFree(
      dir,
      files.map(([path]) => path),
      ports.files,
    )
  const backups: string[] = []
  for (const [path, content] of files) {
    const backup = await place(joinPath(dir, path), content, options.force === true, ports.files)
    if (backup !== null) backups.push(joinPath(path.slice(0, -baseName(path).length), baseName(backup)))
  }
  // Ours to write anew at any time, and no loss where the user has rules of their own.
  await writeSchemas(dir, ports.files, options.connectors ?? [])
  const ignored = await ignoreOutput(dir, ports.files)
  const schemas = workspaceJsonSchemas().map(({ name }) => joinPath(SCHEMAS_FOLDER, name))
  return {
    written: [...files.map(([path]) => path), ...schemas, ...(ignored ? ['.gitignore'] : [])],
    backups,
    sources: sources.map(({ id }) => id),
    next: nextSteps(options, identity, sources.length > 0),
  }
}

/** Writes the JSON Schemas of the files, for editors, below the workspace's own folder. */
async function writeSchemas(dir: string, files: Files, connectors: readonly Connector[]): Promise<void> {
  await files.mkdir(joinPath(dir, SCHEMAS_FOLDER))
  for (const { name, content } of workspaceJsonSchemas(connectors)) {
    await files.writeAtomic(joinPath(dir, SCHEMAS_FOLDER, name), content)
  }
}

interface GuessedIdentity {
  readonly name: string | null
  readonly email: string | null
  readonly emails: readonly string[]
  /** Addresses that git commits with under another name than the résumé's: perhaps somebody else's. */
  readonly doubtful: readonly { readonly email: string; readonly name: string }[]
}

/** The name and e-mail that git commits with here and in each repository, and those of the old résumé. */
async function guessIdentity({ dir, from, repositories = [], ports }: InitOptions): Promise<GuessedIdentity> {
  const folders = repositories.map((path) => (isAbsolute(path) ? path : joinPath(dir, path)))
  const ask = async (key: string): Promise<readonly string[]> => {
    const answers = [await gitConfig(ports.processes, key, null)]
    for (const folder of folders) answers.push(await gitConfig(ports.processes, key, folder))
    return answers.filter((answer) => answer !== '')
  }
  const names = await ask('user.name')
  const emails = (await ask('user.email')).map((email) => email.toLowerCase())
  const basics = from?.document.basics
  const [gitName = ''] = names
  const sure = basics?.name === undefined || gitName === '' || sharesWord(basics.name, gitName)
  const own = basics?.email === undefined ? [] : [basics.email.toLowerCase()]
  const known = [...(sure ? emails : []), ...own]
  return {
    name: basics?.name ?? names[0] ?? null,
    email: basics?.email ?? emails[0] ?? null,
    emails: [...new Set(known)],
    doubtful: sure
      ? []
      : [...new Set(emails)]
          .filter((email) => !own.includes(email))
          .map((email) => ({ email, name: gitName })),
  }
}

function sharesWord(a: string, b: string): boolean {
  const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/\p{L}{2,}/gu) ?? []
  const words = new Set(wordsOf(a))
  return wordsOf(b).some((word) => words.has(word))
}

async function gitConfig(processes: Processes, key: string, folder: string | null): Promise<string> {
  const at = folder === null ? ['--global'] : []
  const cwd = folder === null ? {} : { cwd: folder }
  try {
    const running = processes.start('git', ['config', ...at, '--get', key], cwd)
    const decoder = new TextDecoder()
    let output = ''
    for await (const chunk of running.stdout) output += decoder.decode(chunk, { stream: true })
    const { code } = await running.exit
    return code === 0 ? output.trim() : ''
  } catch {
    // Without git there is no guess; the user writes the identity.
    return ''
  }
}

interface NewSource {
  readonly id: string
  readonly path: string
}

/** Ids from the folders' names, made distinct and fit for file names. */
function sourcesOf(repositories: readonly string[]): readonly NewSource[] {
  const taken = new Set<string>()
  return repositories.map((path) => {
    const base = slug(baseName(path).replace(/\.git$/i, '')) || 'repository'
    let id = base
    for (let number = 2; taken.has(id); number++) id = `${base.slice(0, 58)}-${number}`
    taken.add(id)
    return { id, path }
  })
}

function slug(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain
    .replaceAll(/[^a-z0-9._-]+/g, '-')
    .slice(0, 62)
    .replaceAll(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
}

function writeConfig(identity: GuessedIdentity, sources: readonly NewSource[]): string {
  const name = identity.name === null ? '"" # please write your name' : inline(identity.name)
  const emails =
    identity.emails.length === 0
      ? '  # emails: [you@example.org]\n'
      : `  emails:\n${identity.emails.map((email) => `    - ${inline(email)}\n`).join('')}`
  const doubtful = identity.doubtful
    .map(
      ({ email, name: by }) =>
        `  # git commits here as ${inline(by)} <${email}>. If that is you, add the address above.\n`,
    )
    .join('')
  const list = sources.map(
    ({ id, path }) => `  - id: ${inline(id)}\n    connector: git\n    path: ${inline(path)}\n`,
  )
  const listed =
    list.length === 0
      ? '# sources:\n#   - id: shop-api\n#     connector: git\n#     path: ../shop-api\n'
      : `sources:\n${list.join('')}`
  return `${schemaComment('workspace')}

# You. Only commits under these names and addresses count as yours: add every address that you commit with.
identity:
  name: ${name}
${emails}${doubtful}  # aliases: [Other Spelling]
  # accounts: { github: you }

# Where your work is. What is read from a source is kept in evidence/<id>.jsonl.
${listed}
# The role that you want. \`bonafide guide\` shows what it asks for.
target:
  guide: backend-developer

# What receipts may show to others: private, interview or public (which shows least).
privacy:
  profile: public
`
}

/** A scalar on one line, quoted where YAML needs it. */
function inline(text: Json): string {
  return new Document(text).toString({ lineWidth: 0 }).trimEnd()
}

function postingPath(file: string): string {
  const name = baseName(file)
  const extension = /\.(md|txt|html?)$/i.exec(name)?.[1]?.toLowerCase()
  const stem = slug(extension === undefined ? name : name.slice(0, -extension.length - 1))
  if (stem === '') {
    throw userError(
      workspaceCodes,
      'WSP011',
      `The posting ${file} has no name that can stand in ${POSTINGS_FOLDER}/.`,
    )
  }
  return joinPath(POSTINGS_FOLDER, `${stem}.${extension ?? 'md'}`)
}

function requireDistinct(paths: readonly string[]): void {
  const twice = paths.find((path, index) => paths.indexOf(path) !== index)
  if (twice === undefined) return
  throw userError(workspaceCodes, 'WSP011', `Two postings would both be ${twice}.`, {
    help: 'Rename one of the two files.',
  })
}

async function requireFree(dir: string, paths: readonly string[], files: Files): Promise<void> {
  const taken: string[] = []
  for (const path of paths) if (await files.exists(joinPath(dir, path))) taken.push(path)
  if (taken.length === 0) return
  throw userError(workspaceCodes, 'WSP012', `${dir} holds ${taken.join(', ')} already; nothing was written.`)
}

/** Writes a file, never over one that came meanwhile. Gives back the path of the copy that was kept of an old one. */
async function place(
  path: string,
  content: string | Uint8Array,
  force: boolean,
  files: Files,
): Promise<string | null> {
  await files.mkdir(path.slice(0, -baseName(path).length))
  if (!force || !(await files.exists(path))) {
    await files.writeAtomic(path, content, { replaces: null })
    return null
  }
  const old = await files.read(path, { maxBytes: MAX_REPLACED_BYTES })
  const backup = await keepCopy(path, old, files)
  await files.writeAtomic(path, content, { replaces: old })
  return backup
}

async function keepCopy(path: string, bytes: Uint8Array, files: Files): Promise<string> {
  for (let number = 1; ; number++) {
    const backup = number === 1 ? `${path}.bak` : `${path}.bak${number}`
    if (await files.exists(backup)) continue
    await files.writeAtomic(backup, bytes, { replaces: null })
    return backup
  }
}

/** Keeps what can be built again out of git; a .gitignore that is there already is the user's. */
async function ignoreOutput(dir: string, files: Files): Promise<boolean> {
  const path = joinPath(dir, '.gitignore')
  if (await files.exists(path)) return false
  try {
    await files.writeAtomic(path, 'out/\n.bonafide/locks/\n', { replaces: null })
    return true
  } catch (error) {
    if (error instanceof UserError && error.code === 'FIL010') return false
    throw error
  }
}

function nextSteps(options: InitOptions, identity: GuessedIdentity, hasSources: boolean): readonly string[] {
  const unsure = options.from === undefined ? [] : unsurePaths(options.from)
  const lines = [
    identity.name === null
      ? `Write your name and e-mail addresses into ${WORKSPACE_FILE}.`
      : `Check your identity in ${WORKSPACE_FILE}: only commits under these names and addresses count as yours.`,
  ]
  if (options.from === undefined) lines.push(`Write your jobs into ${RESUME_FILE}.`)
  else if (unsure.length > 0)
    lines.push(
      unsure.length === 1
        ? `Look at the place of ${RESUME_FILE} marked “please check”.`
        : `Look at the ${unsure.length} places of ${RESUME_FILE} marked “please check”.`,
    )
  if (hasSources) lines.push('Run `bonafide collect` to read your work.')
  else lines.push(`Name a repository under sources in ${WORKSPACE_FILE}, then run \`bonafide collect\`.`)
  if ((options.postings ?? []).length === 0) lines.push(`Put a job posting into ${POSTINGS_FOLDER}/.`)
  lines.push(
    'Run `bonafide check` to see what is wrong, and what your work shows but the résumé does not say.',
  )
  return lines
}
