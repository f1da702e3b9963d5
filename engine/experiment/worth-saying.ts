/**
 * The one place that decides which changes are worth a word, and in what order: harm to people first, then to customers,
 * then pay, then how work goes. Terminal, page and report all follow it. The sizes are assumed: what somebody who leads a
 * sales force would act on.
 */
import { METRICS, type Metric, type MetricUnit } from '../model/metrics.ts';
import type { Claim } from './claim.ts';

/** Smallest size of a change that is worth a word: in the metric's own unit, and as a share of today's value. */
interface Size {
  readonly least: number;
  readonly share: number;
}

/** Stands for the share of people that are paid much less (derived.ts) among the metrics. */
export const LOSING = 'losing-pay';

export type Group = 'people' | 'customers' | 'pay' | 'process';

interface Watched extends Size {
  readonly id: string;
  readonly group: Group;
}

/** What a leader watches beside the primary metric, in the order in which it is told. */
const WATCHED: readonly Watched[] = [
  { id: 'rep-turnover', group: 'people', least: 0.02, share: 0 },
  { id: LOSING, group: 'people', least: 0.1, share: 0 },
  { id: 'churn', group: 'customers', least: 0.005, share: 0 },
  { id: 'satisfaction', group: 'customers', least: 1, share: 0 },
  { id: 'ramp-days', group: 'people', least: 5, share: 0 },
  { id: 'pay-cost', group: 'pay', least: 0, share: 0.01 },
  { id: 'attainment', group: 'process', least: 0.02, share: 0 },
  { id: 'win-rate', group: 'process', least: 0.005, share: 0.03 },
  { id: 'cycle-days', group: 'process', least: 1, share: 0.03 },
];

/** Smallest size of other metrics' changes, by unit. */
const BY_UNIT: Readonly<Record<MetricUnit, Size>> = {
  money: { least: 0, share: 0.005 },
  'money-per-day': { least: 0, share: 0.01 },
  share: { least: 0.005, share: 0 },
  days: { least: 1, share: 0 },
  points: { least: 1, share: 0 },
  ratio: { least: 0, share: 0.02 },
};

/** Worlds out of so many are told of a cost that may rise or may not. */
export const WORLDS = 5;

/** What is left of large sums: there a smaller share is worth a word. */
const LEFT: Size = { least: 0, share: 0.002 };
const LEFTOVERS = ['net-value', 'net-contribution'];

/** How much further than its smallest size a range may reach for a change to be called hardly one. */
const NEARLY = 2;

function sizeOf(id: string): Size {
  if (LEFTOVERS.includes(id)) return LEFT;
  return WATCHED.find((one) => one.id === id) ?? BY_UNIT[METRICS.find((one) => one.id === id)!.unit];
}

/** Whether a change of so much is worth a word; anything is where today's value is 0 or not defined. */
function isLarge(id: string, change: number, today: number, times = 1): boolean {
  const { least, share } = sizeOf(id);
  const size = Math.abs(change);
  return size >= times * least && !(size < times * share * Math.abs(today));
}

/** Whether a change is known to be too small to matter: its size, and its range as far as that can be told. */
export function isHardly(metric: Metric, claim: Claim): boolean {
  if (claim.standing === 'same' || claim.standing === 'untold') return false;
  const small = (change: number, times: number): boolean => !isLarge(metric.id, change, claim.today, times);
  return small(claim.mean, 1) && claim.range.every((end) => small(end, NEARLY));
}

/** Something that gets worse, and how sure that is; of pay cost also that it may. */
export interface Harm {
  readonly id: string;
  readonly claim: Claim;
  readonly how: 'sure' | 'likely' | 'may';
  /** Of WORLDS, those in which it gets worse, as far as is known. */
  readonly worlds: number;
}

/**
 * What gets worse and is worth a word, in order. Harm to people and customers is told where it is sure and where it is
 * likely; where draws are too few to say, if the mean's confidence interval leaves out no change.
 *
 * @param primary a metric that is told anyway
 */
export function harms(claims: ReadonlyMap<string, Claim>, primary: string): Harm[] {
  return WATCHED.flatMap(({ id, group }): Harm[] => {
    const claim = claims.get(id);
    if (claim === undefined || id === primary) return [];
    const worlds = Math.round(WORLDS * (1 - claim.probabilityBetter));
    const large = isLarge(id, claim.mean, claim.today);
    if (claim.standing === 'worse') return large ? [{ id, claim, how: 'sure', worlds }] : [];
    const toPeople = group === 'people' || group === 'customers';
    const likely =
      claim.standing === 'likely-worse' || (claim.standing === 'untold' && claim.direction === 'worse');
    if (toPeople) return likely && large ? [{ id, claim, how: 'likely', worlds }] : [];
    const may =
      id === 'pay-cost' && worlds > 1 && worlds < WORLDS && isLarge(id, claim.range[1], claim.today);
    return may ? [{ id, claim, how: 'may', worlds }] : [];
  });
}

/** Metrics whose change is sure and worth a word, the watched ones first, then in the order of METRICS. */
export function worthSaying(claims: ReadonlyMap<string, Claim>): string[] {
  const watched = WATCHED.map((one) => one.id).filter((id) => id !== LOSING);
  const others = METRICS.map((one) => one.id).filter((id) => !watched.includes(id));
  return [...watched, ...others].filter((id) => {
    const { direction, mean, today } = claims.get(id)!;
    return direction !== 'open' && isLarge(id, mean, today);
  });
}
