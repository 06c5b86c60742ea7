import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Marker } from '../../exporters/typesetter.ts'
import { coverageOf } from './coverage.ts'
import type { Coverage } from './coverage.ts'
import { toPrintable } from './glyphs.ts'
import type { ChildReply, ChildRequest, ThemeFiles } from './protocol.ts'

/** A folder that does not exist: every file that the compiler may see is given to it in memory. */
const ROOT = resolve('/bonafide-typst')
/** How many compilations a remembered result outlives its last use. */
const CACHE_AGE = 10

interface Press {
  readonly compiler: NodeCompiler
  readonly coverage: Coverage
}

type Answer = ChildReply extends infer Reply ? (Reply extends unknown ? Omit<Reply, 'rss'> : never) : never

const presses = new Map<string, Press>()

process.on('message', (request: ChildRequest) => {
  process.send?.({ ...answer(request), rss: process.memoryUsage.rss() })
})
process.on('disconnect', () => process.exit())

function answer(request: ChildRequest): object {
  try {
    return compile(request)
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error))
  }
}

function compile(request: ChildRequest): Answer {
  const { compiler, coverage } = pressFor(request.theme)
  const { data, leftOut, letters } = toPrintable(request.data, coverage)
  if (letters.length > 0) return { kind: 'lacking', letters }

  const attachments = request.attachments.map(({ name, mime, description }, index) => {
    return { name, mime, description, path: `attachment-${index}` }
  })
  request.attachments.forEach(({ bytes }, index) => {
    compiler.mapShadow(resolve(ROOT, `attachment-${index}`), Buffer.from(bytes))
  })
  const content = JSON.stringify({ data, attachments, markers: request.markers })
  compiler.mapShadow(resolve(ROOT, 'request.json'), Buffer.from(content))
  try {
    const compiled = compiler.compile({ mainFilePath: resolve(ROOT, 'main.typ') })
    if (!compiled.result) return failed(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics))
    return {
      kind: 'done',
      pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }),
      pages: compiled.result.numOfPages,
      markers: request.markers ? markersOf(compiler, compiled.result) : [],
      leftOut,
    }
  } finally {
    for (const { path } of attachments) compiler.unmapShadow(resolve(ROOT, path))
    compiler.evictCache(CACHE_AGE)
  }
}

function pressFor(theme: ThemeFiles): Press {
  const known = presses.get(theme.name)
  if (known) return known
  const fonts = theme.fonts.map((file) => readFileSync(file))
  const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs: fonts }] })
  compiler.addSource(resolve(ROOT, 'main.typ'), readFileSync(theme.main, 'utf8'))
  compiler.addSource(resolve(ROOT, 'theme.typ'), readFileSync(theme.source, 'utf8'))
  const press = { compiler, coverage: coverageOf(fonts) }
  presses.set(theme.name, press)
  return press
}

function markersOf(
  compiler: NodeCompiler,
  document: Parameters<NodeCompiler['query']>[0],
): readonly Marker[] {
  const [markers] = compiler.query(document, { selector: '<markers>', field: 'value' }) as [readonly Marker[]]
  return markers
}

function failed(message: string): Answer {
  return { kind: 'failed', message }
}
