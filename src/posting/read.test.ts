import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Span } from '../core/position.ts'
import { UserError } from '../core/user-error.ts'
import { createFinder } from '../skill/finder.ts'
import { readTaxonomy } from '../skill/taxonomy.ts'
import type { Posting } from './model.ts'
import { readPosting } from './read.ts'

const SKILLS = new URL('../../data/skills/', import.meta.url)
const { taxonomy } = readTaxonomy(
  readdirSync(SKILLS)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => ({ file, content: parse(readFileSync(new URL(file, SKILLS), 'utf8')) as unknown })),
)
const findSkills = createFinder(taxonomy)

function read(content: string | Uint8Array, file = 'posting.md'): Posting {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return readPosting(bytes, { file, taxonomy, findSkills })
}

/** The technical requirements; what counts as a practice or a human skill is the taxonomy's affair. */
function asked(posting: Posting): readonly string[] {
  const soft = (id: string): boolean => ['practice', 'human'].includes(taxonomy.skills.get(id)?.kind ?? '')
  const technical = posting.requirements.filter(({ anyOf }) => anyOf.length === 0 || !anyOf.every(soft))
  return technical.map(({ modality, anyOf, years }) =>
    [modality, anyOf.length === 0 ? '-' : anyOf.join('|'), years && `${years.min}-${years.max ?? ''}`]
      .filter((part) => part !== null)
      .join(' '),
  )
}

const must = (...lines: readonly string[]): string =>
  `Requirements:\n${lines.map((line) => `- ${line}`).join('\n')}\n`

describe('requirements', () => {
  it.each<readonly [name: string, text: string, expected: readonly string[]]>([
    ['a list of requirements', must('Java', 'SQL'), ['must java', 'must sql']],
    ['two joined by and', must('Java and Python'), ['must java', 'must python']],
    ['two joined by or', must('Python or Ruby'), ['must python|ruby']],
    ['one of several', must('One of Java, Go or C#'), ['must java|go|csharp']],
    ['a slash and "or similar"', must('Java/Kotlin or similar'), ['must java|kotlin']],
    ['a comma and "or similar"', must('Kafka, RabbitMQ or similar'), ['must kafka|rabbitmq']],
    ['examples', must('A relational database such as PostgreSQL, MySQL'), ['must postgresql|mysql']],
    [
      'a list that ends in or',
      must('Python, PostgreSQL, and AWS or GCP'),
      ['must python', 'must postgresql', 'must aws|google-cloud'],
    ],
    ['HTML/CSS, which is no choice', must('HTML/CSS'), ['must html', 'must css']],
    ['a framework and its language', must('Python/Django'), ['must python', 'must django']],
    ['parts of a cloud', must('AWS (EC2, S3)'), ['must aws', 'must aws-ec2', 'must aws-s3']],
    [
      'a plus for the last one only',
      must('Docker, Kubernetes is a plus'),
      ['must docker', 'nice kubernetes'],
    ],
    ['a plus for both', must('Docker and Kubernetes are a plus'), ['nice docker', 'nice kubernetes']],
    [
      'a plus for the experience',
      must('Experience with Docker, Kubernetes is a plus'),
      ['nice docker', 'nice kubernetes'],
    ],
    [
      'strong experience, and a plus',
      must('Strong experience with Java, Kafka is a plus'),
      ['must java', 'nice kafka'],
    ],
    [
      'nice in brackets',
      must('Java', 'Kubernetes (nice to have)', 'Scala (a big plus)'),
      ['must java', 'nice kubernetes', 'nice scala'],
    ],
    [
      'a bracket about another skill',
      must('Solid React (Redux knowledge is a plus)'),
      ['must react', 'nice redux'],
    ],
    ['preferred but not required', must('Terraform preferred but not required'), ['nice terraform']],
    [
      'required wins in a list of extras',
      'Nice to have:\n- Kafka\n- Java is mandatory\n',
      ['nice kafka', 'must java'],
    ],
    ['preferred behind a dash', must('Java - Kotlin preferred'), ['must java', 'nice kotlin']],
    [
      'a sentence of its own',
      must('Java') + "It'd be great if you know Kafka or RabbitMQ.\n",
      ['must java', 'nice kafka|rabbitmq'],
    ],
    [
      'headings of two words in Spanish',
      'Requisitos imprescindibles\n- Java\nRequisitos deseables\n- Kafka\n',
      ['must java', 'nice kafka'],
    ],
    ['familiarity', must('Familiarity with GraphQL'), ['nice graphql']],
    ['ideally', must('Java, ideally with Kotlin'), ['must java', 'nice kotlin']],
    ['to be learnt', must('Python', 'Willingness to learn Rust'), ['must python', 'nice rust']],
    ['not required', must('Java', 'Redis is not required'), ['must java']],
    ['need not be known', must('Java', 'You do not need to know Rust'), ['must java']],
    ['not, no', must('Kotlin, not PHP', 'No Scrum'), ['must kotlin']],
    [
      'left behind',
      must('Java') + 'What you will do:\n- Migrate services from Perl to Ruby\n',
      ['must java', 'nice ruby'],
    ],
    ['duties', 'Responsibilities:\n- Build services in Go\nRequirements:\n- SQL\n', ['nice go', 'must sql']],
    [
      'the stack',
      'We use TypeScript and PostgreSQL.\n' + must('Java'),
      ['nice typescript', 'nice postgresql', 'must java'],
    ],
    ['a stack in brackets', must('Tests in JavaScript (we use Jest)'), ['must javascript', 'nice jest']],
    ['years of a skill', must('3+ years of Java'), ['must java 3-']],
    ['years of a choice', must('At least 4 years with Java or Kotlin'), ['must java|kotlin 4-']],
    [
      'years for the nearest list alone',
      must('5+ years of Java, good knowledge of Docker'),
      ['must java 5-', 'must docker'],
    ],
    ['years behind a skill', must('Python: 2+ years', 'Go (3-5 years)'), ['must python 2-', 'must go 3-5']],
    ['years overall', must('5+ years of professional experience', 'Java'), ['must - 5-', 'must java']],
    ['years in words', must('Three years of experience with Ruby'), ['must ruby 3-']],
    [
      'a degree, a language, a permit',
      must('BSc in Computer Science', 'Fluent Quechua or good Danish', 'Right to work in the UK'),
      ['must -', 'must -', 'must -'],
    ],
    [
      'one place for many mentions',
      'Nice to have:\n- Java\n' + must('Java 17', 'Strong Java'),
      ['must java'],
    ],
    ['the title', '# Senior Python Engineer\n\n' + must('SQL'), ['must python', 'must sql']],
  ])('%s', (_, text, expected) => {
    expect(asked(read(text)).toSorted()).toEqual(expected.toSorted())
  })

  it.each([
    ['our iOS and Android apps', 'Our iOS and Android apps are loved by two million people.'],
    ['an app for platforms', 'Our product is a mobile app for iOS and Android.'],
    ['customers', 'Our customers include Oracle and Elastic.'],
    ['integrations', 'The product integrates with Jira, Salesforce and Slack.'],
    ['the verb', 'We are ready to go live in five countries and go above and beyond.'],
    ['R&D and funding', 'We spend on R&D and closed our Series C.'],
    ['a room for error', 'There is little room for error here; spring is our high season.'],
    ['addresses', 'Write to jobs@spring.io or see https://github.com/quartz/django.'],
    [
      'the age of the company',
      'We have 20 years in business and a team with 50 years of combined experience.',
    ],
    ['benefits', 'Benefits:\n- Udemy courses on Kubernetes and AWS'],
    ['the application', 'How to apply:\nSend us your GitHub profile.'],
  ])('does not take %s for a requirement', (_, words) => {
    expect(asked(read(`About us\n${words}\n\n${must('Haskell')}`))).toEqual(['must haskell'])
    expect(asked(read(`${must('Haskell')}\nAbout us\n${words}\n`))).toEqual(['must haskell'])
  })

  it('does not take an employer named like a skill for a requirement', () => {
    const posting = read(`Backend Engineer at Elastic\n\nElastic is growing.\n\n${must('Java')}`)
    expect(posting.company?.value).toBe('Elastic')
    expect(asked(posting)).toEqual(['must java'])
  })
})

describe('whole postings', () => {
  it('reads an English one in Markdown', () => {
    const posting = read(`---
company: Heron Pay
link: https://heron.example/jobs/7
stage: applied
---
# Senior Backend Engineer (m/f/d)

**Location:** Lisbon, Portugal
Hybrid, 2 days a week in the office

## Who we are
Founded 12 years ago, we raised $20M. Our Android app is used daily.

## What you'll do
- Design REST APIs

## What we're looking for
- 5+ years of professional experience
- Strong **Go** or Rust
- PostgreSQL

### Bonus points
- Kafka

## What we offer
€70,000 – €85,000 a year and a learning budget of €2,000
`)
    expect(posting).toMatchObject({
      title: { value: 'Senior Backend Engineer' },
      company: { value: 'Heron Pay' },
      seniority: { value: 'senior' },
      years: { value: { min: 5, max: null } },
      place: { value: 'Lisbon, Portugal' },
      remote: { value: 'hybrid' },
      pay: { value: { min: 70_000, max: 85_000, currency: 'EUR', period: 'year' } },
      link: 'https://heron.example/jobs/7',
      stage: 'applied',
      findings: [],
    })
    expect(asked(posting)).toEqual([
      'nice rest',
      'must - 5-',
      'must go|rust',
      'must postgresql',
      'nice kafka',
    ])
  })

  it('reads a German one', () => {
    const posting = read(`Junior Java-Entwickler (m/w/d)
Standort: Leipzig

Deine Aufgaben
• Du entwickelst Schnittstellen mit GraphQL

Dein Profil
• Mindestens 3 Jahre Erfahrung mit Java und Spring Boot
• Idealerweise Kenntnisse in Kubernetes
• Docker ist von Vorteil
• Sehr gute Deutschkenntnisse

Wir bieten
• 55.000 € – 70.000 € brutto/Jahr
• Homeoffice
`)
    expect(posting).toMatchObject({
      title: { value: 'Junior Java-Entwickler' },
      seniority: { value: 'junior' },
      place: { value: 'Leipzig' },
      remote: { value: 'hybrid' },
      pay: { value: { min: 55_000, max: 70_000, currency: 'EUR', period: 'year' } },
    })
    expect(asked(posting).toSorted()).toEqual(
      ['must java 3-', 'nice graphql', 'must spring-boot 3-', 'nice kubernetes', 'nice docker'].toSorted(),
    )
  })

  it('reads a French one', () => {
    const posting = read(`Développeur Backend PHP confirmé H/F
Entreprise : Lumière Claire
Lieu : Lyon

Vos missions :
- Développer un service en GraphQL

Profil recherché :
- Au moins 3 ans d'expérience en PHP et Symfony
- Maîtrise de MySQL ou PostgreSQL
- La connaissance de Docker est un plus
- Anglais courant

Salaire : 45k–55k€ par an, télétravail partiel
`)
    expect(posting).toMatchObject({
      company: { value: 'Lumière Claire' },
      place: { value: 'Lyon' },
      seniority: { value: 'mid' },
      remote: { value: 'hybrid' },
      pay: { value: { min: 45_000, max: 55_000, currency: 'EUR', period: 'year' } },
    })
    expect(asked(posting).toSorted()).toEqual(
      ['must php 3-', 'nice graphql', 'must symfony 3-', 'must mysql|postgresql', 'nice docker'].toSorted(),
    )
  })

  it('reads a Spanish one', () => {
    const posting = read(`Desarrollador Backend Senior
Empresa: Nube Clara

Requisitos:
- Más de 4 años de experiencia con Python
- Django o Flask
- Se valorará experiencia con Terraform
- Inglés avanzado

Ofrecemos:
- 100% remoto
- 6260 - 7500 EURO monthly
`)
    expect(posting).toMatchObject({
      company: { value: 'Nube Clara' },
      seniority: { value: 'senior' },
      years: { value: { min: 4, max: null } },
      remote: { value: 'remote' },
      pay: { value: { min: 6260, max: 7500, currency: 'EUR', period: 'month' } },
    })
    expect(asked(posting)).toEqual(['must python 4-', 'must django|flask', 'nice terraform'])
  })

  it('reads one of a few lines without sections', () => {
    const posting = read('Senior Python developer. Django, PostgreSQL. Fully remote. $150K.')
    expect(asked(posting)).toEqual(['must python', 'must django', 'must postgresql'])
    expect(posting).toMatchObject({ seniority: { value: 'senior' }, remote: { value: 'remote' } })
    expect(posting.pay?.value).toEqual({ min: 150_000, max: 150_000, currency: 'USD', period: null })
  })

  it('reads one that lost its line breaks', () => {
    const posting = read(
      'We are looking for a Backend Developer at Quartz Labs. Requirements: 4+ years with Node.js; MySQL/PostgreSQL. Nice to have: Kafka; Terraform. We offer: AWS trainings. Salary: £60,000-£75,000. No Scrum.',
    )
    expect(posting.company?.value).toBe('Quartz Labs')
    expect(asked(posting)).toEqual([
      'must nodejs 4-',
      'must mysql|postgresql',
      'nice kafka',
      'nice terraform',
    ])
  })
})

describe('overall years', () => {
  it.each([
    ['English: 5+ yrs', must('5+ yrs of experience'), 5, null],
    ['a range', must('3–5 years of experience'), 3, 5],
    ['words', must('Three years of experience'), 3, null],
    ['the most of several', must('5 years of experience', 'At least 8 years of Java'), 8, null],
    ['German', 'Dein Profil\n- Mindestens 3 Jahre Erfahrung\n', 3, null],
    ['French', 'Votre profil\n- Au moins 3 ans d’expérience\n', 3, null],
    ['Spanish', 'Requisitos\n- Más de 4 años de experiencia\n', 4, null],
    ['a sentence to the reader', 'About us\nYou have at least 6 years of experience.\n', 6, null],
  ])('%s', (_, text, min, max) => {
    expect(read(text).years?.value).toEqual({ min, max })
  })

  it.each([
    'About us\nWe have been in business for over 18 years.',
    'Our team has 50 years of combined experience.',
    'Founded 12 years ago, the company has grown fourfold in 4 years.',
    'Requirements:\n- A fixed-term contract of two years',
    'You must be at least 18 years old.',
    'Benefits:\n- A sabbatical after 5+ years',
    'Nice to have:\n- 10+ years of COBOL',
  ])('none in %j', (text) => {
    expect(read(text).years).toBeNull()
  })
})

const PAGE = `<!doctype html><html><head><title>Careers</title><script type="application/ld+json">
{"@context":"https://schema.org","@type":"JobPosting","title":"Platform Engineer","hiringOrganization":{"@type":"Organization","name":"Osprey Freight"},
"jobLocation":{"address":{"addressLocality":"Ghent","addressCountry":"BE"}},"jobLocationType":"TELECOMMUTE",
"baseSalary":{"currency":"EUR","value":{"minValue":60000,"maxValue":75000,"unitText":"YEAR"}},
"description":"<h3>Requirements</h3><ul><li>Kubernetes</li></ul>"}</script><style>.java{}</style></head>
<body><nav><a href="/">Python jobs</a></nav><main><h1>Platform Engineer</h1><h2>Requirements</h2>
<ul><li>3+ years of <b>Go</b></li><li>Docker &amp; Terraform</li></ul><p><strong>Nice to have</strong></p><ul><li>Rust</li></ul>
</main><footer>Built with Ruby on Rails</footer></body></html>`

describe('saved pages', () => {
  it('reads what is to be seen, and what the structured data state', () => {
    const posting = read(PAGE, 'job.html')
    expect(asked(posting)).toEqual(['must go 3-', 'must docker', 'must terraform', 'nice rust'])
    expect(posting).toMatchObject({
      title: { value: 'Platform Engineer' },
      company: { value: 'Osprey Freight' },
      place: { value: 'Ghent, BE' },
      remote: { value: 'remote' },
      pay: { value: { min: 60_000, max: 75_000, currency: 'EUR', period: 'year' } },
    })
  })

  it('reads the description of a page that is empty without scripts', () => {
    const page = PAGE.replace(/<body>[\s\S]*<\/body>/, '<body><div id="app"></div></body>')
    expect(asked(read(page, '-'))).toEqual(['must kubernetes'])
  })

  it('goes on when the structured data are broken', () => {
    const posting = read(PAGE.replace('{"@context"', '{"@context'), 'job.html')
    expect(posting.findings.map(({ code }) => code)).toEqual(['PST007'])
    expect(asked(posting)).toContain('must go 3-')
    expect(posting.company).toBeNull()
  })
})

describe('input that is not as it should be', () => {
  const code = (run: () => unknown): string | null => {
    try {
      run()
      return null
    } catch (error) {
      return error instanceof UserError ? error.code : 'a bug'
    }
  }

  it.each([
    ['PST001', new Uint8Array(2_000_001).fill(97)],
    ['PST002', new TextEncoder().encode('Java\0Python')],
    ['PST003', new TextEncoder().encode(' \r\n\t')],
    ['PST003', new Uint8Array()],
  ])('refuses with %s', (expected, bytes) => {
    expect(code(() => read(bytes))).toBe(expected)
  })

  it('reads 2 MB', () => {
    const text = must('Java').padEnd(2_000_000, '\n')
    expect(asked(read(text))).toContain('must java')
  })

  it('reads Windows-1252 and says so', () => {
    const bytes = Uint8Array.from(must('Java', 'Caf\u00E9'), (char) => char.charCodeAt(0))
    const posting = read(bytes)
    expect(posting.text).toContain('Caf\u00E9')
    expect(posting.findings.map((finding) => finding.code)).toEqual(['PST004'])
  })

  it.each([
    ['a byte order mark', (text: string) => new TextEncoder().encode(`\uFEFF${text}`)],
    ['CRLF', (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r\n'))],
    ['lone CR', (text: string) => new TextEncoder().encode(text.replaceAll('\n', '\r'))],
    [
      'UTF-16',
      (text: string) =>
        new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (char) => char.charCodeAt(0)).buffer),
    ],
  ])('reads %s', (_, encode) => {
    const posting = read(encode('# Go Developer\n\nRequirements:\n- Java\n\nNice to have:\n- Kafka\n'))
    expect(posting.title?.value).toBe('Go Developer')
    expect(asked(posting)).toEqual(['must go', 'must java', 'nice kafka'])
    expect(posting.findings).toEqual([])
  })

  it('says when nothing is asked for', () => {
    expect(read('We are nice people.').findings.map(({ code }) => code)).toEqual(['PST005'])
  })

  it.each([
    ['broken YAML', '---\ncompany: [\n---\n'],
    ['a list', '---\n- company\n---\n'],
    ['a field that is no text', '---\ncompany: [a, b]\n---\n'],
  ])('says when the front matter is %s', (_, front) => {
    const posting = read(`${front}${must('Java')}`)
    expect(posting.findings.map(({ code }) => code)).toEqual(['PST006'])
    expect(asked(posting)).toEqual(['must java'])
  })
})

describe('laws', () => {
  const fragment = fc.constantFrom(
    '# Senior Go Engineer at Quartz Labs – Berlin (Remote)',
    'About us',
    'We are 20 years in business.',
    'Requirements:',
    '## Nice to have',
    '**What you will do**',
    '- 5+ years of Java or Kotlin',
    '- Docker, Kubernetes is a plus',
    '* AWS (EC2, S3)',
    '- Fluent English',
    'You must know Python, ideally Django.',
    'Our stack: TypeScript, Kafka.',
    'Salary: 45k–55k€',
    'Location: Łódź',
    'Mindestens 3 Jahre Erfahrung mit C#',
    '',
    '😀 Erfahrung mit Ruby',
    '1. SQL;NoSQL',
    'no PHP, no Perl',
    '| Company | Acme |',
    '> quoted *Rust*',
    'BENEFITS',
  )
  const postings = fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fragment },
      fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.replaceAll('\0', '')),
    ),
    { minLength: 1, maxLength: 25 },
  )
  const spansOf = (posting: Posting): readonly (readonly [string | null, Span])[] => [
    ...[posting.title, posting.company, posting.place].flatMap((stated) =>
      stated ? [[stated.value, stated.span] as const] : [],
    ),
    ...[posting.seniority, posting.years, posting.remote, posting.pay].flatMap((stated) =>
      stated ? [[null, stated.span] as const] : [],
    ),
    ...posting.requirements.flatMap(({ text, span, mentions }) => [
      [text, span] as const,
      ...mentions.map((mention) => [null, mention] as const),
    ]),
  ]

  it.each(['posting.md', 'posting.html'])('every span of %s gives what is claimed', (file) => {
    fc.assert(
      fc.property(postings, fc.constantFrom('\n', '\r\n', '\n\n'), (lines, ending) => {
        const text = lines.join(ending)
        fc.pre(text.trim() !== '' && new TextDecoder().decode(new TextEncoder().encode(text)) === text)
        let posting: Posting
        try {
          posting = read(text, file)
        } catch (error) {
          if (error instanceof UserError) return
          throw error
        }
        for (const [claimed, span] of spansOf(posting)) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(posting.text.length)
          const said = posting.text.slice(span.start, span.end)
          expect(said.trim()).not.toBe('')
          if (claimed !== null) expect(said).toBe(claimed)
        }
        const ids = posting.requirements.map(({ id }) => id)
        expect(ids).toEqual(ids.map((_, index) => `r${index + 1}`))
        for (const { modality, anyOf, mentions } of posting.requirements) {
          expect(['must', 'nice']).toContain(modality)
          expect(mentions.length > 0).toBe(anyOf.length > 0)
          for (const skill of anyOf) expect(taxonomy.skills.has(skill)).toBe(true)
        }
        const sets = posting.requirements.flatMap(({ anyOf }) =>
          anyOf.length > 0 ? [anyOf.toSorted().join(' ')] : [],
        )
        expect(new Set(sets).size).toBe(sets.length)
      }),
      { numRuns: 150 },
    )
  })

  it('an unrelated paragraph loses no requirement', () => {
    const unrelated = fc.constantFrom(
      'Lunch is at noon, and the kitchen is large.',
      'About us\n\nWe grow tomatoes on the roof.',
      'The office has a view of the river.',
    )
    fc.assert(
      fc.property(postings, unrelated, (lines, paragraph) => {
        const text = lines.join('\n').trim()
        fc.pre(text !== '' && !text.startsWith('---'))
        const before = asked(read(text))
        const after = asked(read(`${text}\n\n${paragraph}\n`))
        for (const requirement of before) expect(after).toContain(requirement)
      }),
      { numRuns: 150 },
    )
  })
})
