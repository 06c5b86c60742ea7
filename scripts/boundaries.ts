import { filesBelow, readTool } from './tools.ts'

interface CruiseResult {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly {
      readonly from: string
      readonly to: string
      readonly rule: { readonly name: string; readonly severity: string }
    }[]
    readonly ruleSetUsed?: {
      readonly forbidden?: readonly { readonly name: string; readonly comment?: string }[]
    }
  }
}

/** What the boundary check saw. */
export interface BoundaryReport {
  /** Source files that were never looked at: must be empty, or a green result means nothing. */
  readonly unseen: readonly string[]
  readonly cruised: number
  readonly violations: readonly string[]
}

/**
 * Checks the dependency rule of docs/architecture.md. dependency-cruiser reports success when its compiler is missing
 * and it saw no module at all, so every source file is compared with what was cruised.
 */
export function checkBoundaries(folder = 'src'): BoundaryReport {
  const { stdout, stderr } = readTool('dependency-cruiser/bin/dependency-cruiser.mjs', [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    folder,
  ])
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser gave no result: ${stderr}`)
  const result = JSON.parse(stdout) as CruiseResult
  const seen = new Set(result.modules.map((module) => module.source))
  const comments = new Map(
    (result.summary.ruleSetUsed?.forbidden ?? []).map((rule) => [rule.name, rule.comment ?? '']),
  )
  return {
    unseen: filesBelow(folder, '.ts').filter((file) => !seen.has(file)),
    cruised: result.summary.totalCruised,
    violations: result.summary.violations.map(
      ({ from, to, rule }) => `${rule.name}: ${from} → ${to}. ${comments.get(rule.name) ?? ''}`,
    ),
  }
}
