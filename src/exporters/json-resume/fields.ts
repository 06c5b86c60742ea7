/** What a field of JSON Resume holds. */
export type FieldKind = 'text' | 'texts' | 'highlights' | 'uri' | 'email' | 'date'

/** The fields of one kind of entry, in the order in which they are written. */
export type Fields = Readonly<Record<string, FieldKind>>

const stretch = { startDate: 'date', endDate: 'date' } as const
const told = { summary: 'text', highlights: 'highlights' } as const

/** The lists of JSON Resume 1.x (https://docs.jsonresume.org/schema), with the fields of their entries. */
export const LISTS = {
  work: {
    name: 'text',
    location: 'text',
    description: 'text',
    position: 'text',
    url: 'uri',
    ...stretch,
    ...told,
  },
  volunteer: { organization: 'text', position: 'text', url: 'uri', ...stretch, ...told },
  education: {
    institution: 'text',
    url: 'uri',
    area: 'text',
    studyType: 'text',
    ...stretch,
    score: 'text',
    courses: 'texts',
  },
  awards: { title: 'text', date: 'date', awarder: 'text', summary: 'text' },
  certificates: { name: 'text', date: 'date', url: 'uri', issuer: 'text' },
  publications: { name: 'text', publisher: 'text', releaseDate: 'date', url: 'uri', summary: 'text' },
  skills: { name: 'text', level: 'text', keywords: 'texts' },
  languages: { language: 'text', fluency: 'text' },
  interests: { name: 'text', keywords: 'texts' },
  references: { name: 'text', reference: 'text' },
  projects: {
    name: 'text',
    description: 'text',
    highlights: 'highlights',
    keywords: 'texts',
    ...stretch,
    url: 'uri',
    roles: 'texts',
    entity: 'text',
    type: 'text',
  },
} as const satisfies Record<string, Fields>

export const BASICS: Fields = {
  name: 'text',
  label: 'text',
  image: 'text',
  email: 'email',
  phone: 'text',
  url: 'uri',
  summary: 'text',
}

export const LOCATION: Fields = {
  address: 'text',
  postalCode: 'text',
  city: 'text',
  countryCode: 'text',
  region: 'text',
}

export const PROFILE: Fields = { network: 'text', username: 'text', url: 'uri' }

/** `language` is no field of JSON Resume, but `meta` is open and many themes read it. */
export const META: Fields = { canonical: 'uri', version: 'text', lastModified: 'text', language: 'text' }

/** What `resume.yaml` adds to JSON Resume. It has its own place in the export or none; nobody needs to be told. */
export const ADDITIONS: ReadonlySet<string> = new Set(['tags', 'evidence', 'roles'])
