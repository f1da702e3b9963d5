/** Simulates every practice alone, and a few mixes, beside a bare company of one trade and size. */
import { column, type Sample } from '../../../engine/experiment/compare.ts';
import { layoutOf, UnitRunner } from '../../../engine/run/index.ts';
import { SCHEMES } from '../../../engine/schemes/index.ts';
import { pairedDifference } from '../../../engine/statistics/paired.ts';
import { draftStudy, habit, type NormalStudy, presetById } from '../../../engine/study/index.ts';
import { EXPECTED, SIZES } from './expected.ts';
import { mixOf } from './mixes.ts';

/** Confidence of the intervals. */
export const CONFIDENCE = 0.9;

/** Workdays simulated: two years. */
const HORIZON = 504;

/** Seats a team. */
const TEAM = 8;

export type Size = keyof typeof SIZES;

/** What one alternative does beside the bare company, money a year of the horizon. */
export interface Cell {
  readonly id: string;
  /** Change of net value a year, as a share of the bare company's yearly gross margin, with its interval. */
  readonly value: number;
  readonly interval: readonly [number, number];
  /** The part of it inside the horizon: net contribution. */
  readonly inside: number;
  /** Relative change of bookings and of selling hours. */
  readonly bookings: number;
  readonly hours: number;
  /** What the practices themselves cost a year, as a share of gross margin. */
  readonly cost: number;
}

/** A bare company: the trade's usual pay and numbers, no practices. */
export function bareStudy(context: string, size: Size, seed: string): NormalStudy {
  const draft = draftStudy(presetById(context)!);
  const reps = SIZES[size];
  const teams = Math.max(1, Math.round(reps / TEAM));
  const base = Math.floor(reps / teams);
  return {
    ...draft,
    reps,
    teamNames: Array.from({ length: teams }, (_, t) => `team-${t + 1}`),
    teamSizes: Array.from({ length: teams }, (_, t) => base + (t < reps % teams ? 1 : 0)),
    run: { ...draft.run, horizonDays: HORIZON, seed, context: 'mode', replicationsPerDraw: 1 },
  };
}

/** The mixes told beside the practices, by how many are taken together. */
export const MIXES = [3, 5, 12, 25] as const;

/** The study of a row of the matrix: bare, each practice alone, then the mixes. */
export function matrixStudy(context: string, size: Size): NormalStudy {
  const bare = bareStudy(context, size, `matrix-${context}-${size}`);
  const baseline = bare.alternatives[0]!;
  const taking = (id: string, schemes: readonly string[]) => ({
    ...baseline,
    id,
    adoptions: schemes.map((scheme) => ({ ...habit(scheme), startDay: 0 })),
  });
  return {
    ...bare,
    alternatives: [
      baseline,
      ...Object.keys(EXPECTED).map((id) => taking(id, [id])),
      ...MIXES.map((many) => taking(`mix-${many}`, mixOf(context, size, many))),
    ],
  };
}

/** Practices of the catalogue that nothing is expected of; none may be missing. */
export const FORGOTTEN = SCHEMES.map((one) => one.id).filter((id) => EXPECTED[id] === undefined);

/** Simulates a row; draws are its replications, one each. */
export function simulateRow(context: string, size: Size, draws: number): Cell[] {
  const study = matrixStudy(context, size);
  const layout = layoutOf(study);
  const figures = layout.metrics.length + layout.details.length;
  const rows = study.alternatives.length;
  const data = new Float64Array(draws * rows * figures);
  const runner = new UnitRunner(study);
  for (let draw = 0; draw < draws; draw++) {
    const unit = runner.run(draw);
    for (let row = 0; row < rows; row++) {
      const from = row * layout.size;
      data.set(unit.data.subarray(from, from + figures), (draw * rows + row) * figures);
    }
  }
  const sample: Sample = { draws, replications: 1, alternatives: rows, figures, data };
  const ids = [...layout.metrics, ...layout.details];
  const of = (alternative: number, figure: string): Float64Array =>
    column(sample, alternative, ids.indexOf(figure));
  const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
  const margin = mean(of(0, 'gross-margin'));
  const share = (alternative: number, figure: string) => {
    const d = pairedDifference(of(alternative, figure), of(0, figure), 1, CONFIDENCE);
    return { mean: d.mean / margin, interval: [d.interval[0] / margin, d.interval[1] / margin] as const };
  };
  const relative = (alternative: number, figure: string): number =>
    mean(of(alternative, figure)) / mean(of(0, figure)) - 1;
  return study.alternatives.slice(1).map(({ id }, i) => {
    const value = share(i + 1, study.run.primary);
    return {
      id,
      value: value.mean,
      interval: value.interval,
      inside: share(i + 1, 'net-contribution').mean,
      bookings: relative(i + 1, 'bookings'),
      hours: relative(i + 1, 'all-selling-hours'),
      cost: share(i + 1, 'scheme-cost').mean,
    };
  });
}
