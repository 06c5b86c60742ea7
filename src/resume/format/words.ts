/** The fixed words of a printed résumé in one language. */
export interface Words {
  readonly months: readonly string[]
  readonly present: string
  readonly until: string
  readonly title: string
  readonly page: string
  readonly of: string
  readonly courses: string
  readonly sections: Readonly<Record<SectionId, string>>
}

/** The sections of a printed résumé, in the order in which they are printed. */
export const SECTIONS = [
  'summary',
  'skills',
  'evidence',
  'work',
  'projects',
  'volunteer',
  'education',
  'certificates',
  'publications',
  'awards',
  'languages',
  'interests',
  'references',
] as const

export type SectionId = (typeof SECTIONS)[number]

const en: Words = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  present: 'Present',
  until: 'until',
  title: 'Résumé',
  page: 'Page',
  of: 'of',
  courses: 'Courses',
  sections: {
    summary: 'Summary',
    skills: 'Skills',
    evidence: 'Shown by the work',
    work: 'Experience',
    projects: 'Projects',
    volunteer: 'Volunteering',
    education: 'Education',
    certificates: 'Certificates',
    publications: 'Publications',
    awards: 'Awards',
    languages: 'Languages',
    interests: 'Interests',
    references: 'References',
  },
}

const de: Words = {
  months: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  present: 'heute',
  until: 'bis',
  title: 'Lebenslauf',
  page: 'Seite',
  of: 'von',
  courses: 'Kurse',
  sections: {
    summary: 'Profil',
    skills: 'Kenntnisse',
    evidence: 'Durch die Arbeit belegt',
    work: 'Berufserfahrung',
    projects: 'Projekte',
    volunteer: 'Ehrenamt',
    education: 'Ausbildung',
    certificates: 'Zertifikate',
    publications: 'Veröffentlichungen',
    awards: 'Auszeichnungen',
    languages: 'Sprachen',
    interests: 'Interessen',
    references: 'Referenzen',
  },
}

const fr: Words = {
  months: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  present: 'aujourd’hui',
  until: 'jusqu’en',
  title: 'CV',
  page: 'Page',
  of: 'sur',
  courses: 'Cours',
  sections: {
    summary: 'Profil',
    skills: 'Compétences',
    evidence: 'Démontré par le travail',
    work: 'Expérience professionnelle',
    projects: 'Projets',
    volunteer: 'Bénévolat',
    education: 'Formation',
    certificates: 'Certifications',
    publications: 'Publications',
    awards: 'Distinctions',
    languages: 'Langues',
    interests: 'Centres d’intérêt',
    references: 'Références',
  },
}

const es: Words = {
  months: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'],
  present: 'actualidad',
  until: 'hasta',
  title: 'Currículum',
  page: 'Página',
  of: 'de',
  courses: 'Cursos',
  sections: {
    summary: 'Perfil',
    skills: 'Competencias',
    evidence: 'Demostrado por el trabajo',
    work: 'Experiencia laboral',
    projects: 'Proyectos',
    volunteer: 'Voluntariado',
    education: 'Formación',
    certificates: 'Certificados',
    publications: 'Publicaciones',
    awards: 'Premios',
    languages: 'Idiomas',
    interests: 'Intereses',
    references: 'Referencias',
  },
}

const LANGUAGES: Readonly<Record<string, Words>> = { en, de, fr, es }

/** The words for a BCP 47 language; English for one that has no words yet. */
export function wordsFor(language: string): Words {
  return LANGUAGES[primaryLanguage(language)] ?? en
}

/** `de` of `de-AT`; `en` of what is no language tag. */
export function primaryLanguage(language: string): string {
  const primary = /^[a-z]{2,3}(?=$|-)/i.exec(language.trim())
  return primary ? primary[0].toLowerCase() : 'en'
}
