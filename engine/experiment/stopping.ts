/**
 * When a comparison stops. Everything here depends on the study and on draws 0 … n − 1 alone, never on time, threads or
 * the order in which draws finish.
 */
import { METRICS } from '../model/metrics.ts';
import { uncertainNumbers } from '../run/uncertain.ts';
import { differencesOf } from '../statistics/differences.ts';
import { expectedDifference } from '../statistics/expected.ts';
import { meanInterval } from '../statistics/mean-interval.ts';
import { mean } from '../statistics/moments.ts';
import { nestedVariance } from '../statistics/nested.ts';
import type { Alternative, NormalStudy } from '../study/normal.ts';
import { SURE } from './claim.ts';
import { column, type Sample } from './sample.ts';

/**
 * Why a comparison ended: every verdict was decided; those that were not are as precise as asked; the largest number of
 * draws is spent; the number was fixed beforehand; or it has not ended yet.
 */
export type StoppedBy = 'decided' | 'precision' | 'budget' | 'fixed' | 'unfinished';

/** Half-width of the interval of the primary metric's difference: the widest of those not decided, and the one wanted. */
export interface Precision {
  readonly now: number;
  readonly wanted: number;
}

/**
 * Numbers of draws after which stopping is considered: minDraws, then a quarter more each time, up to maxDraws. Fixed
 * by the study alone, so that threads and luck in timing never change the answer.
 */
export function checkpoints(minDraws: number, maxDraws: number): number[] {
  const list: number[] = [];
  for (let at = Math.min(minDraws, maxDraws); at < maxDraws; at = Math.ceil(at * 1.25)) list.push(at);
  list.push(maxDraws);
  return list;
}

/** Replications that must all give the same difference for a verdict of no change: then 99 % of worlds do, 95 % sure. */
const ENOUGH_SAME = 300;

/**
 * Watches the primary metric's differences and says when to stop.
 *
 * A verdict is decided when the direction is sure both on all draws and on the first half of them, looked at only when
 * the number of draws has doubled since the last look. Each look is a chance to be misled, and a run that stopped as
 * soon as it was sure would stop on its luckiest stretch; test/validation measures what remains of that.
 */
export class Stopping {
  readonly #study: NormalStudy;
  readonly #primary: number;
  readonly #payCost: number;
  readonly #decided: boolean[];
  readonly #ignorance: readonly boolean[];
  #nextLook: number;

  /**
   * @param metrics ids in the order of the sample's figures
   * @param judged alternatives, the baseline included, that must be settled
   * @param ignorance of each of these, whether it or the baseline has uncertain numbers
   */
  constructor(
    study: NormalStudy,
    metrics: readonly string[],
    judged: number,
    ignorance: readonly boolean[] = ignoranceOf(study, judged),
  ) {
    const { run } = study;
    this.#study = study;
    this.#primary = metrics.indexOf(run.primary);
    this.#payCost = metrics.indexOf('pay-cost');
    this.#decided = Array.from({ length: judged }, () => false);
    this.#ignorance = ignorance;
    this.#nextLook = Math.min(run.minDraws, run.maxDraws);
  }

  /** Whether a run with these draws may stop, and how precise it is. Call it once for every checkpoint, in order. */
  at(sample: Sample): { readonly stop: 'decided' | 'precision' | null; readonly precision: Precision } {
    const wanted = this.#wanted(sample);
    if (sample.draws >= this.#nextLook) {
      for (let a = 1; a < this.#decided.length; a++) this.#decided[a] = this.#isDecided(sample, a);
      this.#nextLook = 2 * sample.draws;
    }
    const widths = this.#decided.map((_, a) => (a === 0 ? 0 : this.#halfWidth(sample, a)));
    const alone = this.#decided.length === 1;
    const open = widths.filter((_, a) => a > 0 && !this.#decided[a]);
    const now = alone ? this.#ownHalfWidth(sample) : Math.max(...(open.length > 0 ? open : widths));
    const stop = !alone && open.length === 0 ? 'decided' : now <= wanted ? 'precision' : null;
    return { stop, precision: { now, wanted } };
  }

  #isDecided(sample: Sample, a: number): boolean {
    const differences = this.#differences(sample, a);
    const first = differences.find((x) => Number.isFinite(x)) ?? Number.NaN;
    if (differences.every((x) => x === first)) return differences.length >= ENOUGH_SAME;
    const half = Math.floor(sample.draws / 2) * sample.replications;
    const direction = this.#direction(differences, sample, a);
    return direction !== 0 && direction === this.#direction(differences.subarray(0, half), sample, a);
  }

  /** The direction that is sure, or 0. */
  #direction(differences: Float64Array, sample: Sample, a: number): -1 | 0 | 1 {
    const nested = nestedVariance(differences, this.#ignorance[a]! ? sample.replications : 1);
    const above = expectedDifference(nested, this.#ignorance[a]!)?.probabilityAbove ?? 0.5;
    return above >= SURE ? 1 : above <= 1 - SURE ? -1 : 0;
  }

  #halfWidth(sample: Sample, a: number): number {
    return halfWidth(this.#differences(sample, a), sample.replications, this.#ignorance[a]!, this.#study);
  }

  #ownHalfWidth(sample: Sample): number {
    const own = column(sample, 0, this.#primary);
    return halfWidth(own, sample.replications, this.#ignorance[0]!, this.#study);
  }

  #differences(sample: Sample, a: number): Float64Array {
    return differencesOf(column(sample, a, this.#primary), column(sample, 0, this.#primary));
  }

  /**
   * The half-width wanted, over the horizon: of a company's money an amount a year, or a share of what the baseline pays
   * its people; of other figures, and of a baseline alone, an amount, or a share of the baseline's own figure.
   */
  #wanted(sample: Sample): number {
    const { precision, horizonDays, primary } = this.#study.run;
    const { unit } = METRICS.find((one) => one.id === primary)!;
    const ofCompany = unit === 'money' && primary !== 'ltv';
    if ('amount' in precision) return precision.amount * (ofCompany ? horizonDays / 252 : 1);
    const against = ofCompany && this.#decided.length > 1 ? this.#payCost : this.#primary;
    return precision.share * Math.abs(mean(column(sample, 0, against).filter((x) => Number.isFinite(x))));
  }
}

function halfWidth(
  values: Float64Array,
  replications: number,
  ignorance: boolean,
  { run }: NormalStudy,
): number {
  const { drawMeans } = nestedVariance(values, ignorance ? replications : 1);
  const [low, high] = meanInterval(drawMeans, run.confidence);
  return (high - low) / 2;
}

function ignoranceOf(study: NormalStudy, judged: number): boolean[] {
  const { alternatives } = study;
  return Array.from({ length: judged }, (_, a) => isUncertain(study, [alternatives[0]!, alternatives[a]!]));
}

/** Whether any number of these alternatives, or of the company they share, is drawn anew in every parameter draw. */
export function isUncertain(study: NormalStudy, alternatives: readonly Alternative[]): boolean {
  return uncertainNumbers({ ...study, alternatives }).length > 0;
}
