import { type ChartMaker, nameOf } from './chart.ts';
import { broken, dressed, labelRoom, numbers, PALETTES, plotWidth, rows } from './look.ts';
import { axisScale, between, change, largest, metricOf } from './measure.ts';

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
  const palette = PALETTES[view.theme];
  const room = labelRoom(view);
  let at = 0;
  const steps = parts.steps.map((step) => {
    const from = at;
    at += step.added.mean ?? 0;
    return { step, from, to: at };
  });
  const scale = axisScale(
    metric.unit,
    largest([...steps.map((one) => one.to), parts.total.mean]),
    data,
    language,
    metric.perYear,
  );
  const say = (x: number | null): string => change(x, metric.unit, data, language);
  const bar = (name: string, mean: number | null, from: number, to: number, total: boolean) => ({
    name: broken(name, room),
    from: from * scale.factor,
    to: to * scale.factor,
    standing: total ? 'total' : (mean ?? 0) >= 0 ? 'more' : 'less',
    told: say(mean),
  });
  const values = [
    ...steps.map(({ step, from, to }) => bar(step.name[language], step.added.mean, from, to, false)),
    bar(words.total, parts.total.mean, 0, parts.total.mean ?? 0, true),
  ];
  const lines = steps.map(({ step, from }) => ({
    name: broken(step.name[language], room),
    low: (from + (step.added.interval[0] ?? step.added.mean ?? 0)) * scale.factor,
    high: (from + (step.added.interval[1] ?? step.added.mean ?? 0)) * scale.factor,
  }));
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    scale: { domain: values.map((one) => one.name) },
    axis: rows(room),
  };
  return {
    id: 'why',
    title: words.title(nameOf(data, view.change + 1, language), metric.name[language]),
    words: `${[...parts.steps.map((step) => words.one(step.name[language], say(step.added.mean))), words.one(words.total, say(parts.total.mean))].join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, room),
      height: { step: view.width < 560 ? 46 : 36 },
      layer: [
        {
          data: { values },
          mark: { type: 'bar', height: 18, cornerRadius: 2 },
          encoding: {
            y,
            x: { field: 'from', type: 'quantitative', axis: numbers(words.axis(scale.label)), title: null },
            x2: { field: 'to' },
            color: {
              field: 'standing',
              type: 'nominal',
              scale: {
                domain: ['more', 'less', 'total'],
                range: [palette.better, palette.worse, palette.today],
              },
              legend: null,
            },
            tooltip: { field: 'told', type: 'nominal' },
          },
        },
        {
          data: { values: lines },
          mark: { type: 'rule', strokeWidth: 1.5, color: palette.ink },
          encoding: { y, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
        },
        {
          data: { values: [{}] },
          mark: { type: 'rule', color: palette.muted },
          encoding: { x: { datum: 0 } },
        },
      ],
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
