import { type ChartMaker, nameOf } from './chart.ts';
import { axisScale, between, change, largest, metricOf } from './measure.ts';
import { waterfall } from './waterfall.ts';

const WORDS = {
  en: {
    title: (name: string, metric: string) =>
      `Why: what each step of “${name}” adds to ${metric.toLowerCase()}`,
    axis: (label: string) => `change against today, ${label}`,
    total: 'All together',
    one: (name: string, mean: string) => `${name} ${mean}`,
    head: ['Step', 'Added', 'Interval of the mean', 'Lost when it alone is left out'],
    about: (confidence: string) => [
      'Definition: the steps of the alternative — each practice, lever change and the pay plan — are added one at a time, in the order shown; each bar is what its step adds. They add up to the whole change.',
      'Left out: what the whole alternative loses when this step alone is missing. Where that differs from what it adds, steps help or hinder each other.',
      `Uncertainty: the line is the ${confidence} interval of what the step adds.`,
      'Assumption: another order of the steps would share out joint effects otherwise.',
    ],
  },
  zh: {
    title: (name: string, metric: string) => `原因：“${name}”的每一步为${metric}带来多少`,
    axis: (label: string) => `相对现状的变化，${label}`,
    total: '合计',
    one: (name: string, mean: string) => `${name} ${mean}`,
    head: ['步骤', '加入后的变化', '均值的置信区间', '单独去掉时的损失'],
    about: (confidence: string) => [
      '定义：把备选拆成各步——每项做法、杠杆调整与薪酬方案——按所示顺序逐一加入，每条为该步带来的变化，相加等于全部变化。',
      '去掉：整个备选缺少这一步时的损失。若与加入时不同，说明各步之间相互促进或妨碍。',
      `不确定性：细线为该步变化的 ${confidence} 置信区间。`,
      '假设：换一种顺序，共同作用的分配会不同。',
    ],
  },
} as const;

/** A change taken apart into its steps: a waterfall. */
export const why: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const parts = data.why?.[view.change];
  if (parts === undefined || parts.steps.length < 2) return null;
  const metric = metricOf(data, data.primary);
  let at = 0;
  const ends = parts.steps.map((step) => (at += step.added.mean ?? 0));
  const scale = axisScale(
    metric.unit,
    largest([...ends, parts.total.mean]),
    data,
    language,
    metric.overHorizon ? 'horizon' : null,
  );
  const say = (x: number | null): string => change(x, metric.unit, data, language);
  return {
    id: 'why',
    title: words.title(nameOf(data, view.change + 1, language), metric.name[language]),
    words: `${[...parts.steps.map((step) => words.one(step.name[language], say(step.added.mean))), words.one(words.total, say(parts.total.mean))].join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: waterfall({
      view,
      steps: parts.steps.map((step) => ({ name: step.name[language], ...step.added })),
      total: { name: words.total, ...parts.total },
      scale,
      axis: words.axis(scale.label),
      say,
      moreIsBetter: metric.better !== 'lower',
    }),
    table: {
      head: words.head,
      rows: [
        ...parts.steps.map((step) => [
          step.name[language],
          say(step.added.mean),
          between(step.added.interval, say, language),
          say(step.leftOut.mean),
        ]),
        [words.total, say(parts.total.mean), between(parts.total.interval, say, language), ''],
      ],
    },
    about: words.about(`${Math.round(data.confidence * 100)}${language === 'zh' ? '%' : ' %'}`),
  };
};
