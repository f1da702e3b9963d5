/**
 * Sanity alarms: what in a run looks as no company looks, so that a reader should check the study before believing the
 * answer. They judge the simulated levels and never change a figure.
 */
import { costing, fullPlan, mainMeasure, payoutCurve } from '../incentive/index.ts';
import type { Language } from '../kernel/format.ts';
import { formatMoney, formatShare, formatValue } from '../kernel/format.ts';
import { modeOf } from '../kernel/quantity.ts';
import { METRICS } from '../model/metrics.ts';
import type { Alternative, NormalStudy } from '../study/normal.ts';
import { PARAMETER } from '../study/parameters.ts';
import { presetById } from '../study/presets/index.ts';

/** Attainment of the middle rep that companies have: outside, quotas or credit are not what the study's author means. */
const MIDDLE_ATTAINMENT = [0.5, 1.5] as const;

/** How far the estimate of today's pay and its simulation may lie apart. */
const APART = 0.2;

/** Attainments over which a plan's own share of sales is looked up, and how far beyond its ends pay may lie. */
const OWN_RATES = { levels: [0.5, 0.75, 1, 1.25, 1.5], slack: 1.25 } as const;

/** Spread of attainment in an estimate: what usual teams show. Assumed, as the page's before a run. */
const SPREAD = { mean: 0.95, sd: 0.35, correlation: 0.2 } as const;

/** How far outside its industry's published range, as a share of that range's end, a level of today may lie. */
const OUTSIDE = 0.1;

/** An alarm as it stands in a result: `code:subject` or `code:subject:figures…`. */
export type Alarm = string;

/** Means of an alternative's levels, by metric and by detail of the result layout. */
export type Levels = (figure: string) => number;

/** Alarms of a run. @param levels of each alternative, the baseline first; @param still ids that changed nothing */
export function alarms(study: NormalStudy, levels: readonly Levels[], still: ReadonlySet<string>): Alarm[] {
  const found: Alarm[] = [];
  let usual = '';
  study.alternatives.forEach((alternative, a) => {
    const of = levels[a]!;
    const { id } = alternative;
    if (still.has(id)) found.push(`changes-nothing:${id}`);
    const middle = of('middle-attainment');
    if (middle < MIDDLE_ATTAINMENT[0] || middle > MIDDLE_ATTAINMENT[1])
      found.push(`middle-attainment:${id}:${rounded(middle)}`);
    const rates = ownRates(study, alternative);
    const share = of('pay-cost') / creditedSales(study, alternative, of('attainment'));
    // What is odd about today's plan need not be said again of every alternative that keeps it.
    const kept = String(rates) === usual && found.some((one) => one.startsWith('pay-share:baseline'));
    if (a === 0) usual = String(rates);
    if (rates !== null && !kept && (share > rates[1] * OWN_RATES.slack || share < rates[0] / OWN_RATES.slack))
      found.push(`pay-share:${id}:${rounded(share)}:${rounded(rates[0])}:${rounded(rates[1])}`);
  });
  const today = levels[0]!;
  const estimate = estimatedPay(study, study.alternatives[0]!);
  const paid = (today('pay-cost') * 252) / study.run.horizonDays;
  if (estimate !== null && Math.abs(paid / estimate - 1) > APART)
    found.push(`pay-estimate:baseline:${Math.round(estimate)}:${Math.round(paid)}`);
  const targets = presetById(study.context)?.targets ?? {};
  for (const { id } of METRICS) {
    const target = targets[id];
    if (target === undefined || target.otherwise) continue;
    const [low, , high] = target.range;
    const value = today(id);
    if (value < low - OUTSIDE * Math.abs(low) || value > high + OUTSIDE * Math.abs(high))
      found.push(`unusual:${id}:${rounded(value)}:${low}:${high}`);
  }
  return found;
}

/** Four significant digits: alarms are read, not reckoned with. */
function rounded(x: number): number {
  return Number(x.toPrecision(4));
}

/** Measures that bookings are the better part of. */
const SIGNED: readonly string[] = ['bookings', 'total-bookings'];

/**
 * Sales of the horizon that count toward quota, renewals and repeat orders as far as the plan credits them: attainment ×
 * quota of the people there. Pay is held against these, since bookings leave out what some plans pay for.
 */
function creditedSales(study: NormalStudy, alternative: Alternative, attainment: number): number {
  const quota = mainMeasure(fullPlan(alternative.pay, study.currency))?.quota?.amount ?? 0;
  return (attainment * quota * peopleThere(study) * study.run.horizonDays) / 252;
}

/** People in place on average: seats less those being filled. */
function peopleThere(study: NormalStudy): number {
  const empty = (number(study, 'people.turnover') * number(study, 'people.time-to-fill')) / 252;
  return study.reps * (1 - Math.min(0.5, empty));
}

/** The share of credited sales that a plan pays, salary and on-costs included, at its lowest and highest; null without a quota. */
function ownRates(study: NormalStudy, alternative: Alternative): readonly [number, number] | null {
  const plan = fullPlan(alternative.pay, study.currency);
  const measure = mainMeasure(plan);
  if (measure === undefined || measure.quota === null || !SIGNED.includes(measure.metric)) return null;
  const quota = measure.quota.amount;
  const curve = payoutCurve(plan);
  if (curve.axis !== 'attainment') return null;
  const shares = OWN_RATES.levels.map(
    (level) => ((12 * plan.salary + curve.pay(level)) * (1 + onCosts(study))) / (level * quota),
  );
  return [Math.min(...shares), Math.max(...shares)];
}

/** Pay of a year, on-costs included, if attainment is spread as in usual teams; null where the plan has no quota. */
function estimatedPay(study: NormalStudy, alternative: Alternative): number | null {
  const plan = fullPlan(alternative.pay, study.currency);
  if (mainMeasure(plan)?.quota == null) return null;
  const curve = payoutCurve(plan);
  const people = peopleThere(study);
  const variable = costing(curve, { people, ...SPREAD }).mean;
  return (variable + 12 * plan.salary * people) * (1 + onCosts(study));
}

function onCosts(study: NormalStudy): number {
  return number(study, 'people.on-costs');
}

function number(study: NormalStudy, id: string): number {
  return modeOf(study.world.scalars[id] ?? PARAMETER.get(id)!.fallback);
}

const WORDS = {
  en: {
    'changes-nothing': (name: string) =>
      `${name} changes nothing: every replication came out the same as today. Check that its change reaches the plan or practice in use.`,
    'middle-attainment': (name: string, at: string) =>
      `${name}: the middle rep attains ${at} of quota; companies see 50–150 %. Check quota, deal value and what counts toward quota.`,
    'pay-share': (name: string, at: string, low: string, high: string) =>
      `${name}: pay comes to ${at} of the sales that count toward quota, the plan’s own rates to ${low}–${high}. Check what counts toward pay, and the quota.`,
    'pay-estimate': (estimate: string, paid: string) =>
      `Today’s pay is simulated at ${paid} a year and estimated from the plan at ${estimate}: check quota, headcount and what counts toward pay.`,
    unusual: (metric: string, at: string, low: string, high: string) =>
      `Today’s ${metric} is simulated at ${at}; published figures of the industry are ${low}–${high}. Right if your company differs, else check its numbers.`,
  },
  zh: {
    'changes-nothing': (name: string) =>
      `${name}没有带来任何变化：每次模拟都与现状相同。请检查其改动是否作用于在用的薪酬方案或做法。`,
    'middle-attainment': (name: string, at: string) =>
      `${name}：处于中间位置的销售达成率为 ${at}，一般公司在 50–150 %。请检查目标、单价以及哪些业绩计入目标。`,
    'pay-share': (name: string, at: string, low: string, high: string) =>
      `${name}：薪酬占计入目标的业绩 ${at}，而方案自身的比例为 ${low}–${high}。请检查哪些业绩计酬，以及目标。`,
    'pay-estimate': (estimate: string, paid: string) =>
      `现状薪酬模拟为每年 ${paid}，按方案估算为 ${estimate}：请检查目标、人数以及哪些业绩计酬。`,
    unusual: (metric: string, at: string, low: string, high: string) =>
      `现状的${metric}模拟为 ${at}，行业公开数据为 ${low}–${high}。若贵公司确实不同则无妨，否则请检查所填数字。`,
  },
} as const;

/** An alarm in words; null for a warning that is none. @param nameOf an alternative's name for people */
export function alarmText(
  alarm: Alarm,
  study: NormalStudy,
  nameOf: (id: string) => string,
  language: Language,
): string | null {
  const [code, subject = '', ...rest] = alarm.split(':');
  const words = WORDS[language];
  const share = (i: number): string => formatShare(Number(rest[i]));
  const money = (i: number): string => formatMoney(Number(rest[i]), study.currency, language);
  switch (code) {
    case 'changes-nothing':
      return words['changes-nothing'](nameOf(subject));
    case 'middle-attainment':
      return words['middle-attainment'](nameOf(subject), share(0));
    case 'pay-share':
      return words['pay-share'](nameOf(subject), share(0), share(1), share(2));
    case 'pay-estimate':
      return words['pay-estimate'](money(0), money(1));
    case 'unusual': {
      const metric = METRICS.find((one) => one.id === subject)!;
      const name = language === 'en' ? metric.name.en.toLowerCase() : metric.name.zh;
      const figure = (i: number): string =>
        formatValue(Number(rest[i]), metric.unit, study.currency, language);
      return words.unusual(name, figure(0), figure(1), figure(2));
    }
    default:
      return null;
  }
}
