import { parseAllDocuments } from 'yaml'
import type { ManifestReader } from './read.ts'

const DOCKERFILE: ManifestReader = { ecosystem: 'image', names: dockerfileImages }
const COMPOSE: ManifestReader = { ecosystem: 'image', names: composeImages }

/** The reader for a path that names container images: a Dockerfile or a Compose file, by its usual names. */
export function imageFile(path: string): ManifestReader | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (/^(?:Docker|Container)file(?:[.-][\w.-]+)?$|\.(?:docker|container)file$/i.test(name)) return DOCKERFILE
  if (/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i.test(name)) return COMPOSE
  return null
}

/** Images that a Dockerfile builds on; its own earlier stages are none. See https://docs.docker.com/reference/dockerfile/#from. */
function dockerfileImages(content: string): readonly string[] {
  const stages = new Set<string>()
  const images: string[] = []
  for (const line of content.split(/\r?\n/)) {
    const match = /^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line)
    if (!match) continue
    const [, image = '', stage] = match
    if (!stages.has(image.toLowerCase()) && image !== 'scratch' && !image.includes('$'))
      images.push(bare(image))
    if (stage !== undefined) stages.add(stage.toLowerCase())
  }
  return images
}

/** Images of the services of a Compose file. See https://docs.docker.com/reference/compose-file/services/#image. */
function composeImages(content: string): readonly string[] {
  try {
    return parseAllDocuments(content, { strict: false, logLevel: 'silent' }).flatMap((document) => {
      const services = (document.toJS({ maxAliasCount: 100 }) as { services?: unknown } | null)?.services
      return Object.values(objectOf(services)).flatMap((service) => {
        const { image } = objectOf(service) as { image?: unknown }
        return typeof image === 'string' && !image.startsWith('$') ? [bare(image)] : []
      })
    })
  } catch {
    return []
  }
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {}
}

/** Without tag and digest, so that a new version is no new image. */
const bare = (image: string): string => image.replace(/@.*$/, '').replace(/:[^/]*$/, '')
