import { ATTAINMENT_BANDS } from '../contract/charts.ts';
import { type ChartMaker, nameOf } from './chart.ts';
import { broken, dressed, labelRoom, numbers, PALETTES, plotWidth, rows } from './look.ts';
import { shown } from './measure.ts';

const edge = (at: number): string => String(Math.round(ATTAINMENT_BANDS[at]! * 100));

const WORDS = {
  en: {
    title: 'How many reps attain how much of their quota',
    axis: '% of reps',
    bands: [
      `below ${edge(0)} %`,
      `${edge(0)}–${edge(1)} %`,
      `${edge(1)}–${edge(2)} %`,
      `${edge(2)} % and more`,
    ],
    one: (name: string, share: string) => `${name}: ${share} of reps reach their quota`,
    head: 'Alternative',
    about: (n: string) => [
      'Definition: attainment of the whole horizon = credit ÷ quota of a seat.',
      `What is drawn: every rep of ${n} simulated worlds, sorted into four bands.`,
      'Uncertainty: luck of territories and deals, differences in ability, and all that the study leaves open.',
      'Assumption: quotas are those of the pay plan, adjusted as it says.',
    ],
  },
  zh: {
    title: '多少销售达成多少目标',
    axis: '占人数 %',
    bands: [`低于 ${edge(0)}%`, `${edge(0)}–${edge(1)}%`, `${edge(1)}–${edge(2)}%`, `${edge(2)}% 及以上`],
    one: (name: string, share: string) => `${name}：${share} 的销售达标`,
    head: '备选',
    about: (n: string) => [
      '定义：全期达成率 = 席位计入业绩 ÷ 其目标。',
      `图中所示：${n} 个模拟世界中的每名销售，分为四档。`,
      '不确定性：区域与商机的运气、能力差异，以及研究未定的一切。',
      '假设：目标按薪酬方案设定与调整。',
    ],
  },
} as const;

/** Shares of reps by attainment, every alternative: quota quality. */
export const bands: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const room = labelRoom(view);
  const names = data.alternatives.map((_, a) => broken(nameOf(data, a, language), room));
  const values = data.reachedQuota.bands.flatMap((shares, a) =>
    shares.map((share, band) => ({
      name: names[a],
      band: words.bands[band],
      order: band,
      share: 100 * (share ?? 0),
    })),
  );
  const reached = (shares: readonly (number | null)[]): number => (shares[2] ?? 0) + (shares[3] ?? 0);
  return {
    id: 'bands',
    title: words.title,
    words: `${data.reachedQuota.bands
      .map((shares, a) =>
        words.one(nameOf(data, a, language), shown(reached(shares), 'share', data, language)),
      )
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      width: plotWidth(view, room),
      height: { step: view.width < 560 ? 46 : 34 },
      data: { values },
      mark: { type: 'bar', height: 20, stroke: PALETTES[view.theme].ground, strokeWidth: 1 },
      encoding: {
        y: { field: 'name', type: 'nominal', sort: null, axis: rows(room), scale: { domain: names } },
        x: {
          field: 'share',
          type: 'quantitative',
          stack: 'zero',
          scale: { domain: [0, 100] },
          axis: numbers(words.axis),
        },
        order: { field: 'order', type: 'quantitative' },
        color: {
          field: 'band',
          type: 'nominal',
          scale: { domain: words.bands, range: PALETTES[view.theme].bands },
          legend: { columns: view.width < 560 ? 2 : 4 },
        },
      },
    }),
    table: {
      head: [words.head, ...words.bands],
      rows: data.reachedQuota.bands.map((shares, a) => [
        nameOf(data, a, language),
        ...shares.map((share) => shown(share, 'share', data, language)),
      ]),
    },
    about: words.about(new Intl.NumberFormat(language).format(data.detailReplications)),
  };
};
