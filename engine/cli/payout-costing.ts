import {
  type Costing,
  costing,
  leftOutOfCurve,
  PLAN_METRICS,
  type Plan,
  payAtTarget,
  payoutCurve,
} from '../incentive/index.ts';
import { counted, formatMoney, formatShare, type Language } from '../kernel/format.ts';
import { usageFailure } from './options.ts';
import { percent } from './payout-format.ts';
import { leftOutWords } from './payout-left-out.ts';
import { textTable, wrap } from './text-table.ts';

/** What is costed: a sales force, and how well it does. */
export interface CostingOptions {
  /** `0%..200%`, or mean and spread: `95%±30%`. */
  readonly attainment?: string;
  readonly people?: number;
  readonly correlation?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

/** Correlation between two people's years where none is given. Assumed. */
const USUAL_CORRELATION = 0.2;

const USUAL_PEOPLE = 1;

const WORDS = {
  en: {
    title: (plan: string, people: number) =>
      `What ${plan} costs a year, for ${counted(people, 'person', 'people')}`,
    head: ['Attainment', 'Variable pay', 'Of target', 'With salaries', 'Of results'],
    mean: 'Expected variable pay',
    p50: 'P50: as likely above as below',
    p90: 'P90: exceeded in one year of ten',
    fixed: 'Salaries',
    all: 'Expected total',
    one: 'Expected for one person',
    reach: (name: string, level: string) => `People at ${name} (${level}) or above`,
    threshold: 'threshold',
    target: 'target',
    excellence: 'excellence',
    note: (mean: string, sd: string, correlation: string) =>
      `Attainment is taken as Normal with mean ${mean} and standard deviation ${sd} across people, ${correlation} of its variance shared by all (a good year is good for everybody), and as the same in every period of the year. Nobody behaves otherwise because of the plan: that takes a simulation. On-costs are left out.`,
    range:
      'Everybody at the same attainment in every period. Nobody behaves otherwise because of the plan: that takes a simulation. On-costs are left out.',
  },
  zh: {
    title: (plan: string, people: number) => `${plan} 的全年成本（${people} 人）`,
    head: ['达成率', '浮动薪酬', '占目标', '含底薪', '占业绩'],
    mean: '浮动薪酬期望',
    p50: 'P50：高低可能各半',
    p90: 'P90：十年中约一年超过',
    fixed: '底薪',
    all: '总额期望',
    one: '人均期望',
    reach: (name: string, level: string) => `达到${name}（${level}）的人数占比`,
    threshold: '起付线',
    target: '目标',
    excellence: '卓越线',
    note: (mean: string, sd: string, correlation: string) =>
      `假设各人达成率为正态分布，均值 ${mean}，标准差 ${sd}，其中方差的 ${correlation} 为全员共有（好年景人人受益），且全年各期相同。未考虑方案引起的行为变化，那需要模拟。不含社保等附加成本。`,
    range: '假设所有人各期达成率相同。未考虑方案引起的行为变化，那需要模拟。不含社保等附加成本。',
  },
} as const;

/** Costs one plan over a range or a spread of attainments. @throws Failure `usage` for what cannot be costed so */
export function costingText(plan: Plan, options: CostingOptions): string {
  const people = options.people ?? USUAL_PEOPLE;
  const text = options.attainment!.trim();
  const curve = payoutCurve(plan);
  if (curve.axis !== 'attainment')
    throw usageFailure(
      `plan ${plan.id} has no quota to attain; schemelab payout without --attainment shows its pay by result.`,
      `方案 ${plan.id} 没有目标，无达成率可言；不加 --attainment 可查看按业绩的薪酬。`,
    );
  const range = /^(\d+(?:\.\d+)?)\s*%\s*(?:\.\.|…|-|~|至)\s*(\d+(?:\.\d+)?)\s*%$/.exec(text);
  if (range !== null) return ofRange(plan, Number(range[1]) / 100, Number(range[2]) / 100, people, options);
  const spread = /^(\d+(?:\.\d+)?)\s*%\s*(?:±|\+-|\+\/-)\s*(\d+(?:\.\d+)?)\s*%$/.exec(text);
  if (spread !== null)
    return ofSpread(plan, Number(spread[1]) / 100, Number(spread[2]) / 100, people, options);
  throw usageFailure(
    `--attainment: expected a range such as 0%..200%, or mean and standard deviation such as 95%±30%; found “${text.slice(0, 60)}”.`,
    `--attainment 应为范围（如 0%..200%）或均值与标准差（如 95%±30%），发现“${text.slice(0, 60)}”。`,
  );
}

/** Yearly result of a person at quota, in money; null where it is none. */
function yearlyQuota(plan: Plan): number | null {
  const { measure } = payoutCurve(plan);
  return PLAN_METRICS[measure.metric].unit === 'money' ? (measure.quota?.amount ?? null) : null;
}

function targetOf(plan: Plan): number {
  return plan.targetPay ?? [...payAtTarget(plan).values()].reduce((sum, one) => sum + one, 0);
}

function ofRange(
  plan: Plan,
  from: number,
  to: number,
  people: number,
  { json, lang }: CostingOptions,
): string {
  if (!(to > from) || to > 10)
    throw usageFailure(
      '--attainment: expected a range that rises, to at most 1000%.',
      '--attainment 的范围应由低到高，最高 1000%。',
    );
  const curve = payoutCurve(plan);
  const [target, quota] = [targetOf(plan), yearlyQuota(plan)];
  const inside = curve.marks.filter((x) => x >= from && x <= to);
  const grid = Array.from({ length: 21 }, (_, i) => Number((from + ((to - from) * i) / 20).toPrecision(10)));
  const rows = [...new Set([...grid, ...inside])]
    .sort((a, b) => a - b)
    .map((level) => {
      const variable = people * curve.pay(level);
      const total = variable + people * 12 * plan.salary;
      const result = quota === null || level === 0 ? null : people * quota * level;
      return {
        attainment: level,
        variable,
        ofTarget: target > 0 ? variable / people / target : null,
        total,
        ofResults: result === null ? null : total / result,
      };
    });
  if (json === true)
    return JSON.stringify(
      { plan: plan.id, currency: plan.currency, people, leftOut: leftOutOfCurve(plan), levels: rows },
      null,
      2,
    );
  const words = WORDS[lang];
  const money = (x: number): string => formatMoney(x, plan.currency, lang);
  return [
    words.title(plan.id, people),
    '',
    ...textTable(
      words.head,
      rows.map((row) => [
        percent(row.attainment),
        money(row.variable),
        row.ofTarget === null ? '–' : formatShare(row.ofTarget),
        money(row.total),
        row.ofResults === null ? '–' : formatShare(row.ofResults),
      ]),
      words.head.map(() => 'right'),
    ),
    '',
    ...wrap(words.range, 100),
    ...leftOut(plan, lang),
  ].join('\n');
}

function ofSpread(plan: Plan, mean: number, sd: number, people: number, options: CostingOptions): string {
  const correlation = readCorrelation(options.correlation);
  if (!(sd > 0) || sd > 2 || mean > 10)
    throw usageFailure(
      '--attainment: expected a standard deviation above 0% and at most 200%.',
      '--attainment 的标准差应大于 0%，不超过 200%。',
    );
  const curve = payoutCurve(plan);
  const cost = costing(curve, { people, mean, sd, correlation });
  const threshold = firstPaid(curve.marks, curve.pay);
  const excellence = curve.marks.findLast((x) => x > 1) ?? 1.2;
  const points = { threshold, target: 1, excellence };
  const salaries = people * 12 * plan.salary;
  if (options.json === true) {
    return JSON.stringify(
      {
        plan: plan.id,
        currency: plan.currency,
        people,
        leftOut: leftOutOfCurve(plan),
        attainment: { mean, sd, correlation },
        variable: { mean: cost.mean, p50: cost.p50, p90: cost.p90 },
        salaries,
        perPerson: { mean: cost.perPerson, sd: cost.perPersonSd },
        reach: Object.fromEntries(
          Object.entries(points).map(([name, level]) => [name, { level, share: cost.reach(level) }]),
        ),
      },
      null,
      2,
    );
  }
  return spreadText(plan, cost, points, { mean, sd, correlation, people, salaries }, options.lang);
}

function spreadText(
  plan: Plan,
  cost: Costing,
  points: { readonly threshold: number; readonly target: number; readonly excellence: number },
  of: {
    readonly mean: number;
    readonly sd: number;
    readonly correlation: number;
    readonly people: number;
    readonly salaries: number;
  },
  lang: Language,
): string {
  const words = WORDS[lang];
  const money = (x: number): string => formatMoney(x, plan.currency, lang);
  const share = (level: number): string => formatShare(cost.reach(level));
  const rows: string[][] = [
    [words.mean, money(cost.mean)],
    [words.p50, money(cost.p50)],
    [words.p90, money(cost.p90)],
    [words.fixed, money(of.salaries)],
    [words.all, money(of.salaries + cost.mean)],
    [words.one, `${money(cost.perPerson)} ± ${money(cost.perPersonSd)}`],
    ...(['threshold', 'target', 'excellence'] as const).map((name) => [
      words.reach(words[name], percent(points[name])),
      share(points[name]),
    ]),
  ];
  const [head, ...body] = textTable([words.title(plan.id, of.people), ''], rows, ['left', 'right']);
  return [
    head!.trimEnd(),
    ...body,
    '',
    ...wrap(words.note(percent(of.mean), percent(of.sd), percent(of.correlation)), 100),
    ...leftOut(plan, lang),
  ].join('\n');
}

function leftOut(plan: Plan, language: Language): string[] {
  const words = leftOutWords(plan, leftOutOfCurve(plan), language);
  return words === null ? [] : wrap(words, 100);
}

/** Where variable pay begins: 0, or the first mark above which something is paid. */
function firstPaid(marks: readonly number[], pay: (level: number) => number): number {
  return [0, ...marks].find((mark) => pay(mark + 1e-6) > 0.005) ?? 0;
}

function readCorrelation(text: string | undefined): number {
  if (text === undefined) return USUAL_CORRELATION;
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text.trim());
  const value = match === null ? Number.NaN : Number(match[1]) / (match[2] === '%' ? 100 : 1);
  if (value >= 0 && value < 1) return value;
  throw usageFailure(
    '--correlation: expected a share from 0% to below 100%.',
    '--correlation 应为 0% 至 100% 以下。',
  );
}
