import { type Evidence, GRADES, type Localised, type Quantity } from '../kernel/quantity.ts';
import { defaultOf } from './compose.ts';
import type { Scheme, SchemeContext } from './contract.ts';
import { COST_KEYS, COSTS, type CostItem } from './costs.ts';
import { optionKey } from './option-units.ts';

type Options = Readonly<Record<string, number>>;

/** An item of what a practice costs here, in yuan or hours. */
export interface ToldCost extends CostItem {
  readonly key: string;
  readonly amount: Quantity;
}

/** Everything that a practice costs, prizes of its contests included, in the order in which it is told. */
export function costsOf(scheme: Scheme, options: Options, context: SchemeContext): ToldCost[] {
  const costs = scheme.costs(options, context);
  const items = COST_KEYS.map((key): ToldCost => ({ key, ...COSTS[key], amount: costs[key] }));
  const contest = scheme.contest?.(options, context);
  if (contest !== undefined) {
    const field =
      contest.among === 'team' ? context.covered / context.coveredTeams : Math.max(1, context.covered);
    const purse = contest.prizes.reduce((sum, prize) => sum + prize, 0);
    items.push({
      key: 'prizes',
      unit: 'money',
      scales: true,
      name: { en: 'prizes a rep and month, paid as pay', zh: '每人每月奖金（计入薪酬）' },
      amount: purse / field / contest.months,
    });
  }
  return items;
}

const AMONG = {
  team: { en: 'in each team', zh: '各团队内' },
  company: { en: 'among all', zh: '全体参加者中' },
} as const;

/** The contest that a practice adds to the pay plan, in words; null where it adds none. @param money formats yuan */
export function contestText(
  scheme: Scheme,
  options: Options,
  context: SchemeContext,
  money: (yuan: number) => Localised,
): Localised | null {
  const contest = scheme.contest?.(options, context);
  if (contest === undefined) return null;
  const { months, among, prizes } = contest;
  const prize = money(prizes[0]!);
  return {
    en: `every ${months === 1 ? 'month' : `${months} months`} ${prizes.length} prizes of ${prize.en} ${AMONG[among].en}`,
    zh: `每 ${months} 个月，${AMONG[among].zh}设 ${prizes.length} 份奖金，每份 ${prize.zh}`,
  };
}

/** Options of a practice where nobody sets them, by the key that a study takes; money in yuan. */
export function defaultsOf(scheme: Scheme, context: SchemeContext): Record<string, number> {
  return Object.fromEntries(
    Object.entries(scheme.options).map(([name, option]) => [optionKey(name), defaultOf(option, context)]),
  );
}

/** What the effects of a practice rest on, each source once, the best graded first. */
export function restsOn(scheme: Scheme, options: Options, context: SchemeContext): Evidence[] {
  const contest = scheme.contest?.(options, context);
  const all = [
    ...(contest === undefined ? [] : [contest.evidence]),
    ...scheme.shifts(options, context).map(({ evidence }) => evidence),
  ];
  const grades = Object.keys(GRADES);
  return all
    .filter((one, i) => all.findIndex((other) => other.source === one.source) === i)
    .sort((a, b) => grades.indexOf(a.grade) - grades.indexOf(b.grade));
}
