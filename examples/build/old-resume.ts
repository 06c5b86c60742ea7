import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { readFileSync } from 'node:fs'
import { dependencyPath } from '../../src/platform/package-layout.ts'

/** Typesets the old résumé of the example; the same bytes every time. */
export function oldResumePdf(source: string): Uint8Array {
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontPaths: [dependencyPath('@expo-google-fonts/source-serif-4')] }],
  })
  return compiler.pdf({ mainFileContent: readFileSync(source, 'utf8') }, { creationTimestamp: 0 })
}
