import type { PaySplit } from '../contract/pay.ts';
import { type ChartMaker, nameOf } from './chart.ts';
import { axisScale, between, change, largest } from './measure.ts';
import { type Fall, waterfall } from './waterfall.ts';

const WORDS = {
  en: {
    title: (name: string) => `Pay cost under “${name}”: new rules, and what people then do otherwise`,
    axis: (label: string) => `change of pay cost against today, ${label}`,
    mechanics: 'New rules, same behaviour',
    behaviour: 'What people do otherwise',
    practices: 'Its practices and lever changes',
    total: 'All together',
    one: (name: string, mean: string, range: string) => `${name} ${mean} (between ${range})`,
    head: ['Part', 'Change of pay cost a year', 'Interval of the mean: between'],
    about: (confidence: string) => [
      'Definition: new rules = what today’s people would cost under the new plan if they went on selling exactly as today, less what they cost today. What people do otherwise = the rest of what the plan changes: effort, its split over tasks, timing of deals, who leaves and who comes. Practices and lever changes stand apart where the alternative has any. The parts add up to the change of pay cost.',
      'How it is worked out: three companies are simulated in the same worlds: today; today, paid by the new plan but living by the old one; and the alternative as it is.',
      `Uncertainty: the line is the ${confidence} interval of each part’s mean: simulation noise, which shrinks as the run goes on.`,
      'Assumption: pay with on-costs, a year of the horizon on average. That behaviour costs more is good news where it comes with more sales: see net contribution.',
    ],
  },
  zh: {
    title: (name: string) => `“${name}”的薪酬成本：规则变了多少，行为变了多少`,
    axis: (label: string) => `薪酬成本相对现状的变化，${label}`,
    mechanics: '规则变了、行为不变',
    behaviour: '行为改变带来的部分',
    practices: '其做法与杠杆调整',
    total: '合计',
    one: (name: string, mean: string, range: string) => `${name} ${mean}（${range}）`,
    head: ['部分', '年薪酬成本变化', '均值的置信区间'],
    about: (confidence: string) => [
      '定义：规则 = 现有人员完全照旧销售、但按新方案计酬时的成本 − 现状成本；行为 = 方案带来的其余变化：投入多少、用在何处、成交时点、谁走谁来。若备选另有做法或杠杆调整，则单独列出。各部分相加等于薪酬成本的变化。',
      '算法：在同样的世界中模拟三家公司：现状；按新方案计酬但照旧行事的现状；以及备选本身。',
      `不确定性：细线为各部分均值的 ${confidence} 置信区间，即模拟噪声，随运行而缩短。`,
      '假设：薪酬含附加成本，为期间内平均一年。行为使成本上升，若伴随销售增长便是好事，请看净贡献。',
    ],
  },
} as const;

/** The change of pay cost taken apart into new rules and new behaviour. */
export const rules: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const split = data.pay?.splits[view.change];
  if (split === undefined || split === null) return null;
  const part = (key: keyof typeof words & keyof PaySplit): Fall[] => {
    const effect = split[key as 'mechanics' | 'behaviour' | 'practices' | 'total'];
    return effect === null ? [] : [{ name: words[key] as string, ...effect }];
  };
  const steps = [...part('mechanics'), ...part('behaviour'), ...part('practices')];
  const total: Fall = { name: words.total, ...split.total };
  const most = largest([...steps, total].flatMap((one) => [one.mean, ...one.interval]));
  const scale = axisScale('money', most, data, language, 'year');
  const say = (x: number | null): string => change(x, 'money', data, language);
  const all = [...steps, total];
  return {
    id: 'rules',
    title: words.title(nameOf(data, view.change + 1, language)),
    words: `${all
      .map(({ name, mean, interval }) => words.one(name, say(mean), between(interval, say, language)))
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: waterfall({ view, steps, total, scale, axis: words.axis(scale.label), say, moreIsBetter: false }),
    table: {
      head: words.head,
      rows: all.map(({ name, mean, interval }) => [name, say(mean), between(interval, say, language)]),
    },
    about: words.about(`${Math.round(data.confidence * 100)}${language === 'zh' ? '%' : ' %'}`),
  };
};
