import type { PayGroup } from '../contract/pay.ts';
import { type ChartMaker, nameOf, type Spec } from './chart.ts';
import { broken, dressed, numbers, PALETTES, plotWidth, rows } from './look.ts';
import { axisScale, change, largest, shown } from './measure.ts';

const WORDS = {
  en: {
    title: (name: string) => `What kind of rep gains and who loses under “${name}”`,
    axis: (label: string) => `change of pay, ${label}`,
    lose: 'paid less, %',
    ability: ['Least able fifth', 'Second fifth', 'Middle fifth', 'Fourth fifth', 'Ablest fifth'],
    tenure: ['Under a year here', 'One to three years', 'Over three years'],
    one: (name: string, mean: string, share: string) => `${name}: ${mean} a year, ${share} paid less`,
    head: ['Reps', 'Mean change of yearly pay', 'Paid less', 'Cases compared'],
    about: [
      'Definition: salary and variable pay of a person under the change − the same person’s in the same world today, by the year. “Paid less” counts a fall of more than one per cent.',
      'What is drawn: people who stayed all along on both sides, by fifths of their company’s ability, and by how long they had been there on day 0.',
      'Uncertainty: a group’s mean hides how far single people differ; the share paid less tells of them. A group with few cases is rough: see the table.',
      'Assumption: ability is what a rep brings, whatever the territory; who leaves because of the plan is not in the comparison.',
    ],
  },
  zh: {
    title: (name: string) => `“${name}”下哪类销售多拿，哪类少拿`,
    axis: (label: string) => `收入变化，${label}`,
    lose: '减少者，%',
    ability: ['能力最低五分之一', '能力第二', '能力居中', '能力第四', '能力最高五分之一'],
    tenure: ['入职不到一年', '入职一至三年', '入职三年以上'],
    one: (name: string, mean: string, share: string) => `${name}：每年 ${mean}，${share} 减少`,
    head: ['销售', '年收入平均变化', '减少者', '比较的例数'],
    about: [
      '定义：同一人在同一世界中，该备选下的底薪与浮动薪酬 − 现状下的，按年计。下降超过 1% 才算“减少”。',
      '图中所示：两边都全程未离开的人，按其在本公司能力的五分位，以及第 0 日的在职时间分组。',
      '不确定性：组平均掩盖个人差异，减少者的占比可见一斑。例数少的组较粗略，见表。',
      '假设：能力指销售自身的本事，与区域无关；因方案而离职者不在比较之列。',
    ],
  },
} as const;

/** Winners and losers by kind of rep: ability and time in the company. */
export const types: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const winners = data.pay?.outcomes[view.change + 1]?.winners ?? null;
  if (winners === null) return null;
  const palette = PALETTES[view.theme];
  const kinds: (PayGroup & { readonly name: string })[] = [
    ...winners.byTenure.map((one, g) => ({ ...one, name: words.tenure[g]! })),
    ...winners.byAbility.map((one, g) => ({ ...one, name: words.ability[g]! })),
  ];
  const told = kinds.filter((one) => one.change !== null);
  if (told.length === 0) return null;
  const narrow = view.width < 620;
  const room = narrow ? 120 : 140;
  const width = narrow ? plotWidth(view, room) : Math.floor(((view.width - room - 60) * 2) / 3);
  const scale = axisScale('money', largest(told.map((one) => one.change)), data, language, 'year');
  const names = kinds.map((one) => broken(one.name, room));
  // An empty row sets the two ways of sorting people apart.
  const domain = [...names.slice(0, winners.byTenure.length), ' ', ...names.slice(winners.byTenure.length)];
  const panel = (
    key: 'change' | 'lose',
    by: number,
    axis: string,
    colour: string,
    size: number,
    labels: boolean,
  ): Spec => ({
    width: size,
    height: { step: 28 },
    data: {
      values: kinds.flatMap((one, g) =>
        one[key] === null
          ? []
          : [{ name: names[g], value: by * one[key], standing: by * one[key] >= 0 ? 'more' : 'less' }],
      ),
    },
    layer: [
      {
        mark: { type: 'bar', height: 14, cornerRadiusEnd: 2 },
        encoding: {
          y: {
            field: 'name',
            type: 'nominal',
            sort: null,
            scale: { domain },
            axis: labels ? rows(room) : null,
          },
          x: { field: 'value', type: 'quantitative', axis: numbers(axis) },
          color: {
            field: 'standing',
            type: 'nominal',
            scale: { domain: ['more', 'less'], range: [colour, palette.worse] },
            legend: null,
          },
        },
      },
      {
        mark: { type: 'rule', color: palette.muted },
        encoding: { x: { datum: 0 } },
      },
    ],
  });
  const say = (x: number | null): string => change(x, 'money', data, language);
  const share = (x: number | null): string => shown(x, 'share', data, language);
  return {
    id: 'types',
    title: words.title(nameOf(data, view.change + 1, language)),
    words: `${told
      .map((one) => words.one(one.name, say(one.change), share(one.lose)))
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      [narrow ? 'vconcat' : 'hconcat']: [
        panel('change', scale.factor, words.axis(scale.label), palette.better, width, true),
        panel('lose', 100, words.lose, palette.worse, narrow ? width : Math.floor(width / 2), narrow),
      ],
      spacing: narrow ? 20 : 24,
      resolve: { scale: { color: 'independent' } },
    }),
    table: {
      head: words.head,
      rows: kinds.map((one) => [
        one.name,
        say(one.change),
        share(one.lose),
        shown(one.people, 'count', data, language),
      ]),
    },
    about: words.about,
  };
};
