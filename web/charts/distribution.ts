import { type ChartMaker, nameOf } from './chart.ts';
import { broken, dressed, labelRoom, numbers, PALETTES, plotWidth, rows } from './look.ts';
import { axisScale, between, largest, metricOf, shown } from './measure.ts';

const WORDS = {
  en: {
    title: (metric: string) => `${metric}: the range of outcomes under each alternative`,
    one: (name: string, median: string, range: string) =>
      `${name}: half above ${median}, 90 % between ${range}`,
    head: ['Alternative', 'Mean', 'Middle (median)', 'Middle half between', '90 % between'],
    about: (formula: string, n: string) => [
      `Definition: ${formula}.`,
      `What is drawn: ${n} simulated worlds. The darker, the more of them came out there; the white line is the median, the bar beneath holds the middle half and the thin line 90 %.`,
      'Uncertainty: the spread is both what we do not know about this company and its market and the luck of a single run of events. It is much wider than the uncertainty about the change, since all alternatives share both.',
      'Assumption: the ranges stated in the study are right.',
    ],
  },
  zh: {
    title: (metric: string) => `${metric}：各备选的结果分布`,
    one: (name: string, median: string, range: string) => `${name}：一半高于 ${median}，九成在 ${range} 之间`,
    head: ['备选', '均值', '中位数', '中间一半', '九成范围'],
    about: (formula: string, n: string) => [
      `定义：${formula}。`,
      `图中所示：${n} 个模拟世界。颜色越深，结果越集中；白线为中位数，下方粗条为中间一半，细线为 90%。`,
      '不确定性：既包含对公司与市场的未知，也包含单次事件的运气。由于各备选共有这两者，它比变化本身的不确定性宽得多。',
      '假设：研究中给出的范围是对的。',
    ],
  },
} as const;

/** How a metric may come out under every alternative: density strips over quantiles. */
export const distribution: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const metric = metricOf(data, view.metric);
  const palette = PALETTES[view.theme];
  const room = labelRoom(view);
  const scale = axisScale(
    metric.unit,
    largest(metric.levels.flatMap((one) => one.quantiles)),
    data,
    language,
    metric.overHorizon ? 'horizon' : null,
  );
  const say = (x: number | null): string => shown(x, metric.unit, data, language);
  const { from, to, count } = metric.bins;
  const width = (to - from) / count;
  const names = data.alternatives.map((_, a) => broken(nameOf(data, a, language), room));
  const strips = metric.levels.flatMap((level, a) => {
    const most = Math.max(1, ...level.counts);
    return level.counts.flatMap((n, bin) =>
      n === 0
        ? []
        : {
            name: names[a],
            from: (from + bin * width) * scale.factor,
            to: (from + (bin + 1) * width) * scale.factor,
            density: 0.06 + (0.94 * n) / most,
            today: a === 0,
          },
    );
  });
  const marks = metric.levels.map((level, a) => {
    const [low, lower, middle, upper, high] = level.quantiles.map((x) =>
      x === null ? null : x * scale.factor,
    );
    const told = `${say(level.quantiles[2] ?? null)} (${between([level.quantiles[0] ?? null, level.quantiles[4] ?? null], say, language)})`;
    return { name: names[a], low, lower, middle, upper, high, told, today: a === 0 };
  });
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    scale: { domain: names, paddingInner: 0.3 },
    axis: rows(room),
  };
  const colour = {
    field: 'today',
    type: 'nominal',
    scale: { domain: [true, false], range: [palette.today, palette.change] },
    legend: null,
  };
  // Layers share one axis, whose title is that of all of them.
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    scale: { zero: false },
    title: scale.label === '' ? null : scale.label,
  });
  return {
    id: 'distribution',
    title: words.title(metric.name[language]),
    words: `${metric.levels
      .map((level, a) =>
        words.one(
          nameOf(data, a, language),
          say(level.quantiles[2] ?? null),
          between([level.quantiles[0] ?? null, level.quantiles[4] ?? null], say, language),
        ),
      )
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, room),
      height: { step: view.width < 560 ? 52 : 44 },
      layer: [
        {
          data: { values: strips },
          mark: { type: 'bar', height: 22, yOffset: -4, stroke: null, binSpacing: 0 },
          encoding: {
            y,
            x: { ...x('from'), axis: numbers(scale.label) },
            x2: { field: 'to' },
            opacity: { field: 'density', type: 'quantitative', scale: null },
            color: colour,
          },
        },
        {
          data: { values: marks },
          mark: { type: 'rule', yOffset: 12, strokeWidth: 1.5 },
          encoding: { y, x: x('low'), x2: { field: 'high' }, color: colour },
        },
        {
          data: { values: marks },
          mark: { type: 'rule', yOffset: 12, strokeWidth: 5 },
          encoding: { y, x: x('lower'), x2: { field: 'upper' }, color: colour },
        },
        {
          data: { values: marks },
          mark: { type: 'tick', thickness: 2.5, height: 22, yOffset: -4, color: palette.ground, opacity: 1 },
          encoding: { y, x: x('middle'), tooltip: { field: 'told', type: 'nominal' } },
        },
      ],
    }),
    table: {
      head: words.head,
      rows: metric.levels.map((level, a) => {
        const q = (i: number): number | null => level.quantiles[i] ?? null;
        return [
          nameOf(data, a, language),
          say(level.mean),
          say(q(2)),
          between([q(1), q(3)], say, language),
          between([q(0), q(4)], say, language),
        ];
      }),
    },
    about: words.about(metric.formula[language], new Intl.NumberFormat(language).format(data.replications)),
  };
};
