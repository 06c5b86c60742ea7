import type { Api, LoopView } from '../../src/faces/server/api.ts'

/** An answer of the server that says what went wrong and what to do. */
export class ApiError extends Error {
  readonly code: string
  readonly help: string

  constructor({ code, message, help }: Api['error']['error']) {
    super(message)
    this.code = code
    this.help = help
  }
}

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init)
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body as Answer
  const told = (body as Api['error'] | null)?.error
  throw new ApiError(
    told ?? {
      code: 'WEB001',
      message: `The server answered ${response.status}.`,
      help: 'Look at the terminal where bonafide serve runs.',
    },
  )
}

function query(posting: string | null): string {
  return posting === null ? '' : `?${new URLSearchParams({ posting }).toString()}`
}

export function fetchLoop(posting: string | null): Promise<LoopView> {
  return ask<Api['loop']>(`/api/loop${query(posting)}`)
}

export function buildAgain(posting: string | null): Promise<LoopView> {
  return ask<Api['build']>(`/api/build${query(posting)}`, {
    method: 'POST',
    headers: { 'x-bonafide': 'page' },
  })
}

export function pdfAddress(posting: string | null): string {
  return `/api/pdf${query(posting)}`
}
