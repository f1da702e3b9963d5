import type { Interval, MacroRun, Truth } from './coverage.count.ts';
import { AMOUNT, COUNTED, DRAWS, MOST_DRAWS, REPLICATIONS } from './coverage.study.ts';

/** Coverage of one metric's intervals under one rule for ending the run. */
export interface Row {
  readonly rule: string;
  readonly metric: string;
  readonly truth: number;
  readonly truthError: number;
  readonly coverage: number;
  /** Standard error of `coverage`, of the macro-runs' number. */
  readonly error: number;
  /** Shares of intervals wholly above and wholly below the truth. */
  readonly above: number;
  readonly below: number;
  readonly halfWidth: number;
  readonly draws: number;
}

/** Within these, 2,000 macro-runs of an exact 95 % interval fall with probability 99.8 % (± 3.1 standard errors). */
export const BAND = [0.935, 0.965] as const;

/** Adds up truths of disjoint draws. */
export function addTruths(parts: readonly Truth[]): Truth {
  const add = (key: keyof Truth): number[] =>
    COUNTED.map((_, i) => parts.reduce((total, part) => total + part[key][i]!, 0));
  return { count: add('count'), sum: add('sum'), squares: add('squares') };
}

/** Counts coverage for every rule and metric. */
export function coverageRows(runs: readonly MacroRun[], truth: Truth): Row[] {
  const rules: [string, (run: MacroRun) => readonly Interval[], (run: MacroRun) => number][] = [
    ['fixed', (run) => run.fixed, () => DRAWS],
    ['stopped by precision', (run) => run.stopped, (run) => run.draws],
  ];
  return rules.flatMap(([rule, of, drawsOf]) =>
    COUNTED.map((metric, i) => {
      const n = truth.count[i]!;
      const mean = truth.sum[i]! / n;
      const variance = (truth.squares[i]! - n * mean * mean) / (n - 1);
      const list = runs.map((run) => of(run)[i]!);
      const share = (test: (one: Interval) => boolean): number => list.filter(test).length / list.length;
      const above = share((one) => one.low > mean);
      const below = share((one) => one.high < mean);
      const coverage = share((one) => one.low <= mean && mean <= one.high);
      return {
        rule,
        metric,
        truth: mean,
        truthError: Math.sqrt(variance / n),
        coverage,
        error: Math.sqrt((coverage * (1 - coverage)) / list.length),
        above,
        below,
        halfWidth: list.reduce((sum, one) => sum + (one.high - one.low) / 2, 0) / list.length,
        draws: runs.reduce((sum, run) => sum + drawsOf(run), 0) / runs.length,
      };
    }),
  );
}

/** True when every row's coverage is within the band. */
export function passes(rows: readonly Row[]): boolean {
  return rows.every((row) => row.coverage >= BAND[0] && row.coverage <= BAND[1]);
}

const figure = (x: number): string => (Math.abs(x) >= 100 ? x.toFixed(0) : x.toPrecision(3));
const percent = (x: number): string => `${(100 * x).toFixed(2)} %`;

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const head = [
    'run ends',
    'metric',
    'draws',
    'truth (s.e.)',
    'mean half-width',
    'coverage (s.e.)',
    'too high',
    'too low',
  ];
  const body = rows.map((row) => [
    row.rule,
    row.metric,
    row.draws.toFixed(1),
    `${figure(row.truth)} (${figure(row.truthError)})`,
    figure(row.halfWidth),
    `${percent(row.coverage)} (${(100 * row.error).toFixed(2)})`,
    percent(row.above),
    percent(row.below),
  ]);
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The page engine/experiment/coverage.md. */
export function page(rows: readonly Row[], macroRuns: number, truthDraws: number): string {
  return `# Coverage of the paired interval

Does the 95 % interval of a paired difference hold the true difference in 95 % of runs? ${macroRuns.toLocaleString('en')} whole
comparisons were run on the real simulator, each under a seed of its own, and counted against a truth from one run of
${truthDraws.toLocaleString('en')} draws under yet another seed. This page is written by \`npm run coverage:interval\`; do not edit it.

The study: B2B SaaS, four reps, a quarter of warm-up and a quarter of horizon, effects drawn from their priors,
${REPLICATIONS} replications a draw (the default); today against agile management with a steeper accelerator. *Fixed*: ${DRAWS} draws. *Stopped by
precision*: the sequential rule of \`compare\`, from ${DRAWS} draws on, until the half-width of net contribution's
difference is at most ${AMOUNT.toLocaleString('en')} yuan, at most ${MOST_DRAWS} draws; its other metrics are read where that one stopped.

${table(rows)}

Wanted: every coverage within ${BAND[0]}–${BAND[1]}. ${passes(rows) ? 'All are.' : 'NOT ALL ARE.'} *Too high* and *too low* are the shares of intervals
wholly above and below the truth; 2.5 % each would be even, and they differ where draws are skewed: a small sample then
holds too few or too many of the long tail's. *Draws* is the mean number of draws of a macro-run. The
standard error of a coverage is that of its macro-runs' number.

A limit: with 2 replications a draw instead, the rare large deals of so small a firm left bookings covered in 92.2 % of
20-draw runs (standard error .6; net contribution 93.9 %, win rate 94.8 %). Keep to the default, or ask for more draws.
`;
}
