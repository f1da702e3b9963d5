import {
  type Component,
  type DealTest,
  type Measure,
  measureOf,
  PLAN_METRICS,
  type Plan,
  type PlanLimit,
} from '../incentive/index.ts';
import type { Language } from '../kernel/format.ts';
import { amountOf, exactMoney, joined, percent } from './payout-format.ts';
import { limitWords } from './payout-limits.ts';
import { payoutWords } from './payout-tables.ts';

/** What a plan says, in plain words: a paragraph for each thing it pays for. */
export function planWords(plan: Plan, language: Language): string[] {
  const money = (x: number): string => exactMoney(x, plan.currency);
  const zh = language === 'zh';
  const paragraphs = [zh ? `底薪每月 ${money(plan.salary)}。` : `Salary ${money(plan.salary)} a month.`];
  if (plan.targetPay !== null) {
    const all = 12 * plan.salary + plan.targetPay;
    const mix = all > 0 ? percent(Math.round((12 * plan.salary * 1000) / all) / 1000) : '';
    paragraphs[0] += zh
      ? `达标时全年浮动薪酬 ${money(plan.targetPay)}，固定部分占 ${mix}。`
      : ` Variable pay at target ${money(plan.targetPay)} a year; salary is ${mix} of the total.`;
  }
  for (const component of plan.components) paragraphs.push(componentWords(plan, component, language));
  paragraphs.push(...extraWords(plan, language), ...timingWords(plan, language));
  return zh ? paragraphs.map(spaced) : paragraphs;
}

/** Chinese as it is set: a space beside figures and Latin words, none between characters. */
function spaced(text: string): string {
  return text
    .replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han})(?=[A-Za-z0-9¥$€£×])|(?<=[A-Za-z0-9%])(?=\p{Script=Han})/gu, ' ');
}

function componentWords(plan: Plan, component: Component, language: Language): string {
  const measure = measureOf(plan, component.measure);
  const zh = language === 'zh';
  const weight =
    component.weight > 0 && component.weight < 1
      ? zh
        ? `（权重 ${percent(component.weight)}）`
        : ` (${percent(component.weight)} of target pay)`
      : '';
  const part =
    component.factor === 1
      ? []
      : [zh ? `占其 ${percent(component.factor)}` : `${percent(component.factor)} of it is paid`];
  const sentences = [
    payoutWords(plan, component, measure, language),
    ...part,
    ...limitWords(plan, component, measure, language),
  ];
  const head = `${component.title[language]}${weight}${zh ? '：' : ': '}${measureWords(plan, measure, language)}`;
  return zh ? `${head}。${sentences.join('；')}。` : `${head}. ${sentences.map(capital).join('. ')}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const PERIOD: Readonly<Record<number, readonly [en: string, zh: string]>> = {
  1: ['every month', '按月'],
  3: ['every quarter', '按季'],
  6: ['every half-year', '按半年'],
  12: ['every year', '按年'],
};

const SCOPE = {
  individual: ['own', '个人'],
  team: ['the team’s', '团队'],
  region: ['the region’s', '区域'],
  company: ['the company’s', '公司'],
} as const;

const CUSTOMERS = {
  all: ['', ''],
  new: [' with new customers', '（新客户）'],
  existing: [' with existing customers', '（老客户）'],
  key: [' with key accounts', '（大客户）'],
} as const;

/** What is measured, over which period, against which quota. */
function measureWords(plan: Plan, measure: Measure, language: Language): string {
  const zh = language === 'zh';
  const i = zh ? 1 : 0;
  const metric = PLAN_METRICS[measure.metric];
  const name = measure.title[language];
  const pooled =
    measure.scope === 'individual'
      ? ''
      : zh
        ? measure.pooling === 'mean'
          ? '人均'
          : '总'
        : measure.pooling === 'mean'
          ? ' mean'
          : ' total';
  const what = zh
    ? `${SCOPE[measure.scope][1]}${pooled}${name}${CUSTOMERS[measure.customers][1]}`
    : `${SCOPE[measure.scope][0]}${pooled} ${name}${CUSTOMERS[measure.customers][0]}`;
  const parts = [what, PERIOD[measure.months]![i]];
  const { accumulation, quota, credit } = measure;
  if (accumulation.over === 'year-to-date') {
    parts.push(zh ? '按年内累计' : 'on the year so far');
    if (accumulation.interimCap !== null)
      parts.push(
        zh
          ? `年底前达成率最多计 ${percent(accumulation.interimCap)}`
          : `counting at most ${percent(accumulation.interimCap)} of quota before the year is over`,
      );
  }
  if (accumulation.over === 'best-of')
    parts.push(
      zh ? '取当期与年内累计达成率的较高者' : 'by the period or the year so far, whichever is better',
    );
  if (quota !== null) {
    const amount = amountOf(quota.amount, measure.metric, plan.currency, language);
    parts.push(
      metric.kind === 'level'
        ? zh
          ? `目标 ${amount}`
          : `against ${amount}`
        : zh
          ? `全年目标 ${amount}`
          : `against a quota of ${amount} a year`,
    );
    const { up, down } = quota.ratchet;
    if (up > 0 || down > 0)
      parts.push(
        zh
          ? `次年目标随超额上调 ${percent(up)}、随欠额下调 ${percent(down)}`
          : `next year’s quota moves by ${percent(up)} of an excess and ${percent(down)} of a shortfall`,
      );
    if (quota.ramp.length > 0)
      parts.push(
        zh
          ? `新人前 ${quota.ramp.length} 个月目标按 ${quota.ramp.map(percent).join('、')} 计`
          : `newcomers’ quota in their first ${quota.ramp.length} months is ${joined(quota.ramp.map(percent), language)}`,
      );
  }
  if (credit.repeat !== 1)
    parts.push(
      zh ? `老客户业务按 ${percent(credit.repeat)} 计` : `repeat business counts ${percent(credit.repeat)}`,
    );
  if (credit.dealCap !== null) {
    const cap = amountOf(credit.dealCap, measure.metric, plan.currency, language);
    parts.push(zh ? `单笔最多计 ${cap}` : `one deal counts at most ${cap}`);
  }
  return parts.join(zh ? '，' : ', ');
}

function dealWords(test: DealTest, plan: Plan, language: Language): string {
  const zh = language === 'zh';
  const parts: string[] = [];
  if (test.customers !== 'all')
    parts.push(
      zh ? CUSTOMERS[test.customers][1].replace(/[（）]/g, '') : CUSTOMERS[test.customers][0].trim(),
    );
  if (test.product !== null) parts.push(zh ? `产品 ${test.product}` : `of ${test.product}`);
  if (test.termMonthsAtLeast !== null)
    parts.push(
      zh ? `期限至少 ${test.termMonthsAtLeast} 个月` : `for at least ${test.termMonthsAtLeast} months`,
    );
  if (test.prepaid !== null)
    parts.push(zh ? (test.prepaid ? '预付款' : '非预付款') : test.prepaid ? 'prepaid' : 'not prepaid');
  if (test.valueAtLeast !== null) {
    const least = exactMoney(test.valueAtLeast, plan.currency);
    parts.push(zh ? `金额至少 ${least}` : `of at least ${least}`);
  }
  if (test.discountAtMost !== null)
    parts.push(
      zh
        ? `折扣不超过 ${percent(test.discountAtMost)}`
        : `discounted by at most ${percent(test.discountAtMost)}`,
    );
  if (parts.length === 0) return zh ? '每笔成交' : 'each deal';
  return zh ? `每笔${parts.join('、')}的成交` : `each deal ${parts.join(', ')}`;
}

/** Kickers, SPIFFs, awards, club, promotion. */
function extraWords(plan: Plan, language: Language): string[] {
  const zh = language === 'zh';
  const money = (x: number): string => exactMoney(x, plan.currency);
  const lines: string[] = [];
  for (const one of [...plan.kickers, ...plan.spiffs]) {
    const pays =
      'flat' in one.pays
        ? money(one.pays.flat)
        : zh
          ? `金额的 ${percent(one.pays.rate)}`
          : `${percent(one.pays.rate)} of its value`;
    const more: string[] = [];
    if (one.maxCount !== null)
      more.push(zh ? `最多 ${one.maxCount} 笔` : `at most ${one.maxCount} of them a year`);
    const spiff = plan.spiffs.find((other) => other === one);
    if (spiff !== undefined) {
      const { from, to } = spiff.window;
      more.push(zh ? `仅限第 ${from}–${to} 月` : `in months ${from} to ${to} of the year`);
      if (spiff.budget !== null)
        more.push(zh ? `每人预算 ${money(spiff.budget)}` : `up to ${money(spiff.budget)} a person`);
    }
    lines.push(
      zh
        ? `${one.id}：${dealWords(one.when, plan, language)}另发 ${pays}${more.map((x) => `，${x}`).join('')}。`
        : `${one.id}: for ${dealWords(one.when, plan, language)}, ${pays} on top${more.map((x) => `, ${x}`).join('')}.`,
    );
  }
  for (const one of plan.awards)
    lines.push(
      zh
        ? `${one.id}：${dealWords(one.when, plan, language)}当场奖 ${money(one.amount)}。`
        : `${one.id}: ${money(one.amount)} on the spot for ${dealWords(one.when, plan, language)}.`,
    );
  if (plan.club !== null)
    lines.push(
      zh
        ? `精英俱乐部：全年达成率不低于 ${percent(plan.club.at)} 者，价值 ${money(plan.club.value)}（非现金）。`
        : `Club: for a year of at least ${percent(plan.club.at)} of quota, worth ${money(plan.club.value)} (not cash).`,
    );
  if (plan.promotion !== null) {
    const { at, periods, salaryTimes } = plan.promotion;
    lines.push(
      zh
        ? `晋升：连续 ${periods} 期达成率不低于 ${percent(at)}，底薪变为 ${percent(salaryTimes)}。`
        : `Promotion: after ${periods} periods in a row at ${percent(at)} of quota or more, salary becomes ${percent(salaryTimes)}.`,
    );
  }
  return lines;
}

/** Limits on all variable pay, and when it reaches people. */
function timingWords(plan: Plan, language: Language): string[] {
  const zh = language === 'zh';
  const money = (x: number): string => exactMoney(x, plan.currency);
  const { draw, guarantee, clawback, holdback, deferral } = plan.timing;
  const lines: string[] = [];
  const limit = (one: PlanLimit): string => {
    const amount =
      'money' in one.of
        ? money(one.of.money)
        : zh
          ? `目标奖金的 ${percent(one.of.target)}`
          : `${percent(one.of.target)} of target pay`;
    const over = one.over === 'year' ? (zh ? '全年' : 'a year') : zh ? '每次发放' : 'a statement';
    return zh ? `${over} ${amount}` : `${amount} ${over}`;
  };
  if (plan.cap !== null)
    lines.push(zh ? `浮动薪酬封顶：${limit(plan.cap)}。` : `Variable pay is capped at ${limit(plan.cap)}.`);
  if (plan.floor !== null)
    lines.push(
      zh ? `浮动薪酬保底：${limit(plan.floor)}。` : `Variable pay is at least ${limit(plan.floor)}.`,
    );
  if (guarantee !== null)
    lines.push(
      zh
        ? `入职前 ${guarantee.months} 个月至少按目标奖金的 ${percent(guarantee.share)} 发放。`
        : `In the first ${guarantee.months} months at least ${percent(guarantee.share)} of target pay is guaranteed.`,
    );
  if (draw !== null)
    lines.push(
      zh
        ? `每月预支 ${money(draw.amount)}，${draw.recoverable ? '未挣足须偿还' : '未挣足不须偿还'}${draw.untilMonth === null ? '' : `，限入职前 ${draw.untilMonth} 个月`}。`
        : `A draw of ${money(draw.amount)} a month, ${draw.recoverable ? 'owed if not earned' : 'kept even if not earned'}${draw.untilMonth === null ? '' : `, in the first ${draw.untilMonth} months`}.`,
    );
  if (holdback !== null)
    lines.push(
      zh
        ? `${percent(holdback.share)} 待回款后发放。`
        : `${percent(holdback.share)} waits until the cash is in.`,
    );
  if (clawback !== null)
    lines.push(
      zh
        ? `${clawback.windowMonths} 个月内退单，${clawback.method === 'full' ? '全额追回' : '按未履行部分追回'}。`
        : `Pay on a sale cancelled within ${clawback.windowMonths} months is taken back, ${clawback.method === 'full' ? 'all of it' : 'for the part of the term not served'}.`,
    );
  if (deferral !== null)
    lines.push(
      zh
        ? `${percent(deferral.share)} 递延至第 ${deferral.releaseMonth} 月发放。`
        : `${percent(deferral.share)} is deferred to month ${deferral.releaseMonth} of the year.`,
    );
  return lines;
}
