import { DAYS_A_MONTH } from '../../../engine/model/calendar.ts';
import { SUM } from '../../../engine/model/tables/tally.ts';
import { both } from '../table.ts';
import { type Finding, said, text } from './findings.ts';
import type { Arms, Measure, Ratio } from './measure.ts';
import { between, sign } from './verdict.ts';

/** Days at a month's end that are held against the others. */
const LAST = 2;

type Sum = keyof typeof SUM;

/** Sums added up over the last days of every month, or over all other days. */
const over =
  (last: boolean, sums: readonly Sum[]) =>
  (arms: Arms): number => {
    const { morning, world } = arms('baseline');
    const { months } = world.size;
    const upTo = (day: number): number => {
      const seen = day === months * DAYS_A_MONTH ? world : morning(day);
      return sums.reduce((total, sum) => total + seen.sums[SUM[sum]]!, 0);
    };
    let ends = 0;
    for (let month = 1; month <= months; month++)
      ends += upTo(month * DAYS_A_MONTH) - upTo(month * DAYS_A_MONTH - LAST);
    return last ? ends : upTo(months * DAYS_A_MONTH) - ends;
  };

const days =
  (last: boolean) =>
  (arms: Arms): number =>
    arms('baseline').world.size.months * (last ? LAST : DAYS_A_MONTH - LAST);

/** By how much a sum per another, or per day, differs on the last days from the others. */
export function lastDays(sum: Sum, per?: readonly Sum[]): Measure {
  const ratio = (last: boolean): Ratio => ({
    numerator: over(last, [sum]),
    denominator: per === undefined ? days(last) : over(last, per),
  });
  return {
    ratios: [ratio(true), ratio(false)],
    combine: ([end, rest]) => end! / rest! - 1,
    told: 'percent',
  };
}

/** What the last days of a month are like. */
export const MONTH_END_FINDING: Finding = {
  id: 'B07',
  use: 'calibration',
  study: 'b07-month-end',
  source: text(
    'Krogue 2017 (InsideSales, in Harvard Business Review): 9.8 million deals of 151 firms by day of the month',
    'Krogue 2017（InsideSales，载于 Harvard Business Review）：151 家公司 980 万笔成交，按月内日期',
  ),
  experiment: text(
    'Software sellers with a monthly quota, a bonus and discretion over price; the last two days of a month against the others, new customers only',
    '按月考核、有达标奖与让价权的软件销售；每月最后两天对比其余日子，仅新客户',
  ),
  caveat: text(
    'A vendor’s count; the share of losses booked at the month’s end is an input set with this row in view',
    '厂商统计；月末集中记录的输单占比是参照此行设定的输入',
  ),
  statements: [
    said(
      'Deals won a day',
      '每日赢单',
      both('+190 … +200 %'),
      lastDays('opportunitiesWon'),
      sign(1),
      0.03,
      text(
        'one bonus a month moves effort and timing of few: most are clear of their quota or far from it, and customers take their time',
        '每月一次的奖金只影响少数人的努力与时点：多数人离目标甚远或已超过，客户也自有节奏',
      ),
    ),
    said('Deals lost a day', '每日输单', both('+1,040 %'), lastDays('opportunitiesLost'), sign(1), 0.03),
    said(
      'Share won of those decided',
      '已决商机赢单率',
      both('−51 %'),
      lastDays('opportunitiesWon', ['opportunitiesWon', 'opportunitiesLost']),
      sign(-1),
      0.03,
    ),
    said(
      'Deal size',
      '单笔金额',
      text('−34.5 % (quarters −12 %)', '−34.5%（季末 −12%）'),
      lastDays('newBookings', ['newWins']),
      between(-0.4, -0.1),
      0.05,
      text(
        'only the discount makes a deal smaller: which deals are brought forward does not hang on their size',
        '只有让价使金额变小：提前哪些商机与其大小无关',
      ),
    ),
  ],
};
