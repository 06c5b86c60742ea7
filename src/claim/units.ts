/**
 * Nouns that are counted in résumés, by the unit that they name: English first, with the German, French and Spanish
 * words for the common ones. Lower case, singular and plural where they differ by more than a final `s`.
 */
const NOUNS: Readonly<Record<string, string>> = {
  commits: 'commit',
  'pull-requests': 'pull request, pull-request, merge request, merge-request, pr, prs, mr, mrs',
  merges: 'merge',
  releases: 'release',
  deployments: 'deployment, deploy, rollout, déploiement, despliegue, despliegues',
  people:
    'people, person, engineer, developer, dev, programmer, member, colleague, employee, intern, junior, mentee, student, designer, analyst, contributor, specialist, consultant, mitarbeiter, mitarbeitern, mitarbeitende, mitarbeitenden, entwickler, entwicklern, entwicklerinnen, personen, leute, leuten, kollegen, ingenieure, ingenieuren, studenten, studierende, personne, développeur, développeuse, ingénieur, collègue, collaborateur, stagiaire, membre, persona, desarrollador, desarrolladores, ingeniero, empleado, compañero, miembro, alumno',
  teams: 'team, squad, équipe, equipo',
  users: 'user, mau, dau, nutzer, nutzern, benutzer, benutzern, anwender, anwendern, utilisateur, usuario',
  customers:
    'customer, client, subscriber, kunden, kunde, abonnenten, abonné, cliente, suscriptor, suscriptores',
  services: 'service, microservice, micro-service, dienste, diensten, servicio, microservicio',
  apis: 'api, schnittstellen',
  endpoints: 'endpoint, route, endpunkte, endpunkten',
  requests:
    'request, req, call, anfrage, anfragen, requête, petición, peticiones, solicitud, solicitudes, hit',
  queries: 'query, queries, abfragen, consulta',
  transactions:
    'transaction, transaktion, transaktionen, transacción, transacciones, payment, zahlungen, paiement, pago',
  orders: 'order, bestellung, bestellungen, aufträge, commande, pedido',
  messages: 'message, nachricht, nachrichten, mensaje, email, e-mail',
  events: 'event, ereignisse, ereignissen, événement, évènement, evento',
  records: 'record, row, entry, entries, item, datensätze, datensätzen, enregistrement, registro',
  documents:
    'document, file, page, report, article, dokumente, dokumenten, dateien, fichier, documento, archivo',
  tables: 'table, tabellen, tabla',
  databases: 'database, db, datenbank, datenbanken, bases',
  servers:
    'server, host, machine, vm, instance, node, maschinen, knoten, serveur, nœud, servidor, servidores',
  clusters: 'cluster',
  containers: 'container, pod, conteneur, contenedor, contenedores',
  lines: 'line, loc, sloc, zeile, zeilen, codezeilen, ligne, línea',
  tests: 'test, testcase, tests, prueba',
  bugs: 'bug, defect, fehler, fehlern, anomalie, defecto',
  issues: 'issue, ticket, story, stories, task, aufgabe, aufgaben, tâche, tarea, incidencia',
  incidents: 'incident, outage, vorfälle, vorfällen, störungen, incidente',
  alerts: 'alert, alarm, alerte, alerta',
  points: 'story-point, story point, punkte, punkten',
  features: 'feature, funktion, funktionen, fonctionnalité, funcionalidad, funcionalidades',
  projects: 'project, projekt, projekte, projekten, projet, proyecto',
  repositories: 'repository, repositories, repo, repositorien, dépôt, repositorio',
  modules:
    'module, component, package, library, libraries, modul, komponenten, bibliotheken, composant, módulo, biblioteca',
  applications: 'application, app, anwendung, anwendungen, aplicación, aplicaciones',
  systems: 'system, platform, systeme, systemen, plattformen, système, plateforme, sistema, plataforma',
  pipelines: 'pipeline, workflow, job',
  integrations:
    'integration, connector, partner, vendor, integrationen, intégration, integración, integraciones',
  countries: 'country, countries, market, region, land, länder, ländern, märkte, pays, país, países',
  languages: 'language, sprachen, langue, idioma',
  companies:
    'company, companies, firm, store, shop, site, location, unternehmen, firmen, filialen, standorte, standorten, entreprise, empresa',
  accounts: 'account, konten, compte, cuenta',
  products: 'product, produkte, produkten, produit, producto',
  stakeholders: 'stakeholder',
  sprints: 'sprint',
  migrations: 'migration',
  environments: 'environment, umgebungen, environnement, entorno',
  dashboards: 'dashboard',
  downloads: 'download, install, installation',
  stars: 'star',
  talks: 'talk, vortrag, vorträge, workshop, course, kurse, charla, curso, training',
  devices: 'device, sensor, gerät, geräte, geräten, appareil, dispositivo',
}

const TIME: Readonly<Record<string, string>> = {
  ns: 'ns, nanosecond, nanosekunden',
  µs: 'µs, μs, us, microsecond, mikrosekunden',
  ms: 'ms, msec, msecs, millisecond, millisekunde, millisekunden, milliseconde, milisegundo',
  s: 's, sec, secs, second, sekunde, sekunden, seconde, segundo, sek',
  min: 'min, mins, minute, minuten, minuto',
  h: 'h, hr, hrs, hour, stunde, stunden, heure, hora, std',
  days: 'day, tag, tage, tagen, jour, día',
  weeks: 'week, woche, wochen, semaine, semana',
  months: 'month, monat, monate, monaten, mois, mes, meses',
  years: 'year, yr, yrs, jahr, jahre, jahren, an, ans, année, año',
}

const SIZE: Readonly<Record<string, string>> = {
  kB: 'kb, kib',
  MB: 'mb, mib, megabyte',
  GB: 'gb, gib, gigabyte',
  TB: 'tb, tib, terabyte',
  PB: 'pb, pib, petabyte',
}

const SHORT: Readonly<Record<string, string>> = {
  'requests/s': 'rps',
  'requests/min': 'rpm',
  'queries/s': 'qps',
  'transactions/s': 'tps',
}

const PERIOD: Readonly<Record<string, string>> = {
  s: 's, sec, second, sekunde, seconde, segundo',
  min: 'min, minute, minuto',
  h: 'h, hr, hour, stunde, heure, hora',
  day: 'd, day, tag, jour, día',
  week: 'w, wk, week, woche, semaine, semana',
  month: 'mo, month, monat, mois, mes',
  quarter: 'quarter, quartal, trimestre',
  year: 'y, yr, year, annum, jahr, an, année, año',
}

const nouns = indexOf(NOUNS)
const times = indexOf(TIME)
const sizes = indexOf(SIZE)
const shorts = indexOf(SHORT)
const periods = indexOf(PERIOD)

/** The unit that a noun names, and whether the word stands in the plural; null for nouns that are not known. */
export function unitOfNoun(word: string): { readonly unit: string; readonly plural: boolean } | null {
  const lower = word.toLowerCase().replace(/[’']s$/, '')
  const unit = nouns.get(lower)
  if (unit !== undefined) return { unit, plural: /(?:s|n)$/.test(lower) || lower === 'people' }
  const singular = nouns.get(lower.replace(/s$/, ''))
  return singular === undefined ? null : { unit: singular, plural: true }
}

/** The unit of a measure that may stand right behind a number: time, size, rate. Null when the word is none. */
export function unitOfMeasure(word: string): string | null {
  const lower = word.toLowerCase()
  // Capital letters tell megabytes from the plural of "mb" in no language that we read, so case is not asked here.
  return look(times, lower) ?? look(sizes, lower) ?? shorts.get(lower) ?? null
}

/** `day` of "per day", "pro Tag", "par jour"; null when the word names no period. */
export function periodOfRate(word: string): string | null {
  return look(periods, word.toLowerCase())
}

function look(index: ReadonlyMap<string, string>, lower: string): string | null {
  return index.get(lower) ?? (lower.length > 3 ? (index.get(lower.replace(/s$/, '')) ?? null) : null)
}

function indexOf(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([unit, words]) => words.split(', ').map((word) => [word, unit])),
  )
}
