import { deflateSync } from 'node:zlib'

/** A PDF written by hand, for tests: only what a reader needs, with a correct cross-reference table. */
export interface MinimalPdf {
  /** The content stream of each page. Fonts: /F1 Helvetica, /F2 Helvetica-Bold, /F3 Helvetica-Oblique. */
  readonly pages: readonly string[]
  /** Paints a 1 by 1 picture /Im1; the content has to say `/Im1 Do`. */
  readonly image?: boolean
  readonly links?: readonly { readonly url: string; readonly rect: readonly number[] }[]
  readonly attachment?: { readonly name: string; readonly text: string }
  readonly title?: string
  readonly encrypted?: boolean
  /** Replaces the first page's content stream, raw, with these filters. */
  readonly rawContent?: { readonly bytes: Uint8Array; readonly filter: string }
}

/** Writes a {@link MinimalPdf}. Pages are A4. */
export function minimalPdf(options: MinimalPdf): Uint8Array {
  const objects: (string | Buffer)[] = []
  const add = (body: string | Buffer): number => objects.push(body)
  const stream = (dictionary: string, bytes: Uint8Array): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${bytes.byteLength} >>\nstream\n`),
      bytes,
      Buffer.from('\nendstream'),
    ])
  const catalog = add('')
  const tree = add('')
  const fonts = ['Helvetica', 'Helvetica-Bold', 'Helvetica-Oblique'].map((name) =>
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`),
  )
  const image = add(
    stream(
      '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      Buffer.from([0, 255, 255, 0]),
    ),
  )
  const annotations = (options.links ?? []).map(({ url, rect }) =>
    add(`<< /Type /Annot /Subtype /Link /Rect [${rect.join(' ')}] /A << /S /URI /URI (${url}) >> >>`),
  )
  const kids = options.pages.map((content, index) => {
    const raw = index === 0 ? options.rawContent : undefined
    const body = add(
      raw
        ? stream(`/Filter ${raw.filter}`, raw.bytes)
        : stream('/Filter /FlateDecode', deflateSync(Buffer.from(content, 'latin1'))),
    )
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${body} 0 R ` +
        `/Annots [${index === 0 ? annotations.map((id) => `${id} 0 R`).join(' ') : ''}] /Resources << ` +
        `/Font << ${fonts.map((id, at) => `/F${at + 1} ${id} 0 R`).join(' ')} >> ` +
        `${options.image === true ? `/XObject << /Im1 ${image} 0 R >>` : ''} >> >>`,
    )
  })
  objects[tree - 1] =
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] >>`
  let names = ''
  if (options.attachment) {
    const { name, text } = options.attachment
    const file = add(stream('/Type /EmbeddedFile', Buffer.from(text)))
    const specification = add(`<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${file} 0 R >> >>`)
    names = `/Names << /EmbeddedFiles << /Names [(${name}) ${specification} 0 R] >> >>`
  }
  objects[catalog - 1] = `<< /Type /Catalog /Pages ${tree} 0 R ${names} >>`
  const info = add(`<< /Title (${options.title ?? ''}) /Producer (by hand) >>`)
  const secret = options.encrypted === true ? `/Encrypt ${add(encryption())} 0 R` : ''
  return assemble(
    objects,
    `/Root ${catalog} 0 R /Info ${info} 0 R ${secret} /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
  )
}

/** The standard handler, revision 2, with owner and user entries that no empty password opens. */
function encryption(): string {
  return `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5a'.repeat(32)}> /U <${'a5'.repeat(32)}> >>`
}

function assemble(objects: readonly (string | Buffer)[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  let length = parts[0]?.length ?? 0
  const offsets = objects.map((body, index) => {
    const offset = length
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(body),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(part)
    length += part.length
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return new Uint8Array(Buffer.concat(parts))
}

/** Where WinAnsiEncoding departs from Latin-1, for the signs that tests use. */
const WIN_ANSI: Readonly<Record<string, number>> = { '•': 0x95, '–': 0x96, '—': 0x97, '’': 0x92 }

/** A content stream that shows lines of text: baseline from the page's top left corner. */
export function showText(
  lines: readonly {
    readonly text: string
    readonly x: number
    readonly y: number
    readonly size?: number
    readonly font?: 1 | 2 | 3
  }[],
): string {
  return lines
    .map(({ text, x, y, size = 10, font = 1 }) => {
      const escaped = text
        .replaceAll(/[\\()]/g, String.raw`\$&`)
        .replaceAll(/[•–—’]/g, (sign) => String.fromCharCode(WIN_ANSI[sign] ?? 63))
      return `BT /F${font} ${size} Tf 1 0 0 1 ${x} ${842 - y} Tm (${escaped}) Tj ET`
    })
    .join('\n')
}
