import { meanDifference } from '../statistics/paired.ts';
import type { Alternative, NormalStudy } from '../study/normal.ts';
import { type Compared, column } from './compare.ts';
import type { Effect } from './explain.ts';
import { isUncertain } from './stopping.ts';

/** One alternative whose pay differs from the baseline's, and where in the study its mechanics stand. */
export interface PaySplitPart {
  readonly alternative: string;
  /** Position of the alternative itself. */
  readonly own: number;
  /** Position of the baseline paid by the alternative's plan while it goes on under its own. */
  readonly mechanics: number;
  /** Position of the baseline under the alternative's plan; null where the alternative is just that. */
  readonly plan: number | null;
}

/** A study with the further alternatives that telling new rules from new behaviour needs, behind its own. */
export interface PaySplitPlan {
  readonly study: NormalStudy;
  readonly parts: readonly PaySplitPart[];
}

/**
 * How much of the change in pay cost is new rules on old behaviour, how much is what people do otherwise under them, and
 * how much is no matter of the plan at all. Over the horizon; the parts add up to the total.
 */
export interface PaySplit {
  readonly alternative: string;
  /** What the baseline's people would cost under the new plan if it changed nothing that they do. */
  readonly mechanics: Effect;
  /** What they do otherwise under the new plan, all else as in the baseline. */
  readonly behaviour: Effect;
  /** What the alternative's other practices and lever changes add, on top of its plan; null where only pay differs. */
  readonly practices: Effect | null;
  /** The change of pay cost that the comparison of the alternatives tells. */
  readonly total: Effect;
}

/**
 * Adds, for every alternative whose pay differs from the baseline's, `ID~mechanics`: the baseline as it is, felt and lived
 * by as before but paid by the alternative's plan. Where practices or levers differ as well, also `ID~plan`: the baseline
 * with nothing but the alternative's plan. Adding alternatives changes no number of the others.
 *
 * @param own how many of the study's alternatives are its own; further ones (of an explanation) are left alone
 */
export function paySplitStudy(study: NormalStudy, own: number = study.alternatives.length): PaySplitPlan {
  const baseline = study.alternatives[0]!;
  const alternatives: Alternative[] = [...study.alternatives];
  const parts: PaySplitPart[] = [];
  study.alternatives.slice(0, own).forEach((alternative, i) => {
    if (i === 0 || samePay(baseline, alternative)) return;
    const { id, pay, payStartDay } = alternative;
    const add = (name: string, more: Partial<Alternative>): number =>
      alternatives.push({ ...baseline, id: `${id}~${name}`, name: null, pay, payStartDay, ...more }) - 1;
    const mechanics = add('mechanics', { felt: baseline.pay });
    const plan = sameWork(baseline, alternative) ? null : add('plan', {});
    parts.push({ alternative: id, own: i, mechanics, plan });
  });
  return { study: { ...study, alternatives }, parts };
}

/** Whether people are paid alike, whatever the plans are called. */
function samePay(a: Alternative, b: Alternative): boolean {
  const terms = ({ pay }: Alternative): string => JSON.stringify({ ...pay, id: '', title: null });
  return terms(a) === terms(b);
}

/** Whether everything but pay is alike. */
function sameWork(a: Alternative, b: Alternative): boolean {
  const work = ({ adoptions, levers }: Alternative): string =>
    JSON.stringify([adoptions.toSorted((x, y) => (x.scheme < y.scheme ? -1 : 1)), levers]);
  return work(a) === work(b);
}

/** Works the split of every part out, from the sample of the planned study. */
export function paySplits(
  plan: PaySplitPlan,
  compared: Compared,
  layout: { readonly metrics: readonly string[] },
): PaySplit[] {
  const { confidence, replicationsPerDraw } = plan.study.run;
  const ignorance = isUncertain(plan.study, plan.study.alternatives);
  const at = layout.metrics.indexOf('pay-cost');
  const difference = (changed: number, reference: number) =>
    meanDifference(
      column(compared.sample, changed, at),
      column(compared.sample, reference, at),
      replicationsPerDraw,
      confidence,
      ignorance,
    );
  const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);
  const effect = (changed: number, reference: number): Effect => {
    const { mean, interval } = difference(changed, reference);
    return { mean: finite(mean), interval: [finite(interval[0]), finite(interval[1])] };
  };
  return plan.parts.map((part) => ({
    alternative: part.alternative,
    mechanics: effect(part.mechanics, 0),
    behaviour: effect(part.plan ?? part.own, part.mechanics),
    practices: part.plan === null ? null : effect(part.own, part.plan),
    total: effect(part.own, 0),
  }));
}
