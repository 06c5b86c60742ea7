const COMMENT = /<!--[^]*?(?:-->|$)/g

/**
 * Artifacts (`group:artifact`) of a pom.xml: dependencies, plug-ins and the parent. A group given by a property is not
 * known. See https://maven.apache.org/pom.html.
 */
export function mavenArtifacts(content: string): readonly string[] {
  const text = content.replace(COMMENT, '')
  return ['dependency', 'plugin', 'parent', 'extension'].flatMap((element) =>
    bodiesOf(text, element).flatMap((whole) => {
      const body = whole.split('<exclusions>')[0] ?? ''
      const group = elementOf(body, 'groupId') ?? (element === 'plugin' ? 'org.apache.maven.plugins' : null)
      const artifact = elementOf(body, 'artifactId')
      return group === null || artifact === null || `${group}${artifact}`.includes('$')
        ? []
        : [`${group}:${artifact}`]
    }),
  )
}

/** What stands within each element of this name. Searched by hand: a pattern takes quadratic time where ends are missing. */
function bodiesOf(text: string, element: string): readonly string[] {
  const bodies: string[] = []
  const open = `<${element}>`
  const close = `</${element}>`
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, start)) {
    const end = text.indexOf(close, start)
    if (end < 0) break
    bodies.push(text.slice(start + open.length, end))
    start = end
  }
  return bodies
}

function elementOf(body: string, name: string): string | null {
  return new RegExp(`<${name}>\\s*([^<>\\s]+)\\s*</${name}>`).exec(body)?.[1] ?? null
}

/** Packages of a project file of .NET or a packages.config. See https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files. */
export function nugetPackages(content: string): readonly string[] {
  const text = content.replace(COMMENT, '')
  return [
    ...text.matchAll(
      /<(?:PackageReference|PackageVersion|GlobalPackageReference)\b[^>]{0,500}?\bInclude\s*=\s*["']([^"']+)["']/g,
    ),
    ...text.matchAll(/<package\b[^>]{0,500}?\bid\s*=\s*["']([^"']+)["']/g),
    ...text.matchAll(/<Project\b[^>]{0,500}?\bSdk\s*=\s*["']([^"'/]+)/g),
  ].map(([, name = '']) => name)
}
