import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { userError } from '../core/user-error.ts'
import { privateKeySchema, type SigningKey } from '../core/signing-key.ts'
import { codes } from './keys/codes.ts'

/** Where the key is kept unless another path is given: `$XDG_CONFIG_HOME/bonafide/key.json`. */
export function defaultKeyPath(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const config = env['XDG_CONFIG_HOME']
  const base = config === undefined || config === '' ? join(env['HOME'] ?? homedir(), '.config') : config
  return join(base, 'bonafide', 'key.json')
}

/**
 * Makes a new Ed25519 key and keeps it in a file that only its owner can read. A key that is there already is kept
 * unless `force` is set: what it signed could no longer be told to be its owner's.
 *
 * @throws UserError KEY002 when there is a key, KEY005 when it cannot be written.
 */
export async function createKey(
  path: string,
  options: { readonly force?: boolean } = {},
): Promise<SigningKey> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const jwk = privateKeySchema.parse(privateKey.export({ format: 'jwk' }))
  const written = `${path}.${randomUUID()}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(written, 'wx', 0o600)
    try {
      await file.writeFile(`${JSON.stringify(jwk, null, 2)}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    // The umask may have taken rights away; it never adds any, but be sure of the owner's.
    await chmod(written, 0o600)
    // A hard link fails where a file stands, in one step; a rename would replace it.
    if (options.force === true) await rename(written, path)
    else await link(written, path)
  } catch (cause) {
    if (isSystemError(cause) && cause.code === 'EEXIST' && cause.syscall === 'link') {
      throw userError(codes, 'KEY002', `There is a key already: ${path}`, { cause })
    }
    throw userError(codes, 'KEY005', `The key could not be written to ${path}`, { cause })
  } finally {
    await rm(written, { force: true }).catch(() => undefined)
  }
  return { jwk, thumbprint: thumbprintOf(jwk) }
}

/**
 * Reads a key.
 *
 * @throws UserError KEY001 when there is none, KEY003 when the file holds no such key, KEY004 when others can read it.
 */
export async function loadKey(path: string): Promise<SigningKey> {
  let text: string
  try {
    const { mode } = await stat(path)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw userError(codes, 'KEY004', `Others can read the key ${path}`)
    }
    text = await readFile(path, 'utf8')
  } catch (cause) {
    if (isSystemError(cause) && cause.code === 'ENOENT') {
      throw userError(codes, 'KEY001', `There is no key at ${path}`, { cause })
    }
    if (isSystemError(cause)) {
      throw userError(codes, 'KEY003', `The key ${path} could not be read: ${cause.message}`, { cause })
    }
    throw cause
  }
  const parsed = privateKeySchema.safeParse(parseJson(text))
  if (!parsed.success) throw userError(codes, 'KEY003', `The file ${path} holds no Ed25519 key`)
  if (publicPart(parsed.data) !== parsed.data.x) {
    throw userError(codes, 'KEY003', `The two halves of the key ${path} do not belong together`)
  }
  return { jwk: parsed.data, thumbprint: thumbprintOf(parsed.data) }
}

/** RFC 7638 thumbprint of an Ed25519 key. */
function thumbprintOf({ x }: SigningKey['jwk']): string {
  return createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url')
}

function publicPart(jwk: SigningKey['jwk']): string | null {
  try {
    const { x } = createPublicKey(createPrivateKey({ key: { ...jwk }, format: 'jwk' })).export({
      format: 'jwk',
    })
    return x ?? null
  } catch {
    // OpenSSL refuses what is no point of the curve.
    return null
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}
