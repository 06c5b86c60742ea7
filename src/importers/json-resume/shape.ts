/** What a member of JSON Resume holds, for mending. */
export type Shape =
  | { readonly kind: 'text' | 'date' | 'link' | 'email' | 'highlights' }
  /** A list of texts; `split` takes one text with commas or lines for a list. */
  | { readonly kind: 'texts' }
  | { readonly kind: 'list'; readonly of: ObjectShape }
  | ObjectShape

/** An object, its members, and the names that older versions and other tools give them. */
export interface ObjectShape {
  readonly kind: 'object'
  readonly members: Readonly<Record<string, Shape>>
  /** Other name → today's name. */
  readonly aliases: Readonly<Record<string, string>>
  /** The member that takes the value when a bare text stands for the whole object. */
  readonly bare: string | null
  /** Whether unknown members have to go elsewhere, because the schema is closed here. */
  readonly closed?: true
}

const text = { kind: 'text' } as const
const date = { kind: 'date' } as const
const link = { kind: 'link' } as const
const texts = { kind: 'texts' } as const
const highlights = { kind: 'highlights' } as const

function object(
  members: Readonly<Record<string, Shape>>,
  aliases: Readonly<Record<string, string>> = {},
  bare: string | null = null,
): ObjectShape {
  return { kind: 'object', members, aliases, bare }
}

function list(of: ObjectShape): Shape {
  return { kind: 'list', of }
}

const period = { startDate: date, endDate: date }
const periodAliases = {
  start: 'startDate',
  end: 'endDate',
  from: 'startDate',
  to: 'endDate',
  start_date: 'startDate',
  end_date: 'endDate',
}
const site = { website: 'url', link: 'url', site: 'url', homepage: 'url' }
const role: ObjectShape = {
  ...object(
    { position: text, ...period, summary: text, highlights, tags: texts },
    { title: 'position', role: 'position', ...periodAliases },
    'position',
  ),
  closed: true,
}
const employment = {
  location: text,
  description: text,
  url: link,
  position: text,
  ...period,
  summary: text,
  highlights,
  tags: texts,
  roles: list(role),
}
const employmentAliases = {
  title: 'position',
  role: 'position',
  jobTitle: 'position',
  achievements: 'highlights',
  responsibilities: 'highlights',
  ...site,
  ...periodAliases,
}

/** JSON Resume 1.x, the names of 0.x, and what else real files call the same things. */
export const RESUME_SHAPE: ObjectShape = object(
  {
    $schema: text,
    basics: object(
      {
        name: text,
        label: text,
        image: text,
        email: { kind: 'email' },
        phone: text,
        url: link,
        summary: text,
        location: object(
          { address: text, postalCode: text, city: text, countryCode: text, region: text },
          { zip: 'postalCode', state: 'region' },
          'address',
        ),
        profiles: list(object({ network: text, username: text, url: link }, site, 'url')),
      },
      {
        picture: 'image',
        photo: 'image',
        ...site,
        telephone: 'phone',
        tel: 'phone',
        mobile: 'phone',
        mail: 'email',
        title: 'label',
        headline: 'label',
        bio: 'summary',
        about: 'summary',
      },
    ),
    work: list(
      object(
        { name: text, ...employment },
        { company: 'name', organization: 'name', employer: 'name', ...employmentAliases },
      ),
    ),
    volunteer: list(
      object(
        { organization: text, ...employment },
        { organisation: 'organization', company: 'organization', name: 'organization', ...employmentAliases },
      ),
    ),
    education: list(
      object(
        { institution: text, url: link, area: text, studyType: text, ...period, score: text, courses: texts },
        {
          school: 'institution',
          university: 'institution',
          degree: 'studyType',
          major: 'area',
          field: 'area',
          gpa: 'score',
          grade: 'score',
          ...site,
          ...periodAliases,
        },
        'institution',
      ),
    ),
    awards: list(
      object(
        { title: text, date, awarder: text, summary: text },
        { name: 'title', issuer: 'awarder' },
        'title',
      ),
    ),
    certificates: list(
      object(
        { name: text, date, url: link, issuer: text },
        { title: 'name', authority: 'issuer', ...site },
        'name',
      ),
    ),
    publications: list(
      object(
        { name: text, publisher: text, releaseDate: date, url: link, summary: text },
        { title: 'name', date: 'releaseDate', ...site },
        'name',
      ),
    ),
    skills: list(
      object(
        { name: text, level: text, keywords: texts },
        { category: 'name', title: 'name', items: 'keywords', skills: 'keywords' },
        'name',
      ),
    ),
    languages: list(
      object(
        { language: text, fluency: text },
        { name: 'language', level: 'fluency', proficiency: 'fluency' },
        'language',
      ),
    ),
    interests: list(object({ name: text, keywords: texts }, { title: 'name' }, 'name')),
    references: list(
      object({ name: text, reference: text }, { text: 'reference', quote: 'reference' }, 'reference'),
    ),
    projects: list(
      object(
        {
          name: text,
          description: text,
          highlights,
          keywords: texts,
          ...period,
          url: link,
          roles: texts,
          entity: text,
          type: text,
        },
        {
          title: 'name',
          summary: 'description',
          technologies: 'keywords',
          tech: 'keywords',
          ...site,
          ...periodAliases,
        },
        'name',
      ),
    ),
    meta: object({ language: text, version: text }),
  },
  {
    experience: 'work',
    employment: 'work',
    jobs: 'work',
    workExperience: 'work',
    work_experience: 'work',
    volunteering: 'volunteer',
    certifications: 'certificates',
    hobbies: 'interests',
    honors: 'awards',
    personal: 'basics',
  },
)
