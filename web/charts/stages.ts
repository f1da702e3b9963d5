import type { ChartMaker, Spec } from './chart.ts';
import { dumbbells } from './dumbbells.ts';
import { broken, dressed, labelRoom, numbers, plotWidth } from './look.ts';
import { shown } from './measure.ts';
import { pairOf } from './pair.ts';

const WORDS = {
  en: {
    title: 'The funnel: what each stage lets through, and how long it takes',
    conversion: 'passed, %',
    days: 'workdays in the stage',
    one: (name: string, slowest: string, days: string) =>
      `${name}: the longest stage is ${slowest} with ${days}`,
    head: ['Stage', 'Alternative', 'Entered a year', 'Passed', 'Workdays'],
    about: [
      'Definition: passed = deals that went on to the next stage ÷ deals that entered; workdays are the mean from entering to going on, of those that did.',
      'What is drawn: all simulated worlds pooled.',
      'Uncertainty: sums over all worlds vary little; whether a small shift is real the difference chart of win rate and sales cycle tells.',
      'Assumption: deals still open at the end of the horizon have entered and not passed.',
    ],
  },
  zh: {
    title: '漏斗：各阶段的通过率与用时',
    conversion: '通过率，%',
    days: '阶段用时（工作日）',
    one: (name: string, slowest: string, days: string) => `${name}：最久的阶段是${slowest}，${days}`,
    head: ['阶段', '备选', '每年进入', '通过', '工作日'],
    about: [
      '定义：通过率 = 进入下一阶段的商机 ÷ 进入本阶段的商机；用时为通过者从进入到离开的平均工作日。',
      '图中所示：全部模拟世界合计。',
      '不确定性：全部世界的合计波动很小；细微差别是否真实，请看赢单率与销售周期的差值图。',
      '假设：期末仍未结的商机算进入而未通过。',
    ],
  },
} as const;

/** Conversion and dwell time of every stage under today and one change: where does it act? */
export const stages: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const pair = pairOf(data, view);
  const room = Math.min(130, labelRoom(view));
  const narrow = view.width < 620;
  const width = narrow ? plotWidth(view, room) : Math.floor((view.width - 2 * room - 60) / 2);
  const panel = (field: 'conversion' | 'days', axis: Spec): Spec => {
    const list = data.stages.map((stage) => ({
      name: broken(stage.name[language], room),
      values: pair.both.map((a) => {
        const value = stage[field][a] ?? null;
        return value === null ? null : value * (field === 'conversion' ? 100 : 1);
      }),
    }));
    return dumbbells(view, pair, list, { width, room }, axis);
  };
  return {
    id: 'stages',
    title: words.title,
    words: `${pair.both
      .map((a, i) => {
        const slowest = data.stages.reduce((x, y) => ((y.days[a] ?? 0) > (x.days[a] ?? 0) ? y : x));
        return words.one(
          pair.names[i]!,
          slowest.name[language],
          shown(slowest.days[a], 'days', data, language),
        );
      })
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      [narrow ? 'vconcat' : 'hconcat']: [
        panel('conversion', numbers(words.conversion)),
        panel('days', numbers(words.days)),
      ],
      spacing: narrow ? 24 : 16,
    }),
    table: {
      head: words.head,
      rows: data.stages.flatMap((stage) =>
        pair.both.map((a, i) => [
          stage.name[language],
          pair.names[i]!,
          shown(stage.entered[a], 'count', data, language),
          shown(stage.conversion[a], 'share', data, language),
          shown(stage.days[a], 'days', data, language),
        ]),
      ),
    },
    about: words.about,
  };
};
