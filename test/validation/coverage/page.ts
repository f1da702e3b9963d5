/** The page engine/experiment/coverage.md: what was counted, as tables, with a verdict for every row. */
import { ENGINE, OF_EACH, POPULATION } from './population.ts';
import type { Rule } from './repeated.ts';
import { coverage, type Held, type Tally, type Told } from './tally.ts';
import { REPLICATIONS, WORLDS } from './worlds.ts';

/** How runs end, in the order of the tables. */
export const RULES: readonly Rule[] = [
  { draws: 4 },
  { draws: 10 },
  { draws: 20 },
  { draws: 100 },
  { least: 4, most: 100 },
  { least: 10, most: 100 },
  { least: 20, most: 100 },
  { least: 20, most: 400, strict: true },
];

/** Counts of every study, by its id, in the order of RULES. */
export type Measured = Readonly<Record<string, readonly Tally[]>>;

/** A range told in a smaller share of the runs is not judged: too few runs are left. */
const LEAST_TOLD = 0.05;

/** What the ranges promise to hold, and how far below that they may fall. */
const PROMISED = { interval: 0.95, credible: 0.9, predictive: 0.9 } as const;
const SLACK = 0.02;

/** Most runs that may be sure of a direction that is no likelier than the other. */
const MOST_FALSE = 0.05;

type Range = keyof typeof PROMISED;
const RANGES = Object.keys(PROMISED) as Range[];

/** What a row misses: the ranges that hold too seldom, and false certainty. */
export function misses(tally: Tally): string[] {
  const low = RANGES.filter((range) => {
    const { told } = tally[range];
    return told >= LEAST_TOLD * tally.runs && coverage(tally[range]).share < PROMISED[range] - SLACK;
  });
  return [...low, ...(tally.falselySure > MOST_FALSE * tally.runs ? ['false certainty'] : [])];
}

/** Whether a study may ask for a run that ends so. */
function allowed(rule: Rule): boolean {
  return 'draws' in rule || rule.least >= 20;
}

const percent = (x: number): string => (100 * x).toFixed(1);

function heldCell(held: Held): string {
  if (held.told === 0) return '–';
  const { share, error } = coverage(held);
  return `${percent(share)} (${percent(error)})`;
}

function ruleCell(rule: Rule): string {
  if ('draws' in rule) return `${rule.draws} draws`;
  return `stops, ${rule.least} to ${rule.most}${rule.strict ? ', never precise enough' : ''}`;
}

function row(rule: Rule, tally: Tally): string[] {
  const { runs } = tally;
  const missed = misses(tally);
  const pair = ({ told, said, truly }: Told): string =>
    told < LEAST_TOLD * runs ? '–' : `${percent(said / told)} / ${percent(truly / told)}`;
  return [
    ruleCell(rule),
    (tally.draws / runs).toFixed(1),
    ...RANGES.map((range) => heldCell(tally[range])),
    `${percent(1 - tally.credible.told / runs)} / ${percent(1 - tally.predictive.told / runs)}`,
    percent(tally.sure / runs),
    percent(tally.falselySure / runs),
    pair(tally.above),
    pair(tally.shareAbove),
    missed.length === 0 ? 'as wanted' : `**misses**: ${missed.join(', ')}`,
  ];
}

const HEAD = [
  'run',
  'draws',
  '`interval`',
  '`credible`',
  '`predictive`',
  'not told',
  'sure',
  'falsely sure',
  '`probabilityBetter` / true',
  '`chanceBetter` / true',
  'verdict',
];

function table(tallies: readonly Tally[]): string {
  const body = tallies.map((tally, i) => row(RULES[i]!, tally));
  return [HEAD, HEAD.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Runs of a class below which their mean says nothing. */
const FEWEST = 20;

const CLASSES = [
  'sure: at most 5',
  'likely: 5 to 25',
  'open: 25 to 75',
  'likely: 75 to 95',
  'sure: 95 or more',
];

/** What was told of the direction against what was true, where runs are of changes of all kinds. */
function calibration(tallies: readonly Tally[]): string {
  const head = ['run', ...CLASSES];
  const body = tallies.map((tally, i) => [
    ruleCell(RULES[i]!),
    ...tally.classes.map(({ told, said, truly }) =>
      told < FEWEST ? `– (${told})` : `${percent(said / told)} / ${percent(truly / told)} (${told})`,
    ),
  ]);
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Largest distance between what was told and what was true in some classes, in points, over runs a study may ask for. */
function largestGap(tallies: readonly Tally[], classes: readonly number[]): string {
  const gaps = tallies
    .filter((_, i) => allowed(RULES[i]!))
    .flatMap((tally) => classes.map((i) => tally.classes[i]!).filter(({ told }) => told >= FEWEST))
    .map(({ told, said, truly }) => Math.abs(said - truly) / told);
  return percent(Math.max(0, ...gaps));
}

/** Every miss, one a line; those of runs that a study may not ask for are left out. */
function missList(measured: Measured): string {
  const lines = [...WORLDS, ...ENGINE].flatMap(({ id, name }) =>
    (measured[id] ?? []).flatMap((tally, i) => {
      const missed = misses(tally);
      const rule = RULES[i]!;
      if (missed.length === 0 || !allowed(rule)) return [];
      const said = missed.map((one) =>
        one === 'false certainty'
          ? `${one} ${percent(tally.falselySure / tally.runs)} %`
          : `\`${one}\` ${percent(coverage(tally[one as Range]).share)} %`,
      );
      return [`- ${name}, ${ruleCell(rule)}: ${said.join(', ')}`];
    }),
  );
  return lines.length === 0 ? 'None.' : lines.join('\n');
}

/** When a run of the simulator stops, for a metric. */
function stopOf({ figure, stops }: { readonly figure: number; readonly stops: number }): string {
  if (figure !== stops) return 'read where net contribution stopped the run';
  return figure === 0
    ? 'stops the run when it is decided, or its half-width is at most 4,500 yuan over the quarter (18,000 a year)'
    : 'stops the run when it is decided, or its half-width is what 40 draws usually have';
}

function simulator(measured: Measured): string {
  return `
## The simulator

B2B SaaS, four reps, a quarter of warm-up and a quarter of horizon, effects drawn from their priors; today against agile
management with a steeper accelerator. ${POPULATION.toLocaleString('en')} parameter draws of ${OF_EACH} replications were simulated. They are the population: a run
picks its draws among them, and ${REPLICATIONS} replications of each, at random and with replacement, so the truth is known exactly.

${ENGINE.map((one) => section(one, stopOf(one), measured)).join('\n')}`;
}

function section(
  { id, name }: { readonly id: string; readonly name: string },
  law: string,
  measured: Measured,
): string {
  return `### ${name}\n\n${law[0]!.toUpperCase()}${law.slice(1)}.\n\n${table(measured[id] ?? [])}\n`;
}

/** The page. */
export function page(measured: Measured): string {
  const runs = Object.values(measured)[0]![0]!.runs.toLocaleString('en');
  return `# Do the ranges hold?

Every range and every chance that a result states of a difference is a promise (\`engine/statistics/README.md\`). This page
counts how often each was kept. ${runs} runs of every study below were repeated, each under a seed of its own, and held against
a truth that is known: from a formula for made-up studies, from the whole population for the simulator. The page is written
by \`npm run coverage:interval\` (one part: \`npm run coverage:interval -- tiny\`, or \`engine\`) and is the same to the byte on any
machine; do not edit it.

**Wanted**: \`interval\` (95 %) holds the true mean in at least 93 % of the runs that state it; \`credible\` (90 %) holds at least
88 % of the expected differences of new draws, \`predictive\` (90 %) at least 88 % of new single replications; at most 5 % of
all runs are sure (\`probabilityBetter\` at least 95 %, or at most 5 %) of a direction that is no likelier than the other.

**What misses that**, among runs that a study may ask for:

${missList(measured)}

*Very skewed* is an extreme on purpose: a few draws carry much of the mean, a small sample seldom holds one of them, and
nothing in it says so. Where single draws stand far out, ask for more of them.

## How to read the tables

- *20 draws* is a run of 20 parameter draws, fixed beforehand. *Stops, 20 to 100* ends by the product's own rule
  (\`stopping.ts\`): as soon as the verdict is decided or the interval is as narrow as 40 draws usually make it, at the earliest
  after 20 draws, at the latest after 100; *draws* is their mean number. *Never precise enough* asks for a width that no run reaches, so that only a decided
  verdict ends it early: the most looks, and the most temptation to stop on a lucky stretch. Every draw has ${REPLICATIONS} replications.
  Runs that stop between fewer than 20 draws and more are shown for comparison; a study that asks for one is refused.
- Coverage is in per cent, with its standard error in brackets. It counts the runs that state the range. *Not told* is the
  share of runs, in per cent, that state no \`credible\` (and no \`interval\`), and of those that state no \`predictive\`: too few
  draws differ. They count neither as kept nor as broken. A range stated in fewer than ${100 * LEAST_TOLD} % of the runs is not judged.
- *sure* and *falsely sure* are shares of all runs, in per cent. Where the true effect is not 0, falsely sure means the wrong sign.
- \`probabilityBetter\` */ true*: its mean over the runs that state it, and the share of new draws whose expected difference is
  above 0 (0 counts half). With few draws it stays near 50 %: it says what the run has learned, and is no estimate of that
  share. \`chanceBetter\` */ true*: likewise for single replications; this one is a count, and agrees.

## Made-up studies

${WORLDS.map((world) => section(world, world.law, measured)).join('\n')}
Is \`probabilityBetter\` right as often as it says? Some of these changes help, some harm and some do
nothing, so here it can be held against a frequency. In each class: its mean / the share of new draws
that are better (number of runs). The two differ by at most ${largestGap(measured.mixed ?? [], [0, 4])} points where a run is sure, and by at most
${largestGap(measured.mixed ?? [], [1, 3])} where it leans.

${calibration(measured.mixed ?? [])}
${simulator(measured)}`;
}
