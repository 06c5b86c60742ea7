import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist'
// oxlint-disable-next-line import/default -- with '?url', the default export is the address of the file
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

/** Sharp on dense screens at the width that the page gives it. */
const SCALE = 2

/** Draws each page of a PDF on a canvas of its own. Our PDFs embed all their fonts, so nothing else is fetched. */
export async function drawPages(
  bytes: ArrayBuffer,
  signal: AbortSignal,
): Promise<readonly HTMLCanvasElement[]> {
  const loading = getDocument({ data: bytes, useSystemFonts: false })
  try {
    const pdf = await loading.promise
    const canvases: HTMLCanvasElement[] = []
    for (let number = 1; number <= pdf.numPages && !signal.aborted; number++) {
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale: SCALE })
      const canvas = document.createElement('canvas')
      canvas.width = viewport.width
      canvas.height = viewport.height
      await page.render({ canvas, viewport }).promise
      canvases.push(canvas)
    }
    return canvases
  } finally {
    await loading.destroy()
  }
}
