import type { Effect, GroupChange, PayOutcome, PaySplit } from '../experiment/index.ts';
import { formatDifference, formatShare, formatValue, type Language } from '../kernel/format.ts';
import type { NormalStudy } from '../study/index.ts';
import { textTable } from './text-table.ts';

const WORDS = {
  en: {
    title: 'What each pay plan pays, a year of the horizon',
    cost: 'Pay cost, usual course',
    dear: 'Pay cost, one course in ten',
    costOfSales: 'Pay cost of bookings',
    half: 'Stayers at half of quota or more',
    target: '… at quota or more',
    excellence: '… at 120% or more',
    attainment: 'Attainment: middle (5–95%)',
    variable: 'Variable pay: middle (5–95%)',
    correlation: 'Pay follows bookings (correlation)',
    inversions: 'Pairs in which who sold more is paid less',
    winners: 'Who gains and who loses, in yearly pay, by fifth of attainment today',
    groups: ['lowest fifth', '2nd', '3rd', '4th', 'highest fifth'],
    lose: (share: string) => `${share} lose`,
    split: 'Change of pay cost over the horizon',
    mechanics: 'New rules, same behaviour',
    behaviour: 'All that is done otherwise',
    total: 'All together',
    note: 'People who stayed all along, over the whole horizon: the same people with the same luck on both sides.',
  },
  zh: {
    title: '各薪酬方案每年发多少（期间平均）',
    cost: '薪酬成本（常见情形）',
    dear: '薪酬成本（十中有一）',
    costOfSales: '薪酬占签约额',
    half: '留任者中达成一半以上',
    target: '……达标以上',
    excellence: '……120% 以上',
    attainment: '达成率：中位（5–95%）',
    variable: '浮动薪酬：中位（5–95%）',
    correlation: '薪酬随业绩（相关系数）',
    inversions: '卖得多反而拿得少的两人组合占比',
    winners: '谁多拿、谁少拿（年薪酬，按现状达成率五等分）',
    groups: ['最低五分之一', '第二', '第三', '第四', '最高五分之一'],
    lose: (share: string) => `${share} 减少`,
    split: '薪酬成本的变化（整个期间）',
    mechanics: '规则变了、行为不变',
    behaviour: '行为改变带来的部分',
    total: '合计',
    note: '仅含全程未离开者，按整个期间计；两边是同样的人、同样的运气。',
  },
} as const;

/** What every plan pays as tables: a column an alternative, then rules against behaviour, then winners and losers. */
export function payText(
  study: NormalStudy,
  outcomes: readonly PayOutcome[],
  splits: readonly PaySplit[],
  nameOf: (alternative: string) => string,
  language: Language,
): string[] {
  const words = WORDS[language];
  const money = (x: number): string => formatValue(x, 'money', study.currency, language);
  const spread = (q: PayOutcome['attainment'], say: (x: number) => string): string =>
    q === null ? '–' : `${say(q['50'])} (${say(q['5'])} – ${say(q['95'])})`;
  const row = (label: string, cell: (one: PayOutcome) => string): string[] => [label, ...outcomes.map(cell)];
  const rows = [
    row(words.cost, (one) => money(one.payCost.p50)),
    row(words.dear, (one) => money(one.payCost.p90)),
    row(words.costOfSales, (one) => share(one.costOfSales)),
    row(words.half, (one) => share(one.reached?.half)),
    row(words.target, (one) => share(one.reached?.target)),
    row(words.excellence, (one) => share(one.reached?.excellence)),
    row(words.attainment, (one) => spread(one.attainment, formatShare)),
    row(words.variable, (one) => spread(one.variablePay, money)),
    row(words.correlation, (one) => (one.fairness === null ? '–' : one.fairness.correlation.toFixed(2))),
    row(words.inversions, (one) => share(one.fairness?.inversions)),
  ];
  const align = ['left' as const, ...outcomes.map(() => 'right' as const)];
  const head = [words.title, ...outcomes.map((one) => nameOf(one.alternative))];
  const lines = [...textTable(head, rows, align), ''];
  if (splits.length > 0) {
    const effect = ({ mean, interval: [low, high] }: Effect): string => {
      if (mean === null) return '–';
      if (mean === 0) return '0';
      const half = low === null || high === null ? '' : ` ±${money((high - low) / 2)}`;
      return `${formatDifference(mean, 'money', study.currency, language)}${half}`;
    };
    const parts = (['mechanics', 'behaviour', 'total'] as const).map((part) => [
      words[part],
      ...splits.map((one) => effect(one[part])),
    ]);
    const columns = [words.split, ...splits.map((one) => nameOf(one.alternative))];
    lines.push(...textTable(columns, parts, ['left', ...splits.map(() => 'right' as const)]), '');
  }
  const changed = outcomes.filter((one) => one.winners !== null);
  if (changed.length > 0) {
    const cell = ({ change, lose }: GroupChange): string =>
      change === null
        ? '–'
        : `${change === 0 ? '0' : formatDifference(change, 'money', study.currency, language)}, ${words.lose(share(lose))}`;
    const groups = words.groups.map((name, g) => [
      name,
      ...changed.map((one) => cell(one.winners!.byAttainment[g]!)),
    ]);
    const columns = [words.winners, ...changed.map((one) => nameOf(one.alternative))];
    lines.push(...textTable(columns, groups, ['left', ...changed.map(() => 'right' as const)]), '');
  }
  lines.push(words.note);
  return lines;
}

function share(x: number | null | undefined): string {
  return x === null || x === undefined ? '–' : formatShare(x);
}
