import type { Api, LoopView } from '../../src/faces/server/api.ts'

type Told = Api['error']['error']

/** An answer of the server that says what went wrong, where, and what to do. */
export class ApiError extends Error {
  readonly code: string
  readonly help: string
  readonly position: Told['position']

  constructor({ code, message, help, position }: Told) {
    super(message)
    this.code = code
    this.help = help
    this.position = position
  }
}

/** No answer at all: the server ended, or was started again at another port. */
export class ServerGone extends Error {}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, init).catch((cause: unknown) => {
    if (init.signal?.aborted === true) throw cause
    throw new ServerGone('The server does not answer.', { cause })
  })
  if (response.ok) return response
  const body = (await response.json().catch(() => null)) as Partial<Api['error']> | null
  throw new ApiError(
    body?.error ?? {
      code: 'WEB001',
      message: `The server answered ${response.status}.`,
      help: 'Look at the terminal where bonafide serve runs.',
      position: null,
    },
  )
}

function query(posting: string | null): string {
  return posting === null ? '' : `?${new URLSearchParams({ posting }).toString()}`
}

/** The loop for a posting; the best match when none is named. */
export async function fetchLoop(posting: string | null, signal: AbortSignal): Promise<LoopView> {
  const response = await ask(`/api/loop${query(posting)}`, { signal })
  return (await response.json()) as Api['loop']
}

/** Builds the PDF again, and gives the loop as it is then. */
export async function buildAgain(posting: string | null): Promise<LoopView> {
  const response = await ask(`/api/build${query(posting)}`, {
    method: 'POST',
    headers: { 'x-bonafide': 'page' },
  })
  return (await response.json()) as Api['build']
}

/** The bytes of the built PDF. */
export async function fetchPdf(posting: string | null, signal: AbortSignal): Promise<ArrayBuffer> {
  return (await ask(pdfAddress(posting), { signal })).arrayBuffer()
}

/** Where a browser opens the built PDF. */
export function pdfAddress(posting: string | null): string {
  return `/api/pdf${query(posting)}`
}
