import { stringify } from 'yaml';
import { fullPlan, isFull, payAtTarget, payoutCurve } from '../../engine/incentive/index.ts';
import { defaultsOf, SCHEMES } from '../../engine/schemes/index.ts';
import {
  fingerprint,
  type NormalStudy,
  readPlan,
  readStudy,
  type StudySource,
  schemeContextOf,
} from '../../engine/study/index.ts';
import type { PayCurve, PlanAnswer, StudyAnswer } from '../contract/index.ts';
import { RequestFailure } from './failures.ts';

/** What a client may send: a study or plan as text, or as an object of the same keys. */
export type Written = string | Readonly<Record<string, unknown>>;

/** What files are called in problems; there is only ever the one. */
const STUDY = 'study.yaml';
const PLAN = 'plan.yaml';

/** Objects nested deeper are no study; the reader of text has its own limit. */
const DEEPEST = 50;

/** Steps of attainment, or of a year's result, at which a payout curve is told. */
const STEPS = 40;

/** The text of what a client sent, which is not nested too deep. */
export function textOf(written: Written): string {
  if (typeof written === 'string') return written;
  return stringify(written, { aliasDuplicateObjects: false, lineWidth: 110 });
}

/**
 * Reads a study that a client sent. Text is all there is: whatever else it names, files above all, is not found.
 *
 * @throws ProblemsError, RequestFailure
 */
export function studyOf(text: string): NormalStudy {
  return readStudy(STUDY, only(STUDY, text));
}

/** What a sound study was understood to be. */
export function studyAnswer(study: NormalStudy, yaml: string): StudyAnswer {
  const { run } = study;
  const context = schemeContextOf(study);
  return {
    title: study.title,
    context: study.context,
    currency: study.currency,
    reps: study.reps,
    teams: study.teamNames.map((name, i) => ({ name, size: study.teamSizes[i]! })),
    horizonDays: run.horizonDays,
    warmupDays: run.warmupDays,
    primary: run.primary,
    confidence: run.confidence,
    replications: {
      least: Math.min(run.minDraws, run.maxDraws) * run.replicationsPerDraw,
      most: run.maxDraws * run.replicationsPerDraw,
    },
    alternatives: study.alternatives.map(({ id, name, adoptions, pay }) => ({
      id,
      name,
      schemes: adoptions.map((one) => one.scheme),
      pay: { id: pay.id, flat: !isFull(pay), curve: curveOf(fullPlan(pay, study.currency)) },
    })),
    defaults: Object.fromEntries(SCHEMES.map((one) => [one.id, defaultsOf(one, context)])),
    fingerprint: fingerprint(study),
    yaml,
  };
}

/** Reads a plan that a client sent and says what it pays. @throws ProblemsError, RequestFailure */
export function planAnswer(written: Written, context: string | undefined): PlanAnswer {
  const yaml = textOf(written);
  const plan = readPlan(PLAN, only(PLAN, yaml), context);
  return {
    id: plan.id,
    title: plan.title ?? { en: plan.id, zh: plan.id },
    flat: !/^(?:components|measures)\s*:/m.test(yaml),
    currency: plan.currency,
    curve: curveOf(plan)!,
    yaml,
  };
}

/** A source of one file; no path a client writes reaches any other. */
function only(file: string, text: string): StudySource {
  return { read: (path, from) => (from === null && path === file ? { file, text } : null) };
}

function curveOf(plan: Parameters<typeof payoutCurve>[0]): PayCurve | null {
  if (plan.measures.length === 0) return null;
  const curve = payoutCurve(plan);
  const target = plan.targetPay ?? [...payAtTarget(plan).values()].reduce((sum, one) => sum + one, 0);
  const last = curve.marks.at(-1);
  const top =
    curve.axis === 'attainment'
      ? Math.max(2, (last ?? 0) * 1.25)
      : (last ?? (target > 0 ? target : 1e6)) * 1.6;
  const grid = Array.from({ length: STEPS + 1 }, (_, i) => (top * i) / STEPS);
  const levels = [...new Set([...grid, ...curve.marks])].sort((a, b) => a - b);
  return {
    axis: curve.axis,
    target,
    salary: plan.salary * 12,
    points: levels.map((level) => ({ level, pay: curve.pay(level), marginal: curve.slope(level) })),
  };
}

/** Refuses what is nested too deep, even to be handed to a thread. Walks without recursion, so that depth costs nothing. */
export function refuseDeep(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST)
      throw new RequestFailure(400, 'too-deep', {
        en: `The study is nested more than ${DEEPEST} deep.`,
        zh: `研究嵌套超过 ${DEEPEST} 层。`,
      });
    level = level.flatMap((one) => (one !== null && typeof one === 'object' ? Object.values(one) : []));
  }
}
