import { fold } from './months.ts'

/** What people are called at work: whole words and endings, folded; English, German, French, Spanish. */
const TITLE_WORDS =
  /\b(?:engineer|developer|programmer|coder|architect|manager|director|lead|leader|head|chief|officer|president|vice president|vp|svp|evp|ceo|cto|cfo|coo|cio|ciso|founder|co-?founder|cofounder|owner|partner|principal|staff|senior|junior|jr|sr|intern|internship|trainee|apprentice|fellow|scientist|researcher|analyst|consultant|advisor|adviser|administrator|admin|sysadmin|specialist|technician|designer|tester|qa|sdet|sre|devops|assistant|associate|coordinator|supervisor|instructor|teacher|lecturer|professor|tutor|mentor|trainer|ambassador|representative|executive|secretary|accountant|clerk|editor|writer|author|journalist|translator|librarian|mathematician|statistician|strategist|evangelist|advocate|maintainer|contributor|freelancer|freelance|contractor|volunteer|member|student|ta|postdoc|candidate|researcher|scrum master|product owner|operator|planner|producer|organizer|organiser|chair|chairman|chairwoman|treasurer|captain|counsel|counselor|nurse|cashier|salesman|sales|barista|bartender|waiter|waitress|receptionist|driver|mechanic|inspector|auditor|buyer|recruiter|agent|broker|guide|host|moderator|ninja|guru|committer|full[- ]?stack|back-?end|front-?end|diplomat|star|universalgenie|inventor|creator|subscriber|nco|entwickler(?:in)?|softwareentwickler(?:in)?|ingenieur(?:in)?|leiter(?:in)?|teamleiter(?:in)?|projektleiter(?:in)?|berater(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|praktikum|auszubildender?|mitarbeiter(?:in)?|sachbearbeiter(?:in)?|geschaftsfuhrer(?:in)?|assistent(?:in)?|hilfskraft|tutor(?:in)?|doktorand(?:in)?|architekt(?:in)?|tester(?:in)?|fachinformatiker(?:in)?|informatiker(?:in)?|referent(?:in)?|kaufmann|kauffrau|freiberufler(?:in)?|zivildienst|developpeur|developpeuse|ingenieure?|stagiaire|stage|alternant(?:e)?|alternance|apprenti(?:e)?|responsable|chef|cheffe|directeur|directrice|consultant(?:e)?|technicien(?:ne)?|chercheur|chercheuse|concepteur|analyste|charge(?:e)? de|desarrollador(?:a)?|ingeniero|ingeniera|programador(?:a)?|becario|becaria|jefe|jefa|director(?:a)?|consultor(?:a)?|analista|tecnico|tecnica|responsable|gerente|practicas|encargado|encargada|profesor(?:a)?|arquitecto|arquitecta|sviluppatore|ingegnere|tirocinante|desenvolvedor(?:a)?|engenheiro|engenheira|estagiario)\b/
const TITLE_ENDING =
  /(?:engineer|developer|manager|entwickler(?:in)?|leiter(?:in)?|ingenieur(?:in)?|berater(?:in)?|assistent(?:in)?|meister(?:in)?)$/
const EMPLOYER_WORDS =
  /\b(?:inc|llc|ltd|limited|plc|corp|corporation|company|co|gmbh|ag|kg|ohg|ug|se|e\.? ?v|sa|sas|sarl|s\.?a\.?|s\.?l\.?|s\.?r\.?l\.?|spa|bv|nv|ab|as|oy|aps|pty|pvt|kk|llp|group|gruppe|groupe|grupo|holding|holdings|technologies|technology|tech|labs?|laborator(?:y|ies)|systems?|solutions?|software|services?|consulting|partners|studios?|media|digital|networks?|bank|insurance|versicherung(?:en)?|university|universitat|universite|universidad|universita|college|school|institute?|institut|instituto|hochschule|academy|department|ministry|agency|hospital|clinic|center|centre|foundation|stiftung|society|association|verein|council|government|airlines?|motors|industries|international|global|ventures|capital|dynamics|enterprises?|research|press|startup|church|library|museum|court|council|committee|network|club|reserves)\b\.?/
const INSTITUTION_WORDS =
  /universit|universidad|college|school|schule|institut|academ|akademie|ecole|école|polytechni|politecnic|gymnasium|lycee|lycée|instituto|escuela|facultad|faculty|fachhochschule|hochschule|\b(?:mit|eth|epfl|tu|fh|iit|nit|ucla|ucl|usc|nyu|lse|kth|cmu|hec|insa|ens|uc|suny|cuny|iut|esiee|epita|epitech|upc|upm|uned|udemy|coursera|bootcamp)\b|technion|conservator|seminary/
const DEGREE =
  /\b(?:ph\.?\s?d|d\.?phil|m\.?\s?b\.?a|m\.?phil|m\.?eng|b\.?eng|m\.?\s?sc|b\.?\s?sc|m\.?\s?res|ll\.?[mb]|(?:bachelor|master|doctor)s? of (?:fine arts|applied sciences?|business administration|computer applications|[a-z]+)|bachelor(?:['’]?s)?|master(?:['’]?s)?|doctor(?:ate|al)?|associate(?:'?s)?(?: degree| of [a-z]+)?|diploma|diplome(?: d['’]\w+)?|diplom(?:-\w+)?|magister|staatsexamen|abitur|fachabitur|matura|promotion|licence|licenciatura|licenciad[oa]|ingenieria|ingeniero|grado|maestria|master|doctorat|doctorado|baccalaureat|bac(?: ?\+ ?\d)?|dut|bts|cap|high school(?: diploma)?|g\.?e\.?d|a-?levels?|gcse|hnd|certificate|minor|major|laurea|b\.?\s?tech|m\.?\s?tech|bca|mca|b\.?\s?com|m\.?\s?com|bscs|mscs|bba|b\.?ed|m\.?ed|bfa|mfa|postgraduate|graduate|undergraduate|nanodegree|ausbildung|cursus|titulo|tecnico superior|formacion profesional)\b\.?/
/** Short degrees are degrees only in capitals: "MS", "BS", "BA", "MA", "AS", "BE", "ME". */
const SHORT_DEGREE =
  /(?:^|[\s,(–-])(?:[BM]\.?S\.?|[BM]\.?A\.?|A\.?[AS]\.?|[BM]\.?E\.?|S\.?[BM]\.?|A\.?B\.?|M\.?Sc|B\.?Sc)(?=$|[\s,):–-])/

/** How much a text looks like a person's position, from 0 up. */
export function titleScore(text: string): number {
  const plain = fold(text)
  if (TITLE_WORDS.test(plain)) return TITLE_ENDING.test(plain) ? 3 : 2.5
  return plain.split(/[^a-z]+/).some((word) => TITLE_ENDING.test(word) && word.length > 8) ? 2 : 0
}

/** How much a text looks like an employer's name, from 0 up. */
export function employerScore(text: string): number {
  return EMPLOYER_WORDS.test(fold(text)) ? 2 : 0
}

/** Whether a text names a school. */
export function looksLikeInstitution(text: string): boolean {
  return INSTITUTION_WORDS.test(fold(text))
}

/** Where in a text a degree stands: its first and last character; null for none. */
export function findDegree(text: string): { readonly start: number; readonly end: number } | null {
  // Folding must keep the places, so accents are taken off letter by letter.
  const plain = text
    .replaceAll(/[^\u0000-\u007F]/g, (letter) => fold(letter).slice(0, 1) || letter)
    .toLowerCase()
  const long = DEGREE.exec(plain)
  const short = SHORT_DEGREE.exec(text)
  const found = long && (!short || long.index <= short.index) ? long : short
  if (!found) return null
  const lead = found[0].length - found[0].replace(/^[\s,(–-]/, '').length
  return { start: found.index + lead, end: found.index + found[0].length }
}
