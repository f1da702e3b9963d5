import type { ChartMaker } from './chart.ts';
import { broken, dressed, numbers, PALETTES, plotWidth, upright } from './look.ts';
import { axisScale, largest, shown } from './measure.ts';
import { dashes, pairColour, pairOf, shapes } from './pair.ts';

const WORDS = {
  en: {
    title: 'Person by person: what they book, and what they are paid for it',
    x: (label: string) => `bookings, ${label}`,
    y: (label: string) => `variable pay, ${label}`,
    ring: 'Ringed: paid less than a colleague who booked less',
    one: (name: string, passed: number, all: number) =>
      `${name}: ${passed} of ${all} people are paid less than a colleague who booked less`,
    head: ['Alternative', 'Bookings', 'Variable pay', 'Paid less than a colleague who booked less'],
    yes: 'yes',
    about: [
      'Definition: bookings and variable pay of one person over the horizon, by the year. Ringed is who booked at least 5 % more than a colleague of the same company and is paid at least 5 % less, both of the company’s mean.',
      'What is drawn: everyone who stayed all along in the first simulated worlds, about sixty people under each plan; the lines are straight lines through them.',
      'Uncertainty: these are examples, not averages; the chart of pay for performance tells the average over all worlds.',
      'Assumption: bookings stand for performance; a plan that pays for something else rings people on purpose.',
    ],
  },
  zh: {
    title: '逐人看：签了多少，拿了多少',
    x: (label: string) => `签约额，${label}`,
    y: (label: string) => `浮动薪酬，${label}`,
    ring: '带圈者：卖得更多，却比某位同事拿得少',
    one: (name: string, passed: number, all: number) =>
      `${name}：${all} 人中有 ${passed} 人卖得更多却比某位同事拿得少`,
    head: ['备选', '签约额', '浮动薪酬', '卖得更多却比同事拿得少'],
    yes: '是',
    about: [
      '定义：每人在整个期间的签约额与浮动薪酬，按年计。带圈者比同公司某位同事至少多签 5%，却至少少拿 5%（均按公司平均计）。',
      '图中所示：最前几个模拟世界中全程未离开的所有人，每个方案约六十人；线为直线拟合。',
      '不确定性：这些是例子而非平均；各世界的平均请看“薪酬与业绩”图。',
      '假设：以签约额代表业绩；若方案有意考核别的，带圈自然更多。',
    ],
  },
} as const;

/** Pay against performance, person by person, inversions ringed: would people call it fair? */
export const people: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const pair = pairOf(data, view);
  const samples = pair.both.map((a) => data.people[a]!);
  if (samples.every((one) => one.pay.length === 0)) return null;
  const palette = PALETTES[view.theme];
  const sold = axisScale('money', largest(samples.flatMap((one) => one.bookings)), data, language, 'year');
  const paid = axisScale('money', largest(samples.flatMap((one) => one.pay)), data, language, 'year');
  const values = samples.flatMap((one, i) =>
    one.bookings.map((bookings, k) => ({
      who: pair.names[i],
      bookings: bookings * sold.factor,
      pay: one.pay[k]! * paid.factor,
      ring: one.passedOver[k],
    })),
  );
  const x = { field: 'bookings', type: 'quantitative', axis: numbers(words.x(sold.label)) };
  const y = { field: 'pay', type: 'quantitative', axis: upright(words.y(paid.label)) };
  const color = pairColour(pair, view);
  const money = (amount: number): string => shown(amount, 'money', data, language);
  const passed = (one: (typeof samples)[number]): number => one.passedOver.filter((is) => is).length;
  return {
    id: 'people',
    title: words.title,
    words: `${samples
      .map((one, i) => words.one(pair.names[i]!, passed(one), one.pay.length))
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, 52),
      height: 300,
      data: { values },
      layer: [
        {
          mark: { type: 'line', strokeWidth: 1.5, opacity: 0.8 },
          transform: [{ regression: 'pay', on: 'bookings', groupby: ['who'] }],
          encoding: { x, y, color, strokeDash: dashes(pair) },
        },
        {
          mark: { type: 'point', filled: true, size: 55, opacity: 0.75 },
          encoding: { x, y, color, shape: shapes(pair) },
        },
        {
          transform: [{ filter: 'datum.ring' }],
          mark: {
            type: 'point',
            filled: false,
            size: 190,
            strokeWidth: 1.8,
            opacity: 1,
            color: palette.worse,
          },
          encoding: { x, y },
        },
        {
          data: { values: [{ text: broken(words.ring, 0.9 * plotWidth(view, 52)) }] },
          mark: { type: 'text', align: 'left', baseline: 'top', dx: 6, dy: 4 },
          encoding: { x: { value: 0 }, y: { value: 0 }, text: { field: 'text', type: 'nominal' } },
        },
      ],
    }),
    table: {
      head: words.head,
      rows: samples.flatMap((one, i) =>
        one.bookings.map((bookings, k) => [
          pair.names[i]!,
          money(bookings),
          money(one.pay[k]!),
          one.passedOver[k] ? words.yes : '',
        ]),
      ),
    },
    about: words.about,
  };
};
