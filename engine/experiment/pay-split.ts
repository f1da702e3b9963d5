import { pairedDifference } from '../statistics/paired.ts';
import type { Alternative, NormalStudy } from '../study/normal.ts';
import { type Compared, column } from './compare.ts';
import type { Effect } from './explain.ts';

/** One alternative whose pay differs from the baseline's, and where in the study its mechanics stand. */
export interface PaySplitPart {
  readonly alternative: string;
  /** Position of the alternative itself. */
  readonly own: number;
  /** Position of the baseline paid by the alternative's plan while it goes on under its own. */
  readonly mechanics: number;
}

/** A study with the further alternatives that telling new rules from new behaviour needs, behind its own. */
export interface PaySplitPlan {
  readonly study: NormalStudy;
  readonly parts: readonly PaySplitPart[];
}

/** How much of the change in pay cost is new rules on old behaviour, and how much is what people do otherwise. */
export interface PaySplit {
  readonly alternative: string;
  /** What the baseline's people would cost under the new plan if it changed nothing that they do. */
  readonly mechanics: Effect;
  /** The rest, practices and lever changes of the alternative included. */
  readonly behaviour: Effect;
  /** Exactly the sum of the two means. */
  readonly total: Effect;
}

/**
 * Adds, for every alternative whose pay differs from the baseline's, the baseline as it is, felt and lived by as before
 * but paid by the alternative's plan. Adding alternatives changes no number of the others.
 *
 * @param own how many of the study's alternatives are its own; further ones (of an explanation) are left alone
 */
export function paySplitStudy(study: NormalStudy, own: number = study.alternatives.length): PaySplitPlan {
  const baseline = study.alternatives[0]!;
  const alternatives: Alternative[] = [...study.alternatives];
  const parts: PaySplitPart[] = [];
  study.alternatives.slice(0, own).forEach((alternative, i) => {
    if (i === 0 || samePay(baseline, alternative)) return;
    const { pay, payStartDay } = alternative;
    const id = `${alternative.id}~mechanics`;
    const mechanics = alternatives.push({
      ...baseline,
      id,
      name: null,
      pay,
      payStartDay,
      felt: baseline.pay,
    });
    parts.push({ alternative: alternative.id, own: i, mechanics: mechanics - 1 });
  });
  return { study: { ...study, alternatives }, parts };
}

/** Whether people are paid alike, whatever the plans are called. */
function samePay(a: Alternative, b: Alternative): boolean {
  const terms = ({ pay }: Alternative): string => JSON.stringify({ ...pay, id: '', title: null });
  return terms(a) === terms(b);
}

/** Works the split of every part out, from the sample of the planned study. */
export function paySplits(
  plan: PaySplitPlan,
  compared: Compared,
  layout: { readonly metrics: readonly string[] },
): PaySplit[] {
  const { confidence, replicationsPerDraw } = plan.study.run;
  const at = layout.metrics.indexOf('pay-cost');
  const difference = (changed: number, reference: number) =>
    pairedDifference(
      column(compared.sample, changed, at),
      column(compared.sample, reference, at),
      replicationsPerDraw,
      confidence,
    );
  const finite = (x: number): number | null => (Number.isFinite(x) ? x : null);
  const effect = (mean: number, [low, high]: readonly [number, number]): Effect => ({
    mean: finite(mean),
    interval: [finite(low), finite(high)],
  });
  return plan.parts.map(({ alternative, own, mechanics }) => {
    const rules = difference(mechanics, 0);
    const rest = difference(own, mechanics);
    return {
      alternative,
      mechanics: effect(rules.mean, rules.interval),
      behaviour: effect(rest.mean, rest.interval),
      total: effect(rules.mean + rest.mean, difference(own, 0).interval),
    };
  });
}
