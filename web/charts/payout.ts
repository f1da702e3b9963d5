import type { ChartMaker } from './chart.ts';
import { dressed, numbers, plotWidth, upright } from './look.ts';
import { axisScale, chance, largest, shown } from './measure.ts';
import { dashes, pairColour, pairOf } from './pair.ts';

const WORDS = {
  en: {
    title: 'Variable pay by attainment, over how many reps attain it',
    pay: 'variable pay, ',
    share: '% of reps',
    attainment: 'attainment of the year’s quota, %',
    one: (name: string, pay: string, above: string) =>
      `${name}: about ${pay} at quota; ${above} of reps reach it`,
    head: ['Attainment', 'Alternative', 'Mean variable pay a year', 'Share of reps'],
    upward: 'and more',
    about: (n: string) => [
      'Definition: attainment is what was credited to a rep over the horizon ÷ the rep’s quota. Variable pay is all pay beside salary, by the year: what a rep with the average quota gets at that attainment (pay ÷ own quota × average quota).',
      `What is drawn: every rep of ${n} simulated worlds, by tenths of attainment. Above, what those reps were really paid on average — a simulated outcome, so it shows every rule of the plan at work, with its pay periods. Below, how many there were.`,
      'Uncertainty: where few reps are found the line is rough; with fewer than ten it is left out.',
      'Assumption: reps answer to the marginal pay they can see, as the model’s incentive part says.',
    ],
  },
  zh: {
    title: '各达成率下的浮动薪酬，及达成人数分布',
    pay: '浮动薪酬，',
    share: '占人数 %',
    attainment: '全期目标达成率，%',
    one: (name: string, pay: string, above: string) => `${name}：恰好达标时约 ${pay}；${above} 的销售达标`,
    head: ['达成率', '备选', '年均浮动薪酬', '人数占比'],
    upward: '以上',
    about: (n: string) => [
      '定义：达成率为期间内计入销售的业绩 ÷ 其目标；浮动薪酬为底薪以外的全部薪酬，按年计，折算为目标居平均者在该达成率下的所得（薪酬 ÷ 本人目标 × 平均目标）。',
      `图中所示：${n} 个模拟世界中的每名销售，按达成率每 10% 一组。上图为实际平均所得——这是模拟结果，含方案的全部规则与考核期；下图为人数分布。`,
      '不确定性：人数少处曲线粗略，不足十人则不画。',
      '假设：销售按其所见的边际报酬调整投入，见模型的激励部分。',
    ],
  },
} as const;

/** Pay old and new over attainment, with the attainment histogram beneath: how much do the best make? */
export const payout: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const { bins, counts, pay } = data.reachedQuota;
  const pair = pairOf(data, view);
  const step = (bins.to - bins.from) / bins.count;
  const scale = axisScale('money', largest(pay.flat()), data, language, 'year');
  const totals = counts.map((one) => one.reduce((sum, n) => sum + n, 0));
  const values = pair.both.flatMap((a, i) =>
    counts[a]!.map((n, bin) => ({
      who: pair.names[i],
      at: Math.round((bin + 0.5) * step * 100),
      from: Math.round(bin * step * 100),
      to: Math.round((bin + 1) * step * 100),
      pay: pay[a]![bin] === null ? null : pay[a]![bin]! * scale.factor,
      share: (100 * n) / Math.max(1, totals[a]!),
    })),
  );
  const width = plotWidth(view, 52);
  const x = (field: string, axis: unknown) => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, bins.to * 100], nice: false, padding: 0 },
    axis,
  });
  const atQuota = Math.floor(1 / step + 1e-9);
  const reaching = (a: number): number =>
    counts[a]!.slice(atQuota).reduce((sum, n) => sum + n, 0) / Math.max(1, totals[a]!);
  const color = pairColour(pair, view);
  return {
    id: 'payout',
    title: words.title,
    words: `${pair.both
      .map((a, i) =>
        words.one(
          pair.names[i]!,
          shown(pay[a]![atQuota], 'money', data, language),
          chance(reaching(a), language),
        ),
      )
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      data: { values },
      spacing: 26,
      vconcat: [
        {
          width,
          height: 190,
          transform: [{ filter: 'isValid(datum.pay)' }],
          mark: { type: 'line', strokeWidth: 2.5, interpolate: 'linear', point: { size: 28 } },
          encoding: {
            x: x('at', numbers('', { labels: false, ticks: false, title: null })),
            y: { field: 'pay', type: 'quantitative', axis: upright(words.pay + scale.label) },
            color,
            strokeDash: dashes(pair),
          },
        },
        {
          width,
          height: 90,
          mark: { type: 'bar', orient: 'vertical', opacity: 0.5, binSpacing: 1 },
          encoding: {
            x: x('from', numbers(words.attainment)),
            x2: { field: 'to' },
            y: { field: 'share', type: 'quantitative', stack: null, axis: upright(words.share) },
            y2: { datum: 0 },
            color,
          },
        },
      ],
    }),
    table: {
      head: words.head,
      rows: pair.both.flatMap((a, i) =>
        counts[a]!.map((n, bin) => {
          const from = Math.round(bin * step * 100);
          const to = Math.round((bin + 1) * step * 100);
          return [
            bin + 1 === bins.count ? `${from} % ${words.upward}` : `${from}–${to} %`,
            pair.names[i]!,
            shown(pay[a]![bin], 'money', data, language),
            shown(n / Math.max(1, totals[a]!), 'share', data, language),
          ];
        }),
      ),
    },
    about: words.about(new Intl.NumberFormat(language).format(data.detailReplications)),
  };
};
