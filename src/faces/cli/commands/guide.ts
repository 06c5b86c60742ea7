import { guideSections, loadGuide, renderGuideText } from '../../../app/guide.ts'
import { nodeKnowledge } from '../../../platform/data-files.ts'
import { defineCommand } from '../command.ts'

export default defineCommand({
  name: 'guide',
  summary: 'Read the role guide: KPIs, skills, ladder, interview, pay',
  description:
    'The role guide holds what the job is measured by: the KPIs and their targets, the skills, the ladder, interview questions and pay. Each figure names its source.',
  positionals: {
    usage: '[SECTION]',
    min: 0,
    max: 1,
    words: [
      'overview',
      'day',
      'skills',
      'kpis',
      'ladder',
      'interview',
      'pay',
      'demand',
      'stories',
      'resources',
      'tools',
      'thinkers',
    ],
  },
  options: {
    guide: { type: 'string', short: 'g', value: 'ID', help: 'Which guide; default: backend-developer.' },
  },
  examples: [
    { run: 'bonafide guide', does: 'the whole guide' },
    { run: 'bonafide guide kpis', does: 'what the work is measured by, with targets' },
    { run: 'bonafide guide pay --json', does: 'the pay bands for another program' },
  ],
  async run({ positionals, options, output }) {
    const guide = await loadGuide({ knowledge: nodeKnowledge }, options.guide)
    const section = positionals[0] ?? null
    const text = renderGuideText(guide, section, {
      width: output.width,
      painter: {
        title: (part) => output.paint(['bold', 'cyan'], part),
        heading: (part) => output.paint('bold', part),
        lead: (part) => output.paint('bold', part),
        faint: (part) => output.paint('dim', part),
      },
    })
    const sections = guideSections(guide).filter(({ id }) => section === null || id === section)
    return { text, json: { guide: guide.id, sections: JSON.parse(JSON.stringify(sections)) } }
  },
})
