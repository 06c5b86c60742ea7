import type { Json } from '../../core/json.ts'
import type { UserError } from '../../core/user-error.ts'

/** An error for people: place, code, what is wrong, and the next step on a line of its own. */
export function errorText(
  { code, message, help, position }: UserError,
  paint: (style: ['red', 'bold'] | 'dim', text: string) => string,
): string {
  const place = [position?.file, position?.line, position?.column].filter(
    (part) => part !== null && part !== undefined,
  )
  const where = place.join(':')
  // Messages of files that are read whole name the place themselves.
  const prefix = where === '' || message.includes(where) ? '' : `${where}: `
  return `${prefix}${paint(['red', 'bold'], 'error')} ${paint('dim', code)} ${message}\n  ${help}`
}

/** The same for other programs, as the value of `error`. */
export function errorJson({ code, message, help, position }: UserError): Json {
  return {
    code,
    message,
    help,
    position: position === null ? null : { file: position.file, line: position.line, column: position.column },
  }
}
