import { build } from 'esbuild'
import { existsSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { compileSkills } from './compile-skills.ts'
import { filesBelow, root } from './tools.ts'

/** Libraries that are too heavy or too particular to bundle; npm installs them beside the package. */
const EXTERNAL = ['@myriaddreamin/typst-ts-node-compiler', 'pdfjs-dist', '@expo-google-fonts/*']

const children = filesBelow('src/platform', '.ts').filter((file) => basename(file) === 'child.ts')
if (children.length === 0) throw new Error('no child program was found below src/platform')
rmSync(join(root, 'dist'), { recursive: true, force: true })

await build({
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/faces/cli/main.ts',
    ...(existsSync(join(root, 'src/app/index.ts')) ? { index: 'src/app/index.ts' } : {}),
    ...Object.fromEntries(children.map((file) => [`${basename(dirname(file))}-child`, file])),
  },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minifySyntax: true,
  external: EXTERNAL,
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'linked',
  // For Node the package names a CommonJS file, whose names an `import()` in a bundle does not see.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  // Bundled CommonJS packages still ask for these.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  logLevel: 'warning',
})

const skills = compileSkills('dist/data/skills.json')
console.log(`build: dist/ with ${children.length} child programs and ${skills} skill files`)
