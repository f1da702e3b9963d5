/**
 * A number as a user may state it: known, or uncertain. Every uncertain form is drawn once per parameter draw by
 * inversion of one uniform, so the same draw gives the same number in every alternative.
 */
export type Quantity = number | Distribution;

/** The uncertain forms of a quantity. `low`/`high` are the ends of a PERT distribution, not percentiles. */
export type Distribution =
  | { readonly low: number; readonly mode: number; readonly high: number }
  | { readonly normal: readonly [mean: number, sd: number] }
  | { readonly uniform: readonly [from: number, to: number] }
  | { readonly lognormal: readonly [median: number, sigma: number] };

/** The value a quantity takes when its uncertainty is switched off: mode, mean, middle or median. */
export function modeOf(q: Quantity): number {
  if (typeof q === 'number') return q;
  if ('mode' in q) return q.mode;
  if ('normal' in q) return q.normal[0];
  if ('uniform' in q) return (q.uniform[0] + q.uniform[1]) / 2;
  return q.lognormal[0];
}

/** A text in the two languages of the product. */
export interface Localised {
  readonly en: string;
  readonly zh: string;
}

/** How strong the evidence behind a number is; `assumed` numbers are priors the user is invited to edit. */
export type EvidenceGrade =
  | 'experiment'
  | 'structural'
  | 'correlation'
  | 'vendor'
  | 'memory'
  | 'computed'
  | 'assumed';

/** Where a number comes from. */
export interface Evidence {
  readonly grade: EvidenceGrade;
  /** Citation in short, or what the assumption rests on; in English, and in Chinese in a `sources-zh.ts` beside it. */
  readonly source: string;
}
