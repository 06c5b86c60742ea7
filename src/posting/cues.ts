import { wholeWords } from './document.ts'

const DEGREE = String.raw`(?:(?:very|really|definite(?:ly)?|big|huge|incredibl[ey]|strong|real|great|nice|major|massive|considered|significant|vrai|réel|großer|großes|gran|clear|added|distinct|additional)\s+){0,3}`

/** "Ideally Kafka": what follows is `nice`. */
export const NICE_AHEAD = wholeWords(
  'ideally',
  'preferably',
  'optional(?:ly)?',
  'nice[- ]to[- ]haves?',
  'good to have',
  'great to have',
  String.raw`bonus(?:\s+(?:points?|skills?))?(?:\s+(?:for|if))?(?=\s*:|\s+(?:for|if|skill|point))`,
  String.raw`(?:extra|brownie)\s+points?(?:\s+(?:for|if))?`,
  String.raw`${DEGREE}plus(?=\s*:|\s+if\b)`,
  String.raw`(?:it\s+(?:would|will)\s+be|it['’]?s|it['’]?d\s+be|it\s+is|would\s+be|is)\s+(?:a\s+${DEGREE}(?:plus|bonus|advantage)|nice|great|good|awesome|helpful)(?:\s+if|\s+to\s+have)`,
  String.raw`nice\s+if`,
  String.raw`(?:preferred|desired|desirable)(?=\s*:|\s+(?:experience|skills?|qualifications?|knowledge|background))`,
  String.raw`not\s+(?:strictly\s+)?(?:required|necessary|mandatory|a\s+must|essential),?\s+but`,
  'familiarity with',
  'exposure to',
  'interest in',
  'curious about',
  'curiosity (?:about|for)',
  String.raw`(?:willing(?:ness)?|eager(?:ness)?|want(?:ing)?|open|keen|happy|ready|desire|motivat(?:ed|ion))\s+to\s+(?:learn|evolve|grow|get\s+into|pick\s+up)`,
  String.raw`we(?:['’]d|\s+would)\s+(?:also\s+)?(?:love|like)\s+(?:it\s+)?if`,
  'idealerweise',
  String.raw`gerne?\s+auch`,
  'bevorzugt',
  'vorzugsweise',
  String.raw`(?:von\s+vorteil|wünschenswert|ein\s+plus|hilfreich)(?=\s*:|\s+(?:sind|ist|wäre|wären)\b)`,
  'idéalement',
  'de préférence',
  String.raw`(?:un|les)\s+plus\s*(?=:)`,
  'notions de',
  'idealmente',
  'preferiblemente',
  'preferentemente',
  String.raw`se\s+valorar[áa]n?`,
  String.raw`(?:también\s+)?valoramos`,
  String.raw`(?:valorable|deseable|un\s+plus)(?=\s*:|\s+(?:experiencia|conocimientos?)\b)`,
)

/** "Kafka is a plus": what stands before is `nice`. The group `many` is set when the verb is a plural. */
export const NICE_BEHIND = wholeWords(
  String.raw`(?:(?<many1>are|would\s+all\s+be)|is|['’]s|as|will\s+be|would\s+be|being|be|[-–—:(])?\s*(?:considered\s+)?(?:an?\s+${DEGREE}|(?:very\s+)?(?:big|huge|strong|great|definite|real)\s+)(?:plus|bonus|advantage|asset|nice[- ]to[- ]have)`,
  String.raw`(?:(?<many2>are|were)|is|['’]s|would\s+be|will\s+be)\s+(?:(?:also|highly|strongly|very|always)\s+)?(?:plus(?:es)?|preferred|preferable|desirable|desired|beneficial|advantageous|helpful|optional|appreciated|welcome|useful|nice(?:[- ]to[- ]have)?|great)`,
  String.raw`(?:strongly\s+|highly\s+)?preferred(?:,?\s+but\s+not\s+(?:required|mandatory|necessary))?(?!\s*:|\s+(?:experience|skills?|qualifications?|knowledge|background))`,
  String.raw`\(?nice[- ]to[- ]have\)?(?!\s*:)`,
  String.raw`but\s+not\s+(?:required|mandatory|necessary|essential|a\s+must)`,
  'desirable',
  'advantageous',
  'optional',
  String.raw`bonus(?=\s*\)|\s*$)`,
  String.raw`(?:(?<many3>sind|wären)|ist|wäre|als)?\s*(?:von\s+(?:großem\s+)?vorteil|wünschenswert|ein\s+(?:${DEGREE})?(?:plus|pluspunkt|vorteil)|hilfreich|gern\s+gesehen|willkommen|kein\s+muss)`,
  String.raw`(?:(?<many4>sont|seraient|seront)|est|serait|sera)\s+(?:un|des|très)?\s*(?:${DEGREE})?(?:plus|atouts?|appréciée?s?|souhaitée?s?|avantages?|bienvenue?s?)`,
  String.raw`souhaitée?s?`,
  String.raw`appréciée?s?`,
  String.raw`un\s+plus`,
  String.raw`(?:(?<many5>son|serán|serían)|es|será|sería)\s+(?:un\s+plus|deseables?|valorables?|muy\s+valorad[oa]s?|valorad[oa]s?|una\s+ventaja)`,
  String.raw`deseables?`,
  String.raw`valorables?`,
)

/** Words that make a requirement wherever they stand. */
export const MUST_STRONG = wholeWords(
  String.raw`(?<!not\s|not\sstrictly\s|isn['’]t\s|no\s)(?:required|mandatory|essential|indispensable)`,
  String.raw`(?:is|are)\s+an?\s+(?:absolute\s+)?must`,
  'an absolute must',
  'must[- ]haves?',
  String.raw`(?:you|candidates?|applicants?)\s+must(?:\s+have)?`,
  'must (?:know|be|have)',
  String.raw`(?:non[- ]negotiable)`,
  String.raw`you(?:['’]ll|\s+will)?\s+need`,
  'we require',
  'we expect',
  'zwingend',
  'erforderlich',
  'voraussetzung',
  'vorausgesetzt',
  'unbedingt',
  String.raw`(?:ist|sind)\s+ein\s+muss`,
  'obligatoires?',
  'exigée?s?',
  'requise?s?',
  'impératif',
  'impérativement',
  'indispensables?',
  'imprescindibles?',
  'obligatori[oa]s?',
  'requerid[oa]s?',
  String.raw`es\s+necesari[oa]`,
)

/** Words that speak of what the candidate has. */
export const MUST_USUAL = wholeWords(
  String.raw`you\s+(?:already\s+)?(?:have|know|are|bring|possess|understand|can|feel|write|worked|work\s+confidently|should|love|enjoy|master)`,
  String.raw`you['’](?:ve|re)`,
  'strong',
  'solid',
  'proven',
  'proficien(?:t|cy)',
  'expert(?:ise)?(?: in| with)?',
  'fluen(?:t|cy)',
  'skilled',
  'hands-on',
  'experienced?',
  'knowledge',
  'understanding',
  'background in',
  'comfortable with',
  'mastery',
  'command of',
  String.raw`(?:we(?:['’]re|\s+are)\s+)?(?:looking|searching|seeking|hiring)(?:\s+for)?`,
  String.raw`we\s+(?:need|seek|want)`,
  'in-depth',
  'deep',
  'ability to',
  'able to',
  'versed',
  'good grasp',
  'track record',
  String.raw`du\s+(?:hast|bist|kennst|kannst|bringst|beherrschst|verfügst|arbeitest\s+sicher)`,
  String.raw`sie\s+(?:haben|sind|kennen|können|bringen|beherrschen|verfügen)`,
  'wir suchen',
  'suchen',
  'gesucht',
  String.raw`(?:mehrjährige|fundierte|gute|sehr\s+gute|sichere[rn]?|erste|praktische|solide|umfassende)`,
  String.raw`\p{L}*erfahrung(?:en)?`,
  String.raw`\p{L}*kenntnisse`,
  String.raw`vous\s+(?:avez|êtes|maîtrisez|connaissez|justifiez|disposez)`,
  String.raw`tu\s+(?:as|es|maîtrises|connais)`,
  'nous recherchons',
  'nous cherchons',
  'recherchons',
  'maîtrise',
  'expérience',
  'connaissances?',
  'bonne',
  'solides?',
  'buscamos',
  String.raw`(?:tienes|tiene|tengas|eres|dominas|conoces|cuentas\s+con)`,
  'experiencia',
  'conocimientos?',
  'dominio',
  'sólid[oa]s?',
)

/** Words that speak of what the employer has. */
export const STACK = wholeWords(
  String.raw`we(?:['’]re|\s+are)?\s+(?:currently\s+|mainly\s+|mostly\s+|primarily\s+|also\s+)?(?:use|using|work\s+with|working\s+with|build\s+(?:with|in|on)|rely\s+on|run\s+on|code\s+in|write|deploy\s+(?:with|on|to))`,
  String.raw`(?:our|the)\s+(?:(?:current|main|core|tech|technical|technology|backend|frontend)\s+)*(?:stack|technologies|tools|toolset)`,
  String.raw`tech(?:nology)?\s+stack`,
  String.raw`(?:is|are)\s+(?:currently\s+)?(?:using|written|built|implemented|developed|based|running|hosted|deployed)\s*(?:in|with|on|using)?`,
  'written in',
  'powered by',
  'built with',
  'runs on',
  String.raw`technologies\s+(?:that\s+)?(?:we|you)`,
  String.raw`wir\s+(?:nutzen|verwenden|setzen|arbeiten\s+mit|entwickeln\s+(?:in|mit))`,
  String.raw`unser(?:e)?\s+(?:tech[- ]?)?stack`,
  String.raw`nous\s+(?:utilisons|travaillons\s+avec|développons)`,
  'notre stack',
  String.raw`(?:usamos|utilizamos|trabajamos\s+con|nuestro\s+stack)`,
)

/** The employer says outright what it works with. */
export const OWN_STACK = wholeWords(
  String.raw`we(?:['’]re|\s+are)?\s+(?:currently\s+|mainly\s+|mostly\s+|primarily\s+|also\s+)?(?:use|using|work\s+with|working\s+with|code\s+in)`,
  String.raw`(?:our|the)\s+(?:(?:current|main|core|tech|technical|technology|backend|frontend)\s+)*stack`,
  String.raw`wir\s+(?:nutzen|verwenden|setzen|arbeiten\s+mit)`,
  String.raw`unser(?:e)?\s+(?:tech[- ]?)?stack`,
  String.raw`nous\s+(?:utilisons|travaillons\s+avec)`,
  'notre stack',
  String.raw`(?:usamos|utilizamos|trabajamos\s+con|nuestro\s+stack)`,
)

/** Begins a sentence on what the work will be. */
export const WORK_AHEAD =
  /^(?:you(?:['’]ll|\s+will)\s+(?!need|have|bring|know|be\s+(?:required|expected|able|comfortable))|in\s+this\s+(?:role|position)|(?:the|our)\s+team\s|du\s+wirst\s|vous\s+(?:serez|allez)\s|tendrás\s)/iu

/** Stands right before what is not asked for. */
export const NEGATION =
  /(?<![\p{L}\p{N}])(?:no|not|without|never|neither|nor|keine?[nmrs]?|ohne|nicht|pas (?:de|d['’])|sans|sin|nunca)\s+(?:(?!only|just|limited|afraid|least|nur|seulement|solo|less|more|later)[\p{L}]+\s+)?$/iu

/** What follows is left behind or not needed. */
export const LEFT_BEHIND =
  /(?<![\p{L}\p{N}])(?:instead of|rather than|(?:migrat\p{L}*|mov(?:e|ing)|switch\p{L}*|transition\p{L}*)\s+(?:\p{L}+\s+){0,3}(?:away\s+)?from|away from|replac(?:e|es|ing)|you (?:don['’]?t|do not) (?:have to|need(?: to)?)(?: know| have| be)?)\s+(?:(?:any|our|the|an?|legacy|old|existing|monolithic|experience|with|in)\s+){0,3}$/iu

/** "Kafka is not required": what stands before is not asked for. */
export const NOT_ASKED =
  /(?<![\p{L}\p{N}])(?:(?:is|are)\s+not|isn['’]t|aren['’]t|not)\s+(?:strictly\s+)?(?:required|necessary|needed|mandatory|a\s+must)(?!,?\s+but)/giu

/** The employer's customers, partners and the like: what follows is not asked for. */
export const OTHERS =
  /(?<![\p{L}\p{N}])(?:integrat(?:es?|ions?|ing)\s+(?:with|into|for|to)|connects?\s+(?:to|with)|connectors?\s+(?:for|to)|plug-?ins?\s+for|partner(?:s|ed|ships?)?(?:\s+(?:with|like|such as|include|including))?|customers?|clients?\s+(?:like|such as|include|including)|used\s+by|trusted\s+by|brands\s+(?:like|such as)|companies\s+(?:like|such as)|competitors?|alternative\s+to|backed\s+by|investors?|acquired\s+by|featured\s+(?:in|on)|founded\s+by|formerly\s+(?:at|of)|(?:people|engineers|founders|alumni|veterans)\s+(?:from|of)|kunden\s+wie|partner\s+wie|clients\s+comme|partenaires\s+comme|clientes\s+como|ex-)[^.;:]{0,100}$/iu

/** The employer's own app: "our iOS and Android apps". */
export const OWN_APP_BEFORE =
  /(?<![\p{L}\p{N}])(?:our|their|its|the company['’]s|unsere[rnms]?|notre|nos|nuestr[oa]s?)(?![\p{L}\p{N}])[^.;:]{0,50}$/iu

/** See {@link OWN_APP_BEFORE}. */
export const OWN_APP_BEHIND =
  /^[^.;:]{0,30}?(?<![\p{L}\p{N}])(?:[\p{L}]*-?apps?|applications?|applis?|aplicaci(?:ón|ones)|anwendung(?:en)?|clients?|sdks?|games?|platforms?|users?)(?![\p{L}\p{N}])/iu

/** "Our product is an app for iOS": stands before the platform. */
export const OWN_APP_FOR =
  /(?<![\p{L}\p{N}])(?:our|their|its|the company['’]s|unsere[rnms]?|notre|nos|nuestr[oa]s?)(?![\p{L}\p{N}])[^.;:]{0,60}(?:apps?|applications?|product|sdks?|games?)\s+(?:is\s+)?(?:for|on|auf|für|pour|sur|para|en)\s+(?:(?!and\s+you)[\p{L}]+(?:,|\s+and|\s+und|\s+et|\s+y|\s+&)?\s+){0,3}$/iu
