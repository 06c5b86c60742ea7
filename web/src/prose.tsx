/** A sentence in which `backticks` set code. */
export function Prose({ text }: { readonly text: string }) {
  const parts = text.split('`')
  // An odd number of parts means that every backtick has its partner.
  if (parts.length % 2 === 0) return text
  return parts.map((part, index) => (index % 2 === 1 ? <code key={`${part}-${index}`}>{part}</code> : part))
}
