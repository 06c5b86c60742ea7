/** The package of one requirement such as `Django[argon2]>=4.2; python_version>"3"`. See https://peps.python.org/pep-0508/. */
export function requirementName(requirement: string): string | null {
  const match = /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?:$|[=<>!~;@(,])/.exec(
    requirement,
  )
  return match?.[1] ?? null
}

/** Packages of a requirements.txt. See https://pip.pypa.io/en/stable/reference/requirements-file-format/. */
export function requirementNames(content: string): readonly string[] {
  return content.split(/\r?\n/).flatMap((line) => {
    const egg = /#egg=([\w.-]+)/.exec(line)
    if (egg) return [egg[1] ?? '']
    const text = line.replace(/(?:^|\s)#.*$/, '').replace(/\s+--hash=.*$|\\$/, '')
    return text.trimStart().startsWith('-') ? [] : (requirementName(text.trim()) ?? [])
  })
}

/**
 * Packages of a setup.py: the quoted requirements in the lists of its `*_requires` arguments. It is a program, so what
 * it computes is not seen.
 */
export function setupPyNames(content: string): readonly string[] {
  const names: string[] = []
  let end = 0
  for (const match of content.matchAll(/\b(?:install|setup|tests|extras)_require[sd]?\s*=\s*([[{])/g)) {
    const start = match.index + match[0].length
    if (start < end) continue
    end = endOfBlock(content, start, match[1] === '{' ? '}' : ']')
    const block = content.slice(start, end)
    // A quoted text before a colon is the name of an extra.
    for (const [, quoted = '', colon] of block.matchAll(/["']([^"'\n]+)["'](\s*:)?/g)) {
      const name = colon === undefined ? requirementName(quoted) : null
      if (name !== null) names.push(name)
    }
  }
  return names
}

function endOfBlock(text: string, start: number, close: string): number {
  const open = close === '}' ? '{' : '['
  let depth = 1
  for (let index = start; index < text.length; index++) {
    if (text[index] === open) depth++
    else if (text[index] === close && --depth === 0) return index
  }
  return text.length
}

/** Direct modules of a go.mod; those marked `// indirect` are the work of others. See https://go.dev/ref/mod#go-mod-file-require. */
export function goModules(content: string): readonly string[] {
  const modules: string[] = []
  let inBlock = false
  for (const line of content.split(/\r?\n/)) {
    const text = line.trim()
    if (/^require\s*\($/.test(text)) inBlock = true
    else if (inBlock && text === ')') inBlock = false
    else if (!/\/\/\s*indirect/.test(text)) {
      const match = inBlock
        ? /^"?([^\s"()/][^\s"()]*)"?\s+v/.exec(text)
        : /^require\s+"?([^\s"()]+)"?\s+v/.exec(text)
      if (match) modules.push(match[1] ?? '')
    }
  }
  return modules
}

/** Gems of a Gemfile. See https://bundler.io/man/gemfile.5.html. */
export function gemfileGems(content: string): readonly string[] {
  return capture(content, /^[ \t]*gem[ \t(]+["']([\w.-]+)["']/gm)
}

/** Gems of a gemspec. See https://guides.rubygems.org/specification-reference/. */
export function gemspecGems(content: string): readonly string[] {
  return capture(content, /^[ \t]*\w+\.add_(?:runtime_|development_)?dependency[ \t(]+["']([\w.-]+)["']/gm)
}

/** Packages of a mix.exs. See https://hexdocs.pm/mix/Mix.Tasks.Deps.html. */
export function mixPackages(content: string): readonly string[] {
  return capture(content, /^[ \t]*\{[ \t]*:(\w+)[ \t]*,/gm)
}

/**
 * Dependencies (`group:artifact`) and plug-ins of a Gradle build, in Groovy or Kotlin. A plug-in has the name of its
 * marker artifact, `id:id.gradle.plugin`. See https://docs.gradle.org/current/userguide/declaring_dependencies.html.
 */
export function gradlePackages(content: string): readonly string[] {
  const text = content.replace(/^[ \t]*\/\/.*$/gm, '')
  const notation = /["']([A-Za-z][\w.-]{0,200}):([\w.-]{1,200})(?::[^"'\n]{0,200})?["']/g
  const named = /\bgroup\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']/g
  const plugin = /\bid\s*[\s(]\s*["']([\w.-]+)["']/g
  const kotlin = /\bkotlin\(\s*["']([\w.-]+)["']/g
  return [
    ...[...text.matchAll(notation), ...text.matchAll(named)].map(
      ([, group = '', name = '']) => `${group}:${name}`,
    ),
    ...[...text.matchAll(plugin)].map(([, id = '']) => `${id}:${id}.gradle.plugin`),
    ...[...text.matchAll(kotlin)].map(([, module = '']) => `org.jetbrains.kotlin:kotlin-${module}`),
  ]
}

function capture(content: string, pattern: RegExp): readonly string[] {
  return [...content.matchAll(pattern)].map(([, name = '']) => name)
}
