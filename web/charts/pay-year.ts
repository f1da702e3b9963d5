import { type ChartMaker, nameOf } from './chart.ts';
import { broken, dressed, labelRoom, numbers, PALETTES, plotWidth, rows } from './look.ts';
import { axisScale, largest, shown } from './measure.ts';

const WORDS = {
  en: {
    title: 'Pay cost of a year: in the usual year, and in the dear one in ten',
    axis: (label: string) => `pay cost, ${label}`,
    usual: 'usual year (median)',
    dear: 'one year in ten costs more (90 %)',
    one: (name: string, usual: string, dear: string, share: string) =>
      `${name}: ${usual} in the usual year, over ${dear} in one of ten; ${share} of bookings`,
    head: ['Alternative', 'Mean', 'Usual year', 'One in ten costs more than', 'Pay cost of bookings'],
    year: (n: string) =>
      `What is drawn: single years, each of ${n} of every simulated world counting as one. The dot is the median, the diamond the 90 % quantile.`,
    horizon:
      'What is drawn: the horizon’s average year, each simulated world counting as one. The dot is the median, the diamond the 90 % quantile.',
    about: (drawn: string) => [
      'Definition: salary, variable pay and everything else the plan pays, with on-costs, by the year. Pay cost of bookings is that ÷ bookings.',
      drawn,
      'Uncertainty: the spread holds both what is not known about this company and the luck of a year; to compare plans, see the change of pay cost, which has neither.',
      'Assumption: a year that costs more has usually sold more.',
    ],
  },
  zh: {
    title: '一年的薪酬成本：常见年份，与十年一遇的高成本年份',
    axis: (label: string) => `薪酬成本，${label}`,
    usual: '常见年份（中位数）',
    dear: '十年中有一年更高（90%）',
    one: (name: string, usual: string, dear: string, share: string) =>
      `${name}：常见年份 ${usual}，十年中有一年超过 ${dear}；占签约额 ${share}`,
    head: ['备选', '均值', '常见年份', '十中有一超过', '薪酬占签约额'],
    year: (n: string) =>
      `图中所示：单个年份，每个模拟世界的 ${n} 年各算一例。圆点为中位数，菱形为 90% 分位数。`,
    horizon: '图中所示：期间的平均年份，每个模拟世界算一例。圆点为中位数，菱形为 90% 分位数。',
    about: (drawn: string) => [
      '定义：底薪、浮动薪酬及方案支付的其他一切，含附加成本，按年计。薪酬占签约额 = 薪酬成本 ÷ 签约额。',
      drawn,
      '不确定性：范围同时包含对公司的未知与年份的运气；比较方案请看薪酬成本的变化，两者在其中相互抵消。',
      '假设：成本更高的年份通常也卖得更多。',
    ],
  },
} as const;

/** What every plan costs in a usual year and in a dear one. */
export const payYear: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  if (data.pay === null) return null;
  const palette = PALETTES[view.theme];
  const room = labelRoom(view);
  // Single years where every alternative has them, the average of the horizon otherwise.
  const years = data.pay.outcomes.every((one) => one.payCostYear !== null);
  const costs = data.pay.outcomes.map((one) => (years ? one.payCostYear! : one.payCost));
  const scale = axisScale('money', largest(costs.map((one) => one.p90)), data, language, 'year');
  const say = (x: number): string => shown(x, 'money', data, language);
  const share = (a: number): string => shown(data.pay!.outcomes[a]!.costOfSales, 'share', data, language);
  const names = costs.map((_, a) => broken(nameOf(data, a, language), room));
  const values = costs.map((cost, a) => ({
    name: names[a],
    usual: cost.p50 * scale.factor,
    dear: cost.p90 * scale.factor,
  }));
  const points = values.flatMap((one) => [
    { name: one.name, at: one.usual, which: words.usual },
    { name: one.name, at: one.dear, which: words.dear },
  ]);
  const y = { field: 'name', type: 'nominal', sort: null, axis: rows(room), scale: { domain: names } };
  const which = { field: 'which', type: 'nominal', scale: { domain: [words.usual, words.dear] } };
  return {
    id: 'pay-year',
    title: words.title,
    words: `${costs
      .map((cost, a) => words.one(nameOf(data, a, language), say(cost.p50), say(cost.p90), share(a)))
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, room),
      height: { step: view.width < 560 ? 50 : 38 },
      layer: [
        {
          data: { values },
          mark: { type: 'rule', strokeWidth: 5, color: palette.unclear, opacity: 0.5 },
          encoding: {
            y,
            x: {
              field: 'usual',
              type: 'quantitative',
              scale: { zero: false },
              axis: numbers(words.axis(scale.label), { tickCount: view.width < 560 ? 3 : 5 }),
              title: null,
            },
            x2: { field: 'dear' },
          },
        },
        {
          data: { values: points },
          mark: { type: 'point', filled: true, size: 110, opacity: 1 },
          encoding: {
            y,
            x: { field: 'at', type: 'quantitative' },
            color: { ...which, scale: { ...which.scale, range: [palette.change, palette.worse] } },
            shape: { ...which, scale: { ...which.scale, range: ['circle', 'diamond'] } },
          },
        },
      ],
    }),
    table: {
      head: words.head,
      rows: costs.map((cost, a) => [
        nameOf(data, a, language),
        say(cost.mean),
        say(cost.p50),
        say(cost.p90),
        share(a),
      ]),
    },
    about: words.about(years ? words.year(String(data.pay.outcomes[0]!.payCostYear!.years)) : words.horizon),
  };
};
