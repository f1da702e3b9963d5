import {
  type Axis,
  type Component,
  type Limit,
  type Measure,
  measureOf,
  type Plan,
} from '../incentive/index.ts';
import type { Language } from '../kernel/format.ts';
import { exactMoney, level, nameOf, percent } from './payout-format.ts';

/** What bends and bounds a component's pay, sentence by sentence. */
export function limitWords(plan: Plan, component: Component, measure: Measure, language: Language): string[] {
  const zh = language === 'zh';
  const axis: Axis = 'axis' in component.payout ? component.payout.axis : 'amount';
  const at = (x: number): string => level(x, axis, measure, plan, language);
  const words: string[] = [];
  const { threshold, rateChanges, caps, capsAfter, floor, gates, modifiers, boundary } = component;
  if (threshold !== null)
    words.push(
      zh
        ? `低于${at(threshold.at)}不发，达到后${threshold.pays === 'from-first' ? '从第一元起计' : '只计其上部分'}`
        : `nothing below ${at(threshold.at)}; once there, ${threshold.pays === 'from-first' ? 'all of it counts' : 'what lies above counts'}`,
    );
  for (const { from, times } of rateChanges)
    words.push(zh ? `${at(from)} 以上费率 ×${times}` : `from ${at(from)} on the rate is ×${times}`);
  for (const cap of caps) words.push(capWords(cap, at, plan, language));
  for (const cap of capsAfter)
    words.push(`${capWords(cap, at, plan, language)}${zh ? '（含系数）' : ', modifiers included'}`);
  if (floor !== null)
    words.push(
      zh
        ? `每期至少 ${exactMoney(floor, plan.currency)}`
        : `at least ${exactMoney(floor, plan.currency)} a period`,
    );
  for (const gate of gates) {
    const other = measureOf(plan, gate.measure);
    const mark = level(gate.at, gate.axis, other, plan, language);
    const otherwise =
      gate.otherwise === 'nothing'
        ? zh
          ? '不发'
          : 'nothing is paid'
        : gate.otherwise === 'no-accelerator'
          ? zh
            ? '不加速'
            : 'nothing is accelerated'
          : zh
            ? `只发 ${percent(gate.otherwise.share)}`
            : `${percent(gate.otherwise.share)} is paid`;
    const least =
      gate.boundary === 'at-or-above' ? (zh ? '未达到' : 'unless') : zh ? '未超过' : 'unless above';
    words.push(
      zh
        ? `${nameOf(other, language)}${least}${mark}时${otherwise}`
        : `${otherwise} ${least} ${mark} is reached in ${nameOf(other, language)}`,
    );
  }
  for (const modifier of modifiers) {
    const other = measureOf(plan, modifier.measure);
    const points = modifier.points.map(
      ([x, factor]) => `${level(x, modifier.axis, other, plan, language)} ×${Number(factor.toPrecision(8))}`,
    );
    words.push(
      zh
        ? `乘以${nameOf(other, language)}系数：${points.join('、')}`
        : `times a factor for ${nameOf(other, language)}: ${points.join(', ')}`,
    );
  }
  if (hasJump(component))
    words.push(
      boundary === 'at-or-above'
        ? zh
          ? '恰好等于边界算达到'
          : 'exactly on a boundary counts as reached'
        : zh
          ? '恰好等于边界不算达到'
          : 'exactly on a boundary does not count as reached',
    );
  return words;
}

/** Whether there is a place where just reaching it makes a difference. */
function hasJump({ payout, threshold }: Component): boolean {
  if (threshold?.pays === 'from-first') return true;
  switch (payout.kind) {
    case 'rates':
      return payout.apply === 'whole-period' && payout.tiers.length > 1;
    case 'curve':
      return payout.interpolation === 'step' || (payout.below === 'nothing' && payout.points[0]![1] !== 0);
    default:
      return payout.kind === 'bonus' || payout.kind === 'matrix';
  }
}

function capWords(cap: Limit, at: (x: number) => string, plan: Plan, language: Language): string {
  const zh = language === 'zh';
  switch (cap.on) {
    case 'result':
      return zh ? `${at(cap.at)} 以上不再增加` : `no more beyond ${at(cap.at)}`;
    case 'target':
      return zh ? `最多为目标奖金的 ${percent(cap.times)}` : `at most ${percent(cap.times)} of target pay`;
    case 'money':
      return zh
        ? `每期最多 ${exactMoney(cap.amount, plan.currency)}`
        : `at most ${exactMoney(cap.amount, plan.currency)} a period`;
  }
}
