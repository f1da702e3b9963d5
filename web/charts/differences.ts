import { type ChartMaker, nameOf } from './chart.ts';
import { broken, dressed, labelRoom, numbers, PALETTES, plotWidth, rows } from './look.ts';
import { axisScale, between, chance, change, largest, metricOf, standing } from './measure.ts';

const WORDS = {
  en: {
    title: (metric: string) => `${metric}: change against today`,
    axis: (label: string) => `change against today, ${label}`,
    standing: { better: 'better', worse: 'worse', unclear: 'cannot tell yet' },
    one: (name: string, mean: string, range: string, p: string) =>
      `${name}: ${mean}, 90 % sure between ${range}${p}`,
    few: (name: string, mean: string) => `${name}: ${mean}, too few worlds that differ to say how sure`,
    p: (p: string) => `, better with a chance of ${p}`,
    head: [
      'Alternative',
      'Change',
      '90 % sure between',
      'Interval of the mean',
      'A single firm: 90 % between',
      'Chance it is better',
    ],
    about: (formula: string, confidence: string) => [
      `Definition: ${formula}.`,
      'How it is worked out: every alternative is simulated in the same worlds as today — the same customers, luck and colleagues. The change is the difference within each world, averaged over all.',
      `Uncertainty: the thick bar holds the expected change with 90 % probability, given all that is uncertain about how strong the practices are and what the market is like. The thin line is the ${confidence} interval of the mean: simulation noise, which shrinks as the run goes on.`,
      'Assumption: the numbers of the study, with their stated ranges, describe this company; what the study leaves out is the industry’s usual.',
    ],
  },
  zh: {
    title: (metric: string) => `${metric}：相对现状的变化`,
    axis: (label: string) => `相对现状的变化，${label}`,
    standing: { better: '更好', worse: '更差', unclear: '尚无法判断' },
    one: (name: string, mean: string, range: string, p: string) =>
      `${name}：${mean}，九成把握在 ${range} 之间${p}`,
    few: (name: string, mean: string) => `${name}：${mean}，有差别的情形太少，说不上有多大把握`,
    p: (p: string) => `，更好的概率 ${p}`,
    head: ['备选', '变化', '九成把握的范围', '均值的置信区间', '单个公司：九成范围', '更好的概率'],
    about: (formula: string, confidence: string) => [
      `定义：${formula}。`,
      '算法：每个备选都与现状在同样的世界中模拟——同样的客户、运气与同事。变化是每个世界内的差，再取平均。',
      `不确定性：粗条表示在做法强弱与市场状况未知的情况下，预期变化有 90% 的概率落在其中；细线是均值的 ${confidence} 置信区间，即模拟噪声，随运行而缩短。`,
      '假设：研究中的数字及其范围描述了这家公司；未写明的取行业通常值。',
    ],
  },
} as const;

/** Every change's effect on a metric, with what is known of it: is it real? */
export const differences: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const metric = metricOf(data, view.metric);
  if (metric.differences.length === 0) return null;
  const palette = PALETTES[view.theme];
  const room = labelRoom(view);
  const scale = axisScale(
    metric.unit,
    largest(metric.differences.flatMap((one) => [...one.credible, one.mean])),
    data,
    language,
    metric.overHorizon ? 'horizon' : null,
  );
  const by = (x: number | null): number | null => (x === null ? null : x * scale.factor);
  const say = (x: number | null): string => change(x, metric.unit, data, language);
  const values = metric.differences.map((one, i) => ({
    name: broken(nameOf(data, i + 1, language), room),
    mean: by(one.mean),
    low: by(one.credible[0]),
    high: by(one.credible[1]),
    from: by(one.interval[0]),
    to: by(one.interval[1]),
    standing: metric.better === 'none' ? 'unclear' : standing(one.probabilityBetter),
    told: `${say(one.mean)} (${between(one.credible, say, language)})`,
  }));
  const y = { field: 'name', type: 'nominal', sort: null, axis: rows(room), scale: { paddingInner: 0.3 } };
  const label = scale.label === '%' ? { en: 'percentage points', zh: '百分点' }[language] : scale.label;
  const colour = {
    field: 'standing',
    type: 'nominal',
    scale: {
      domain: ['better', 'worse', 'unclear'],
      range: [palette.better, palette.worse, palette.unclear],
    },
    legend: null,
  };
  const tooltip = { field: 'told', type: 'nominal' };
  return {
    id: 'differences',
    title: words.title(metric.name[language]),
    words: `${metric.differences
      .map((one, i) =>
        one.credible[0] === null
          ? words.few(nameOf(data, i + 1, language), say(one.mean))
          : words.one(
              nameOf(data, i + 1, language),
              say(one.mean),
              between(one.credible, say, language),
              one.probabilityBetter === null ? '' : words.p(chance(one.probabilityBetter, language)),
            ),
      )
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, room),
      height: { step: view.width < 560 ? 52 : 42 },
      data: { values },
      encoding: { y },
      layer: [
        {
          mark: { type: 'bar', height: 12, cornerRadius: 3, opacity: 0.4 },
          encoding: {
            x: { field: 'low', type: 'quantitative', axis: numbers(words.axis(label)), title: null },
            x2: { field: 'high' },
            color: colour,
            tooltip,
          },
        },
        {
          mark: { type: 'rule', color: palette.muted, strokeWidth: 1.5 },
          encoding: { x: { datum: 0 }, y: null },
        },
        {
          mark: { type: 'rule', strokeWidth: 2 },
          encoding: {
            x: { field: 'from', type: 'quantitative' },
            x2: { field: 'to' },
            color: colour,
            tooltip,
          },
        },
        {
          mark: { type: 'point', filled: true, size: 90, opacity: 1 },
          encoding: { x: { field: 'mean', type: 'quantitative' }, color: colour, tooltip },
        },
      ],
    }),
    table: {
      head: words.head,
      rows: metric.differences.map((one, i) => [
        nameOf(data, i + 1, language),
        say(one.mean),
        between(one.credible, say, language),
        between(one.interval, say, language),
        between(one.predictive, say, language),
        chance(one.probabilityBetter, language),
      ]),
    },
    about: words.about(metric.formula[language], chance(data.confidence, language)),
  };
};
