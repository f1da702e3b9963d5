import type { ChartMaker } from './chart.ts';
import { dressed, numbers, plotWidth, upright } from './look.ts';
import { axisScale, change, largest, shown } from './measure.ts';
import { dashes, pairColour, pairOf } from './pair.ts';

/** Names of the monthly figures. */
export const MONTHLY = {
  'net-contribution': { en: 'Net contribution a month', zh: '每月净贡献' },
  revenue: { en: 'Revenue a month', zh: '每月收入' },
  bookings: { en: 'Bookings a month', zh: '每月签约额' },
  cash: { en: 'Cash received a month', zh: '每月回款' },
  'pay-cost': { en: 'Pay cost a month', zh: '每月薪酬成本' },
  'scheme-cost': { en: 'Scheme cost a month', zh: '每月方案成本' },
  'open-pipeline': { en: 'Open pipeline', zh: '未结商机金额' },
  leads: { en: 'Leads a month', zh: '每月线索数' },
  wins: { en: 'Deals won a month', zh: '每月赢单数' },
  'active-customers': { en: 'Active customers', zh: '在册客户数' },
  'churned-customers': { en: 'Customers lost a month', zh: '每月流失客户数' },
  'active-reps': { en: 'Reps at work', zh: '在岗销售人数' },
  satisfaction: { en: 'Customer satisfaction', zh: '客户满意度' },
  adoption: { en: 'Practices taken up', zh: '做法采用程度' },
} as const;

const WORDS = {
  en: {
    title: (figure: string) => `${figure}, month by month: the middle half and 90 % of outcomes`,
    month: 'month',
    last: (name: string, first: string, last: string) =>
      `${name}: ${first} in the first month, ${last} in the last (medians)`,
    difference: (d: string) => `the change in the last month is ${d} in the middle of all worlds`,
    head: ['Month', 'Alternative', '5 %', '25 %', 'Median', '75 %', '95 %'],
    about: (n: string) => [
      'Definition: the figure of each month of 21 workdays, or its state at the month’s end.',
      `What is drawn: ${n} simulated worlds. The line is the median of each month, the dark band the middle half, the light band 90 %.`,
      'Uncertainty: bands of two alternatives overlap even where the change is certain, since both share the same ups and downs. The first chart tells whether the change is real.',
      'Assumption: demand follows the seasons of the study; day 0 is the day the changes are decided.',
    ],
  },
  zh: {
    title: (figure: string) => `${figure}：逐月的中间一半与 90% 范围`,
    month: '月',
    last: (name: string, first: string, last: string) => `${name}：首月 ${first}，末月 ${last}（中位数）`,
    difference: (d: string) => `末月变化的中位数为 ${d}`,
    head: ['月份', '备选', '5%', '25%', '中位数', '75%', '95%'],
    about: (n: string) => [
      '定义：每月（21 个工作日）的数额，或月末的状态。',
      `图中所示：${n} 个模拟世界。线为各月中位数，深色带为中间一半，浅色带为 90%。`,
      '不确定性：即使变化确定，两个备选的色带也会重叠，因为它们同享起伏。变化是否真实请看第一张图。',
      '假设：需求按研究中的季节变化；第 0 日为决定实施之日。',
    ],
  },
} as const;

/** A monthly figure under today and one change: where it goes, and how sure that is. */
export const fan: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const figure = data.months.find((one) => one.id === view.figure) ?? data.months[0];
  if (figure === undefined) return null;
  const pair = pairOf(data, view);
  const room = 52;
  const scale = axisScale(figure.unit, largest(figure.levels.flat(2)), data, language);
  const say = (x: number | null | undefined): string => shown(x, figure.unit, data, language);
  const by = (x: number | null | undefined): number | null =>
    x === null || x === undefined ? null : x * scale.factor;
  const values = pair.both.flatMap((a, i) => {
    const [low, lower, middle, upper, high] = figure.levels[a]!;
    return middle!.map((_, month) => ({
      who: pair.names[i],
      month: month + 1,
      low: by(low![month]),
      lower: by(lower![month]),
      middle: by(middle![month]),
      upper: by(upper![month]),
      high: by(high![month]),
    }));
  });
  const name = MONTHLY[figure.id as keyof typeof MONTHLY]?.[language] ?? figure.id;
  const last = figure.levels[0]![2]!.length - 1;
  const sentences = pair.both.map((a, i) =>
    words.last(pair.names[i]!, say(figure.levels[a]![2]![0]), say(figure.levels[a]![2]![last])),
  );
  const moved = pair.at > 0 ? figure.differences[pair.at - 1]![2]![last] : undefined;
  if (moved !== undefined) sentences.push(words.difference(change(moved, figure.unit, data, language)));
  const x = {
    field: 'month',
    type: 'quantitative',
    scale: { domain: [1, last + 1], nice: false },
    axis: numbers(words.month, { grid: false, format: 'd', tickMinStep: 1, tickCount: 8 }),
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { zero: figure.unit === 'count' },
    axis: upright(scale.label),
  });
  const color = pairColour(pair, view);
  return {
    id: 'fan',
    title: words.title(name),
    words: `${sentences.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, room),
      height: 260,
      data: { values },
      encoding: { x, color },
      layer: [
        { mark: { type: 'area', opacity: 0.16 }, encoding: { y: y('low'), y2: { field: 'high' } } },
        { mark: { type: 'area', opacity: 0.3 }, encoding: { y: y('lower'), y2: { field: 'upper' } } },
        {
          mark: { type: 'line', strokeWidth: 2.5 },
          encoding: { y: y('middle'), strokeDash: dashes(pair) },
        },
      ],
    }),
    table: {
      head: words.head,
      rows: pair.both.flatMap((a, i) =>
        figure.levels[a]![2]!.map((_, month) => [
          String(month + 1),
          pair.names[i]!,
          ...figure.levels[a]!.map((quantile) => say(quantile[month])),
        ]),
      ),
    },
    about: words.about(new Intl.NumberFormat(language).format(data.detailReplications)),
  };
};
