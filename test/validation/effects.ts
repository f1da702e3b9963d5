import { dirname, join } from 'node:path';
import { column, compare, type Sample } from '../../engine/experiment/compare.ts';
import { layoutOf, type Runner } from '../../engine/run/index.ts';
import { mean } from '../../engine/statistics/moments.ts';
import { pairedDifference } from '../../engine/statistics/paired.ts';
import { type NormalStudy, readStudy, type StudySource } from '../../engine/study/index.ts';

/** Confidence of every interval of the tables. */
export const CONFIDENCE = 0.9;

/** A study of a table, simulated in full. */
export interface Trial {
  readonly study: NormalStudy;
  readonly sample: Sample;
}

/** How an effect is told: as a share of the reference's mean, in the metric's unit, or as a level of its own. */
export type Told = 'relative' | 'difference' | 'level';

/** What one alternative does against another. */
export interface Effect {
  readonly mean: number;
  /** Interval of the mean: what the number of replications leaves open. */
  readonly interval: readonly [number, number];
  /** 5–95 % of the expected effect, over what is not known of practices and what the simulation leaves open. */
  readonly range: readonly [number, number];
  /** Chance that the expected effect is at or beyond the claim; NaN with no claim. */
  readonly beyond: number;
  /** Parameter draws that this rests on. */
  readonly draws: number;
  /** Replications that this rests on, all draws together. */
  readonly replications: number;
}

/** A source that knows one more study beside those of another source. */
export function withStudy(path: string, text: string, rest: StudySource): StudySource {
  return {
    read: (wanted, from) =>
      (from === null ? wanted : join(dirname(from), wanted)) === path
        ? { file: path, text }
        : rest.read(wanted, from),
  };
}

/** Reads and simulates a study. @throws ProblemsError when it is not sound */
export async function trialOf(path: string, source: StudySource, runner: Runner): Promise<Trial> {
  const study = readStudy(path, source);
  const { sample } = await compare(study, runner, layoutOf(study));
  return { study, sample };
}

/** Position of an alternative. @throws RangeError when the study has none of this name */
export function alternativeAt(study: NormalStudy, id: string): number {
  const at = study.alternatives.findIndex((one) => one.id === id);
  if (at < 0) throw new RangeError(`no alternative ${id}`);
  return at;
}

/**
 * One figure of one alternative, [draw][replication]: a metric, a detail such as `tier-c-churned` (run/layout.ts), or one
 * of COMPOSED.
 *
 * @throws RangeError when there is no such figure
 */
export function valuesOf(trial: Trial, alternative: string, figure: string): Float64Array {
  const { study, sample } = trial;
  const compose = COMPOSED[figure];
  if (compose !== undefined) return compose(study, (id) => valuesOf(trial, alternative, id));
  const { metrics, details } = layoutOf(study);
  const at = [...metrics, ...details].indexOf(figure);
  if (at < 0) throw new RangeError(`no figure ${figure}`);
  return column(sample, alternativeAt(study, alternative), at);
}

/** Figures made of others. */
const COMPOSED: Readonly<
  Record<string, (study: NormalStudy, of: (figure: string) => Float64Array) => Float64Array>
> = {
  /** Mean workdays from a lead's arrival to its first success, and from there to the contract. */
  'conversion-days': (study, of) => {
    const first = study.world.stages[0]!.id;
    const days = of(`stage-${first}-days`);
    const advanced = of(`stage-${first}-advanced`);
    return of('cycle-days').map((x, i) => x + days[i]! / advanced[i]!);
  },
  /** Share of the customers kept a year. */
  kept: (_, of) => of('churn').map((x) => 1 - x),
  /** Share of the lowest tier's customers of day 0 lost over the horizon. */
  'tier-c-churn': (_, of) => {
    const customers = of('tier-c-customers');
    return of('tier-c-churned').map((x, i) => x / customers[i]!);
  },
};

/**
 * The effect of one alternative against another, replications paired.
 *
 * @param claim the size claimed, in the way the effect is told; its sign says which direction is meant
 */
export function effectOf(
  trial: Trial,
  alternative: string,
  against: string,
  metric: string,
  told: Told,
  claim = Number.NaN,
): Effect {
  const reference = valuesOf(trial, against, metric);
  const changed = valuesOf(trial, alternative, metric);
  const scale = told === 'relative' ? 1 / Math.abs(mean(reference.filter((x) => Number.isFinite(x)))) : 1;
  const from = told === 'level' ? reference.map(() => 0) : reference.map((x) => scale * x);
  return effect(
    changed.map((x) => scale * x),
    from,
    trial.sample.replications,
    claim,
  );
}

/**
 * The effect that paired values show, [draw][replication] each.
 *
 * @param claim the size claimed; its sign says which direction is meant
 */
export function effect(
  changed: ArrayLike<number>,
  reference: ArrayLike<number>,
  replicationsPerDraw: number,
  claim = Number.NaN,
): Effect {
  const d = pairedDifference(changed, reference, replicationsPerDraw, CONFIDENCE);
  const draws = Math.floor(changed.length / replicationsPerDraw);
  const shifted = Array.from(changed, (x) => x - claim);
  const above = pairedDifference(shifted, reference, replicationsPerDraw, CONFIDENCE).probabilityAbove;
  return {
    mean: d.mean,
    interval: d.interval,
    range: d.credible,
    beyond: Number.isNaN(claim) ? Number.NaN : claim < 0 ? 1 - above : above,
    draws,
    replications: changed.length,
  };
}

/** The effect with its sign turned: for metrics of which less is better. */
export function turned(one: Effect): Effect {
  return {
    ...one,
    mean: -one.mean,
    interval: [-one.interval[1], -one.interval[0]],
    range: [-one.range[1], -one.range[0]],
  };
}

/** Direction of an effect whose interval of the mean leaves out 0; 0 when it does not. */
export function clear({ interval: [low, high] }: Pick<Effect, 'interval'>): -1 | 0 | 1 {
  return low > 0 ? 1 : high < 0 ? -1 : 0;
}
