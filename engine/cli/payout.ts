import {
  leftOutOfCurve,
  type PayoutCurve,
  PLAN_METRICS,
  type Plan,
  payAtTarget,
  payoutCurve,
} from '../incentive/index.ts';
import { formatMoney, formatShare, type Language } from '../kernel/format.ts';
import { readPlan } from '../study/index.ts';
import { studyFiles } from './files.ts';
import { usageFailure } from './options.ts';
import { payoutChart } from './payout-chart.ts';
import { comparisonText } from './payout-compare.ts';
import { costingText } from './payout-costing.ts';
import { amountOf, exactMoney, percent, plain } from './payout-format.ts';
import { leftOutWords } from './payout-left-out.ts';
import { planWords } from './payout-words.ts';
import { textTable, wrap } from './text-table.ts';

/** What `schemelab payout` was asked for. */
export interface PayoutCommand {
  readonly plans: readonly string[];
  readonly results?: string;
  readonly attainment?: string;
  readonly people?: number;
  readonly correlation?: string;
  readonly measure?: string;
  readonly context?: string;
  readonly json?: boolean;
  readonly lang: Language;
}

const COLUMNS = 100;

const WORDS = {
  en: {
    head: {
      attainment: 'Attainment',
      amount: 'Result',
      pay: 'Variable pay',
      share: 'Of target',
      total: 'With salary',
      rate: 'Marginal',
      jump: 'Jump',
    },
    rateOf: {
      attainment: 'Marginal: percent of target pay for one percent of quota more.',
      amount: 'Result: of the year, or its level all year. Marginal: what one more unit of it pays.',
    },
    year: (only: string | null) =>
      only === null
        ? 'A year in which every period and every measure with a quota comes to the same attainment, the rest on target, for someone long there.'
        : `A year in which ${only} comes to the attainment shown in every period, everything else on target, for someone long there.`,
    strip: (what: string) => `marginal rate, at most ${what}`,
    target: (x: string) => `On target the plan pays ${x} a year.`,
  },
  zh: {
    head: {
      attainment: '达成率',
      amount: '业绩',
      pay: '浮动薪酬',
      share: '占目标',
      total: '含底薪',
      rate: '边际',
      jump: '跳升',
    },
    rateOf: {
      attainment: '边际：业绩每多目标的 1%，多发目标奖金的百分之几。',
      amount: '业绩：全年合计，或全年水平。边际：每多一个单位多发多少。',
    },
    year: (only: string | null) =>
      only === null
        ? '假设全年各期、各有目标的指标达成率相同，其余恰好达标，且为老员工。'
        : `假设 ${only} 全年各期达成率如表，其余指标恰好达标，且为老员工。`,
    strip: (what: string) => `边际费率，最高 ${what}`,
    target: (x: string) => `恰好达标时全年浮动薪酬 ${x}。`,
  },
} as const;

/** A level of a payout curve. */
export interface Level {
  readonly level: number;
  readonly pay: number;
  readonly marginal: number;
  readonly jump: number;
  readonly ofTarget: number | null;
  readonly total: number;
}

/**
 * What `schemelab payout` prints.
 *
 * @throws ProblemsError for a plan or table that cannot be read
 * @throws Failure `usage` for options that do not go together
 */
export function payoutText(command: PayoutCommand): string {
  const plans = command.plans.map((name) => readPlan(name, studyFiles, command.context));
  if (command.results !== undefined)
    return comparisonText(plans, command.results, command.lang, command.json === true);
  if (command.attainment !== undefined) {
    if (plans.length !== 1)
      throw usageFailure(
        '--attainment costs one plan; give one.',
        '--attainment 只核算一个方案，请只给一个。',
      );
    return costingText(plans[0]!, command);
  }
  const views = plans.map((plan) => view(plan, measureIn(plan, command.measure)));
  if (command.json === true)
    return JSON.stringify(views.length === 1 ? views[0]!.json : views.map(({ json }) => json), null, 2);
  return views.map((one) => text(one, command.lang)).join('\n\n\n');
}

/** A measure of the plan by name. @throws Failure `usage` when it has none so called */
function measureIn(plan: Plan, name: string | undefined): string | null {
  if (name === undefined) return null;
  if (plan.measures.some(({ id }) => id === name)) return name;
  const names = plan.measures.map(({ id }) => id);
  throw usageFailure(
    `plan ${plan.id} has no measure “${name}”; it has ${names.join(', ')}.`,
    `方案 ${plan.id} 没有指标“${name}”，只有 ${names.join('、')}。`,
  );
}

interface View {
  readonly plan: Plan;
  readonly curve: PayoutCurve;
  readonly only: string | null;
  readonly top: number;
  readonly target: number;
  readonly levels: readonly Level[];
  readonly json: unknown;
}

function view(plan: Plan, only: string | null): View {
  const curve = payoutCurve(plan, only);
  const target = plan.targetPay ?? [...payAtTarget(plan).values()].reduce((sum, one) => sum + one, 0);
  const last = curve.marks.at(-1);
  const top =
    curve.axis === 'attainment'
      ? Math.max(2, (last ?? 0) * 1.25)
      : (last ?? (target > 0 ? target : 1e6)) *
        (PLAN_METRICS[curve.measure.metric].kind === 'level' ? 1.2 : 1.6);
  const steps = 20;
  const grid = Array.from({ length: steps + 1 }, (_, i) =>
    curve.axis === 'attainment' ? i / 10 : (top * i) / steps,
  );
  const levels = [...new Set([...grid, ...curve.marks])]
    .sort((a, b) => a - b)
    .map((level): Level => {
      const pay = curve.pay(level);
      return {
        level,
        pay,
        marginal: curve.slope(level),
        jump: curve.jump(level),
        ofTarget: target > 0 ? pay / target : null,
        total: 12 * plan.salary + pay,
      };
    });
  const json = {
    plan,
    leftOut: leftOutOfCurve(plan),
    curve: {
      axis: curve.axis,
      measure: curve.measure.id,
      moves: only ?? 'all',
      target,
      marks: curve.marks,
      levels,
    },
  };
  return { plan, curve, only, top, target, levels, json };
}

function text({ plan, curve, only, top, target, levels }: View, language: Language): string {
  const words = WORDS[language];
  const { axis } = curve;
  const money = (x: number): string => exactMoney(x, plan.currency);
  const level = (x: number): string =>
    axis === 'attainment' ? percent(x) : amountOf(x, curve.measure.metric, plan.currency, language);
  const rate = (slope: number): string => marginal(slope, curve, target, plan);
  const jumps = levels.some(({ jump }) => jump !== 0);
  const head = [
    words.head[axis],
    words.head.pay,
    ...(target > 0 && axis === 'attainment' ? [words.head.share] : []),
    words.head.total,
    words.head.rate,
    ...(jumps ? [words.head.jump] : []),
  ];
  const rows = levels.map((one) => [
    level(one.level),
    money(one.pay),
    ...(target > 0 && axis === 'attainment' ? [formatShare(one.ofTarget!)] : []),
    money(one.total),
    rate(one.marginal),
    ...(jumps
      ? [one.jump === 0 ? '' : `${one.jump > 0 ? '+' : ''}${money(Math.round(one.jump * 100) / 100)}`]
      : []),
  ]);
  const title = plan.title === null ? plan.id : `${plan.title[language]} · ${plan.id}`;
  const left = leftOutWords(plan, leftOutOfCurve(plan), language);
  return [
    title,
    '',
    ...planWords(plan, language).flatMap((paragraph) => [...wrap(`▸ ${paragraph}`, COLUMNS)]),
    '',
    ...textTable(
      head,
      rows,
      head.map(() => 'right'),
    ),
    '',
    ...(target > 0 && plan.targetPay === null && axis === 'attainment'
      ? wrap(words.target(money(target)), COLUMNS)
      : []),
    ...wrap(words.rateOf[axis], COLUMNS),
    ...wrap(words.year(only), COLUMNS),
    ...(left === null ? [] : wrap(left, COLUMNS)),
    '',
    ...payoutChart(
      curve,
      top,
      (x) => formatMoney(x, plan.currency, language),
      (x) => level(Math.round(x * 1000) / 1000),
      (x) => words.strip(rate(x)),
    ),
  ].join('\n');
}

/** A slope as people read it: ×1.5 of proportional pay, or a share of one more yuan. */
function marginal(slope: number, { axis, measure }: PayoutCurve, target: number, plan: Plan): string {
  if (Math.abs(slope) < 1e-9) return axis === 'attainment' && target > 0 ? '×0' : '0';
  if (axis === 'attainment')
    return target > 0 ? `×${plain(slope / target)}` : exactMoney(slope / 100, plan.currency);
  if (PLAN_METRICS[measure.metric].unit === 'money') return percent(Number(slope.toPrecision(4)));
  return exactMoney(slope, plan.currency);
}
