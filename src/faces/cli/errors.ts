import type { Json } from '../../core/json.ts'
import type { UserError } from '../../core/user-error.ts'

/** An error for people: place, code, what is wrong, and the next step on a line of its own. */
export function errorText(
  { code, message, help, position }: UserError,
  paint: (style: ['red', 'bold'] | 'dim', text: string) => string,
): string {
  const isInput = position?.file === '-'
  const file = isInput ? 'standard input' : position?.file
  const where = [file, position?.line, position?.column].filter((part) => part !== null && part !== undefined)
  // Many messages name the place themselves.
  const said = isInput ? message.replace(/^-(?= )/, file ?? '') : message
  const prefix = where.length === 0 || said.includes(where.join(':')) ? '' : `${where.join(':')}: `
  return `${prefix}${paint(['red', 'bold'], 'error')} ${paint('dim', code)} ${said}\n  ${help}`
}

/** The same for other programs, as the value of `error`. */
export function errorJson({ code, message, help, position }: UserError): Json {
  return {
    code,
    message,
    help,
    position:
      position === null ? null : { file: position.file, line: position.line, column: position.column },
  }
}
