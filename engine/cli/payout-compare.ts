import {
  columnsOf,
  leftOutOfTable,
  mainMeasure,
  outcomeOf,
  type Person,
  type Plan,
  payEveryone,
} from '../incentive/index.ts';
import { counted, formatMoney, formatShare, type Language } from '../kernel/format.ts';
import { usageFailure } from './options.ts';
import { tableText } from './payout-csv.ts';
import { checkFit } from './payout-fits.ts';
import { exactMoney } from './payout-format.ts';
import { leftOutWords } from './payout-left-out.ts';
import { tableNotes } from './payout-notes.ts';
import { readResults } from './payout-results.ts';
import { textTable, wrap } from './text-table.ts';

/** People named as the most affected, each way. */
const NAMED = 3;

const WORDS = {
  en: {
    title: (people: number, months: number) =>
      `One set of results under each plan: ${counted(people, 'person', 'people')}, ${counted(months, 'month')}`,
    head: [
      'Plan',
      'Cost',
      'Variable pay',
      'Of results',
      'P10',
      'P50',
      'P90',
      'Pay for performance',
      'Inversions',
      'Winners',
      'Losers',
    ],
    most: (plan: string, reference: string) => `${plan} against ${reference}`,
    gains: 'most to gain',
    losses: 'most to lose',
    none: 'nobody',
    note: (reference: string, column: string) =>
      `Cost: salaries and variable pay earned, advances that are kept among it. P10, P50, P90: variable pay of one person. Pay for performance: correlation of variable pay with ${column}; inversions: pairs of people of whom the one with more ${column} has less variable pay. Winners and losers: pay differs from ${reference} by over 1%. Results are taken as the table credits them, and as fixed: what the plan would change in behaviour takes a simulation.`,
  },
  zh: {
    title: (people: number, months: number) => `同一组业绩在各方案下的薪酬：${people} 人，${months} 个月`,
    head: [
      '方案',
      '成本',
      '浮动薪酬',
      '占业绩',
      'P10',
      'P50',
      'P90',
      '薪酬与业绩相关',
      '倒挂',
      '受益',
      '受损',
    ],
    most: (plan: string, reference: string) => `${plan} 对比 ${reference}`,
    gains: '增加最多',
    losses: '减少最多',
    none: '无',
    note: (reference: string, column: string) =>
      `成本：底薪加已挣浮动薪酬（含不须偿还的预支）。P10、P50、P90：单人浮动薪酬。薪酬与业绩相关：浮动薪酬与“${column}”的相关系数；倒挂：业绩更高而浮动薪酬更低的人员对占比。受益与受损：与 ${reference} 相比相差超过 1%。业绩以表中计入的数字为准，并视为不变；方案引起的行为变化需要模拟。`,
  },
} as const;

/**
 * Runs several plans over one table of results.
 *
 * @throws ProblemsError with lines of the table that are wrong
 * @throws Failure `usage` when there is no such file
 */
export function comparisonText(plans: readonly Plan[], file: string, lang: Language, json: boolean): string {
  const text = tableText(file);
  const currencies = new Set(plans.map(({ currency }) => currency));
  if (currencies.size > 1)
    throw usageFailure(
      `plans in different currencies (${[...currencies].join(', ')}) cannot be compared.`,
      `货币不同的方案（${[...currencies].join('、')}）无法比较。`,
    );
  const results = readResults(file, text, plans);
  checkFit(file, results, plans);
  const { people } = results;
  const column = judgedBy(plans[0]!, results.columns);
  const judged = people.map((person) => sumOf(person, column));
  const paid = plans.map((plan) => payEveryone(plan, people));
  const outcomes = paid.map((one) => outcomeOf(one, judged, paid[0]!));
  const all = new Set(people.flatMap((person) => [...person.months.keys()]));
  const months = all.size;
  const leftOut = plans.map((plan) => leftOutOfTable(plan, Math.max(...all)));
  if (json) {
    return JSON.stringify(
      {
        currency: plans[0]!.currency,
        people: people.length,
        months,
        judgedBy: column,
        plans: plans.map((plan, i) => ({
          plan: plan.id,
          ...outcomes[i]!,
          leftOut: leftOut[i]!,
          pay: paid[i]!.map(({ person, salary, variable, owed }) => ({
            person: person.id,
            salary,
            variable,
            owed,
          })),
        })),
      },
      null,
      2,
    );
  }
  const words = WORDS[lang];
  const { currency } = plans[0]!;
  const money = (x: number): string => formatMoney(x, currency, lang);
  const reference = plans[0]!.id;
  const rows = outcomes.map((one, i) => [
    plans[i]!.id,
    money(one.cost),
    money(one.variable),
    one.costShare === null ? '–' : formatShare(one.costShare),
    ...one.quantiles.map(money),
    one.payForPerformance === null ? '–' : one.payForPerformance.toFixed(2).replace('-', '−'),
    formatShare(one.inversions),
    i === 0 ? '' : String(one.winners),
    i === 0 ? '' : String(one.losers),
  ]);
  const lines = [
    words.title(people.length, months),
    '',
    ...textTable(words.head, rows, ['left', ...rows[0]!.slice(1).map(() => 'right' as const)]),
  ];
  plans.slice(1).forEach((plan, i) => {
    const { differences } = outcomes[i + 1]!;
    const name = (list: typeof differences): string =>
      list
        .map((one) => `${one.person} ${one.difference > 0 ? '+' : ''}${exactMoney(one.difference, currency)}`)
        .join(lang === 'zh' ? '、' : ', ') || words.none;
    lines.push(
      '',
      `▸ ${words.most(plan.id, reference)}`,
      `    ${words.gains}: ${name(differences.filter((one) => one.difference > 0).slice(0, NAMED))}`,
      `    ${words.losses}: ${name(
        differences
          .filter((one) => one.difference < 0)
          .slice(-NAMED)
          .reverse(),
      )}`,
    );
  });
  const notes = [
    words.note(reference, column),
    ...plans.flatMap((plan, i) => leftOutWords(plan, leftOut[i]!, lang) ?? []),
    ...tableNotes(results, plans, paid, lang),
  ];
  return [...lines, ...notes.flatMap((note) => ['', ...wrap(note, 100)])].join('\n');
}

/** The column that pay is judged by: that of the first plan's main measure. */
function judgedBy(plan: Plan, columns: readonly string[]): string {
  const names = columnsOf(mainMeasure(plan)!);
  return names.find((name) => columns.includes(name)) ?? names[0]!;
}

function sumOf(person: Person, column: string): number {
  let sum = 0;
  for (const { values } of person.months.values()) sum += values.get(column) ?? 0;
  return sum;
}
