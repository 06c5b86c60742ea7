import { expect, it } from 'vitest'
import { manifestKind } from '../../../skill/manifests.ts'
import { imageFile } from './images.ts'
import { readerOf } from './read.ts'

function namesOf(path: string, content: string): readonly string[] {
  const manifest = manifestKind(path)
  return (manifest ? readerOf(manifest) : imageFile(path))?.names(content) ?? ['no manifest']
}

const MANIFESTS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'package.json',
    '{"dependencies":{"pg":"8","@a/b":"1"},"devDependencies":{"vitest":"5"},"scripts":{"x":"y"}}',
    ['pg', '@a/b', 'vitest'],
  ],
  [
    'composer.json',
    '{"require":{"php":"8","laravel/framework":"11"},"require-dev":{"phpunit/phpunit":"1"}}',
    ['php', 'laravel/framework', 'phpunit/phpunit'],
  ],
  [
    'requirements.txt',
    '# base\nDjango[argon2]>=4.2,<5 ; python_version>"3"\n-r other.txt\npsycopg==3 \\\n  --hash=sha256:ab\nrequests\ngit+https://x.example/y#egg=why\n',
    ['Django', 'psycopg', 'requests', 'why'],
  ],
  [
    'pyproject.toml',
    '[project]\ndependencies=["fastapi>=0.1","uvicorn[standard]"]\n[project.optional-dependencies]\ndb=["sqlalchemy"]\n[dependency-groups]\ndev=["pytest",{include-group="x"}]\n[tool.poetry.dependencies]\npython="^3"\ncelery={version="5"}\n[tool.poetry.group.dev.dependencies]\nruff="*"\n',
    ['fastapi', 'uvicorn', 'sqlalchemy', 'pytest', 'celery', 'ruff'],
  ],
  [
    'setup.py',
    "setup(name='x', install_requires=['flask>=2', \"redis\"], extras_require={'db': ['psycopg2']})",
    ['flask', 'redis', 'psycopg2'],
  ],
  [
    'setup.cfg',
    '[metadata]\nname = x\n[options]\ninstall_requires =\n    flask>=2\n    redis\npython_requires = >=3\n[options.extras_require]\ndb =\n    psycopg2\n',
    ['flask', 'redis', 'psycopg2'],
  ],
  ['Pipfile', '[packages]\nflask="*"\n[dev-packages]\npytest="*"\n', ['flask', 'pytest']],
  [
    'pom.xml',
    '<project><parent><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-parent</artifactId></parent><!-- <dependency><groupId>a</groupId><artifactId>no</artifactId></dependency> --><dependencies><dependency><groupId>org.postgresql</groupId>\n<artifactId>postgresql</artifactId><exclusions><exclusion><groupId>e</groupId><artifactId>f</artifactId></exclusion></exclusions></dependency><dependency><groupId>${g}</groupId><artifactId>x</artifactId></dependency></dependencies><build><plugins><plugin><artifactId>maven-surefire-plugin</artifactId></plugin></plugins></build></project>',
    [
      'org.postgresql:postgresql',
      'org.apache.maven.plugins:maven-surefire-plugin',
      'org.springframework.boot:spring-boot-starter-parent',
    ],
  ],
  [
    'build.gradle',
    "plugins { id 'org.springframework.boot' version '3.0' }\ndependencies {\n  implementation 'org.postgresql:postgresql:42'\n  testImplementation group: 'org.junit', name: 'junit', version: '4'\n  // implementation 'no:no:1'\n}",
    [
      'org.postgresql:postgresql',
      'org.junit:junit',
      'org.springframework.boot:org.springframework.boot.gradle.plugin',
    ],
  ],
  [
    'build.gradle.kts',
    'plugins { kotlin("jvm") version "2" }\ndependencies { implementation("io.ktor:ktor-server-core:3.0") }',
    ['io.ktor:ktor-server-core', 'org.jetbrains.kotlin:kotlin-jvm'],
  ],
  [
    'gradle/libs.versions.toml',
    '[libraries]\npg={module="org.postgresql:postgresql",version="42"}\nktor={group="io.ktor",name="ktor-core",version="3"}\njunit="org.junit:junit:5"\n[plugins]\nboot={id="org.springframework.boot",version="3"}\n',
    [
      'org.postgresql:postgresql',
      'io.ktor:ktor-core',
      'org.junit:junit',
      'org.springframework.boot:org.springframework.boot.gradle.plugin',
    ],
  ],
  [
    'Api.csproj',
    '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Npgsql" Version="8" /><!-- <PackageReference Include="No" /> --></ItemGroup></Project>',
    ['Npgsql', 'Microsoft.NET.Sdk.Web'],
  ],
  ['packages.config', '<packages><package id="Dapper" version="2" /></packages>', ['Dapper']],
  [
    'go.mod',
    'module example.org/x\n\ngo 1.22\n\nrequire github.com/jackc/pgx/v5 v5.5.0\n\nrequire (\n\tgithub.com/redis/go-redis/v9 v9.1.0\n\tgolang.org/x/text v0.1.0 // indirect\n)\n',
    ['github.com/jackc/pgx/v5', 'github.com/redis/go-redis/v9'],
  ],
  [
    'Cargo.toml',
    '[dependencies]\ntokio={version="1"}\nalias={package="serde",version="1"}\n[dev-dependencies]\ninsta="1"\n[target."cfg(unix)".dependencies]\nnix="0"\n[workspace.dependencies]\naxum="0"\n',
    ['tokio', 'serde', 'insta', 'axum', 'nix'],
  ],
  [
    'Gemfile',
    "source 'https://rubygems.org'\ngem 'rails', '~> 7'\n  gem(\"pg\")\n# gem 'no'\n",
    ['rails', 'pg'],
  ],
  [
    'x.gemspec',
    "Gem::Specification.new do |spec|\n  spec.add_dependency 'sidekiq', '7'\n  spec.add_development_dependency(\"rspec\")\nend\n",
    ['sidekiq', 'rspec'],
  ],
  [
    'mix.exs',
    'defp deps do\n  [\n    {:phoenix, "~> 1.7"},\n    {:ecto_sql, "~> 3"}\n  ]\nend\n',
    ['phoenix', 'ecto_sql'],
  ],
  ['pubspec.yaml', 'dependencies:\n  http: ^1\ndev_dependencies:\n  test: any\n', ['http', 'test']],
  [
    'Dockerfile',
    'ARG V=1\nFROM --platform=linux/amd64 golang:1.22 AS build\nFROM build AS test\nFROM scratch\nFROM ${BASE}\nFROM registry.example:5000/team/postgres:16@sha256:ab\n',
    ['golang', 'registry.example:5000/team/postgres'],
  ],
  ['deploy/api.dockerfile', 'from node:24\n', ['node']],
  [
    'docker-compose.prod.yml',
    'services:\n  db:\n    image: postgres:16\n  api:\n    build: .\n  x:\n    image: ${X}\n',
    ['postgres'],
  ],
]

it.each(MANIFESTS)('reads the names of %s', (path, content, expected) => {
  expect(namesOf(path, content)).toEqual(expected)
})

const STRICT = /\.(?:json|toml|ya?ml)$|^Pipfile$/

it.each(MANIFESTS.filter(([path]) => STRICT.test(path)))(
  'reads no names out of a broken %s',
  (path, content) => {
    const broken = `<<<<<<< HEAD\n{[${content.slice(0, 8)}`
    expect(namesOf(path, broken)).toEqual([])
  },
)

it.each([
  ['pom.xml', '<dependency>'.repeat(80_000)],
  ['pom.xml', '<!--'.repeat(200_000)],
  ['Api.csproj', '<PackageReference '.repeat(50_000)],
  ['setup.py', 'install_requires=['.repeat(50_000)],
  ['build.gradle', `"${'a.'.repeat(400_000)}`],
  ['requirements.txt', `a${'.'.repeat(800_000)}`],
  ['mix.exs', ' '.repeat(800_000)],
  ['Gemfile', '\n'.repeat(800_000)],
])('reads a %s made to take long', (path, content) => {
  expect(namesOf(path, content)).toEqual([])
})

it('knows no other file as a manifest or as one that names images', () => {
  expect(
    ['README.md', 'src/docker.ts', 'package-lock.json', 'Dockerfile/readme.txt'].map((path) =>
      imageFile(path),
    ),
  ).toEqual([null, null, null, null])
})
