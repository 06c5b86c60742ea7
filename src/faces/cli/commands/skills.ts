import { closest } from '../../../core/closest.ts'
import { lineIndex } from '../../../core/position.ts'
import { userError } from '../../../core/user-error.ts'
import { loadKnowledge } from '../../../app/knowledge.ts'
import type { Knowledge } from '../../../app/knowledge.ts'
import { nodeKnowledge } from '../../../platform/data-files.ts'
import type { Skill } from '../../../skill/model.ts'
import { codes } from '../codes.ts'
import type { Answer, Invocation } from '../command.ts'
import { defineCommand } from '../command.ts'
import { eachFile } from '../each-file.ts'
import { readTextInput } from '../input.ts'

const ACTIONS = ['find', 'show', 'list'] as const

export default defineCommand({
  name: 'skills',
  summary: 'Find skills in text, or look them up',
  description:
    'find names every skill in a text with the place where it stands; --json gives ids, names and spans as UTF-16 offsets, one object a file. show explains one skill, list names all of them.',
  positionals: {
    usage: 'find FILE… | show SKILL | list [KIND]',
    min: 1,
    max: Number.POSITIVE_INFINITY,
    words: ACTIONS,
  },
  options: {},
  examples: [
    { run: 'bonafide skills find posting.md', does: 'which skills a posting names, and where' },
    {
      run: 'pbpaste | bonafide skills find - --json',
      does: 'the same of the clipboard, for another program',
    },
    { run: 'bonafide skills show k8s', does: 'what is known of one skill' },
    { run: 'bonafide skills list datastore', does: 'every skill of a kind' },
  ],
  async run({ positionals: [action, ...words], json, output }) {
    const knowledge = await loadKnowledge({ knowledge: nodeKnowledge })
    if (action === 'find') return find(words.length === 0 ? ['-'] : words, knowledge, { json, output })
    if (action === 'show') return show(words, knowledge)
    if (action === 'list') return list(words[0] ?? null, knowledge)
    throw userError(
      codes,
      'CLI004',
      `'${action}' is nothing that 'bonafide skills' does; it does: ${ACTIONS.join(', ')}`,
    )
  },
})

async function find(
  files: readonly string[],
  { taxonomy, findSkills }: Knowledge,
  { json, output }: Pick<Invocation, 'json' | 'output'>,
): Promise<Answer> {
  const all = await eachFile(files, { json, output }, async (file) => {
    const { text } = await readTextInput(file, output)
    const lines = lineIndex(text)
    const skills = findSkills(text).map(({ skill, span, text: words }) => ({
      id: skill,
      name: taxonomy.skills.get(skill)?.name ?? skill,
      span: { start: span.start, end: span.end },
      text: words,
      ...lines.at(span.start),
    }))
    const rows = skills.map(({ line, column, name, text: words }) => {
      const place = output.paint('dim', `${file}:${line}:${column}`)
      return `${place} ${name}${words === name ? '' : output.paint('dim', ` (“${words}”)`)}`
    })
    return { json: { file, skills }, text: rows.join('\n') }
  })
  return { failed: !all }
}

function show(words: readonly string[], { taxonomy }: Knowledge): Answer {
  const skills = words.map((word) => {
    const skill = taxonomy.skills.get(word.toLowerCase()) ?? taxonomy.named(word)
    if (skill !== null) return skill
    const names = [...taxonomy.skills.values()].flatMap(({ name, aliases }) => [name, ...aliases])
    const meant = closest(word, names)
    throw userError(
      codes,
      'CLI007',
      `'${word}' is no skill that is known${meant === null ? '' : `; did you mean '${meant}'?`}`,
    )
  })
  if (skills.length === 0)
    throw userError(codes, 'CLI004', 'name a skill to show, by its id, name or an alias')
  return {
    jsonLines: skills.map((skill) => ({ ...skill, implied: taxonomy.implied(skill.id) })),
    text: skills
      .map((skill) =>
        describe(
          skill,
          taxonomy.implied(skill.id).map((id) => taxonomy.skills.get(id)?.name ?? id),
        ),
      )
      .join('\n\n'),
  }
}

function describe({ id, name, kind, aliases }: Skill, implied: readonly string[]): string {
  return [
    `${name} (${id}), ${kind}`,
    aliases.length === 0 ? null : `  also written: ${aliases.join(', ')}`,
    implied.length === 0 ? null : `  implies: ${implied.join(', ')}`,
  ]
    .filter((line) => line !== null)
    .join('\n')
}

function list(kind: string | null, { taxonomy }: Knowledge): Answer {
  const all = [...taxonomy.skills.values()]
  const kinds = [...new Set(all.map((skill) => skill.kind))]
  if (kind !== null && !kinds.some((known) => known === kind)) {
    throw userError(codes, 'CLI003', `'${kind}' is no kind of skill; there are: ${kinds.join(', ')}`)
  }
  const chosen = all.filter((skill) => kind === null || skill.kind === kind)
  return {
    jsonLines: chosen.map(({ id, name, kind: of, aliases }) => ({ id, name, kind: of, aliases })),
    text: kinds
      .filter((of) => chosen.some((skill) => skill.kind === of))
      .map(
        (of) =>
          `${of}\n${chosen
            .filter((skill) => skill.kind === of)
            .map(({ id, name }) => `  ${name} (${id})`)
            .join('\n')}`,
      )
      .join('\n'),
  }
}
