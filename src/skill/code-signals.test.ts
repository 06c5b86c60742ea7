import { describe, expect, it } from 'vitest'
import { buildCodeSignals, manifestKind } from './code-signals.ts'
import { buildTaxonomy } from './taxonomy.ts'

const signals = buildCodeSignals(
  buildTaxonomy([
    {
      file: 'own.yaml',
      content: {
        kind: 'tool',
        skills: [
          { id: 'go', name: 'Go', code: { extensions: ['.go'], files: ['go.mod'] } },
          { id: 'go-testing', name: 'Go tests', code: { files: ['*_test.go'] } },
          {
            id: 'typescript',
            name: 'TypeScript',
            code: { extensions: ['.ts', '.tsx'], files: ['tsconfig.*.json'] },
          },
          {
            id: 'react',
            name: 'React',
            code: { extensions: ['.tsx'], dependencies: { npm: ['react', 'react-*'] } },
          },
          {
            id: 'docker',
            name: 'Docker',
            code: { files: ['Dockerfile', 'Dockerfile.*'], images: ['docker'] },
          },
          { id: 'actions', name: 'Actions', code: { files: ['.github/workflows/*.yml'] } },
          {
            id: 'kubernetes',
            name: 'Kubernetes',
            code: { files: ['k8s/**/*.yaml'], dependencies: { go: ['k8s.io/*'] } },
          },
          {
            id: 'postgresql',
            name: 'PostgreSQL',
            code: {
              images: ['postgres', 'bitnami/postgresql*'],
              dependencies: { npm: ['pg'], go: ['github.com/jackc/pgx*'] },
            },
          },
          { id: 'sql-server', name: 'SQL Server', code: { images: ['mcr.microsoft.com/mssql/server'] } },
          { id: 'django', name: 'Django', code: { dependencies: { pypi: ['django', 'django-*'] } } },
          { id: 'spring', name: 'Spring', code: { dependencies: { maven: ['org.springframework:*'] } } },
          {
            id: 'spring-mvc',
            name: 'Spring MVC',
            code: { dependencies: { maven: ['org.springframework:spring-webmvc'] } },
          },
          { id: 'serde', name: 'Serde', code: { dependencies: { cargo: ['serde_json'] } } },
          { id: 'npgsql', name: 'Npgsql', code: { dependencies: { nuget: ['npgsql*'] } } },
        ],
      },
    },
  ]),
)

describe('buildCodeSignals', () => {
  it.each([
    ['main.go', ['go']],
    ['cmd/server/main.go', ['go']],
    ['server_test.go', ['go-testing', 'go']],
    ['go.mod', ['go']],
    ['src/App.tsx', ['typescript', 'react']],
    ['src/APP.TSX', ['typescript', 'react']],
    ['tsconfig.build.json', ['typescript']],
    ['tsconfig.json', []],
    ['Dockerfile', ['docker']],
    ['services/api/Dockerfile.dev', ['docker']],
    ['dockerfile.md', []],
    ['.github/workflows/ci.yml', ['actions']],
    ['sub/.github/workflows/ci.yml', ['actions']],
    ['.github/workflows/deep/ci.yml', []],
    ['x.github/workflows/ci.yml', []],
    ['k8s/deployment.yaml', ['kubernetes']],
    ['deploy/k8s/base/a/service.yaml', ['kubernetes']],
    ['README', []],
    ['.go', ['go']],
    ['dir.go/file', []],
    ['', []],
  ])('skillsOfPath(%j)', (path, skills) => {
    expect(signals.skillsOfPath(path)).toEqual(skills)
  })

  it('tells extension, file name and path apart', () => {
    expect(signals.signalsOfPath('a/server_test.go')).toEqual([
      { skill: 'go-testing', how: 'file-name' },
      { skill: 'go', how: 'extension' },
    ])
    expect(signals.signalsOfPath('.github/workflows/a.yml')).toEqual([{ skill: 'actions', how: 'path' }])
    expect(signals.byExtension('a/server_test.go')).toEqual(['go'])
    expect(signals.byFileName('a/server_test.go')).toEqual(['go-testing'])
    expect(signals.byExtension('a.go/b')).toEqual([])
  })

  it('answers the same after its caches ran over', () => {
    const before = ['x/server_test.go', 'k8s/a.yaml', 'a.b'].map((path) => signals.skillsOfPath(path))
    for (let at = 0; at < 20_000; at++) signals.skillsOfPath(`dir-${at}/file-${at}_test.go`)
    for (let at = 0; at < 20_000; at++) signals.skillsOfPath(`file.ext${at}`)
    expect(['x/server_test.go', 'k8s/a.yaml', 'a.b'].map((path) => signals.skillsOfPath(path))).toEqual(
      before,
    )
  })

  it.each([
    ['npm', 'react', ['react']],
    ['npm', 'react-router', ['react']],
    ['npm', 'preact', []],
    ['npm', 'constructor', []],
    ['pypi', 'Django', ['django']],
    ['pypi', 'django_filter', ['django']],
    ['pypi', 'Django.Filter', ['django']],
    ['maven', 'org.springframework:spring-core', ['spring']],
    ['maven', 'org.springframework:spring-webmvc', ['spring-mvc']],
    ['maven', 'org.springframework.boot:spring-boot', []],
    ['go', 'github.com/jackc/pgx/v5', ['postgresql']],
    ['go', 'github.com/jackc/pgx/v5/pgxpool', ['postgresql']],
    ['go', 'k8s.io/client-go', ['kubernetes']],
    ['cargo', 'serde-json', ['serde']],
    ['nuget', 'Npgsql.EntityFrameworkCore.PostgreSQL', ['npgsql']],
    ['hex', 'phoenix', []],
  ] as const)('byDependency(%s, %s)', (ecosystem, name, skills) => {
    expect(signals.byDependency(ecosystem, name)).toEqual(skills)
  })

  it.each([
    ['postgres', ['postgresql']],
    ['postgres:16-alpine', ['postgresql']],
    ['docker.io/library/postgres:16', ['postgresql']],
    ['library/postgres', ['postgresql']],
    ['localhost:5000/postgres@sha256:0123', ['postgresql']],
    ['bitnami/postgresql-repmgr:15', ['postgresql']],
    ['registry.example.org/bitnami/postgresql:15', ['postgresql']],
    ['mcr.microsoft.com/mssql/server:2022-latest', ['sql-server']],
    ['somebody/postgres', []],
    ['postgres-exporter', []],
  ])('byImage(%s)', (name, skills) => {
    expect(signals.byImage(name)).toEqual(skills)
  })
})

describe('manifestKind', () => {
  it.each([
    ['package.json', 'npm', 'package.json'],
    ['web/package.json', 'npm', 'package.json'],
    ['requirements.txt', 'pypi', 'requirements.txt'],
    ['requirements-dev.txt', 'pypi', 'requirements.txt'],
    ['requirements/base.txt', 'pypi', 'requirements.txt'],
    ['dev-requirements.in', 'pypi', 'requirements.txt'],
    ['pyproject.toml', 'pypi', 'pyproject.toml'],
    ['Pipfile', 'pypi', 'pipfile'],
    ['setup.py', 'pypi', 'setup.py'],
    ['pom.xml', 'maven', 'pom.xml'],
    ['app/build.gradle', 'maven', 'gradle'],
    ['build.gradle.kts', 'maven', 'gradle'],
    ['buildSrc/dependencies.gradle', 'maven', 'gradle'],
    ['gradle/libs.versions.toml', 'maven', 'gradle-catalog'],
    ['src/Api/Api.csproj', 'nuget', 'msbuild'],
    ['Directory.Packages.props', 'nuget', 'msbuild'],
    ['go.mod', 'go', 'go.mod'],
    ['Cargo.toml', 'cargo', 'cargo.toml'],
    ['Gemfile', 'rubygems', 'gemfile'],
    ['tool.gemspec', 'rubygems', 'gemspec'],
    ['composer.json', 'composer', 'composer.json'],
    ['mix.exs', 'hex', 'mix.exs'],
    ['pubspec.yaml', 'pub', 'pubspec.yaml'],
  ])('%s', (path, ecosystem, format) => {
    expect(manifestKind(path)).toEqual({ ecosystem, format })
  })

  it.each([
    'package-lock.json',
    'Gemfile.lock',
    'go.sum',
    'my-package.json',
    'requirements.md',
    'pom.xml.bak',
    'docs/requirements/notes.md',
  ])('takes %s for none', (path) => {
    expect(manifestKind(path)).toBeNull()
  })
})
