import type { PayHistogram } from '../contract/pay.ts';
import type { ChartMaker, Spec } from './chart.ts';
import { dressed, numbers, PALETTES, plotWidth, upright } from './look.ts';
import { shown } from './measure.ts';
import { pairColour, pairOf } from './pair.ts';

const WORDS = {
  en: {
    title: 'How attainment and payout are spread over pay periods',
    attainment: 'attainment of the period, %',
    payout: 'variable pay of the period, % of target pay',
    share: '% of rep-periods',
    one: (name: string, none: string, above: string) =>
      `${name}: in ${none} of rep-periods under half of quota, in ${above} at quota or above`,
    paid: (none: string, double: string) =>
      `under a tenth of target pay in ${none}, twice target pay or more in ${double}`,
    band: 'Per cent of quota, or of target pay',
    attains: (name: string) => `${name}: attainment`,
    pays: (name: string) => `${name}: payout`,
    upward: (from: number) => `${from} % and more`,
    range: (from: number, to: number) => `${from}–${to} %`,
    about: [
      'Definition: attainment of the main measure in one pay period = credit ÷ quota of that period; payout = variable pay of the period ÷ the plan’s target pay of a period.',
      'What is drawn: every pay period that a rep worked in full, of all simulated worlds told person by person, in steps of ten per cent; the last bar holds 200 % and more.',
      'Uncertainty: the spread is of single periods, so it is wider than that of whole years.',
      'Assumption: a plan without quota has no attainment, and one without target pay has no payout to measure; that half is then left out.',
    ],
  },
  zh: {
    title: '达成率与实得薪酬在各考核期的分布',
    attainment: '当期达成率，%',
    payout: '当期浮动薪酬，占目标薪酬 %',
    share: '占人次 %',
    one: (name: string, none: string, above: string) =>
      `${name}：${none} 的人次不到目标一半，${above} 达标及以上`,
    paid: (none: string, double: string) => `${none} 的人次所得不到目标薪酬一成，${double} 达到两倍及以上`,
    band: '占目标，或占目标薪酬',
    attains: (name: string) => `${name}：达成率`,
    pays: (name: string) => `${name}：薪酬`,
    upward: (from: number) => `${from}% 及以上`,
    range: (from: number, to: number) => `${from}–${to}%`,
    about: [
      '定义：达成率为主要指标在一个考核期内的计入业绩 ÷ 当期目标；薪酬为当期浮动薪酬 ÷ 方案每期的目标薪酬。',
      '图中所示：逐人记录的全部模拟世界中，每名销售完整在岗的每个考核期，每 10% 一档，最后一档为 200% 及以上。',
      '不确定性：分布针对单个考核期，因而比全年更宽。',
      '假设：没有目标的方案无达成率，没有目标薪酬的方案无从衡量薪酬，相应的一半便不画。',
    ],
  },
} as const;

/** Attainment and payout of rep-periods under today and one change, as histograms. */
export const spread: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const pair = pairOf(data, view);
  const outcomes = pair.both.map((a) => data.pay?.outcomes[a] ?? null);
  const palette = PALETTES[view.theme];
  const color = pairColour(pair, view);
  const percent = (x: number): string => shown(x, 'share', data, language);
  const of = (key: 'attainmentShares' | 'payoutShares'): (PayHistogram | null)[] =>
    outcomes.map((one) => one?.[key] ?? null);
  const panel = (histograms: readonly (PayHistogram | null)[], title: string): Spec => ({
    width: plotWidth(view, 52),
    height: 130,
    layer: [
      {
        data: {
          values: histograms.flatMap((one, i) =>
            one === null ? [] : bars(one).map((bar) => ({ ...bar, who: pair.names[i] })),
          ),
        },
        mark: { type: 'bar', orient: 'vertical', opacity: 0.5, binSpacing: 1 },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            scale: { nice: false, padding: 0 },
            axis: numbers(title, { tickCount: 10 }),
          },
          x2: { field: 'to' },
          y: { field: 'share', type: 'quantitative', stack: null, axis: upright(words.share) },
          y2: { datum: 0 },
          color,
        },
      },
      {
        data: { values: [{ at: 100 }] },
        mark: { type: 'rule', color: palette.ink, strokeDash: [3, 3] },
        encoding: { x: { field: 'at', type: 'quantitative' } },
      },
    ],
  });
  const attainment = of('attainmentShares');
  const payout = of('payoutShares');
  const panels = [
    ...(attainment.some((one) => one !== null) ? [panel(attainment, words.attainment)] : []),
    ...(payout.some((one) => one !== null) ? [panel(payout, words.payout)] : []),
  ];
  if (panels.length === 0) return null;
  const sentences = pair.names.flatMap((name, i) => [
    ...(attainment[i] === null
      ? []
      : [words.one(name, percent(between(attainment[i]!, 0, 0.5)), percent(between(attainment[i]!, 1)))]),
    ...(payout[i] === null
      ? []
      : [words.paid(percent(between(payout[i]!, 0, 0.1)), percent(between(payout[i]!, 2)))]),
  ]);
  // A column for each histogram that there is; all have the same bins.
  const columns = [
    ...pair.names.map((name, i) => [words.attains(name), attainment[i]] as const),
    ...pair.names.map((name, i) => [words.pays(name), payout[i]] as const),
  ].flatMap(([name, one]) => (one === null || one === undefined ? [] : [{ name, bars: bars(one) }]));
  return {
    id: 'spread',
    title: words.title,
    words: `${sentences.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, { spacing: 30, vconcat: panels }),
    table: {
      head: [words.band, ...columns.map((one) => one.name)],
      rows: columns[0]!.bars.map(({ from, to, last }, bin) => [
        last ? words.upward(from) : words.range(from, to),
        ...columns.map((one) => percent((one.bars[bin]?.share ?? 0) / 100)),
      ]),
    },
    about: words.about,
  };
};

/** Bars in per cent; the last, which has no end, as wide as the one before it. */
function bars({ edges, shares }: PayHistogram): { from: number; to: number; share: number; last: boolean }[] {
  return shares.map((share, i) => {
    const last = i + 1 === shares.length;
    const from = edges[i]!;
    const to = edges[i + 1] ?? 2 * from - (edges[i - 1] ?? from - 1);
    return { from: Math.round(100 * from), to: Math.round(100 * to), share: 100 * share, last };
  });
}

/** Share in the bins that begin from `from` on and before `to`. */
function between({ edges, shares }: PayHistogram, from: number, to = Number.POSITIVE_INFINITY): number {
  // Edges are tenths, which doubles do not hold to the last digit.
  const near = 1e-9;
  return shares.reduce((sum, x, i) => (edges[i]! > from - near && edges[i]! < to - near ? sum + x : sum), 0);
}
