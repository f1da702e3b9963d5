import { z } from 'zod';
import { localised } from './text.ts';

/** Something wrong with a study or plan, and where. Lines and columns count from 1, in `text`. */
export const problem = z.strictObject({
  code: z.string(),
  /** Path in the study, such as `alternatives.kam.schemes`; empty for the study as a whole. */
  path: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  found: localised,
  expected: localised,
  suggestion: z.string().nullable(),
});

/** Every answer with a status of 400 or more. */
export const failure = z.strictObject({
  error: z.strictObject({
    /** Stable name of the kind of failure. */
    code: z.string(),
    message: localised,
    /** What is wrong with the study, when that is the reason. */
    problems: z.array(problem).optional(),
  }),
});

export type Problem = z.infer<typeof problem>;
export type ApiFailure = z.infer<typeof failure>;
