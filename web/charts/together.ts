import { type ChartMaker, nameOf, type Spec } from './chart.ts';
import { broken, dressed, labelRoom, numbers, PALETTES, plotWidth, rows } from './look.ts';
import { axisScale, between, change, largest, metricOf } from './measure.ts';

/** Pairs from which on a map of them says more than a list. */
const FEWEST_PAIRS = 3;

const WORDS = {
  en: {
    title: 'Together or alone: what combined changes bring beyond the sum of their parts',
    axis: (label: string) => `beyond the sum of the parts, ${label}`,
    map: 'on the diagonal each change alone; off it what two bring beyond their sum',
    one: (name: string, mean: string, range: string) => `${name}: ${mean} (between ${range})`,
    head: ['Combination', 'Of', 'Beyond the sum of its parts', 'Interval of the mean: between'],
    about: (confidence: string) => [
      'Definition: the change that a combined alternative brings − the changes that its parts bring alone, in the study’s primary figure. Above nothing the parts help each other, below they stand in each other’s way.',
      'What is drawn: every alternative whose parts are all alternatives of their own. Where there are enough pairs, a map of them stands above the list.',
      `Uncertainty: ${confidence} intervals of the mean, of the simulation; all alternatives meet the same worlds.`,
      'Assumption: what two changes do to each other shows only in the worlds simulated: hours that both need, effects that saturate, the load of doing much at once.',
    ],
  },
  zh: {
    title: '合用还是单用：合用比各部分之和多带来多少',
    axis: (label: string) => `超出各部分之和，${label}`,
    map: '对角线为单独采用的变化；其余为两者合用超出之和的部分',
    one: (name: string, mean: string, range: string) => `${name}：${mean}（${range}）`,
    head: ['合用', '组成', '超出各部分之和', '均值的置信区间'],
    about: (confidence: string) => [
      '定义：合用备选带来的变化 − 其各部分单独带来的变化之和，按研究的主要指标计。为正则相互促进，为负则相互妨碍。',
      '图中所示：各部分都另有单独备选的所有合用备选；成对者足够多时，列表之上另有热图。',
      `不确定性：均值的 ${confidence} 置信区间（模拟噪声）；所有备选面对同样的世界。`,
      '假设：相互影响只体现在所模拟的世界中：争用的工时、趋于饱和的作用、同时推行过多的负担。',
    ],
  },
} as const;

/** What combined changes bring beyond the sum of their parts: a map of pairs, and a list with intervals. */
export const together: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  if (data.together.length === 0) return null;
  const metric = metricOf(data, data.primary);
  const palette = PALETTES[view.theme];
  const room = labelRoom(view);
  const pairs = data.together.filter((one) => one.parts.length === 2);
  const alone = (a: number): number | null => metric.differences[a - 1]?.mean ?? null;
  const list = data.together;
  const most = largest(list.flatMap((one) => [one.extra.mean, ...one.extra.interval]));
  const scale = axisScale(metric.unit, most, data, language, metric.overHorizon ? 'horizon' : null);
  const say = (x: number | null): string => change(x, metric.unit, data, language);
  const named = (a: number): string => broken(nameOf(data, a, language), room);
  const better = (x: number | null): 'more' | 'less' =>
    (x ?? 0) >= 0 === (metric.better !== 'lower') ? 'more' : 'less';
  const colour = {
    field: 'standing',
    type: 'nominal',
    scale: { domain: ['more', 'less'], range: [palette.better, palette.worse] },
    legend: null,
  };
  const y = { field: 'name', type: 'nominal', sort: null, axis: rows(room) };
  const bars: Spec = {
    width: plotWidth(view, room),
    height: { step: view.width < 560 ? 46 : 34 },
    data: {
      values: list.map(({ alternative, extra }) => ({
        name: named(alternative),
        mean: (extra.mean ?? 0) * scale.factor,
        low: (extra.interval[0] ?? extra.mean ?? 0) * scale.factor,
        high: (extra.interval[1] ?? extra.mean ?? 0) * scale.factor,
        standing: better(extra.mean),
      })),
    },
    layer: [
      {
        mark: { type: 'bar', height: 16, cornerRadius: 2 },
        encoding: {
          y,
          x: { field: 'mean', type: 'quantitative', axis: numbers(words.axis(scale.label)) },
          color: colour,
        },
      },
      {
        mark: { type: 'rule', strokeWidth: 1.5, color: palette.ink },
        encoding: { y, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      },
      { mark: { type: 'rule', color: palette.muted }, encoding: { x: { datum: 0 } } },
    ],
  };
  const singles = [...new Set(pairs.flatMap((one) => one.parts))].sort((a, b) => a - b);
  const cells = [
    ...singles.map((a) => ({ row: a, column: a, value: alone(a) })),
    ...pairs.map(({ parts, extra }) => ({
      row: Math.max(...parts),
      column: Math.min(...parts),
      value: extra.mean,
    })),
  ].map(({ row, column, value }) => ({
    row: named(row),
    column: named(column),
    value: say(value),
    standing: better(value),
    // Half as deep at most, so that the figure on it can be read.
    depth: (0.5 * Math.abs(value ?? 0)) / Math.max(1e-12, largest(singles.map(alone)), most),
  }));
  const domain = singles.map(named);
  const map: Spec = {
    title: { text: broken(words.map, view.width * 0.8), anchor: 'start', fontWeight: 'normal' },
    width: Math.min(plotWidth(view, room), 150 * singles.length),
    height: { step: 40 },
    data: { values: cells },
    encoding: {
      y: { field: 'row', type: 'nominal', sort: null, scale: { domain }, axis: rows(room) },
      x: {
        field: 'column',
        type: 'nominal',
        sort: null,
        scale: { domain },
        axis: { title: null, grid: false, ticks: false, labelAngle: 0, labelLimit: 110 },
      },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: palette.ground, strokeWidth: 2 },
        encoding: { color: colour, opacity: { field: 'depth', type: 'quantitative', scale: null } },
      },
      {
        mark: { type: 'text', fontSize: view.width < 560 ? 9 : 12 },
        encoding: { text: { field: 'value', type: 'nominal' } },
      },
    ],
  };
  return {
    id: 'together',
    title: words.title,
    words: `${list
      .map(({ alternative, extra }) =>
        words.one(
          nameOf(data, alternative, language),
          say(extra.mean),
          between(extra.interval, say, language),
        ),
      )
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      spacing: 26,
      vconcat: [...(pairs.length >= FEWEST_PAIRS ? [map] : []), bars],
    }),
    table: {
      head: words.head,
      rows: list.map(({ alternative, parts, extra }) => [
        nameOf(data, alternative, language),
        parts
          .map((a) => `${nameOf(data, a, language)} ${say(alone(a))}`)
          .join(language === 'zh' ? '、' : ', '),
        say(extra.mean),
        between(extra.interval, say, language),
      ]),
    },
    about: words.about(`${Math.round(data.confidence * 100)}${language === 'zh' ? '%' : ' %'}`),
  };
};
