import { type ChartMaker, nameOf } from './chart.ts';
import { dressed, numbers, PALETTES, plotWidth, upright } from './look.ts';
import { axisScale, between, chance, change, largest } from './measure.ts';

const WORDS = {
  en: {
    title: (name: string) => `Who is paid more and who less under “${name}”`,
    axis: (label: string) => `change of a rep’s pay, ${label}`,
    group: 'reps by what they attain today, lowest to highest',
    all: (more: string, less: string) =>
      `${more} of reps are paid more than they would be today, ${less} less`,
    ends: (low: string, high: string) =>
      `a year’s pay of the lowest group changes by ${low} on average, of the highest by ${high}`,
    head: [
      'Group by attainment today',
      'Mean change of yearly pay',
      'Middle half between',
      'Paid more',
      'Paid less',
    ],
    about: (n: string) => [
      'Definition: salary and variable pay of a seat under the change − the same seat’s in the same world today, by the year. Groups are equally many reps, by what they attain today in that world.',
      `What is drawn: ${n} simulated worlds; the bar is the group’s mean, the line its middle half.`,
      'Uncertainty: a person is in one world only: the middle half tells how far single reps fare otherwise than their group.',
      'Assumption: seats are compared, not persons: who leaves is followed by whoever takes the seat.',
    ],
  },
  zh: {
    title: (name: string) => `“${name}”下谁收入增加，谁减少`,
    axis: (label: string) => `个人收入变化，${label}`,
    group: '按现状达成率分组，由低到高',
    all: (more: string, less: string) => `${more} 的销售收入高于现状，${less} 低于现状`,
    ends: (low: string, high: string) => `最低组平均每年变化 ${low}，最高组 ${high}`,
    head: ['按现状达成率分组', '年收入平均变化', '中间一半', '增加', '减少'],
    about: (n: string) => [
      '定义：同一世界中，同一席位在该备选下的底薪与浮动薪酬 − 现状下的，按年计；各组人数相等，按其在该世界现状下的达成率划分。',
      `图中所示：${n} 个模拟世界；柱为组平均，线为中间一半。`,
      '不确定性：一个人只活在一个世界里，中间一半表示个人与本组平均可能相差多少。',
      '假设：比较的是席位而非个人，离职者由接任者延续。',
    ],
  },
} as const;

/** How each tenth of the reps fares in pay: the risk of a roll-out. */
export const winners: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const groups = data.winners[view.change];
  if (groups === undefined || groups.length === 0) return null;
  const palette = PALETTES[view.theme];
  const scale = axisScale(
    'money',
    largest(groups.flatMap((one) => [one.low, one.high, one.mean])),
    data,
    language,
    'year',
  );
  const by = (x: number | null): number | null => (x === null ? null : x * scale.factor);
  // A pay that differs by less than half a unit of money is the same.
  const say = (x: number | null): string =>
    change(x !== null && Math.abs(x) < 0.5 ? 0 : x, 'money', data, language);
  const share = (which: 'more' | 'less'): number =>
    groups.reduce((sum, one) => sum + (one[which] ?? 0), 0) / groups.length;
  const values = groups.map((one, i) => ({
    group: i + 1,
    mean: by(one.mean),
    low: by(one.low),
    high: by(one.high),
    standing: (one.mean ?? 0) >= 0 ? 'more' : 'less',
  }));
  const x = {
    field: 'group',
    type: 'ordinal',
    axis: numbers(words.group, { grid: false, labelAngle: 0, format: 'd' }),
    scale: { paddingInner: 0.25 },
  };
  return {
    id: 'winners',
    title: words.title(nameOf(data, view.change + 1, language)),
    words: `${words.all(chance(share('more'), language), chance(share('less'), language))}${language === 'zh' ? '；' : '; '}${words.ends(say(groups[0]!.mean), say(groups[groups.length - 1]!.mean))}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, 52),
      height: 230,
      data: { values },
      encoding: { x },
      layer: [
        {
          mark: { type: 'bar', cornerRadiusEnd: 2 },
          encoding: {
            y: { field: 'mean', type: 'quantitative', axis: upright(words.axis(scale.label)) },
            color: {
              field: 'standing',
              type: 'nominal',
              scale: { domain: ['more', 'less'], range: [palette.better, palette.worse] },
              legend: null,
            },
          },
        },
        {
          mark: { type: 'rule', strokeWidth: 2, color: palette.ink },
          encoding: { y: { field: 'low', type: 'quantitative' }, y2: { field: 'high' } },
        },
        { mark: { type: 'rule', color: palette.muted }, encoding: { y: { datum: 0 }, x: null } },
      ],
    }),
    table: {
      head: words.head,
      rows: groups.map((one, i) => [
        `${i + 1}`,
        say(one.mean),
        between([one.low, one.high], say, language),
        chance(one.more, language),
        chance(one.less, language),
      ]),
    },
    about: words.about(new Intl.NumberFormat(language).format(data.detailReplications)),
  };
};
