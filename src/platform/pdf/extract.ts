import { fileURLToPath } from 'node:url'
import { AnnotationMode, getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The half of pdf.js that reads: else it is loaded when the first document is there already.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import type { PdfLink, PdfPage, PdfRun, PdfText } from '../../resume/pdf-text.ts'
import type { ReadFault, ReadRequest } from './protocol.ts'

/** What came of one document. */
export type ExtractOutcome =
  | { readonly text: PdfText }
  | { readonly fault: ReadFault; readonly detail: string }

class Fault extends Error {
  readonly fault: ReadFault
  constructor(fault: ReadFault, detail: string) {
    super(detail)
    this.fault = fault
  }
}

const PACKAGE = fileURLToPath(new URL('.', import.meta.resolve('pdfjs-dist/package.json')))
const IMAGE_OPERATORS: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
])

// Decoding pictures is what makes pdf.js slow and hungry, and we only want to know that they are there: past
// `maxImageSize` it leaves them out and says so, and that is counted.
const LARGEST_DECODED_IMAGE = 1
let imagesLeftOut = 0
const quiet = (): void => undefined
Object.assign(console, {
  log: quiet,
  info: quiet,
  warn(message?: unknown) {
    if (String(message).includes('Image exceeded maximum allowed size')) imagesLeftOut += 1
  },
})

// Given a place to put fonts, pdf.js does not draw every glyph's outline to find out that there is none.
const fontSink = { fonts: { add: quiet, delete: quiet } }
Object.assign(globalThis, {
  FontFace: class {
    readonly loaded = Promise.resolve()
  },
})

/**
 * Reads one document with pdf.js. Foreseen failures are returned.
 *
 * @param onPage - called after each page.
 */
export async function extractPdf(request: ReadRequest, onPage: () => void): Promise<ExtractOutcome> {
  const task = getDocument({
    // pdf.js refuses a Buffer, which is what arrives when the caller had one.
    data: new Uint8Array(request.bytes.buffer, request.bytes.byteOffset, request.bytes.byteLength),
    verbosity: VerbosityLevel.WARNINGS,
    maxImageSize: LARGEST_DECODED_IMAGE,
    isOffscreenCanvasSupported: false,
    useSystemFonts: false,
    useWasm: false,
    fontExtraProperties: true,
    cMapUrl: `${PACKAGE}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${PACKAGE}standard_fonts/`,
    ownerDocument: fontSink,
  })
  try {
    return { text: await readDocument(await task.promise, request, onPage) }
  } catch (error) {
    if (error instanceof Fault) return { fault: error.fault, detail: error.message }
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    return { fault: name === 'PasswordException' ? 'encrypted' : 'broken', detail: message }
  } finally {
    await task.destroy().catch(quiet)
  }
}

async function readDocument(
  document: PDFDocumentProxy,
  request: ReadRequest,
  onPage: () => void,
): Promise<PdfText> {
  if (document.numPages > request.maxPages) throw new Fault('pages', String(document.numPages))
  const pages: PdfPage[] = []
  let length = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const read = await readPage(page)
    length += read.runs.reduce((sum, run) => sum + run.text.length, 0)
    if (length > request.maxTextLength)
      throw new Fault('size', `more than ${request.maxTextLength} characters of text`)
    pages.push(read)
    page.cleanup()
    onPage()
  }
  const info = await readInfo(document)
  return {
    pages,
    info: {
      title: textOrNull(info['Title']),
      author: textOrNull(info['Author']),
      producer: textOrNull(info['Producer']),
    },
    attachments: await readAttachments(document, request.maxAttachmentBytes),
  }
}

async function readInfo(document: PDFDocumentProxy): Promise<Readonly<Record<string, unknown>>> {
  const metadata = await document.getMetadata().catch(() => null)
  return (metadata?.info ?? {}) as Readonly<Record<string, unknown>>
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  imagesLeftOut = 0
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const images = imagesLeftOut + operators.fnArray.filter((operator) => IMAGE_OPERATORS.has(operator)).length
  // Fonts arrive a turn after the operators that use them.
  await new Promise(setImmediate)
  const fonts = new Map<string, Font>()
  const runs: PdfRun[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    const [a = 0, b = 0, c = 0, d = 0, left = 0, base = 0] = item.transform as readonly number[]
    const [x, y] = viewport.convertToViewportPoint(left, base) as [number, number]
    let font = fonts.get(item.fontName)
    if (!font) {
      font = fontOf(page, item.fontName)
      fonts.set(item.fontName, font)
    }
    const size = Math.hypot(c, d) || Math.hypot(a, b)
    runs.push({
      text: item.str,
      x: round(x),
      y: round(y),
      width: round(item.width * viewport.scale * viewport.userUnit),
      size: round(size * viewport.userUnit),
      font: font.name,
      bold: font.bold,
      italic: font.italic,
    })
  }
  return {
    width: round(viewport.width),
    height: round(viewport.height),
    runs,
    links: await readLinks(page, viewport),
    images,
  }
}

interface Font {
  readonly name: string
  readonly bold: boolean
  readonly italic: boolean
}

// `CMBX` is TeX's bold; other families say it in words.
const BOLD = /bold|black|heavy|semibold|demi|(?:^|[^a-z])(?:cmbx(?:ti|sl)?|cmssbx|bx|bd|medi)(?:[^a-z]|$)/i
const ITALIC = /italic|oblique|slanted|kursiv|(?:^|[^a-z])(?:cmti|cmsl|cmbxti|it|ital)(?:[^a-z]|$)/i

/** The font behind pdf.js's own name for it. Subset tags (`ABCDEF+`) are taken off. */
function fontOf(page: PDFPageProxy, id: string): Font {
  const found: unknown = page.commonObjs.has(id) ? page.commonObjs.get(id) : null
  if (typeof found !== 'object' || found === null) return { name: '', bold: false, italic: false }
  const font = found as {
    readonly name?: unknown
    readonly bold?: unknown
    readonly black?: unknown
    readonly italic?: unknown
  }
  const name = typeof font.name === 'string' ? font.name.replace(/^[A-Z]{6}\+/, '') : ''
  return {
    name,
    bold: font.bold === true || font.black === true || BOLD.test(name),
    italic: font.italic === true || ITALIC.test(name),
  }
}

async function readLinks(
  page: PDFPageProxy,
  viewport: ReturnType<PDFPageProxy['getViewport']>,
): Promise<readonly PdfLink[]> {
  const annotations = (await page.getAnnotations()) as readonly {
    readonly url?: unknown
    readonly rect?: readonly number[]
  }[]
  return annotations.flatMap(({ url, rect }) => {
    if (typeof url !== 'string' || rect?.length !== 4) return []
    const [left = 0, bottom = 0, right = 0, top = 0] = rect
    const [x1, y1] = viewport.convertToViewportPoint(left, bottom) as [number, number]
    const [x2, y2] = viewport.convertToViewportPoint(right, top) as [number, number]
    return [
      {
        url,
        x: round(Math.min(x1, x2)),
        y: round(Math.min(y1, y2)),
        width: round(Math.abs(x2 - x1)),
        height: round(Math.abs(y2 - y1)),
      },
    ]
  })
}

async function readAttachments(
  document: PDFDocumentProxy,
  maxBytes: number,
): Promise<PdfText['attachments']> {
  const listed: unknown = await document.getAttachments()
  if (!(listed instanceof Map)) return []
  const attachments: { name: string; bytes: Uint8Array }[] = []
  let total = 0
  for (const [id, entry] of listed as ReadonlyMap<string, { readonly filename?: unknown }>) {
    const bytes: unknown = await document.getAttachmentContent(id)
    if (!(bytes instanceof Uint8Array)) continue
    total += bytes.byteLength
    if (total > maxBytes) throw new Fault('size', `more than ${maxBytes} bytes of attachments`)
    attachments.push({ name: typeof entry.filename === 'string' ? entry.filename : id, bytes })
  }
  return attachments
}

/** Hundredths of a point are finer than any printer. */
function round(value: number): number {
  return Math.round(value * 100) / 100
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
