const DOMAIN = 'guide|skill|metric|resume|posting|claim|match|tailor|career|interview|pay'
const PLUGINS = 'connectors|importers|exporters|reporters'
const PURE_LIBRARIES = '^(zod|yaml|smol-toml|libphonenumber-js|parse5|linguist-languages)(/|$)'

/** Which domain folder may ask which neighbour. docs/architecture.md says why; both lists are compared by a test. */
export const NEIGHBOURS = {
  guide: ['skill'],
  skill: [],
  metric: ['skill', 'match'],
  resume: ['skill'],
  posting: ['skill'],
  claim: ['metric', 'resume', 'skill', 'match'],
  match: ['posting', 'resume', 'skill', 'metric'],
  tailor: ['match', 'posting', 'resume', 'skill', 'metric', 'claim'],
  check: ['claim', 'match', 'posting', 'resume', 'skill', 'metric'],
}

const test = '\\.test\\.ts$|/test-support/|/fixtures/'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'The data goes one way. Move what both need into the folder below them.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-imports-the-schema-library-alone',
      comment: 'core is below everything. Take what you need as an argument or a port.',
      severity: 'error',
      from: { path: '^src/core/', pathNot: test },
      to: { pathNot: '^src/core/|^node_modules/zod/' },
    },
    ...Object.entries(NEIGHBOURS).map(([folder, neighbours]) => ({
      name: `${folder}-asks-its-neighbours-only`,
      comment:
        'A domain folder imports core and the neighbours named in docs/architecture.md. Pass the value in, or change the table there with a reason.',
      severity: 'error',
      from: { path: `^src/${folder}/`, pathNot: test },
      to: { path: '^src/', pathNot: `^src/(core|${[folder, ...neighbours].join('|')})/` },
    })),
    {
      name: 'plug-ins-import-core-and-domain',
      comment: 'Connectors, importers, exporters and reporters know core and the domain, nothing above.',
      severity: 'error',
      from: { path: `^src/(${PLUGINS})/`, pathNot: test },
      to: { path: '^src/', pathNot: `^src/(core|check|${DOMAIN}|${PLUGINS})/` },
    },
    {
      name: 'no-plug-in-imports-another-kind',
      comment: 'A connector does not know an importer. Move what both need into the domain.',
      severity: 'error',
      from: { path: `^src/(${PLUGINS})/`, pathNot: test },
      to: { path: `^src/(${PLUGINS})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'no-sibling-plug-ins',
      comment:
        'Plug-ins of one kind share through a file of the kind itself (src/importers/reading/ for the importers), never through each other.',
      severity: 'error',
      from: { path: `^src/(${PLUGINS}|check/rules)/([^/]+)/`, pathNot: test },
      to: { path: `^src/(${PLUGINS}|check/rules)/([^/]+)/`, pathNot: '^src/$1/$2/|^src/importers/reading/' },
    },
    {
      name: 'pure-folders-touch-no-machine',
      comment:
        'Only platform and faces touch files, network, processes, environment, clock or randomness: take a port of core/ports.ts.',
      severity: 'error',
      from: { path: `^src/(core|check|app|${DOMAIN}|${PLUGINS})/`, pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'domain-uses-pure-libraries-only',
      comment: 'A library in the domain must be pure. Add it to PURE_LIBRARIES only if it does no I/O.',
      severity: 'error',
      from: { path: `^src/(core|check|app|${DOMAIN}|${PLUGINS})/`, pathNot: test },
      to: { path: 'node_modules', pathNot: PURE_LIBRARIES.replace('^', '^node_modules/') },
    },
    {
      name: 'app-knows-no-face-and-no-platform',
      comment: 'Use cases take ports. A face brings the platform.',
      severity: 'error',
      from: { path: '^src/app/', pathNot: test },
      to: { path: '^src/(platform|faces)/' },
    },
    {
      name: 'platform-implements-ports',
      comment: 'platform imports core, and of the rest only the types of the ports that it implements.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/(core|platform)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'faces-use-app-and-platform',
      comment: 'A face translates; what it needs of the domain, app gives it. Types may be named.',
      severity: 'error',
      from: { path: '^src/faces/', pathNot: test },
      to: { path: '^src/', pathNot: '^src/(app|platform|core|faces)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'faces-do-not-know-each-other',
      comment: 'Move what two faces need into app.',
      severity: 'error',
      from: { path: '^src/faces/([^/]+)/', pathNot: test },
      to: { path: '^src/faces/', pathNot: '^src/faces/($1|shared)/|^src/faces/server/index\\.ts$' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '\\.test\\.ts$|/test-support/' },
      to: { path: '\\.test\\.ts$|/test-support/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
