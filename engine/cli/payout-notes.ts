import { columnsOf, type Paid, type Person, type Plan } from '../incentive/index.ts';
import type { Language } from '../kernel/format.ts';
import { exactMoney } from './payout-format.ts';
import type { Results } from './payout-results.ts';

/** People named in a note. */
const NAMED = 5;

/** What a reader must know of how a table was read and paid: what was assumed, not used, owed. */
export function tableNotes(
  results: Results,
  plans: readonly Plan[],
  paid: readonly (readonly Paid[])[],
  language: Language,
): string[] {
  const zh = language === 'zh';
  const list = (names: readonly string[]): string => {
    const rest = names.length - NAMED;
    const first = names.slice(0, NAMED).join(zh ? '、' : ', ');
    return rest > 0 ? `${first}${zh ? ` 等 ${names.length} 项` : ` and ${rest} more`}` : first;
  };
  const notes: string[] = [];
  const { span } = results;
  if (span > 1)
    notes.push(
      zh
        ? `每行视为 ${span} 个月的合计，平均分到其中在职的月份。`
        : `Each row is taken as the results of ${span} months, spread evenly over those worked.`,
    );
  const unused = results.columns.filter(
    (name) =>
      !name.startsWith('quota:') &&
      !plans.some(({ measures }) => measures.some((one) => columnsOf(one).includes(name))),
  );
  if (unused.length > 0)
    notes.push(
      zh ? `各方案均未使用的列：${list(unused)}。` : `Columns that no plan looks at: ${list(unused)}.`,
    );
  const away = results.people.flatMap((person) => {
    const months = missing(person, results);
    return months.length === 0 ? [] : [`${person.id} ${spans(months)}`];
  });
  if (away.length > 0)
    notes.push(
      zh
        ? `没有数据行的月份视为未在职，无底薪与目标：${list(away)}。`
        : `Months without a row count as not worked, with no salary and no quota: ${list(away)}.`,
    );
  plans.forEach((plan, i) => {
    const owing = paid[i]!.filter(({ owed }) => owed > 0);
    if (owing.length > 0) {
      const names = owing.map(({ person, owed }) => `${person.id} ${exactMoney(owed, plan.currency)}`);
      notes.push(
        zh
          ? `${plan.id} 期末欠款，从以后的浮动薪酬中扣：${list(names)}。`
          : `Owed at the end under ${plan.id}, to be taken from later variable pay: ${list(names)}.`,
      );
    }
    const returned = paid[i]!.filter(({ statements }) =>
      statements.some(({ lines }) =>
        lines.some(({ result, amount }) => result !== undefined && result.credit < 0 && amount >= 0),
      ),
    );
    if (returned.length > 0) {
      const names = returned.map(({ person }) => person.id);
      notes.push(
        zh
          ? `以下人员有业绩为负的期间，${plan.id} 按最低档读取，已为退货发放的金额不追回：${list(names)}。`
          : `Periods with results below 0 are read as the lowest row under ${plan.id}; what was paid for returned sales stays paid: ${list(names)}.`,
      );
    }
  });
  return notes;
}

/** Months from the plan year's start to the table's end without a row, up to where someone left. */
function missing(person: Person, { people, hired }: Results): number[] {
  const all = people.flatMap(({ months }) => [...months.keys()]);
  const last = person.left ?? Math.max(...all);
  // Where the table says when people were hired, what came before is no surprise.
  const first = Math.min(...(hired ? person.months.keys() : all));
  return Array.from({ length: last }, (_, k) => k + 1).filter(
    (month) => month >= first && !person.months.has(month),
  );
}

/** 1–9, 11. */
function spans(months: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const month of months) {
    const open = parts.at(-1);
    if (open !== undefined && open[1] === month - 1) open[1] = month;
    else parts.push([month, month]);
  }
  return parts.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
