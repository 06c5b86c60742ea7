import { z } from 'zod'
import type { Connector } from '../../core/connector.ts'
import { evidenceSchema } from '../../core/evidence.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import { resumeSchema } from '../../resume/schema.ts'
import { workspaceSchema } from './schema.ts'

/** JSON Schema as `z.toJSONSchema` writes it, as far as it is walked here. */
export interface SchemaNode {
  readonly type?: string
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly items?: SchemaNode
  readonly anyOf?: readonly SchemaNode[]
  readonly additionalProperties?: SchemaNode | boolean
}

/** What `workspaceJsonSchemas` needs of a connector. */
type ConnectorOptions = Pick<Connector, 'id' | 'options' | 'reads'>

/**
 * The JSON Schemas (draft 7, which editors know best) of the files that a person writes or reads. With connectors,
 * editors complete the options of each source. `name` is the file's name in data/schemas and `.bonafide/schemas`.
 */
export function workspaceJsonSchemas(
  connectors: readonly ConnectorOptions[] = [],
): readonly { readonly name: string; readonly content: string }[] {
  return [
    { name: 'workspace.schema.json', content: print(withConnectors(draft7(workspaceSchema), connectors)) },
    { name: 'resume.schema.json', content: print(draft7(resumeSchema)) },
    { name: 'evidence.schema.json', content: print(draft7(evidenceSchema)) },
  ]
}

/** The comment that tells editors which schema a file of the workspace follows. */
export function schemaComment(name: 'workspace' | 'resume'): string {
  return `# yaml-language-server: $schema=.bonafide/schemas/${name}.schema.json`
}

function draft7(schema: z.ZodType): JsonObject {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as JsonObject
}

function print(schema: Json): string {
  return `${JSON.stringify(schema, null, 2)}\n`
}

/** `if` the connector is this one, `then` its options: unlike `oneOf`, it leaves editors one error and not all. */
function withConnectors(schema: JsonObject, connectors: readonly ConnectorOptions[]): JsonObject {
  if (connectors.length === 0) return schema
  const properties = schema['properties'] as Record<string, JsonObject>
  const sources = properties['sources'] as JsonObject
  const source = sources['items'] as JsonObject
  const members = source['properties'] as Record<string, JsonObject>
  const items = {
    ...source,
    properties: { ...members, connector: { ...members['connector'], enum: connectors.map(({ id }) => id) } },
    allOf: connectors.map((connector) => {
      const { $schema: _, additionalProperties: __, ...options } = draft7(connector.options)
      // The options stand beside id, connector and company, so a strict schema must not forbid those here.
      const chosen = { properties: { connector: { const: connector.id } }, required: ['connector'] }
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      return { if: chosen, then: { ...options, description: connector.reads } }
    }),
  }
  return { ...schema, properties: { ...properties, sources: { ...sources, items } } }
}
