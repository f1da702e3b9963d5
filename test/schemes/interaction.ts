import { mean } from '../../engine/statistics/moments.ts';
import type { Adoption, Alternative } from '../../engine/study/normal.ts';
import { batchOf, monthly, type Setting, studyOf, use } from '../laws/setting.ts';
import { type Gain, HUNTER, interval } from './gain.ts';

/** A practice with its options. */
export type Part = readonly [scheme: string, options?: Readonly<Record<string, number>>];

/** A seed that was not used to find any setting. */
const SEED = 'signs';

/** Deals of one size: luck of the large deal does not blur the sign. */
export const EVEN = { ...HUNTER, 'market.deal-spread': 0.05 };
/** Time enough for every lead. */
export const SLACK = { ...EVEN, 'market.leads-per-rep-month': 15, 'people.prospecting-yield': 0 };

export const CONTESTS: Part = ['incentive-driven', { contestsPerYear: 12 }];

/** In use for so long that everyone works that way. */
export const habit = ([scheme, options = {}]: Part): Adoption => use(scheme, { startDay: -1_000, options });
const fresh = ([scheme, options = {}]: Part): Adoption => use(scheme, { startDay: -1, options });

/** Gross margin by replication of each alternative over the months [from, 24). */
export function margins(
  setting: Setting,
  baseline: readonly Adoption[],
  others: Readonly<Record<string, readonly Adoption[]>>,
  replications: number,
  from: number,
): Float64Array[] {
  const changes = Object.fromEntries(
    Object.entries(others).map(([id, adoptions]): [string, Partial<Alternative>] => [id, { adoptions }]),
  );
  const plain = studyOf({ reps: 8, ...setting, run: { horizonDays: 504, seed: SEED } }, changes);
  const [first, ...rest] = plain.alternatives as [Alternative, ...Alternative[]];
  const study = { ...plain, alternatives: [{ ...first, adoptions: baseline }, ...rest] };
  const batch = batchOf(study, replications);
  return study.alternatives.map((_, a) => monthly(batch, a, 'gross-margin', from, 24));
}

/** Two practices whose interaction has a sign. */
export interface Pair {
  readonly sign: '+' | '−';
  readonly a: Part;
  readonly b: Part;
  readonly where: string;
  readonly setting: Setting;
  readonly replications: number;
  /** Taken up together from day 0 on and measured in the second year; otherwise both are old habits, and what is
   * measured is what the firm loses by giving up either or both. */
  readonly introduced?: true;
}

/** gain(A+B) − gain(A) − gain(B) in percent of the firm without either, with its 99 % interval. */
export function interaction({ a, b, setting, replications, introduced }: Pair): Gain {
  const form = introduced ? fresh : habit;
  const both = [form(a), form(b)];
  const parts = { a: [form(a)], b: [form(b)] };
  const [together, alone, other, none] = introduced
    ? reorder(margins(setting, [], { ...parts, both }, replications, 12))
    : margins(setting, both, { ...parts, none: [] }, replications, 6);
  const scale = 100 / Math.abs(mean(none!));
  return interval(together!.map((x, i) => scale * (x - alone![i]! - other![i]! + none![i]!)));
}

/** From none, a, b, both to both, a, b, none. */
function reorder([none, a, b, both]: Float64Array[]): Float64Array[] {
  return [both!, a!, b!, none!];
}
