import type { Language } from '../../engine/kernel/format.ts';
import type { ChartData } from '../contract/charts.ts';
import type { PayEffect, PayOutcome, PaySplit } from '../contract/pay.ts';
import { nameOf } from './chart.ts';
import { change, scaledNote, shown } from './measure.ts';

/** A figure of every plan, side by side, and what it means. */
export interface PayRow {
  readonly name: string;
  readonly about: string;
  readonly cells: readonly string[];
}

/** What every plan pays, as a table: a column for each alternative. */
export interface PayTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly PayRow[];
}

type Told = readonly [name: string, about: string];

const WORDS = {
  en: {
    title: 'What the plans pay, side by side',
    figure: 'Figure',
    cost: ['Pay cost in a usual year', 'All pay with on-costs, by the year: the median.'],
    dear: ['One year in ten costs more than', 'The 90 % quantile of the same.'],
    rate: ['Pay cost of bookings', 'All pay with on-costs ÷ bookings: the compensation cost of sales.'],
    mechanics: [
      'Change by new rules',
      'Today’s people paid by the new plan, living as today: a year’s pay cost against today’s.',
    ],
    behaviour: [
      'Change by behaviour',
      'What the plan makes people do otherwise adds to a year’s pay cost, those who leave and come included.',
    ],
    practices: [
      'Change by its practices',
      'What the alternative’s practices and lever changes add to a year’s pay cost.',
    ],
    reached: [
      'Periods at threshold / target / excellence',
      'Shares of the pay periods that reps worked in full, at the plan’s own marks; 50 % and 120 % of quota where it names none.',
    ],
    attainment: [
      'Attainment of the middle rep (5–95 %)',
      'Credit ÷ quota over the horizon, of people who stayed all along.',
    ],
    variable: [
      'Variable pay of the middle rep (5–95 %)',
      'Pay beside salary by the year, of the same people.',
    ],
    slope: [
      'Pay on 100 more bookings',
      'Slope of variable pay over bookings among the people of one company.',
    ],
    inversions: [
      'Pairs paid the wrong way round',
      'Of all pairs of people of one company, the share in which the one who booked more is paid less.',
    ],
    lose: [
      'People paid less than today',
      'Share whose yearly pay falls by more than 1 %, same person, same luck.',
    ],
    last: [
      'Bookings in the last tenth of a period',
      'Share of bookings signed there; an even spread gives about 10 %.',
    ],
  },
  zh: {
    title: '各薪酬方案并排比较',
    figure: '指标',
    cost: ['常见年份的薪酬成本', '全部薪酬（含附加成本），按年计，中位数。'],
    dear: ['十年中有一年超过', '同上，90% 分位数。'],
    rate: ['薪酬占签约额', '全部薪酬（含附加成本）÷ 签约额。'],
    mechanics: ['规则带来的变化', '现有人员照旧行事、按新方案计酬，年薪酬成本相对现状的变化。'],
    behaviour: ['行为带来的变化', '方案使人改变做法（含离职与入职）所增加的年薪酬成本。'],
    practices: ['其做法带来的变化', '备选的做法与杠杆调整所增加的年薪酬成本。'],
    reached: [
      '达到起付点／目标／卓越的人次',
      '每名销售完整在岗的考核期中，达到方案自身标准的占比；未写明者按目标的 50% 与 120% 计。',
    ],
    attainment: ['居中销售的达成率（5–95%）', '全程未离开者的计入业绩 ÷ 目标，按整个期间计。'],
    variable: ['居中销售的浮动薪酬（5–95%）', '同样的人在底薪以外的收入，按年计。'],
    slope: ['多签 100 所多得', '同一公司内浮动薪酬对签约额的斜率。'],
    inversions: ['倒挂的两人组合', '同一公司任取两人，卖得多反而拿得少的比例。'],
    lose: ['收入低于现状者', '同一人、同样运气下年收入下降超过 1% 的占比。'],
    last: ['考核期最后十分之一的签约', '该段签约额的占比；均匀分布约为 10%。'],
  },
} as const satisfies Record<Language, Readonly<Record<string, string | Told>>>;

/** What every plan pays side by side; null where the run was not asked for it. */
export function payTable(data: ChartData, language: Language): PayTable | null {
  const { pay } = data;
  if (pay === null) return null;
  const words = WORDS[language];
  const money = (x: number | null | undefined): string => shown(x, 'money', data, language);
  const share = (x: number | null | undefined): string => shown(x, 'share', data, language);
  const scaled = data.horizonDays < 252 ? ` ${scaledNote(data.horizonDays, language)}` : '';
  const row = ([name, about]: Told, cell: (one: PayOutcome) => string): PayRow => ({
    name,
    about: about + (name === words.cost[0] ? scaled : ''),
    cells: pay.outcomes.map(cell),
  });
  /** A row of changes: the baseline has none. */
  const changed = ([name, about]: Told, of: (split: PaySplit) => PayEffect | null): PayRow[] => {
    const effects = pay.splits.map((split) => (split === null ? null : of(split)));
    if (effects.every((one) => one === null)) return [];
    const cells = effects.map((one) => (one === null ? '–' : change(one.mean, 'money', data, language)));
    return [{ name, about, cells: ['', ...cells] }];
  };
  const spread = (of: PayOutcome['attainment'], say: (x: number) => string): string =>
    of === null ? '–' : `${say(of['50'])} (${say(of['5'])} – ${say(of['95'])})`;
  return {
    title: words.title,
    head: [words.figure, ...pay.outcomes.map((_, a) => nameOf(data, a, language))],
    rows: [
      row(words.cost, (one) => money((one.payCostYear ?? one.payCost).p50)),
      row(words.dear, (one) => money((one.payCostYear ?? one.payCost).p90)),
      row(words.rate, (one) => share(one.costOfSales)),
      ...changed(words.mechanics, (one) => one.mechanics),
      ...changed(words.behaviour, (one) => one.behaviour),
      ...changed(words.practices, (one) => one.practices),
      row(words.reached, ({ reached }) =>
        reached === null
          ? '–'
          : [reached.threshold, reached.target, reached.excellence]
              .map((mark) => share(mark.share))
              .join(' / '),
      ),
      row(words.attainment, (one) => spread(one.attainment, share)),
      row(words.variable, (one) => spread(one.variablePay, money)),
      row(words.slope, ({ fairness }) => money(fairness === null ? null : 100 * fairness.slope)),
      row(words.inversions, ({ fairness }) => share(fairness?.inversions)),
      row(words.lose, (one) => (one.winners === null ? '' : share(losing(one)))),
      row(words.last, (one) => share(one.linearity?.shares.at(-1)?.mean)),
    ],
  };
}

/** Share of all people compared who are paid less. */
function losing({ winners }: PayOutcome): number | null {
  const groups = winners?.byAttainment ?? [];
  const people = groups.reduce((sum, one) => sum + one.people, 0);
  return people === 0 ? null : groups.reduce((sum, one) => sum + (one.lose ?? 0) * one.people, 0) / people;
}
