import { z } from 'zod'

/** The kind of evidence that holds a figure which a person stated by hand, from a source that no connector reads. */
export const STATED_KIND = 'stated.figure'

/** Data of a {@link STATED_KIND} record: a figure on somebody's word. A claim that rests on it is `stated`. */
export const statedFigureSchema = z.strictObject({
  value: z.number(),
  /** A unit as claims name it: `percent`, `ms`, `users`; null for a bare number. */
  unit: z.string().nullable(),
  /** Where the figure comes from, in the person's words. */
  text: z.string(),
})
