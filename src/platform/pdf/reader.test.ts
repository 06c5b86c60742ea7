import { deflateSync } from 'node:zlib'
import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { UserError } from '../../core/user-error.ts'
import { minimalPdf, showText } from './minimal-pdf.fixture.ts'
import { createPdfReader } from './reader.ts'
import type { PdfReaderOptions } from './reader.ts'

const reader = createPdfReader()
afterAll(() => reader.close())

const page = showText([{ text: 'Mira Example', x: 50, y: 60, size: 20, font: 2 }])

async function failure(bytes: Uint8Array, options?: PdfReaderOptions): Promise<UserError> {
  const own = options ? createPdfReader(options) : reader
  try {
    await own.read(bytes, 'cv.pdf')
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  } finally {
    if (options) await own.close()
  }
  throw new Error('it was read')
}

/** A content stream of `megabytes` of blanks, deflated twice: a few kilobytes. */
function pageBomb(megabytes: number): Uint8Array {
  const once = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 })
  return minimalPdf({
    pages: [''],
    rawContent: { bytes: deflateSync(once), filter: '[/FlateDecode /FlateDecode]' },
  })
}

describe('what a PDF says', () => {
  test('runs with place, size and style', async () => {
    const content = showText([
      { text: 'Mira Example', x: 50, y: 60, size: 20, font: 2 },
      { text: 'Plain', x: 50, y: 90 },
      { text: 'Slanted', x: 50, y: 110, font: 3 },
    ])
    const { pages, info } = await reader.read(minimalPdf({ pages: [content], title: 'CV' }), 'cv.pdf')
    const [first, second, third] = pages[0]?.runs ?? []
    expect(pages).toHaveLength(1)
    expect(pages[0]).toMatchObject({ width: 595, height: 842, images: 0 })
    expect(first).toMatchObject({
      text: 'Mira Example',
      x: 50,
      y: 60,
      size: 20,
      font: 'Helvetica-Bold',
      bold: true,
      italic: false,
    })
    expect(first?.width).toBeCloseTo(127, -1)
    expect(second).toMatchObject({ text: 'Plain', y: 90, size: 10, bold: false, italic: false })
    expect(third).toMatchObject({ text: 'Slanted', italic: true })
    expect(info).toEqual({ title: 'CV', author: null, producer: 'by hand' })
  })

  test('links with their rectangle from the top left corner', async () => {
    const links = [{ url: 'https://example.org/mira', rect: [50, 772, 150, 792] }]
    const { pages } = await reader.read(minimalPdf({ pages: [page], links }), 'cv.pdf')
    expect(pages[0]?.links).toEqual([
      { url: 'https://example.org/mira', x: 50, y: 50, width: 100, height: 20 },
    ])
  })

  test('attachments, byte by byte', async () => {
    const attachment = { name: 'receipts.json', text: '{"claims":["ß"]}' }
    const { attachments } = await reader.read(minimalPdf({ pages: [page], attachment }), 'cv.pdf')
    expect(attachments).toHaveLength(1)
    expect(attachments[0]?.name).toBe('receipts.json')
    expect(Buffer.from(attachments[0]?.bytes ?? []).toString()).toBe(attachment.text)
  })

  test('pictures are counted without decoding them', async () => {
    const drawn = minimalPdf({ pages: ['/Im1 Do /Im1 Do'], image: true })
    const { pages } = await reader.read(drawn, 'scan.pdf')
    expect(pages[0]).toMatchObject({ runs: [], images: 2 })
  })

  test('many documents at once, each its own answer, over a child that is replaced after each two', async () => {
    const own = createPdfReader({ recycleAfter: 2 })
    const names = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eva']
    const texts = await Promise.all(
      names.map((name) => own.read(minimalPdf({ pages: [showText([{ text: name, x: 10, y: 10 }])] }), name)),
    )
    expect(texts.map(({ pages }) => pages[0]?.runs[0]?.text)).toEqual(names)
    await own.close()
    const again = await own.read(minimalPdf({ pages: [page] }), 'again.pdf')
    expect(again.pages[0]?.runs[0]?.text).toBe('Mira Example')
    await own.close()
  })
})

describe('what cannot be read', () => {
  test.each<{
    readonly name: string
    readonly code: string
    readonly bytes: Uint8Array
    readonly options?: PdfReaderOptions
  }>([
    { name: 'an empty file', code: 'PDF001', bytes: new Uint8Array() },
    { name: 'another format', code: 'PDF001', bytes: Buffer.from('PK\u0003\u0004 a DOCX') },
    { name: 'too many bytes', code: 'PDF002', bytes: new Uint8Array(20 * 1024 * 1024 + 1) },
    { name: 'too many pages', code: 'PDF003', bytes: minimalPdf({ pages: Array<string>(51).fill(page) }) },
    { name: 'a deadline', code: 'PDF004', bytes: pageBomb(120), options: { limits: { milliseconds: 50 } } },
    { name: 'a page that inflates past the memory limit', code: 'PDF005', bytes: pageBomb(600) },
    { name: 'a password', code: 'PDF006', bytes: minimalPdf({ pages: [page], encrypted: true }) },
    { name: 'nothing after the mark', code: 'PDF007', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') },
    {
      name: 'the first 100 bytes of a PDF',
      code: 'PDF007',
      bytes: minimalPdf({ pages: [page] }).subarray(0, 100),
    },
    {
      name: 'too much text',
      code: 'PDF009',
      bytes: minimalPdf({ pages: [page] }),
      options: { limits: { textLength: 5 } },
    },
    {
      name: 'too large an attachment',
      code: 'PDF009',
      bytes: minimalPdf({ pages: [page], attachment: { name: 'a.txt', text: 'x'.repeat(100) } }),
      options: { limits: { attachmentBytes: 99 } },
    },
  ])('$name: $code', async ({ code, bytes, options }) => {
    const error = await failure(bytes, options)
    expect(error.code, error.message).toBe(code)
    expect(error.message).toContain('cv.pdf')
    expect(error.position?.file).toBe('cv.pdf')
  })

  test('a child that dies is a user error, and the next document gets a new child', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pdf-child-'))
    const entry = join(folder, 'dies.mjs')
    writeFileSync(entry, "process.send({ kind: 'ready' }); process.on('message', () => process.exit(7))")
    const own = createPdfReader({ entry })
    for (const file of ['one.pdf', 'two.pdf']) {
      await expect(own.read(minimalPdf({ pages: [page] }), file)).rejects.toMatchObject({
        code: 'PDF008',
        message: `The PDF reader ended (exit code 7) while it read ${file}`,
      })
    }
    await own.close()
  })

  test('a child that cannot start is a user error', async () => {
    const error = await failure(minimalPdf({ pages: [page] }), { entry: '/nowhere/child.mjs' })
    expect(error.code).toBe('PDF008')
    expect(String(error.cause)).toContain('Cannot find module')
  })

  test('after a failure the reader reads on', async () => {
    await failure(minimalPdf({ pages: [page], encrypted: true }))
    const { pages } = await reader.read(minimalPdf({ pages: [page] }), 'cv.pdf')
    expect(pages[0]?.runs[0]?.text).toBe('Mira Example')
  })
})
