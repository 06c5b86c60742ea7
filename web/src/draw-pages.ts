import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

GlobalWorkerOptions.workerSrc = worker

/** Draws each page of a PDF on a canvas of its own. */
export async function drawPages(address: string): Promise<readonly HTMLCanvasElement[]> {
  const loading = getDocument({ url: address })
  const document_ = await loading.promise
  const canvases: HTMLCanvasElement[] = []
  for (let number = 1; number <= document_.numPages; number++) {
    const page = await document_.getPage(number)
    const viewport = page.getViewport({ scale: 2 })
    const canvas = document.createElement('canvas')
    canvas.width = viewport.width
    canvas.height = viewport.height
    await page.render({ canvas, viewport }).promise
    canvases.push(canvas)
  }
  await loading.destroy()
  return canvases
}
