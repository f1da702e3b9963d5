import { type ChartMaker, nameOf, type Spec } from './chart.ts';
import { broken, dressed, labelRoom, numbers, PALETTES, plotWidth, rows } from './look.ts';
import { shown } from './measure.ts';

const WORDS = {
  en: {
    title: 'Does pay follow performance? Correlation, slope and inversions',
    correlation: 'correlation of pay with bookings',
    slope: 'variable pay on 100 more bookings',
    inversions: 'pairs paid the wrong way round, %',
    one: (name: string, r: string, slope: string, inverted: string) =>
      `${name}: correlation ${r}, ${slope} more pay on 100 more bookings, ${inverted} of pairs paid the wrong way round`,
    head: ['Alternative', 'Correlation', 'Pay on 100 more bookings', 'Pairs the wrong way round'],
    about: [
      'Definition: among the people of one company who stayed all along, over the horizon: the correlation of variable pay with bookings; the straight line’s slope through them, as pay on 100 more bookings; and, of all pairs of two people, the share in which the one who booked more is paid less.',
      'What is drawn: the average over simulated worlds, each alternative in a row.',
      'Uncertainty: luck in single deals moves single pairs; averages over worlds vary little. With few reps in a company the correlation is rough.',
      'Assumption: bookings stand for performance. A plan that pays for something else — margin, cash, the team — will show more inversions on purpose.',
    ],
  },
  zh: {
    title: '薪酬是否随业绩走？相关系数、斜率与倒挂',
    correlation: '薪酬与签约额的相关系数',
    slope: '多签 100 所多得的浮动薪酬',
    inversions: '倒挂的两人组合，%',
    one: (name: string, r: string, slope: string, inverted: string) =>
      `${name}：相关系数 ${r}，多签 100 多得 ${slope}，${inverted} 的两人组合倒挂`,
    head: ['备选', '相关系数', '多签 100 多得', '倒挂组合占比'],
    about: [
      '定义：在同一公司全程未离开的人中，按整个期间计：浮动薪酬与签约额的相关系数；两者直线拟合的斜率，即多签 100 所多得；以及任取两人，卖得多反而拿得少的比例。',
      '图中所示：各模拟世界的平均，每个备选一行。',
      '不确定性：个别订单的运气会改变个别组合，各世界的平均波动很小。公司人数少时，相关系数较粗略。',
      '假设：以签约额代表业绩。若方案有意考核毛利、回款或团队，倒挂自然更多。',
    ],
  },
} as const;

/** Pay-for-performance of every plan: three figures, a panel each. */
export const fairness: ChartMaker = (data, view) => {
  const { language } = view;
  const words = WORDS[language];
  const all = data.pay?.outcomes.map((one) => one.fairness) ?? [];
  if (all.every((one) => one === null)) return null;
  const palette = PALETTES[view.theme];
  const narrow = view.width < 620;
  const room = narrow ? labelRoom(view) : Math.min(150, labelRoom(view));
  const width = narrow ? plotWidth(view, room) : Math.floor((view.width - room - 90) / 3);
  const names = all.map((_, a) => broken(nameOf(data, a, language), room));
  const panel = (key: 'correlation' | 'slope' | 'inversions', by: number, labels: boolean): Spec => ({
    title: { text: broken(words[key], narrow ? view.width : width), anchor: 'start', fontWeight: 'normal' },
    width,
    height: { step: narrow ? 44 : 36 },
    data: {
      values: all.flatMap((one, a) =>
        one === null ? [] : [{ name: names[a], value: by * one[key], today: a === 0 }],
      ),
    },
    mark: { type: 'bar', height: 14, cornerRadiusEnd: 2 },
    encoding: {
      y: {
        field: 'name',
        type: 'nominal',
        sort: null,
        scale: { domain: names },
        axis: labels ? rows(room) : null,
      },
      x: { field: 'value', type: 'quantitative', axis: numbers('', { title: null, tickCount: 4 }) },
      color: {
        field: 'today',
        type: 'nominal',
        scale: { domain: [true, false], range: [palette.today, palette.change] },
        legend: null,
      },
    },
  });
  const r = (x: number | undefined): string => (x === undefined ? '–' : x.toFixed(2).replace('-', '−'));
  const pay = (x: number | undefined): string =>
    shown(x === undefined ? null : 100 * x, 'money', data, language);
  const share = (x: number | undefined): string => shown(x, 'share', data, language);
  return {
    id: 'fairness',
    title: words.title,
    words: `${all
      .map((one, a) =>
        words.one(nameOf(data, a, language), r(one?.correlation), pay(one?.slope), share(one?.inversions)),
      )
      .join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`,
    spec: dressed(view, {
      [narrow ? 'vconcat' : 'hconcat']: [
        panel('correlation', 1, true),
        panel('slope', 100, narrow),
        panel('inversions', 100, narrow),
      ],
      spacing: narrow ? 18 : 24,
    }),
    table: {
      head: words.head,
      rows: all.map((one, a) => [
        nameOf(data, a, language),
        r(one?.correlation),
        pay(one?.slope),
        share(one?.inversions),
      ]),
    },
    about: words.about,
  };
};
