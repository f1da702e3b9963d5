import type { ChartMaker } from './chart.ts';
import { dressed, numbers, PALETTES, plotWidth, upright } from './look.ts';
import { axisScale, chance, largest, shown } from './measure.ts';
import { dashes, pairColour, pairOf } from './pair.ts';

const WORDS = {
  en: {
    title: 'Cost of selling: the chance that a year costs more than so much',
    x: (label: string) => `cost of selling, ${label}`,
    y: 'chance of costing more, %',
    budget: 'budget',
    one: (name: string, p: string, budget: string) =>
      `${name}: ${p} chance of costing more than ${budget} a year`,
    dearer: (p: string) => `it costs more than today in ${p} of the worlds that might be ours`,
    head: ['Chance of costing more', 'Alternative', 'Cost a year'],
    about: [
      'Definition: pay with on-costs, schemes, leads and turnover, by the year: what gross margin exceeds net contribution by.',
      'What is drawn: for each amount on the axis, the share of simulated worlds that cost more. Where the curve crosses the budget line, read off the risk.',
      'Uncertainty: all that is uncertain in the study, and luck. A cost that comes with more sales is a cost too: see net contribution for whether it is worth it.',
      'Assumption: the budget line is today’s mean unless you set your own.',
    ],
  },
  zh: {
    title: '销售成本：一年花费超过某一数额的概率',
    x: (label: string) => `销售成本，${label}`,
    y: '超出的概率，%',
    budget: '预算',
    one: (name: string, p: string, budget: string) => `${name}：每年超过 ${budget} 的概率为 ${p}`,
    dearer: (p: string) => `在可能的世界中，有 ${p} 比现状花费更多`,
    head: ['超出的概率', '备选', '年成本'],
    about: [
      '定义：薪酬（含附加成本）、方案、线索与人员流动成本，按年计，即毛利与净贡献之差。',
      '图中所示：对横轴上每个数额，花费更多的模拟世界所占比例。曲线与预算线的交点即风险。',
      '不确定性：研究中一切未知，以及运气。随销售增长而来的成本也是成本，是否值得请看净贡献。',
      '假设：未自行设定时，预算线为现状的平均成本。',
    ],
  },
} as const;

/** Budget risk: exceedance curves with a budget line. */
export const cost: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const pair = pairOf(data, view);
  const { quantiles, means, dearer } = data.cost;
  const budget = view.budget ?? means[0] ?? 0;
  const scale = axisScale('money', largest(quantiles.flat()), data, language, 'year');
  const last = quantiles[0]!.length - 1;
  const values = pair.both.flatMap((a, i) =>
    quantiles[a]!.map((x, k) => ({
      who: pair.names[i],
      cost: x === null ? null : x * scale.factor,
      beyond: 100 - (100 * k) / last,
    })),
  );
  const say = (x: number | null): string => shown(x, 'money', data, language);
  const sentences = pair.both.map((a, i) =>
    words.one(pair.names[i]!, chance(exceeding(quantiles[a]!, budget), language), say(budget)),
  );
  if (pair.at > 0) sentences.push(words.dearer(chance(dearer[pair.at - 1] ?? null, language)));
  return {
    id: 'cost',
    title: words.title,
    words: `${sentences.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, 52),
      height: 230,
      layer: [
        {
          data: { values },
          mark: { type: 'line', strokeWidth: 2.5 },
          encoding: {
            x: {
              field: 'cost',
              type: 'quantitative',
              scale: { zero: false },
              axis: numbers(words.x(scale.label)),
            },
            y: { field: 'beyond', type: 'quantitative', axis: upright(words.y), sort: null },
            order: { field: 'beyond', type: 'quantitative' },
            color: pairColour(pair, view),
            strokeDash: dashes(pair),
          },
        },
        {
          data: { values: [{ at: budget * scale.factor, label: words.budget }] },
          mark: { type: 'rule', strokeWidth: 1.5, color: PALETTES[view.theme].ink },
          encoding: { x: { field: 'at', type: 'quantitative' } },
        },
        {
          data: { values: [{ at: budget * scale.factor, label: words.budget }] },
          // Left of the line below the curves, which begin at the top, there is always room.
          mark: { type: 'text', align: 'right', dx: -5, dy: -6, baseline: 'bottom' },
          encoding: {
            x: { field: 'at', type: 'quantitative' },
            y: { value: 'height' },
            text: { field: 'label', type: 'nominal' },
          },
        },
      ],
    }),
    table: {
      head: words.head,
      rows: pair.both.flatMap((a, i) =>
        [95, 75, 50, 25, 5].map((beyond) => [
          chance(beyond / 100, language),
          pair.names[i]!,
          say(at(quantiles[a]!, 1 - beyond / 100)),
        ]),
      ),
    },
    about: words.about,
  };
};

/** Value at probability p of equally spaced quantiles. */
function at(quantiles: readonly (number | null)[], p: number): number | null {
  const place = p * (quantiles.length - 1);
  const low = quantiles[Math.floor(place)] ?? null;
  const high = quantiles[Math.ceil(place)] ?? null;
  return low === null || high === null ? null : low + (place - Math.floor(place)) * (high - low);
}

/** Chance of exceeding a value, from equally spaced quantiles. */
function exceeding(quantiles: readonly (number | null)[], value: number): number {
  const last = quantiles.length - 1;
  if (value < (quantiles[0] ?? 0)) return 1;
  for (let k = 1; k <= last; k++) {
    const [low, high] = [quantiles[k - 1] ?? 0, quantiles[k] ?? 0];
    if (value <= high) return 1 - (k - 1 + (high > low ? (value - low) / (high - low) : 0)) / last;
  }
  return 0;
}
