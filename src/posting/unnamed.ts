import { wholeWords } from './document.ts'

/** What postings ask for beside skills: a degree, the right to work, a clearance, a driving licence. */
export const CREDENTIALS: readonly RegExp[] = [
  wholeWords(
    String.raw`(?:bachelor|master)(?:['’]?s)?(?:\s+of\s+(?:science|engineering|arts))?(?=\s+(?:degree|in|or|of|study|studies|level)|['’]s|\s*[,/.)]|\s*$)`,
    'ph\\.?d',
    String.raw`(?<!(?:high|some)\s)degree(?=\s+in|\s+or|\s*[,.)]|\s*$)`,
    String.raw`(?:bs|ba|ms|msc|bsc|b\.?tech|m\.?tech|b\.?e|mba)(?:\s*\/\s*\p{L}+)?\s+(?:degree\s+)?in`,
    'university degree',
    'diploma',
    String.raw`(?:abgeschlossenes?\s+)?(?:\p{L}*studium|hochschulabschluss)`,
    String.raw`(?:abgeschlossene\s+)?(?:berufs)?ausbildung`,
    'diplômée?',
    String.raw`bac\s*\+\s*\d`,
    String.raw`(?:école d['’]ingénieurs?|formation supérieure|formation d['’]ingénieur)`,
    String.raw`(?:grado|titulación|título|licenciatura|ingeniería)\s+(?:universitari[oa]\s+)?(?:en|superior|universitari[oa]|informática)`,
    'completed studies',
  ),
  wholeWords(
    String.raw`(?:right|eligib(?:le|ility)|authori[sz](?:ed|ation)|permission|permit(?:ted)?)\s+to\s+(?:legally\s+)?work`,
    'work (?:permit|authori[sz]ation|visa)',
    'visa sponsorship',
    'security clearance',
    String.raw`(?:eu|us|uk|german)\s+citizen(?:ship)?`,
    'arbeitserlaubnis',
    'aufenthaltstitel',
    'permis de travail',
    'permiso de trabajo',
    String.raw`driv(?:er['’]?s?|ing)\s+licen[cs]e`,
    'führerschein',
    'permis de conduire',
  ),
]

/** A language that people speak. */
export const SPOKEN: RegExp = wholeWords(
  String.raw`(?:fluent|fluency|proficient|proficiency|native|business|good|excellent|very good|strong|written|spoken|verbal|conversational|working knowledge|professional|advanced|upper[- ]intermediate|command)\s+(?:\p{L}+\s+){0,4}?(?:english|german|french|spanish|dutch|italian|portuguese|polish|swedish|danish|norwegian|mandarin|chinese|japanese|russian|ukrainian|arabic|hebrew|romanian|czech)`,
  String.raw`(?:english|german|french|spanish|dutch|italian|portuguese|polish|swedish|danish|norwegian|mandarin|japanese|ukrainian|hebrew|czech)\s+(?:\p{L}+\s+){0,2}?(?:fluency|proficiency|speak(?:er|ing)|language skills?|skills|level|is (?:required|a must|mandatory)|both|at)`,
  String.raw`\p{L}*(?:deutsch|englisch|französisch|spanisch)kenntnisse`,
  String.raw`(?:fließend(?:es)?|verhandlungssicher(?:es)?|sehr\s+gutes|gutes|sicheres)\s+(?:\p{L}+\s+){0,3}?(?:deutsch|englisch|französisch)`,
  String.raw`(?:deutsch|englisch)(?:\s*(?:\(|auf|mindestens|:)\s*\p{L}*\s*[abc][12])`,
  String.raw`(?:anglais|allemand|français|espagnol)\s+(?:\p{L}+\s+){0,2}?(?:courant|professionnel|technique|fluide|lu|écrit|indispensable|requis)`,
  String.raw`(?:niveau\s+d['’]|ma[iî]trise\s+(?:de\s+l['’]|du\s+))(?:anglais|français|allemand)`,
  String.raw`(?:nivel\s+(?:\p{L}+\s+)*(?:de\s+)?)?(?:inglés|alemán|francés|español)\s+(?:\p{L}+\s+){0,2}?(?:avanzado|fluido|alto|profesional|nativo|hablado|[bc][12])`,
  String.raw`nivel\s+(?:\p{L}+\s+){0,2}(?:de\s+)?inglés`,
)
