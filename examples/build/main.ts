import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { oldResumePdf } from './old-resume.ts'
import { writeBundle } from './repository.ts'

const example = join(import.meta.dirname, '..', 'mira-holt')
writeFileSync(join(example, 'old-resume.pdf'), oldResumePdf(join(example, 'old-resume.typ')))
console.log(`shop-api.bundle: ${writeBundle(join(example, 'shop-api.bundle'))}`)
