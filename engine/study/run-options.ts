import { ProblemsError } from '../kernel/problems.ts';
import { METRICS } from '../model/metrics.ts';
import { DEFAULT_RUN, defaultWarmup } from './draft.ts';
import type { Located } from './nodes.ts';
import type { NormalStudy, RunOptions, Stage } from './normal.ts';
import { LONGEST_DAYS, type Values, wholeOr } from './reading.ts';
import { tooMuch } from './size.ts';
import { readNumber } from './units.ts';

/** Most parameter draws a run may make. */
export const MOST_DRAWS = 100_000;

/**
 * Fewest parameter draws of a run that stops by itself: from fewer on, it stops on a stretch that happens to look precise,
 * and intervals of skewed differences hold in 84 to 93 % of runs instead of 95 % (experiment/coverage.md). A fixed number
 * may be smaller.
 */
export const LEAST_DRAWS = 20;

const KEYS = [
  'horizon',
  'warm-up',
  'seed',
  'primary',
  'precision',
  'confidence',
  'discount',
  'customer-years',
  'replications',
  'replications-per-draw',
  'min-draws',
  'max-draws',
  'effects',
  'context',
  'explain',
  'pay-report',
];

/** The number of workdays a study simulates, needed before the rest of `run` can be read. */
export function readHorizon(at: Located | undefined, values: Values): number {
  const horizon = at?.isMap ? at.entries(KEYS).get('horizon') : undefined;
  return values.day(horizon, 21, LONGEST_DAYS) ?? DEFAULT_RUN.horizonDays;
}

/**
 * Reads `run`.
 *
 * @param periodDays the baseline's pay period, of which the warm-up must be a multiple
 */
export function readRun(
  at: Located | undefined,
  horizonDays: number,
  stages: readonly Stage[],
  periodDays: number,
  values: Values,
): RunOptions {
  const keys = at?.entries(KEYS) ?? new Map<string, Located>();
  const unit = Math.max(63, periodDays);
  const warmAt = keys.get('warm-up');
  const warmupDays = values.day(warmAt, 0, LONGEST_DAYS) ?? defaultWarmup(stages, periodDays);
  if (warmAt !== undefined && warmupDays % unit !== 0) {
    const months = unit / 21;
    warmAt.wrong(
      'not-whole-periods',
      `expected a multiple of ${months} months (${unit} workdays), so that pay periods begin on day 0`,
      `应为 ${months} 个月（${unit} 个工作日）的整数倍，使考核期从第 0 天开始`,
    );
  }
  const primaryAt = keys.get('primary');
  const replicationsPerDraw = wholeOr(
    keys.get('replications-per-draw'),
    1,
    1000,
    DEFAULT_RUN.replicationsPerDraw,
  );
  const minAt = keys.get('min-draws');
  const maxDraws = wholeOr(keys.get('max-draws'), 1, MOST_DRAWS, DEFAULT_RUN.maxDraws);
  const minDraws = wholeOr(minAt, 1, MOST_DRAWS, Math.min(DEFAULT_RUN.minDraws, maxDraws));
  const fixedAt = keys.get('replications');
  const fixed = fixedAt?.whole(1, MOST_DRAWS * replicationsPerDraw);
  if (fixedAt === undefined && minAt !== undefined && minDraws > maxDraws) {
    minAt.wrong(
      'out-of-range',
      `expected at most max-draws, ${maxDraws}`,
      `不应大于 max-draws（${maxDraws}）`,
    );
  } else if (fixedAt === undefined && minDraws < Math.min(LEAST_DRAWS, maxDraws)) {
    minAt!.wrong(
      'out-of-range',
      `expected at least ${LEAST_DRAWS}: a run that stops by itself needs so many; for a fixed number, make max-draws the same`,
      `至少应为 ${LEAST_DRAWS}：自行停止的模拟至少需要这么多组；若要固定组数，请将 max-draws 设为相同`,
    );
  }
  const draws = fixed === undefined ? undefined : Math.ceil(fixed / replicationsPerDraw);
  return {
    horizonDays,
    warmupDays,
    seed: keys.get('seed')?.text() ?? DEFAULT_RUN.seed,
    primary: primaryAt?.choice(METRICS.map((one) => one.id)) ?? DEFAULT_RUN.primary,
    precision: readPrecision(keys.get('precision'), values),
    confidence: values.number(keys.get('confidence'), 'share', 0.5, 0.9999, DEFAULT_RUN.confidence),
    discount: values.number(keys.get('discount'), 'share', 0, 1, DEFAULT_RUN.discount),
    customerYears: wholeOr(keys.get('customer-years'), 1, 30, DEFAULT_RUN.customerYears),
    replicationsPerDraw,
    minDraws: draws ?? minDraws,
    maxDraws: draws ?? maxDraws,
    effects: keys.get('effects')?.choice(['priors', 'mode']) ?? DEFAULT_RUN.effects,
    context: keys.get('context')?.choice(['ranges', 'mode']) ?? DEFAULT_RUN.context,
    ...(keys.get('explain')?.truth() ? { explain: true as const } : {}),
    ...(keys.get('pay-report')?.truth() ? { payReport: true as const } : {}),
  };
}

/** `1%` of the baseline's pay cost, or an amount a year such as `¥50k`; a bare number up to 1 is a share. */
function readPrecision(at: Located | undefined, values: Values): RunOptions['precision'] {
  if (at === undefined) return DEFAULT_RUN.precision;
  const { scalar } = at;
  if (at.isMap) {
    const keys = at.own.entries(['share', 'amount']);
    const amount = keys.get('amount');
    if (amount !== undefined && keys.size === 1)
      return { amount: values.number(amount, 'money', Number.MIN_VALUE, 1e15, 1) };
    if (keys.has('share') && keys.size === 1)
      return { share: values.number(keys.get('share'), 'share', 1e-6, 1, 0.02) };
    at.wrong('bad-precision', 'expected {share: 2%} or {amount: ¥50k}', '应为 {share: 2%} 或 {amount: ¥50k}');
    return DEFAULT_RUN.precision;
  }
  if ((typeof scalar === 'number' && scalar <= 1) || (typeof scalar === 'string' && /[%％]\s*$/.test(scalar)))
    return { share: values.number(at, 'share', 1e-6, 1, 0.02) };
  const wanted = { unit: 'money' as const, min: Number.MIN_VALUE, max: 1e15, currency: values.currency };
  return { amount: readNumber(at, wanted) ?? 1 };
}

/**
 * A study with another seed, or a fixed number of replications in place of a precision.
 *
 * @throws ProblemsError when that asks for more than memory can hold
 */
export function withOptions(
  study: NormalStudy,
  options: {
    readonly seed?: string;
    readonly replications?: number;
    readonly explain?: true;
    readonly payReport?: true;
  },
): NormalStudy {
  const { replications, seed } = options;
  const { run } = study;
  const draws = replications === undefined ? undefined : Math.ceil(replications / run.replicationsPerDraw);
  const changed: NormalStudy = {
    ...study,
    run: {
      ...run,
      seed: seed ?? run.seed,
      minDraws: draws ?? run.minDraws,
      maxDraws: draws ?? run.maxDraws,
      ...(options.explain ? { explain: true as const } : {}),
      ...(options.payReport ? { payReport: true as const } : {}),
    },
  };
  const place = { file: '--replications', line: 1, column: 1, path: '', code: 'too-much', suggestion: null };
  const problems = tooMuch(changed).map(({ found, expected }) => ({ ...place, found, expected }));
  if (problems.length > 0) throw new ProblemsError(problems);
  return changed;
}
