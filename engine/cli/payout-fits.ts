import {
  columnsOf,
  groupOf,
  type Measure,
  type Person,
  PLAN_METRICS,
  type Plan,
  statedQuota,
  statementMonths,
} from '../incentive/index.ts';
import { nearest } from '../kernel/problems.ts';
import type { Localised } from '../kernel/quantity.ts';
import { TableProblems } from './payout-problems.ts';
import type { Results } from './payout-results.ts';

/** Refuses plans that need what a table does not have, instead of paying them without it. @throws ProblemsError */
export function checkFit(file: string, results: Results, plans: readonly Plan[]): void {
  const problems = new TableProblems(file);
  for (const plan of plans) {
    columns(plan, results, problems);
    groups(plan, results, problems);
    tenure(plan, results, problems);
    periods(plan, results, problems);
  }
  for (const name of results.columns.filter((one) => one.startsWith('quota:'))) {
    const used = plans.some(({ measures }) =>
      measures.some((one) => one.quota !== null && columnsOf(one).includes(name.slice('quota:'.length))),
    );
    if (!used)
      refuse(
        problems,
        'unused-quota',
        { en: `found the column “${name}”`, zh: `发现“${name}”列` },
        { en: 'expected quotas only of what a plan holds against a quota', zh: '仅应有方案中设有目标的指标' },
      );
  }
  problems.check();
  for (const plan of plans) {
    levels(plan, results, problems);
    quotas(plan, results, problems);
  }
  problems.check();
}

function refuse(
  problems: TableProblems,
  code: string,
  found: Localised,
  expected: Localised,
  suggestion: string | null = null,
  line = 1,
): void {
  problems.add({ line, column: 1 }, code, found, expected, suggestion);
}

function columns(plan: Plan, { columns: names }: Results, problems: TableProblems): void {
  for (const measure of plan.measures) {
    if (columnsOf(measure).some((name) => names.includes(name))) continue;
    const column = columnsOf(measure).at(-1)!;
    refuse(
      problems,
      'missing-column',
      {
        en: `found no column “${column}”, which plan “${plan.id}” pays for`,
        zh: `没有方案“${plan.id}”所计的“${column}”列`,
      },
      { en: `expected it beside ${names.join(', ')}`, zh: `现有列：${names.join('、')}` },
      nearest(column, names),
    );
  }
}

/** Who works with whom must be said where pay depends on it. */
function groups(plan: Plan, { people, lines }: Results, problems: TableProblems): void {
  const scopes = new Set<Measure['scope']>(plan.measures.map(({ scope }) => scope));
  for (const { payout } of plan.components) {
    if (payout.kind === 'rank' || payout.kind === 'pool') scopes.add(payout.among);
    if (payout.kind === 'match') scopes.add('team');
  }
  for (const key of ['team', 'region'] as const) {
    if (!scopes.has(key)) continue;
    for (const person of people) {
      const blank = [...person.months].find(([, row]) => row[key] === '');
      if (blank === undefined) continue;
      refuse(
        problems,
        'missing-value',
        {
          en: `found no ${key} of “${person.id}”`,
          zh: `没有“${person.id}”的 ${key}（${key === 'team' ? '团队' : '区域'}）`,
        },
        {
          en: `expected one in each row: plan “${plan.id}” pays by ${key}`,
          zh: `方案“${plan.id}”按${key === 'team' ? '团队' : '区域'}计酬，每行都应写明`,
        },
        null,
        lines.get(person)!.get(blank[0]) ?? 1,
      );
      break;
    }
  }
}

/** A plan that treats newcomers otherwise must know who is one. */
function tenure(plan: Plan, { people, hired, dated, lines }: Results, problems: TableProblems): void {
  const { guarantee, draw } = plan.timing;
  const what: Localised | null =
    guarantee !== null
      ? { en: 'a guarantee', zh: '保障' }
      : plan.measures.some(({ quota }) => quota !== null && quota.ramp.length > 0)
        ? { en: 'a ramp', zh: '新人爬坡' }
        : draw !== null && draw.untilMonth !== null
          ? { en: 'a draw', zh: '预支' }
          : null;
  if (what === null) return;
  const expected: Localised = {
    en: `expected a month such as 10, a date, or “before” for each person: plan “${plan.id}” has ${what.en} for newcomers`,
    zh: `方案“${plan.id}”对新人有${what.zh}，每人应写明入职月份（如 10）、日期或“之前”`,
  };
  if (!hired) {
    refuse(
      problems,
      'missing-column',
      { en: 'found no column “hired”', zh: '没有“hired（入职）”列' },
      expected,
    );
    return;
  }
  for (const person of people) {
    if (!dated.has(person))
      refuse(
        problems,
        'missing-value',
        { en: `found nothing that says when “${person.id}” was hired`, zh: `未写明“${person.id}”何时入职` },
        expected,
        null,
        [...lines.get(person)!.values()][0] ?? 1,
      );
  }
}

/** A statement is paid when its period is over. */
function periods(plan: Plan, { people }: Results, problems: TableProblems): void {
  const last = Math.max(...people.flatMap(({ months }) => [...months.keys()]));
  const length = statementMonths(plan);
  if (last % length === 0) return;
  const end = Math.ceil(last / length) * length;
  refuse(
    problems,
    'open-period',
    { en: `the results end in month ${last}`, zh: `业绩截至第 ${last} 月` },
    {
      en: `expected them to month ${end}, or ${end - length}: plan “${plan.id}” pays when ${length} months are over`,
      zh: `方案“${plan.id}”每 ${length} 个月结算一次，业绩应截至第 ${end} 月或第 ${end - length} 月`,
    },
  );
}

/** What is averaged must have been measured at least once for each statement. */
function levels(plan: Plan, { people, lines }: Results, problems: TableProblems): void {
  const length = statementMonths(plan);
  for (const measure of plan.measures) {
    if (PLAN_METRICS[measure.metric].kind !== 'level') continue;
    const column = columnsOf(measure).at(-1)!;
    for (const person of people) {
      for (let from = 1; from <= 12; from += length) {
        const rows = Array.from({ length }, (_, k) => [from + k, person.months.get(from + k)] as const);
        const worked = rows.filter(([, row]) => row !== undefined);
        const known = worked.some(([, row]) => columnsOf(measure).some((name) => row!.values.has(name)));
        if (worked.length === 0 || known) continue;
        const month = worked.at(-1)![0];
        refuse(
          problems,
          'missing-value',
          {
            en: `found no “${column}” of “${person.id}” up to month ${month}`,
            zh: `截至第 ${month} 月没有“${person.id}”的“${column}”`,
          },
          { en: 'expected it at least once a statement', zh: '每次结算前至少应有一个值' },
          null,
          lines.get(person)!.get(month) ?? 1,
        );
      }
    }
  }
}

/** Own quotas must be there for all who share one, and for the whole year where tiers are of the year's quota. */
function quotas(plan: Plan, { people, lines }: Results, problems: TableProblems): void {
  for (const measure of plan.measures) {
    if (measure.quota === null) continue;
    const column = `quota:${columnsOf(measure).at(-1)}`;
    const stated = (person: Person, month: number): boolean =>
      statedQuota(measure, person.months.get(month)) !== undefined;
    const { accumulation } = measure;
    if (accumulation.over === 'year-to-date' && accumulation.tiersOf === 'year') {
      for (const person of people) {
        const months = [...person.months.keys()].filter((month) => stated(person, month)).length;
        const first = Math.min(...person.months.keys());
        if (months === 0 || months === (person.left ?? 12) - first + 1) continue;
        refuse(
          problems,
          'missing-value',
          {
            en: `found “${column}” of “${person.id}” for ${months} months`,
            zh: `“${person.id}”的“${column}”只有 ${months} 个月`,
          },
          {
            en: `expected it for every month to the year’s end, or for none: plan “${plan.id}” pays by the year’s quota`,
            zh: `方案“${plan.id}”按全年目标计酬，应写明截至年底的每个月，或都留空`,
          },
          null,
          [...lines.get(person)!.values()][0] ?? 1,
        );
      }
    }
    if (measure.scope === 'individual' || measure.pooling !== 'total') continue;
    for (let month = 1; month <= 12; month++) {
      const groups = new Map<string, Person[]>();
      for (const person of people) {
        const row = person.months.get(month);
        if (row === undefined) continue;
        const group = groupOf(measure.scope, person, row);
        groups.set(group, [...(groups.get(group) ?? []), person]);
      }
      for (const members of groups.values()) {
        const without = members.find((person) => !stated(person, month));
        if (without === undefined || !members.some((person) => stated(person, month))) continue;
        refuse(
          problems,
          'missing-value',
          { en: `found no “${column}” of “${without.id}”`, zh: `没有“${without.id}”的“${column}”` },
          {
            en: 'expected one for every member, or for none: the group’s quota is theirs together',
            zh: '团队目标为成员目标之和，应全部写明，或都留空',
          },
          null,
          lines.get(without)!.get(month) ?? 1,
        );
      }
    }
  }
}
