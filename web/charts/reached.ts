import { type ChartMaker, nameOf } from './chart.ts';
import { broken, dressed, labelRoom, numbers, PALETTES, plotWidth, rows } from './look.ts';
import { shown } from './measure.ts';

const MARKS = ['threshold', 'target', 'excellence'] as const;

const WORDS = {
  en: {
    title: 'How many pay periods of a rep reach threshold, target and excellence',
    axis: '% of rep-periods',
    marks: { threshold: 'threshold', target: 'target', excellence: 'excellence' },
    one: (name: string, shares: readonly string[]) =>
      `${name}: ${shares[0]} of rep-periods reach the threshold, ${shares[1]} the target, ${shares[2]} excellence`,
    head: ['Alternative', 'Threshold', 'reached by', 'Target', 'reached by', 'Excellence', 'reached by'],
    usual: (at: string) => `${at} (usual)`,
    about: [
      'Definition: the threshold is where the plan begins to pay, the target is the quota, excellence is where its last accelerator or its cap begins; attainment of the main measure in one pay period. A plan that names no threshold or excellence is measured by the usual 50 % and 120 %, as the table says.',
      'What is drawn: every pay period that a rep worked in full, of all simulated worlds told person by person.',
      'Uncertainty: luck of territories and deals, differences in ability, and all that the study leaves open.',
      'Assumption: a plan with other marks is judged by its own, so that a share may change because the mark has moved. A rule of thumb: nine of ten at threshold, six or seven at target, one at excellence.',
    ],
  },
  zh: {
    title: '有多少人次考核期达到起付点、目标与卓越',
    axis: '占人次 %',
    marks: { threshold: '起付点', target: '目标', excellence: '卓越' },
    one: (name: string, shares: readonly string[]) =>
      `${name}：${shares[0]} 的人次达到起付点，${shares[1]} 达标，${shares[2]} 达到卓越`,
    head: ['备选', '起付点', '达到占比', '目标', '达到占比', '卓越', '达到占比'],
    usual: (at: string) => `${at}（通常值）`,
    about: [
      '定义：起付点为方案开始计付之处，目标即定额，卓越为最后一档加速或封顶开始之处；均为主要指标在一个考核期内的达成率。方案未写明起付点或卓越的，按通常的 50% 与 120% 计，见表。',
      '图中所示：逐人记录的全部模拟世界中，每名销售完整在岗的每个考核期。',
      '不确定性：区域与商机的运气、能力差异，以及研究未定的一切。',
      '假设：各方案按自身的标准衡量，占比变化也可能因标准移动。经验法则：约九成达到起付点，六七成达标，一成达到卓越。',
    ],
  },
} as const;

/** Shares of rep-periods at each plan's own marks: is the plan within reach? */
export const reached: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const all = data.pay?.outcomes.map((one) => one.reached) ?? [];
  if (all.every((one) => one === null)) return null;
  const palette = PALETTES[view.theme];
  const room = labelRoom(view);
  const names = all.map((_, a) => broken(nameOf(data, a, language), room));
  const percent = (x: number | undefined): string => shown(x, 'share', data, language);
  const values = all.flatMap((one, a) =>
    one === null
      ? []
      : MARKS.map((mark) => ({ name: names[a], mark: words.marks[mark], share: 100 * one[mark].share })),
  );
  const y = { field: 'name', type: 'nominal', sort: null, axis: rows(room), scale: { domain: names } };
  const domain = MARKS.map((mark) => words.marks[mark]);
  const x = { field: 'share', type: 'quantitative', scale: { domain: [0, 100] }, axis: numbers(words.axis) };
  return {
    id: 'reached',
    title: words.title,
    words: `${all
      .map((one, a) =>
        words.one(
          nameOf(data, a, language),
          MARKS.map((mark) => percent(one?.[mark].share)),
        ),
      )
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, room),
      height: { step: view.width < 560 ? 50 : 38 },
      data: { values },
      layer: [
        {
          mark: { type: 'line', strokeWidth: 3, color: palette.unclear, opacity: 0.5 },
          encoding: { y, x, detail: { field: 'name', type: 'nominal' } },
        },
        {
          mark: { type: 'point', filled: true, size: 110, opacity: 1 },
          encoding: {
            y,
            x,
            color: {
              field: 'mark',
              type: 'nominal',
              scale: { domain, range: [palette.worse, palette.today, palette.change] },
            },
            shape: {
              field: 'mark',
              type: 'nominal',
              scale: { domain, range: ['triangle-up', 'circle', 'diamond'] },
            },
          },
        },
      ],
    }),
    table: {
      head: words.head,
      rows: all.map((one, a) => [
        nameOf(data, a, language),
        ...MARKS.flatMap((mark) => {
          if (one === null) return ['–', '–'];
          const at = percent(one[mark].at);
          return [one[mark].own ? at : words.usual(at), percent(one[mark].share)];
        }),
      ]),
    },
    about: words.about,
  };
};
