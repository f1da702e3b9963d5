import { digits } from '../../engine/kernel/format.ts';
import type { ChartDriver } from '../contract/charts.ts';
import { type ChartMaker, nameOf } from './chart.ts';
import { broken, dressed, numbers, PALETTES, plotWidth, rows } from './look.ts';
import { axisScale, change, largest, metricOf, shown } from './measure.ts';

/** Rows of the tornado. */
const SHOWN = 8;

const WORDS = {
  en: {
    title: (name: string) => `What decides it: the unknowns that “${name}” depends on most`,
    axis: (label: string) => `expected change, ${label}`,
    low: 'number is low',
    high: 'number is high',
    none: 'No single unknown stands out from chance yet; more parameter draws would tell.',
    clear: (list: string) => `Stands out clearly: ${list}`,
    head: [
      'Unknown number',
      'Low (10 %)',
      'Change then',
      'High (90 %)',
      'Change then',
      'Share explained',
      'Clear?',
    ],
    yes: 'yes',
    no: 'not yet',
    about: (draws: string) => [
      'Definition: for each number that the study states as a range, a straight line through the mean changes of the parameter draws; a bar runs from the change expected with the number at its 10 % quantile to that at its 90 %.',
      `Uncertainty: over ${draws} parameter draws. Bars in full colour would be rare by chance had none of the numbers mattered (all of them taken into account); pale bars may be chance.`,
      'Share explained: the square of the correlation with the draws’ mean changes.',
      'Assumption: numbers are independent of each other, and act about in a straight line. To settle an unknown that decides, measure it or try the change small.',
    ],
  },
  zh: {
    title: (name: string) => `什么决定结果：“${name}”最依赖的未知数`,
    axis: (label: string) => `预期变化，${label}`,
    low: '该数偏低',
    high: '该数偏高',
    none: '目前没有哪个未知数明显超出偶然；增加参数抽样可进一步判断。',
    clear: (list: string) => `明显突出的有：${list}`,
    head: ['未知数', '偏低（10%）', '此时变化', '偏高（90%）', '此时变化', '解释比例', '明确？'],
    yes: '是',
    no: '尚不',
    about: (draws: string) => [
      '定义：对研究中以范围给出的每个数，用直线拟合各组参数抽样的平均变化；横条从该数取 10% 分位时的预期变化，到取 90% 分位时的预期变化。',
      `不确定性：共 ${draws} 组参数抽样。深色横条若各数都无影响则很少偶然出现（已计及全部未知数）；浅色可能出于偶然。`,
      '解释比例：与各组平均变化的相关系数的平方。',
      '假设：各数相互独立，作用大致为直线。若某个未知数决定结果，可实地测量，或先小范围试行。',
    ],
  },
} as const;

/** A tornado of the unknowns: which assumption decides? */
export const deciding: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const list = [...(data.drivers[view.change] ?? [])]
    .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow))
    .slice(0, SHOWN);
  if (list.length === 0) return null;
  const metric = metricOf(data, data.primary);
  const palette = PALETTES[view.theme];
  const room = Math.round(Math.min(300, Math.max(130, view.width * 0.36)));
  const scale = axisScale(
    metric.unit,
    largest(list.flatMap((one) => [one.atLow, one.atHigh])),
    data,
    language,
    metric.overHorizon ? 'horizon' : null,
  );
  const middle = list.reduce((sum, one) => sum + (one.atLow + one.atHigh) / 2, 0) / list.length;
  const values = list.flatMap((one) =>
    (['low', 'high'] as const).map((end) => ({
      name: broken(one.name[language], room),
      from: middle * scale.factor,
      to: (end === 'low' ? one.atLow : one.atHigh) * scale.factor,
      end: words[end],
      clear: one.clear ? 1 : 0.35,
    })),
  );
  const clear = list.filter((one) => one.clear).map((one) => one.name[language]);
  const say = (x: number): string => change(x, metric.unit, data, language);
  return {
    id: 'deciding',
    title: words.title(nameOf(data, view.change + 1, language)),
    words:
      clear.length === 0
        ? words.none
        : `${words.clear(clear.join(language === 'zh' ? '、' : ', '))}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, room),
      height: { step: view.width < 560 ? 46 : 34 },
      data: { values },
      mark: { type: 'bar', height: 18 },
      encoding: {
        y: { field: 'name', type: 'nominal', sort: null, axis: rows(room) },
        x: {
          field: 'from',
          type: 'quantitative',
          scale: { zero: false },
          axis: numbers(words.axis(scale.label)),
          title: null,
        },
        x2: { field: 'to' },
        color: {
          field: 'end',
          type: 'nominal',
          scale: { domain: [words.low, words.high], range: [palette.today, palette.change] },
        },
        opacity: { field: 'clear', type: 'quantitative', scale: null },
      },
    }),
    table: {
      head: words.head,
      rows: list.map((one) => [
        one.name[language],
        number(one, one.low),
        say(one.atLow),
        number(one, one.high),
        say(one.atHigh),
        shown(one.correlation * one.correlation, 'share', data, language),
        one.clear ? words.yes : words.no,
      ]),
    },
    about: words.about(new Intl.NumberFormat(language).format(data.draws)),
  };

  function number(of: ChartDriver, x: number): string {
    if (of.unit === 'share') return shown(x, 'share', data, language);
    if (of.unit === 'money') return shown(x, 'money', data, language);
    return digits(x).replace('-', '−');
  }
};
