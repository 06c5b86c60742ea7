import type { Contact } from './types.ts'

/**
 * Programs that commit. `writes`: the change is theirs even where a person's name stands as author, if they signed it
 * off or committed it. Others only land, sign or release what people wrote.
 */
const BOTS: readonly { readonly name: RegExp; readonly writes: boolean }[] = [
  { name: /^dependabot(?:-preview)?$/, writes: true },
  { name: /^(?:self-hosted-)?renovate(?:[ -]bot)?$/, writes: true },
  { name: /^(?:white ?source|mend)(?:-bolt)?[ -]for[ -]github(?:-com)?$/, writes: true },
  { name: /^greenkeeper(?:io-bot)?$/, writes: true },
  { name: /^snyk(?:-bot|-io)?$/, writes: true },
  { name: /^depfu$/, writes: true },
  { name: /^pyup(?:-bot)?$/, writes: true },
  { name: /^scala-steward$/, writes: true },
  { name: /^imgbot(?:app)?$/, writes: true },
  { name: /^allcontributors$/, writes: true },
  { name: /^pre-commit-ci$/, writes: true },
  { name: /^(?:hosted )?weblate$/, writes: true },
  { name: /^(?:crowdin|transifex|transifex-integration|lokalise)$/, writes: true },
  { name: /^github(?:[ -]actions?)?$/, writes: false },
  { name: /^web-flow$/, writes: false },
  {
    name: /^(?:travis|travis ci|circle ?ci|jenkins|appveyor|azure pipelines|gitlab|gitlab ci|teamcity)$/,
    writes: false,
  },
  { name: /^(?:bors|mergify|homu|kodiak|codecov|sonarcloud|netlify|vercel|stale)$/, writes: false },
  { name: /(?:^|[-_ .])(?:bot|robot|ci-bot|automation)$/, writes: false },
]

/** Addresses that no person commits with. */
const BOT_MAIL = /^(?:noreply@github\.com|action@github\.com|bot@|hosted@weblate\.org|.*\[bot\]@)/

/**
 * Tools that write code on somebody's behalf. A `mail` is proof by itself; a `name` alone is so where it cannot be a
 * person's. `word` is the tool's name as trailers such as `Assisted-by: Claude:model` have it.
 */
const AI_TOOLS: readonly { readonly word: RegExp; readonly name?: RegExp; readonly mail: RegExp }[] = [
  {
    word: /^claude\b/,
    name: /^claude(?: code| agent|-code|[- ](?:opus|sonnet|haiku|fable|\d).*)$|^claude\[bot\]$/,
    mail: /@anthropic\.com$|\+claude(?:\[bot\])?@users\.noreply\.github\.com$/,
  },
  {
    word: /^(?:github )?copilot\b/,
    name: /^(?:github copilot|copilot-swe-agent|copilot(?: (?:coding )?agent| autofix.*)?)(?:\[bot\])?$/,
    mail: /\+(?:github-)?copilot(?:-swe-agent)?(?:\[bot\])?@users\.noreply\.github\.com$|^copilot@github\.com$/,
  },
  {
    word: /^(?:chatgpt|gpt-|openai|codex)/,
    name: /^(?:chatgpt|openai codex|codex cli|chatgpt-codex-connector(?:\[bot\])?)$/,
    mail: /^codex@openai\.com$|^noreply@openai\.com$|\+(?:chatgpt-)?codex[\w-]*(?:\[bot\])?@users\.noreply\.github\.com$/,
  },
  {
    word: /^cursor\b/,
    name: /^cursor(?: ?agent| ai)$/,
    mail: /^cursoragent@cursor\.com$|\+cursor(?:agent)?(?:\[bot\])?@users\.noreply\.github\.com$/,
  },
  { word: /^aider\b/, name: /^aider(?: \(.*\))?$/, mail: /@aider\.chat$/ },
  {
    word: /^(?:gemini|jules)\b/,
    name: /^(?:gemini(?:[- ]cli| code assist|-code-assist)|google-labs-jules)(?:\[bot\])?$/,
    mail: /\+(?:google-labs-jules|gemini-code-assist|gemini-cli)(?:\[bot\])?@users\.noreply\.github\.com$|^gemini-cli@google\.com$/,
  },
  {
    word: /^devin\b/,
    name: /^devin(?: ai|-ai-integration)(?:\[bot\])?$/,
    mail: /\+devin-ai-integration(?:\[bot\])?@users\.noreply\.github\.com$/,
  },
  {
    word: /^(?:windsurf|codeium|cascade)\b/,
    name: /^(?:windsurf|codeium)$/,
    mail: /@(?:windsurf|codeium)\.com$/,
  },
  { word: /^(?:openhands|opendevin)\b/, name: /^openhands(?:-agent)?$/, mail: /^openhands@all-hands\.dev$/ },
  { word: /^opencode\b/, name: /^opencode$/, mail: /@opencode\.ai$/ },
  {
    word: /^(?:amazon q|kiro)\b/,
    name: /^(?:amazon q(?: developer)?|amazon-q-developer)(?:\[bot\])?$/,
    mail: /\+amazon-q-developer(?:\[bot\])?@users\.noreply\.github\.com$/,
  },
  {
    word: /^junie\b/,
    name: /^(?:jetbrains junie|junie(?: ai)?|jetbrains-junie)(?:\[bot\])?$/,
    mail: /^junie@jetbrains\.com$/,
  },
  { word: /^(?:amp|cody|sourcegraph)\b/, name: /^(?:sourcegraph cody|ampcode)$/, mail: /^amp@ampcode\.com$/ },
  {
    word: /^(?:factory|droid)\b/,
    name: /^factory[- ]droid(?:\[bot\])?$/,
    mail: /\+factory-droid(?:\[bot\])?@users\.noreply\.github\.com$/,
  },
  { word: /^qwen\b/, name: /^qwen-?coder$/, mail: /^qwen-coder@alibabacloud\.com$/ },
  {
    word: /^(?:tabnine|codewhisperer|replit agent|lovable|bolt\.new|v0|sweep|crush|goose|cline|roo code|continue)\b/,
    name: /^(?:tabnine|replit agent|gpt-engineer-app|lovable-dev|sweep-ai|v0)(?:\[bot\])?$/,
    mail: /\+(?:gpt-engineer-app|lovable-dev|sweep-ai|v0)(?:\[bot\])?@users\.noreply\.github\.com$|^crush@charm\.land$/,
  },
]

/** What commits under a contact: a person, a program, or a tool that writes code on a person's behalf. */
export type AgentKind = 'person' | 'bot' | 'writing-bot' | 'ai'

/** Tells people from programs by the tables above; a name that ends in `[bot]` is a program in any case. */
export function agentKind({ name, email }: Contact): AgentKind {
  const plain = name.trim().toLowerCase()
  const mail = email.toLowerCase()
  if (AI_TOOLS.some((tool) => tool.mail.test(mail) || tool.name?.test(plain) === true)) return 'ai'
  const marked = plain.endsWith('[bot]')
  const bot = BOTS.find((each) => each.name.test(plain.replace(/ ?\[bot\]$/, '')))
  if (bot?.writes === true) return 'writing-bot'
  return marked || bot !== undefined || BOT_MAIL.test(mail) ? 'bot' : 'person'
}

/** Whether a text such as `Claude:model` or `GitHub Copilot` names a tool that writes code. */
export function namesAiTool(text: string): boolean {
  const plain = text.trim().toLowerCase()
  return AI_TOOLS.some(({ word }) => word.test(plain))
}
