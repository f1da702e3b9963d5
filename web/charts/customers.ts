import type { ChartMaker } from './chart.ts';
import { dressed, numbers, plotWidth, upright } from './look.ts';
import { shown } from './measure.ts';
import { dashes, pairColour, pairOf } from './pair.ts';

const WORDS = {
  en: {
    title: 'Customers that stay, month by month, and those lost by tier',
    staying: 'staying, %',
    lost: 'lost in a year, %',
    month: 'month',
    tier: 'customer tier',
    one: (name: string, kept: string, a: string) =>
      `${name}: ${kept} would stay to the end; of the A customers ${a} are lost in a year`,
    head: ['', 'Alternative', 'Share'],
    staysTo: (month: number) => `Stay to month ${month}`,
    lostOf: (tier: string) => `Lost of tier ${tier}`,
    about: (n: string) => [
      'Definition: above, the share of customers that would stay so long if each month’s churn were met in turn (a period life table: Π of 1 − lost ÷ (active + lost)); below, of those who were customers twelve months before the end, the share lost by the end, by tier: A the largest, C the smallest. A shorter horizon counts from its start and is compounded to a year.',
      `What is drawn: ${n} simulated worlds pooled for the months, all for the tiers.`,
      'Uncertainty: whether churn really changes the difference chart of customer churn tells.',
      'Assumption: a customer is lost when the model’s customer leaves for good; one who pauses is not.',
    ],
  },
  zh: {
    title: '逐月留存的客户，及各层级流失',
    staying: '留存，%',
    lost: '年流失，%',
    month: '月',
    tier: '客户层级',
    one: (name: string, kept: string, a: string) => `${name}：${kept} 会留到期末；A 类客户一年流失 ${a}`,
    head: ['', '备选', '占比'],
    staysTo: (month: number) => `留存至第 ${month} 月`,
    lostOf: (tier: string) => `${tier} 类流失`,
    about: (n: string) => [
      '定义：上图为依次经历各月流失后仍留存的比例（时期生命表：Π(1 − 流失 ÷ (在册 + 流失))）；下图为期末前十二个月的在册客户至期末的流失比例，按层级：A 最大，C 最小；不足一年的从期初算起并按复利折算为一年。',
      `图中所示：按月为 ${n} 个模拟世界合计，按层级为全部世界合计。`,
      '不确定性：流失是否真有变化，请看客户流失率的差值图。',
      '假设：模型中的客户永久离开才算流失，暂停购买不算。',
    ],
  },
} as const;

/** Cohort retention and churn by tier under today and one change: the customers' health. */
export const customers: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const pair = pairOf(data, view);
  const curves = pair.both.map((a) => data.retention[a]!);
  if (curves.some((curve) => curve.length === 0)) return null;
  const color = pairColour(pair, view);
  const width = plotWidth(view, 52);
  const months = curves[0]!.length;
  const say = (x: number | null | undefined): string => shown(x, 'share', data, language);
  return {
    id: 'customers',
    title: words.title,
    words: `${pair.both
      .map((a, i) => words.one(pair.names[i]!, say(curves[i]![months - 1]), say(data.tiers[0]?.churned[a])))
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      spacing: 30,
      vconcat: [
        {
          width,
          height: 170,
          data: {
            values: pair.both.flatMap((_, i) => [
              { who: pair.names[i], month: 0, staying: 100 },
              ...curves[i]!.map((x, month) => ({
                who: pair.names[i],
                month: month + 1,
                staying: x === null ? null : 100 * x,
              })),
            ]),
          },
          mark: { type: 'line', strokeWidth: 2.5 },
          encoding: {
            x: {
              field: 'month',
              type: 'quantitative',
              scale: { domain: [0, months], nice: false },
              axis: numbers(words.month, { grid: false, format: 'd', tickMinStep: 1 }),
            },
            y: {
              field: 'staying',
              type: 'quantitative',
              scale: { zero: false },
              axis: upright(words.staying),
            },
            color,
            strokeDash: dashes(pair),
          },
        },
        {
          width,
          height: 100,
          data: {
            values: pair.both.flatMap((a, i) =>
              data.tiers.map((tier) => ({
                who: pair.names[i],
                tier: tier.id.toUpperCase(),
                lost: tier.churned[a] === null ? null : 100 * tier.churned[a]!,
              })),
            ),
          },
          mark: { type: 'bar', cornerRadiusEnd: 2 },
          encoding: {
            x: { field: 'tier', type: 'nominal', axis: { title: words.tier, labelAngle: 0, grid: false } },
            xOffset: { field: 'who', type: 'nominal', scale: { domain: pair.names } },
            y: { field: 'lost', type: 'quantitative', axis: upright(words.lost) },
            color,
          },
        },
      ],
    }),
    table: {
      head: words.head,
      rows: [
        ...pair.both.flatMap((_, i) =>
          curves[i]!.map((x, month) => [words.staysTo(month + 1), pair.names[i]!, say(x)]),
        ),
        ...data.tiers.flatMap((tier) =>
          pair.both.map((a, i) => [
            words.lostOf(tier.id.toUpperCase()),
            pair.names[i]!,
            say(tier.churned[a]),
          ]),
        ),
      ],
    },
    about: words.about(new Intl.NumberFormat(language).format(data.detailReplications)),
  };
};
