import type { Rule } from './rule.ts'
import { rule as askedAndNotShown } from './rules/asked-and-not-shown/rule.ts'
import { rule as askedAndShownButUnsaid } from './rules/asked-and-shown-but-unsaid/rule.ts'
import { rule as birthDate } from './rules/birth-date/rule.ts'
import { rule as cliche } from './rules/cliche/rule.ts'
import { rule as dateInFuture } from './rules/date-in-future/rule.ts'
import { rule as datesOverlap } from './rules/dates-overlap/rule.ts'
import { rule as datesReversed } from './rules/dates-reversed/rule.ts'
import { rule as duplicateHighlight } from './rules/duplicate-highlight/rule.ts'
import { rule as employmentGap } from './rules/employment-gap/rule.ts'
import { rule as emptyEntry } from './rules/empty-entry/rule.ts'
import { rule as filler } from './rules/filler/rule.ts'
import { rule as firstPerson } from './rules/first-person/rule.ts'
import { rule as fullAddress } from './rules/full-address/rule.ts'
import { rule as jobsOutOfOrder } from './rules/jobs-out-of-order/rule.ts'
import { rule as keywordSpelling } from './rules/keyword-spelling/rule.ts'
import { rule as ligatureInText } from './rules/ligature-in-text/rule.ts'
import { rule as longHighlight } from './rules/long-highlight/rule.ts'
import { rule as maritalStatus } from './rules/marital-status/rule.ts'
import { rule as missingCompany } from './rules/missing-company/rule.ts'
import { rule as missingDates } from './rules/missing-dates/rule.ts'
import { rule as missingEmail } from './rules/missing-email/rule.ts'
import { rule as missingJobTitle } from './rules/missing-job-title/rule.ts'
import { rule as missingName } from './rules/missing-name/rule.ts'
import { rule as missingPhone } from './rules/missing-phone/rule.ts'
import { rule as nationalId } from './rules/national-id/rule.ts'
import { rule as nationality } from './rules/nationality/rule.ts'
import { rule as numberContradicted } from './rules/number-contradicted/rule.ts'
import { rule as numberWithoutEvidence } from './rules/number-without-evidence/rule.ts'
import { rule as photoWhereNotCustomary } from './rules/photo-where-not-customary/rule.ts'
import { rule as presentTenseInPastRole } from './rules/present-tense-in-past-role/rule.ts'
import { rule as religion } from './rules/religion/rule.ts'
import { rule as repeatedOpening } from './rules/repeated-opening/rule.ts'
import { rule as rereadContactLost } from './rules/reread-contact-lost/rule.ts'
import { rule as rereadHighlightLost } from './rules/reread-highlight-lost/rule.ts'
import { rule as rereadJobLost } from './rules/reread-job-lost/rule.ts'
import { rule as rereadSkillLost } from './rules/reread-skill-lost/rule.ts'
import { rule as roleWithoutNumber } from './rules/role-without-number/rule.ts'
import { rule as saidAndNotShown } from './rules/said-and-not-shown/rule.ts'
import { rule as secret } from './rules/secret/rule.ts'
import { rule as severalCurrentJobs } from './rules/several-current-jobs/rule.ts'
import { rule as shortHighlight } from './rules/short-highlight/rule.ts'
import { rule as skillContradicted } from './rules/skill-contradicted/rule.ts'
import { rule as softHyphenInText } from './rules/soft-hyphen-in-text/rule.ts'
import { rule as textNotSelectable } from './rules/text-not-selectable/rule.ts'
import { rule as tooManyHighlights } from './rules/too-many-highlights/rule.ts'
import { rule as tooManyPages } from './rules/too-many-pages/rule.ts'
import { rule as unreadableGlyph } from './rules/unreadable-glyph/rule.ts'
import { rule as weakVerb } from './rules/weak-verb/rule.ts'

/** Every rule, by name. Made by `npm run generate` from the folders in rules/. */
export const rules: readonly Rule[] = [
  askedAndNotShown,
  askedAndShownButUnsaid,
  birthDate,
  cliche,
  dateInFuture,
  datesOverlap,
  datesReversed,
  duplicateHighlight,
  employmentGap,
  emptyEntry,
  filler,
  firstPerson,
  fullAddress,
  jobsOutOfOrder,
  keywordSpelling,
  ligatureInText,
  longHighlight,
  maritalStatus,
  missingCompany,
  missingDates,
  missingEmail,
  missingJobTitle,
  missingName,
  missingPhone,
  nationalId,
  nationality,
  numberContradicted,
  numberWithoutEvidence,
  photoWhereNotCustomary,
  presentTenseInPastRole,
  religion,
  repeatedOpening,
  rereadContactLost,
  rereadHighlightLost,
  rereadJobLost,
  rereadSkillLost,
  roleWithoutNumber,
  saidAndNotShown,
  secret,
  severalCurrentJobs,
  shortHighlight,
  skillContradicted,
  softHyphenInText,
  textNotSelectable,
  tooManyHighlights,
  tooManyPages,
  unreadableGlyph,
  weakVerb,
]
