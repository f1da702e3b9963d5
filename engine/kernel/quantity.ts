import { exp } from './math.ts';

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

/** Standard deviations at which a normal or lognormal quantity ends: rarer values, 27 in 10,000, count as that far. */
const FARTHEST = 3;

/** The lowest and the highest value a quantity may take. */
export function endsOf(q: Quantity): readonly [low: number, high: number] {
  if (typeof q === 'number') return [q, q];
  if ('mode' in q) return [Math.min(q.low, q.high), Math.max(q.low, q.high)];
  if ('uniform' in q) return q.uniform;
  if ('normal' in q) {
    const [mean, sd] = q.normal;
    return [mean - FARTHEST * sd, mean + FARTHEST * sd];
  }
  const [median, sigma] = q.lognormal;
  const times = exp(FARTHEST * sigma);
  return [median / times, median * times];
}

/** A quantity with every number in its own unit converted, by a function that multiplies. */
export function converted(q: Quantity, by: (x: number) => number): Quantity {
  if (typeof q === 'number') return by(q);
  if ('mode' in q) return { low: by(q.low), mode: by(q.mode), high: by(q.high) };
  if ('normal' in q) return { normal: [by(q.normal[0]), by(q.normal[1])] };
  if ('uniform' in q) return { uniform: [by(q.uniform[0]), by(q.uniform[1])] };
  return { lognormal: [by(q.lognormal[0]), q.lognormal[1]] };
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

/** Grades in words. */
export const GRADES: Readonly<Record<EvidenceGrade, Localised>> = {
  experiment: { en: 'experiment', zh: '实验' },
  structural: { en: 'structural estimate', zh: '结构估计' },
  correlation: { en: 'correlation', zh: '相关研究' },
  vendor: { en: 'vendor survey', zh: '厂商数据' },
  memory: { en: 'from memory', zh: '凭记忆' },
  computed: { en: 'computed', zh: '推算' },
  assumed: { en: 'assumed', zh: '假设' },
};

/** Where a number comes from. */
export interface Evidence {
  readonly grade: EvidenceGrade;
  /** Citation in short, or what the assumption rests on; in English, and in Chinese in a `sources-zh.ts` beside it. */
  readonly source: string;
}
