import type { PayEffect } from '../contract/pay.ts';
import type { ChartMaker } from './chart.ts';
import { dressed, numbers, PALETTES, plotWidth, upright } from './look.ts';
import { change, shown } from './measure.ts';
import { dashes, pairColour, pairOf } from './pair.ts';

const WORDS = {
  en: {
    title: 'Bookings through the pay period, tenth by tenth: is there a rush at the end?',
    axis: 'tenth of the pay period',
    pace: 'pace, % of an even spread',
    one: (name: string, share: string, pace: string) =>
      `${name}: ${share} of bookings come in the last tenth, ${pace} of what an even spread gives`,
    moved: (d: string) => `the last tenth’s share changes by ${d}`,
    head: (names: readonly string[]) => ['Tenth', 'Even spread', ...names, 'Change'],
    about: (confidence: string) => [
      'Definition: bookings signed in each tenth of the main pay period ÷ all bookings. Pace is that ÷ what bookings spread evenly over the workdays would give; 100 % is even.',
      'What is drawn: all pay periods of all simulated worlds; the thin bars are intervals.',
      `Uncertainty: ${confidence} intervals of the mean, of the simulation; the change in the table is paired, in the same worlds, and so much surer than the two lines look.`,
      'Assumption: a rush has two parts, more work before the end and deals moved in time; the second is followed by a dip in the first tenths.',
    ],
  },
  zh: {
    title: '考核期内的签约节奏（十等分）：期末是否突击？',
    axis: '考核期的第几个十分之一',
    pace: '节奏，占均匀分布 %',
    one: (name: string, share: string, pace: string) =>
      `${name}：${share} 的签约额落在最后十分之一，为均匀分布的 ${pace}`,
    moved: (d: string) => `最后十分之一的占比变化 ${d}`,
    head: (names: readonly string[]) => ['十分位', '均匀分布', ...names, '变化'],
    about: (confidence: string) => [
      '定义：主要考核期每个十分之一内的签约额 ÷ 全部签约额；节奏为其与按工作日均匀分布之比，100% 即均匀。',
      '图中所示：全部模拟世界的所有考核期；细线为区间。',
      `不确定性：均值的 ${confidence} 置信区间（模拟噪声）；表中的变化在同样的世界中配对比较，远比两条线看上去确定。`,
      '假设：突击包含两部分：期末更卖力，以及挪动成交时点；后者使下一期开头回落。',
    ],
  },
} as const;

/** Bookings by tenth of the pay period under today and one change: gaming, and the rush at the end. */
export const tenths: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const pair = pairOf(data, view);
  const told = pair.both.map((a) => data.pay?.outcomes[a]?.linearity ?? null);
  if (told[0] === null || told.every((one) => one === null)) return null;
  const palette = PALETTES[view.theme];
  const say = (x: number | null | undefined): string => shown(x, 'share', data, language);
  const difference = (one: PayEffect | undefined): string => change(one?.mean, 'share', data, language);
  const values = told.flatMap((one, i) =>
    (one?.shares ?? []).map(({ mean, interval: [low, high] }, k) => {
      const pace = (x: number | null): number | null => (x === null ? null : (100 * x) / one!.evenly[k]!);
      // Side by side, so that one interval does not hide the other.
      return {
        who: pair.names[i],
        tenth: k + 1 + (i === 0 ? -0.07 : 0.07),
        pace: pace(mean),
        low: pace(low),
        high: pace(high),
      };
    }),
  );
  const x = {
    field: 'tenth',
    type: 'quantitative',
    scale: { domain: [0.7, 10.3], nice: false },
    axis: numbers(words.axis, {
      grid: false,
      format: 'd',
      values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      tickCount: 10,
    }),
  };
  const color = pairColour(pair, view);
  const last = told.map((one) => {
    const share = one?.shares.at(-1)?.mean ?? null;
    return { share, pace: share === null ? null : share / one!.evenly.at(-1)! };
  });
  const sentences = pair.names.map((name, i) => words.one(name, say(last[i]!.share), say(last[i]!.pace)));
  const moved = told[1]?.change?.at(-1);
  if (moved !== undefined) sentences.push(words.moved(difference(moved)));
  return {
    id: 'tenths',
    title: words.title,
    words: `${sentences.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, 52),
      height: 230,
      data: { values },
      encoding: { x, color },
      layer: [
        {
          mark: { type: 'rule', color: palette.muted },
          encoding: { x: null, color: null, y: { datum: 100 } },
        },
        {
          mark: { type: 'rule', strokeWidth: 1.5, opacity: 0.7 },
          encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
        },
        {
          mark: { type: 'line', strokeWidth: 2.5, point: { size: 40 } },
          encoding: {
            y: {
              field: 'pace',
              type: 'quantitative',
              scale: { zero: false },
              axis: upright(words.pace),
            },
            strokeDash: dashes(pair),
          },
        },
      ],
    }),
    table: {
      head: words.head(pair.names),
      rows: told[0]!.shares.map((_, k) => [
        String(k + 1),
        say(told[0]!.evenly[k]),
        ...told.map((one) => say(one?.shares[k]?.mean)),
        difference(told[1]?.change?.[k]),
      ]),
    },
    about: words.about(`${Math.round(data.confidence * 100)}${language === 'zh' ? '%' : ' %'}`),
  };
};
