import { type ChartMaker, nameOf, type Spec } from './chart.ts';
import { dressed, numbers, PALETTES, plotWidth, upright } from './look.ts';
import { axisScale, change, largest, standing } from './measure.ts';

/** Changes from which on a picture of all of them says more than one number each. */
const FEWEST = 2;

const WORDS = {
  en: {
    title: 'Is it worth it? What every change costs more, and what gross margin it brings',
    x: (label: string) => `more cost of selling, ${label}`,
    y: (label: string) => `more gross margin, ${label}`,
    line: 'on this line it pays for itself',
    turnover: {
      better: 'keeps more people',
      worse: 'loses more people',
      unclear: 'turnover: cannot tell yet',
    },
    one: (name: string, cost: string, margin: string, net: string) =>
      `${name}: cost ${cost}, gross margin ${margin}, so net contribution ${net}`,
    beaten: (names: string) => `Not beaten by another that costs less and brings at least as much: ${names}`,
    head: ['Alternative', 'Cost of selling', 'Gross margin', 'Net contribution', 'Rep turnover'],
    about: [
      'Definition: change of gross margin and of the cost of selling — pay with on-costs, schemes, leads and turnover — against today, over the horizon. Their difference is the change of net contribution.',
      'What is drawn: every alternative as a numbered mark, today at the crossing of the axes. Above the slanted line a change brings more than it costs. Shape and colour tell what becomes of rep turnover.',
      'Uncertainty: means over all worlds; the first chart tells how sure the difference is.',
      'Assumption: only the simulated horizon counts here; what customers and open deals are worth at its end stands in net value.',
    ],
  },
  zh: {
    title: '值不值得？每个备选多花多少，多带来多少毛利',
    x: (label: string) => `销售成本增加，${label}`,
    y: (label: string) => `毛利增加，${label}`,
    line: '在此线上收支相抵',
    turnover: { better: '流失更少', worse: '流失更多', unclear: '流失：尚无法判断' },
    one: (name: string, cost: string, margin: string, net: string) =>
      `${name}：成本 ${cost}，毛利 ${margin}，净贡献 ${net}`,
    beaten: (names: string) => `没有花费更少而收益不低者可替代的：${names}`,
    head: ['备选', '销售成本', '毛利', '净贡献', '人员流失'],
    about: [
      '定义：毛利与销售成本（薪酬含附加成本、方案、线索与人员流动）相对现状的变化，按整个期间计；两者之差即净贡献的变化。',
      '图中所示：每个备选一个带编号的点，现状在坐标轴交点。斜线以上，带来的多于花费的。形状与颜色表示人员流失的变化。',
      '不确定性：为全部世界的平均；差值有多确定请看第一张图。',
      '假设：此图只计所模拟的期间；期末客户与在途商机的价值见净价值。',
    ],
  },
} as const;

/** Every change by what it costs and what it brings: the choice among mixes at a glance. */
export const worth: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const changes = data.alternatives.length - 1;
  if (changes < FEWEST) return null;
  const palette = PALETTES[view.theme];
  const [margins, nets, turnover] = ['gross-margin', 'net-contribution', 'rep-turnover'].map((id) =>
    data.metrics.find((one) => one.id === id),
  );
  if (margins === undefined || nets === undefined || turnover === undefined) return null;
  const points = Array.from({ length: changes }, (_, i) => {
    const margin = margins.differences[i]!.mean ?? 0;
    const net = nets.differences[i]!.mean ?? 0;
    const { mean, probabilityBetter } = turnover.differences[i]!;
    const kind = mean === 0 ? 'unclear' : standing(probabilityBetter);
    return { name: nameOf(data, i + 1, language), margin, net, cost: margin - net, turnover: mean, kind };
  });
  const most = largest(points.flatMap((one) => [one.margin, one.cost]));
  const scale = axisScale('money', most, data, language, 'horizon');
  const say = (x: number): string => change(x, 'money', data, language);
  const values = points.map((one, i) => ({
    label: String(i + 1),
    cost: one.cost * scale.factor,
    margin: one.margin * scale.factor,
    kind: words.turnover[one.kind],
  }));
  // The line of costs that pay for themselves, as far as both axes reach.
  const [low, high] = (['cost', 'margin'] as const)
    .map((key) => values.map((one) => one[key]))
    .map((all) => [Math.min(0, ...all), Math.max(0, ...all)] as const)
    .reduce(([a, b], [c, d]) => [Math.max(a, c), Math.min(b, d)]) as readonly [number, number];
  const x = (field: string, axis: Spec = {}) => ({ field, type: 'quantitative', axis });
  const kinds = (['better', 'worse', 'unclear'] as const).map((kind) => words.turnover[kind]);
  const kind = { field: 'kind', type: 'nominal' };
  const xAxis = numbers(words.x(scale.label));
  const yAxis = upright(words.y(scale.label));
  const unbeaten = points.filter(
    (one) =>
      !points.some(
        (other) =>
          other !== one &&
          other.cost <= one.cost &&
          other.margin >= one.margin &&
          (other.cost < one.cost || other.margin > one.margin),
      ),
  );
  const key = [`- -  ${words.line}`, ...points.map((one, i) => `${i + 1}  ${one.name}`)];
  return {
    id: 'worth',
    title: words.title,
    words: [
      ...points.map((one) => words.one(one.name, say(one.cost), say(one.margin), say(one.net))),
      words.beaten(unbeaten.map((one) => one.name).join(language === 'zh' ? '、' : ', ')),
    ]
      .join(language === 'zh' ? '；' : '; ')
      .concat(language === 'zh' ? '。' : '.'),
    spec: dressed(view, {
      spacing: 8,
      vconcat: [
        {
          width: plotWidth(view, 52),
          height: 300,
          layer: [
            {
              data: { values: [{}] },
              mark: { type: 'rule', color: palette.muted },
              encoding: { x: { datum: 0 } },
            },
            {
              data: { values: [{}] },
              mark: { type: 'rule', color: palette.muted },
              encoding: { y: { datum: 0 } },
            },
            {
              data: { values: [low, high].map((at) => ({ at })) },
              mark: { type: 'line', color: palette.ink, strokeDash: [4, 4], strokeWidth: 1.2 },
              encoding: { x: x('at', xAxis), y: { field: 'at', type: 'quantitative', axis: yAxis } },
            },
            {
              data: { values },
              mark: { type: 'point', filled: true, size: 120, opacity: 1 },
              encoding: {
                x: x('cost', xAxis),
                y: x('margin', yAxis),
                color: {
                  ...kind,
                  scale: { domain: kinds, range: [palette.better, palette.worse, palette.unclear] },
                },
                shape: {
                  ...kind,
                  scale: { domain: kinds, range: ['triangle-up', 'triangle-down', 'circle'] },
                },
              },
            },
            {
              data: { values },
              mark: { type: 'text', align: 'left', dx: 9, fontWeight: 'bold' },
              encoding: {
                x: x('cost', xAxis),
                y: x('margin', yAxis),
                text: { field: 'label', type: 'nominal' },
              },
            },
          ],
        },
        {
          width: plotWidth(view, 52),
          height: { step: 17 },
          data: { values: key.map((line) => ({ line })) },
          mark: { type: 'text', align: 'left', limit: plotWidth(view, 52) },
          encoding: {
            x: { value: 0 },
            y: { field: 'line', type: 'nominal', sort: null, axis: null },
            text: { field: 'line', type: 'nominal' },
          },
        },
      ],
    }),
    table: {
      head: words.head,
      rows: points.map((one) => [
        one.name,
        say(one.cost),
        say(one.margin),
        say(one.net),
        change(one.turnover, 'share', data, language),
      ]),
    },
    about: words.about,
  };
};
