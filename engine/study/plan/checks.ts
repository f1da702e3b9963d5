import type { Plan } from '../../incentive/language.ts';
import { PLAN_METRICS } from '../../incentive/parts/measure.ts';
import { payAtTarget } from '../../incentive/year.ts';
import type { Located } from '../nodes.ts';
import { needsTarget } from './components.ts';
import { contradiction } from './context.ts';

/** How far a plan may miss its own target pay. */
const TOLERANCE = 0.02;

/** Checks that look at the plan as a whole; call them only on a plan that was read without problems. */
export function checkPlan(plan: Plan, root: Located): void {
  const keys = root.entries();
  const target = keys.get('target-pay') ?? keys.get('pay-mix') ?? keys.get('target-total');
  checkBestOf(plan, keys.get('components'));
  if (plan.targetPay === null) {
    const { guarantee } = plan.timing;
    const needing = [
      ...plan.components.filter(needsTarget).map(({ id }) => id),
      ...(guarantee === null ? [] : ['guarantee']),
      ...([plan.cap, plan.floor].some((limit) => limit !== null && 'target' in limit.of) ? ['cap'] : []),
    ];
    if (needing.length > 0)
      root.missing(
        'target-pay',
        `expected variable pay a year at target, which “${needing[0]}” is a multiple of`,
        `应写明全年目标奖金，“${needing[0]}”按其倍数计算`,
      );
    return;
  }
  if (target !== undefined) checkTarget(plan, target);
}

/** What the tables pay when every measure is just on target must be what the plan says it pays. */
function checkTarget(plan: Plan, at: Located): void {
  const weighted = plan.components.some(({ weight }) => weight > 0);
  const counted = plan.components.filter(({ weight, payout }) => {
    const contest = payout.kind === 'rank' || payout.kind === 'match' || payout.kind === 'pool';
    return !contest && (!weighted || weight > 0);
  });
  const readable = counted.every(({ measure }) => {
    const found = plan.measures.find((one) => one.id === measure)!;
    return found.quota !== null || PLAN_METRICS[found.metric].kind === 'level';
  });
  if (counted.length === 0 || !readable || plan.targetPay === null) return;
  const pays = payAtTarget(plan);
  // Contest prizes with a weight are taken at their word.
  const contests = plan.components
    .filter((one) => one.weight > 0 && !counted.includes(one))
    .reduce((sum, one) => sum + one.weight * plan.targetPay!, 0);
  const sum = counted.reduce((total, { id }) => total + (pays.get(id) ?? 0), contests);
  if (Math.abs(sum - plan.targetPay) <= TOLERANCE * plan.targetPay) return;
  const [paid, meant] = [sum, plan.targetPay].map((x) => String(Math.round(x * 100) / 100));
  contradiction(
    at,
    'off-target',
    {
      en: `the plan’s own tables pay ${paid} a year at target`,
      zh: `按方案自己的表，达标时全年发 ${paid}`,
    },
    { en: `expected ${meant}, within 2%`, zh: `应为 ${meant}，误差不超过 2%` },
  );
}

/** The better of two attainments tells which step is reached, not which sales are paid for. */
function checkBestOf(plan: Plan, at: Located | undefined): void {
  for (const component of plan.components) {
    const measure = plan.measures.find((one) => one.id === component.measure)!;
    if (measure.accumulation.over !== 'best-of' || component.payout.kind !== 'rates') continue;
    at?.entries()
      .get(component.id)
      ?.key.wrong(
        'bad-plan',
        'expected a curve or bonus on a best-of measure: rates would pay for the same sales twice',
        'best-of 指标应使用 curve 或 bonus，费率会对同一业绩重复计酬',
      );
  }
}
