export { loadGuide } from './guide.ts'
export { guideSections } from '../guide/sections.ts'
export { renderGuideText } from '../guide/text.ts'
export { loadKnowledge } from './knowledge.ts'
