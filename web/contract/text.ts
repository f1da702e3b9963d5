import { z } from 'zod';

/** A text in both languages. */
export const localised = z.strictObject({ en: z.string(), zh: z.string() });

/** A number, or an uncertain one, as a study may state it. */
export const quantity = z.union([
  z.number(),
  z.strictObject({ low: z.number(), mode: z.number(), high: z.number() }),
  z.strictObject({ normal: z.tuple([z.number(), z.number()]).readonly() }),
  z.strictObject({ uniform: z.tuple([z.number(), z.number()]).readonly() }),
  z.strictObject({ lognormal: z.tuple([z.number(), z.number()]).readonly().readonly() }),
]);

/** Where a number comes from. */
export const evidence = z.strictObject({
  grade: z.enum(['experiment', 'structural', 'correlation', 'vendor', 'memory', 'computed', 'assumed']),
  /** Citation in short, or what an assumption rests on. */
  source: localised,
});

export type Localised = z.infer<typeof localised>;
export type Quantity = z.infer<typeof quantity>;
export type Evidence = z.infer<typeof evidence>;
