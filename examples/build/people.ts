/** Someone who commits to the example repository. All of them are invented. */
export interface Person {
  readonly name: string
  readonly emails: readonly [string, ...string[]]
  /** How much of the work is theirs. */
  readonly share: number
  /** Modules that are mostly theirs. */
  readonly modules: readonly [string, ...string[]]
}

export const MIRA: Person = {
  name: 'Mira Holt',
  emails: [
    'mira.holt@larkspur.example',
    '20481123+miraholt@users.noreply.github.com',
    'mira@miraholt.example',
  ],
  share: 0.34,
  modules: ['orders', 'payments', 'events', 'search'],
}

export const PEOPLE: readonly Person[] = [
  MIRA,
  {
    name: 'Tomás Rivas',
    emails: ['tomas.rivas@larkspur.example'],
    share: 0.25,
    modules: ['catalogue', 'inventory', 'search'],
  },
  {
    name: 'Ada Brandt',
    emails: ['ada.brandt@larkspur.example', 'ada@brandt.example'],
    share: 0.21,
    modules: ['customers', 'carts', 'payments'],
  },
  {
    name: 'Jonas Weiß',
    emails: ['jonas.weiss@larkspur.example'],
    share: 0.12,
    modules: ['shipping', 'orders', 'carts'],
  },
  {
    name: 'Priya Nair',
    emails: ['priya.nair@larkspur.example'],
    share: 0.08,
    modules: ['customers', 'catalogue', 'shipping'],
  },
]

export const BOT = { name: 'renovate[bot]', email: '29139614+renovate[bot]@users.noreply.github.com' }
