import { meanDifference } from '../statistics/paired.ts';
import type { Adoption, Alternative, NormalStudy } from '../study/normal.ts';
import { type Compared, column } from './compare.ts';
import { isUncertain } from './stopping.ts';

/** One thing an alternative changes: a practice taken up or changed, or dropped; lever changes; the pay plan. */
export interface Step {
  /** The practice's id, `levers` or `pay`. */
  readonly id: string;
  readonly kind: 'practice' | 'dropped' | 'levers' | 'pay';
}

/** How one alternative is taken apart: positions of the study's alternatives before and after each step. */
export interface TakenApart {
  readonly alternative: string;
  /** In the order they are added: practices as in the catalogue, lever changes, pay. */
  readonly steps: readonly Step[];
  /** Position of the state after each step; the last is the alternative itself. */
  readonly after: readonly number[];
  /** Position of the alternative without each step; 0, the baseline, where there is only one. */
  readonly without: readonly number[];
}

/** A study with the further alternatives that an explanation needs, behind its own. */
export interface ExplainPlan {
  readonly study: NormalStudy;
  readonly parts: readonly TakenApart[];
}

/** What one step moved: added in its turn, and lost when it alone is left out. */
export interface StepEffect extends Step {
  readonly added: Readonly<Record<string, Effect>>;
  readonly leftOut: Readonly<Record<string, Effect>>;
}

/** Mean of a paired difference and its confidence interval; null where it is not defined. */
export interface Effect {
  readonly mean: number | null;
  readonly interval: readonly [number | null, number | null];
}

export interface Explanation {
  readonly alternative: string;
  readonly steps: readonly StepEffect[];
  /** The whole difference against the baseline: the sum of what the steps added. */
  readonly total: Readonly<Record<string, Effect>>;
}

/** Metrics an explanation follows; stage conversions and sums over the horizon come on top. */
const METRIC_FIGURES = [
  'net-value',
  'net-contribution',
  'customer-equity',
  'pipeline-value',
  'bookings',
  'revenue',
  'gross-margin',
  'pay-cost',
  'scheme-cost',
  'win-rate',
  'cycle-days',
  'satisfaction',
  'churn',
];
const SUM_FIGURES = ['selling-hours', 'leads', 'followed-up'];

/**
 * Takes every alternative apart into steps. Adding alternatives changes no number of the others, so the study's own
 * results stay what they are, and the steps of one alternative add up to its difference.
 */
export function explainStudy(study: NormalStudy): ExplainPlan {
  const alternatives = [...study.alternatives];
  const baseline = study.alternatives[0]!;
  const parts = study.alternatives.slice(1).map((alternative, i): TakenApart => {
    const own = i + 1;
    const steps = stepsOf(baseline, alternative);
    const add = (taken: readonly Step[], name: string): number =>
      alternatives.push({
        ...assemble(baseline, alternative, taken),
        id: `${alternative.id}~${name}`,
        name: null,
      }) - 1;
    const after = steps.map((step, k) =>
      k === steps.length - 1 ? own : add(steps.slice(0, k + 1), `up-to-${step.id}`),
    );
    const without = steps.map((step) =>
      steps.length === 1
        ? 0
        : add(
            steps.filter((other) => other !== step),
            `without-${step.id}`,
          ),
    );
    return { alternative: alternative.id, steps, after, without };
  });
  return { study: { ...study, alternatives }, parts };
}

/** What an alternative does otherwise than the baseline. */
function stepsOf(baseline: Alternative, alternative: Alternative): Step[] {
  const ids = [...baseline.adoptions, ...alternative.adoptions].map((one) => one.scheme);
  const steps: Step[] = [...new Set(ids)]
    .filter((id) => !same(adoptionOf(baseline, id), adoptionOf(alternative, id)))
    .map((id) => ({ id, kind: ends(baseline, id) || !ends(alternative, id) ? 'practice' : 'dropped' }));
  if (!same(baseline.levers, alternative.levers)) steps.push({ id: 'levers', kind: 'levers' });
  const pay = (one: Alternative) => ({ plan: { ...one.pay, id: '' }, day: one.payStartDay });
  if (!same(pay(baseline), pay(alternative))) steps.push({ id: 'pay', kind: 'pay' });
  return steps;
}

/** The baseline with some of an alternative's steps taken. */
function assemble(baseline: Alternative, alternative: Alternative, steps: readonly Step[]): Alternative {
  const taken = new Set(steps.map((step) => step.id));
  const ids = [...baseline.adoptions, ...alternative.adoptions].map((one) => one.scheme);
  const adoptions = [...new Set(ids)].flatMap((id) => {
    const adoption = adoptionOf(taken.has(id) ? alternative : baseline, id);
    return adoption === undefined ? [] : [adoption];
  });
  const payOf = taken.has('pay') ? alternative : baseline;
  return {
    id: alternative.id,
    name: null,
    adoptions,
    levers: taken.has('levers') ? alternative.levers : baseline.levers,
    pay: payOf.pay,
    payStartDay: payOf.payStartDay,
  };
}

function adoptionOf(one: Alternative, scheme: string): Adoption | undefined {
  return one.adoptions.find((adoption) => adoption.scheme === scheme);
}

/** Whether a practice is stopped at some time, or not there at all. */
function ends(one: Alternative, scheme: string): boolean {
  return adoptionOf(one, scheme)?.stopDay !== null;
}

/** Equal as data; both come from the same reader, with keys in the same order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Works out what every step moved, from the sample of the planned study. */
export function explanations(
  plan: ExplainPlan,
  compared: Compared,
  layout: { readonly metrics: readonly string[]; readonly details: readonly string[] },
): Explanation[] {
  const { sample } = compared;
  const { confidence, replicationsPerDraw } = plan.study.run;
  const ignorance = isUncertain(plan.study, plan.study.alternatives);
  const figures = figuresOf(layout, plan.study);
  const effects = (changed: number, reference: number): Record<string, Effect> =>
    Object.fromEntries(
      figures.map(({ id, read }) => {
        const values = (alternative: number): Float64Array => read((at) => column(sample, alternative, at));
        const d = meanDifference(
          values(changed),
          values(reference),
          replicationsPerDraw,
          confidence,
          ignorance,
        );
        const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);
        return [
          id,
          { mean: finite(d.mean), interval: [finite(d.interval[0]), finite(d.interval[1])] as const },
        ];
      }),
    );
  return plan.parts.map((part, i) => ({
    alternative: part.alternative,
    steps: part.steps.map((step, k) => ({
      ...step,
      added: effects(part.after[k]!, k === 0 ? 0 : part.after[k - 1]!),
      leftOut: effects(i + 1, part.without[k]!),
    })),
    total: effects(i + 1, 0),
  }));
}

interface Figure {
  readonly id: string;
  /** The figure of every replication, from columns of the sample by position. */
  readonly read: (columnAt: (position: number) => Float64Array) => Float64Array;
}

/** Metrics, sums over the horizon, and conversions of the stages (passed ÷ entered). */
function figuresOf(
  layout: { readonly metrics: readonly string[]; readonly details: readonly string[] },
  study: NormalStudy,
): Figure[] {
  const detail = (name: string): number => layout.metrics.length + layout.details.indexOf(name);
  const plain = (id: string, position: number): Figure => ({ id, read: (columnAt) => columnAt(position) });
  const conversions = study.world.stages.map((stage): Figure => {
    const entered = detail(`stage-${stage.id}-entered`);
    const advanced = detail(`stage-${stage.id}-advanced`);
    return {
      id: `conversion-${stage.id}`,
      read: (columnAt) => {
        const base = columnAt(entered);
        return columnAt(advanced).map((passed, row) => passed / base[row]!);
      },
    };
  });
  return [
    ...METRIC_FIGURES.map((id) => plain(id, layout.metrics.indexOf(id))),
    ...SUM_FIGURES.map((id) => plain(id, detail(`all-${id}`))),
    ...conversions,
  ];
}
