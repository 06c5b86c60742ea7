import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import { formatPath } from '../../core/position.ts'
import type { Files } from '../../core/ports.ts'
import { decodeText } from '../../core/text.ts'
import { UserError, userError } from '../../core/user-error.ts'
import { type ResumeDocument, resumeSchema } from '../../resume/schema.ts'
import { workspaceCodes } from './codes.ts'
import { joinPath, parentOf, POSTINGS_FOLDER, RESUME_FILE, WORKSPACE_FILE } from './paths.ts'
import { normaliseConfig, type WorkspaceConfig, workspaceSchema } from './schema.ts'
import { validateYaml } from './validate.ts'
import { readYaml, spread, type YamlSource } from './yaml-source.ts'

/** No YAML file of a workspace is larger. */
const MAX_TEXT_BYTES = 2 * 1024 * 1024

const POSTING_FILE = /\.(?:md|txt|html?)$/i

/** A workspace as it stands on disk. What is wrong with it is in `findings`, what cannot be used is null. */
export interface Workspace {
  /** Its folder. */
  readonly root: string
  readonly config: WorkspaceConfig | null
  readonly configSource: YamlSource
  readonly resume: ResumeDocument | null
  /** Null when there is no resume.yaml. */
  readonly resumeSource: YamlSource | null
  /** Paths of postings from the root: `postings/acme.md`, sorted. */
  readonly postings: readonly string[]
  readonly findings: readonly Finding[]
}

/** A workspace whose settings are in order. */
export interface ConfiguredWorkspace extends Workspace {
  readonly config: WorkspaceConfig
}

/** The nearest folder, from `startDir` (absolute) upwards, that holds a bonafide.yaml; null when there is none. */
export async function findWorkspace(startDir: string, files: Files): Promise<string | null> {
  for (let folder: string | null = startDir; folder !== null; folder = parentOf(folder)) {
    if (await files.exists(joinPath(folder, WORKSPACE_FILE))) return folder
  }
  return null
}

/**
 * Loads the workspace in a folder. Throws a `UserError` when it is none, or when a file cannot be read as text;
 * everything else that is wrong is a finding.
 */
export async function loadWorkspace(root: string, ports: { readonly files: Files }): Promise<Workspace> {
  const { files } = ports
  if (!(await files.exists(joinPath(root, WORKSPACE_FILE)))) {
    throw userError(workspaceCodes, 'WSP001', `There is no ${WORKSPACE_FILE} in ${root}.`)
  }
  const configSource = await readSource(root, WORKSPACE_FILE, files)
  const config = readConfig(configSource)
  const hasResume = await files.exists(joinPath(root, RESUME_FILE))
  const resumeSource = hasResume ? await readSource(root, RESUME_FILE, files) : null
  const resume = resumeSource === null ? missingResume() : readResume(resumeSource)
  const names = await files.list(joinPath(root, POSTINGS_FOLDER))
  return {
    root,
    config: config.value,
    configSource,
    resume: resume.value,
    resumeSource,
    postings: names.filter((name) => POSTING_FILE.test(name)).map((name) => joinPath(POSTINGS_FOLDER, name)),
    findings: [...config.findings, ...resume.findings],
  }
}

/** The workspace with its settings, for commands that cannot do without. Throws a `UserError` at the first fault. */
export function requireConfig(workspace: Workspace): ConfiguredWorkspace {
  const { config } = workspace
  if (config !== null) return { ...workspace, config }
  throw unusable(workspace, WORKSPACE_FILE)
}

/** The checked résumé, for commands that cannot do without. Throws a `UserError` at its first fault. */
export function requireResume(workspace: Workspace): {
  readonly document: ResumeDocument
  readonly source: YamlSource
} {
  const { resume, resumeSource } = workspace
  if (resume !== null && resumeSource !== null) return { document: resume, source: resumeSource }
  throw unusable(workspace, RESUME_FILE)
}

function unusable(workspace: Workspace, file: string): UserError {
  const faults = workspace.findings.filter(
    (finding) => finding.severity === 'error' && finding.position?.file === file,
  )
  const [first] = faults
  if (first === undefined) throw new Error(`${file} could not be used, and no finding says why`)
  const { line, column } = first.position ?? {}
  const place = line === null || line === undefined ? file : `${file}:${line}:${column ?? 1}`
  const more = faults.length === 1 ? '' : ` (and ${faults.length - 1} more)`
  // A missing or empty file has its own code and next step; for faults inside, the place says more.
  if (first.code === 'WSP006' || first.code === 'WSP007') {
    return new UserError(first.code, first.message, { help: first.help ?? '', position: first.position })
  }
  return userError(workspaceCodes, 'WSP009', `${place}: ${first.message}${more}`, {
    position: first.position,
  })
}

async function readSource(root: string, file: string, files: Files): Promise<YamlSource> {
  const bytes = await files.read(joinPath(root, file), { maxBytes: MAX_TEXT_BYTES })
  return readYaml(decodeText(bytes, file), file)
}

interface Checked<Value> {
  readonly value: Value | null
  readonly findings: readonly Finding[]
}

/** Reads the settings of a `bonafide.yaml`. */
export function readConfig(source: YamlSource): Checked<WorkspaceConfig> {
  if (hasErrors(source.findings)) return { value: null, findings: source.findings }
  const { value, findings } = validateYaml(workspaceSchema, source, { value: source.value ?? {} })
  const all = [...source.findings, ...findings]
  if (value === null) return { value: null, findings: all }
  const twice = repeatedSources(normaliseConfig(value), source)
  return { value: twice.length > 0 ? null : normaliseConfig(value), findings: [...all, ...twice] }
}

function repeatedSources(config: WorkspaceConfig, source: YamlSource): readonly Finding[] {
  const seen = new Set<string>()
  return config.sources.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const place = spread(source.place([...path, 'id']))
    const message = `${formatPath(path)}: another source has the id “${id}” too.`
    return [findingOf(workspaceCodes, 'WSP008', { ...place, path: [...path, 'id'], message })]
  })
}

/** Reads a `resume.yaml`. */
export function readResume(source: YamlSource): Checked<ResumeDocument> {
  if (hasErrors(source.findings)) return { value: null, findings: source.findings }
  if (source.value === null) {
    const position = { file: source.file, line: 1, column: 1 }
    return {
      value: null,
      findings: [findingOf(workspaceCodes, 'WSP007', { message: `${source.file} is empty.`, position })],
    }
  }
  const { value, findings } = validateYaml(resumeSchema, source)
  return { value, findings: [...source.findings, ...findings] }
}

function missingResume(): Checked<ResumeDocument> {
  const position = { file: RESUME_FILE, line: null, column: null }
  const message = `The workspace has no ${RESUME_FILE}.`
  return { value: null, findings: [findingOf(workspaceCodes, 'WSP006', { message, position })] }
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error')
}
