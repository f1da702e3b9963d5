import type { ChartMaker, Spec } from './chart.ts';
import { type Dumbbell, dumbbells } from './dumbbells.ts';
import { broken, dressed, labelRoom, numbers, plotWidth } from './look.ts';
import { axisScale, change, largest, shown } from './measure.ts';
import { pairOf } from './pair.ts';

const WORDS = {
  en: {
    title: 'Stress test: what pay costs in a poor, a usual and a good year',
    kinds: { poor: 'Poor year', usual: 'Usual year', good: 'Good year' },
    pay: (label: string) => `pay cost, ${label}`,
    rate: 'pay cost of bookings, %',
    one: (kind: string, name: string, pay: string, rate: string) =>
      `${kind}, ${name}: pay costs ${pay}, ${rate} of bookings`,
    head: [
      'Year',
      'Today’s bookings',
      'Alternative',
      'Bookings',
      'Pay cost',
      'of bookings',
      'Net contribution',
    ],
    about: (n: string) => [
      'Definition: all simulated worlds sorted by what today’s company books in them: the poorest fifth, the middle fifth and the best fifth; means over the worlds of each, by the year.',
      `What is drawn: the same worlds for both alternatives, so a poor year is equally poor for both: same market, same luck. ${n} worlds in all.`,
      'Uncertainty: a poor year is one in ten on average; worse ones happen. With few worlds each mean is rough.',
      'Assumption: the spread of years is what the study’s ranges and luck give; a market that breaks down altogether is not among them.',
    ],
  },
  zh: {
    title: '压力测试：差、常、好年份的薪酬成本',
    kinds: { poor: '差年份', usual: '常见年份', good: '好年份' },
    pay: (label: string) => `薪酬成本，${label}`,
    rate: '薪酬占签约额，%',
    one: (kind: string, name: string, pay: string, rate: string) =>
      `${kind}，${name}：薪酬成本 ${pay}，占签约额 ${rate}`,
    head: ['年份', '现状签约额', '备选', '签约额', '薪酬成本', '占签约额', '净贡献'],
    about: (n: string) => [
      '定义：将全部模拟世界按现状公司的签约额排序，取最差的五分之一、居中的五分之一与最好的五分之一，各取平均，按年计。',
      `图中所示：两个备选用的是同样的世界，差年份对两者同样差：市场相同，运气相同。共 ${n} 个世界。`,
      '不确定性：差年份平均而言约为十年一遇，更差的也会发生。世界数少时平均较粗略。',
      '假设：年份的起伏来自研究中的范围与运气，不含市场崩溃。',
    ],
  },
} as const;

/** Pay cost in a poor, a usual and a good year, under today and one change: what a budget must bear. */
export const years: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  if (data.years === null) return null;
  const told = data.years;
  const pair = pairOf(data, view);
  const room = Math.min(110, labelRoom(view));
  const narrow = view.width < 620;
  const width = narrow ? plotWidth(view, room) : Math.floor((view.width - 2 * room - 60) / 2);
  const scale = axisScale('money', largest(told.flatMap((one) => one.pay)), data, language, 'year');
  const money = (x: number | null | undefined): string => shown(x, 'money', data, language);
  const rate = (at: number, a: number): number | null => {
    const { pay, bookings } = told[at]!;
    const [cost, sold] = [pay[a] ?? null, bookings[a] ?? null];
    return cost === null || sold === null || sold <= 0 ? null : cost / sold;
  };
  const panel = (of: (at: number, a: number) => number | null, axis: Spec): Spec => {
    const list = told.map(
      (one, at): Dumbbell => ({
        name: broken(words.kinds[one.kind], room),
        values: pair.both.map((a) => of(at, a)),
      }),
    );
    return dumbbells(view, pair, list, { width, room }, axis);
  };
  const by = (x: number | null | undefined, factor: number): number | null =>
    x === null || x === undefined ? null : x * factor;
  const share = (x: number | null): string => shown(x, 'share', data, language);
  const end = language === 'zh' ? '。' : '.';
  return {
    id: 'years',
    title: words.title,
    words: `${told
      .flatMap((one, at) =>
        pair.both.map((a, i) =>
          words.one(words.kinds[one.kind], pair.names[i]!, money(one.pay[a]), share(rate(at, a))),
        ),
      )
      .join(language === 'zh' ? '；' : '; ')}${end}`,
    spec: dressed(view, {
      [narrow ? 'vconcat' : 'hconcat']: [
        panel(
          (at, a) => by(told[at]!.pay[a], scale.factor),
          numbers(words.pay(scale.label), { tickCount: 4 }),
        ),
        panel((at, a) => by(rate(at, a), 100), numbers(words.rate, { tickCount: 4 })),
      ],
      spacing: narrow ? 24 : 16,
    }),
    table: {
      head: words.head,
      rows: told.flatMap((one, at) =>
        pair.both.map((a, i) => [
          words.kinds[one.kind],
          change(one.against, 'share', data, language).replace(
            / (pp|个百分点)$/,
            language === 'zh' ? '%' : ' %',
          ),
          pair.names[i]!,
          money(one.bookings[a]),
          money(one.pay[a]),
          share(rate(at, a)),
          money(one.contribution[a]),
        ]),
      ),
    },
    about: words.about(new Intl.NumberFormat(language).format(data.replications)),
  };
};
