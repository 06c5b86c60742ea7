/** Hides the letters of a half-open range, so that what is secret does not travel in a report. */
export function maskSpan(text: string, start: number, end: number): string {
  return (
    text.slice(0, start) +
    text.slice(start, end).replace(/[\p{L}\p{N}]/gu, (letter) => '•'.repeat(letter.length)) +
    text.slice(end)
  )
}

/** The first characters of a secret, enough to find it again: `AKIA…`. */
export function hint(secret: string, visible = 4): string {
  return `${secret.slice(0, visible)}…`
}
