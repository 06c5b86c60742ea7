import type { Resume } from '../../resume/model.ts'
import type { ResumeText } from '../../resume/texts.ts'
import { resumeTexts } from '../../resume/texts.ts'

/** The texts of a résumé that stand in one of the places. */
export function textsIn(resume: Resume, places: readonly ResumeText['place'][]): readonly ResumeText[] {
  return resumeTexts(resume).filter(({ place }) => places.includes(place))
}
