import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/incentive/evaluate.ts';
import { type Plan, statementMonths } from '../../engine/incentive/language.ts';
import { openPeriods } from '../../engine/incentive/open-period.ts';
import { type Carry, NO_CARRY, NO_RESULTS } from '../../engine/incentive/results.ts';
import { settlePeriods } from '../../engine/incentive/settle.ts';
import { standings, takeStock } from '../../engine/incentive/standing.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { REP_FIGURES, SEAT } from '../../engine/model/tables/tally.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { warmUp } from '../../engine/run/replicate.ts';
import { readPlan } from '../../engine/study/plan/read.ts';
import { studyOf } from '../laws/setting.ts';
import { Dice } from './plan-random.ts';

/**
 * The engine pays from compiled curves; the exact evaluator pays from the plan's words. A year of statements under every
 * published plan, with results drawn at random around quota, must come to the same money but for cents.
 */

const PLANS = new URL('../../scenarios/plans/', import.meta.url);
const source = {
  read: (name: string) => {
    const file = name.replace(/^.*[\\/]/, '');
    return { file, text: readFileSync(new URL(file, PLANS), 'utf8') };
  },
};
const SEATS = 6;

/** A company under a plan on the morning of day 0, everyone long there, quotas as planned. */
function company(plan: Plan) {
  const draft = studyOf({
    reps: SEATS,
    teams: 2,
    scalars: { 'people.quota-error': 0, 'market.territory-spread': 0, 'people.turnover': 0 },
    run: { warmupDays: 0 },
  });
  const study = { ...draft, alternatives: [{ ...draft.alternatives[0]!, pay: plan }] };
  const all = compileStudy(study, 0, new MixTables());
  const { model, pay } = all.alternatives[0]!;
  const world = warmUp(study, all, new Work(), new KeyedRandom(replicationKey(all.key, 0)));
  world.reps.hiredDay.fill(-2520);
  return { model, pay, world };
}

function variable(w: ReturnType<typeof company>['world'], seat: number): number {
  return w.seatTally[seat * REP_FIGURES.length + SEAT['variable-pay']]!;
}

/** Gives every seat and measure a month's results around its quota. */
function month({ world: w, model, pay }: ReturnType<typeof company>, dice: Dice): void {
  const done = new Set<number>();
  for (const one of pay.measures) {
    if (done.has(one.row)) continue;
    done.add(one.row);
    for (let seat = 0; seat < SEATS; seat++) {
      const at = one.row * model.seats + seat;
      if (one.level) {
        w.pay.credit[at]! += (one.quota > 0 ? one.quota : 0.9) * dice.from(0.6, 1.2);
        w.pay.base[at]! += 1;
      } else {
        const whole = one.quota > 0 ? w.pay.quota[at]! / one.measure.months : 40_000;
        w.pay.credit[at]! += whole * dice.from(0.2, 2);
      }
    }
  }
}

const files = readdirSync(PLANS).filter((name) => name.endsWith('.yaml'));

describe('a year of statements under the plan', () => {
  test.each(files)('%s pays as the exact evaluator', (file) => {
    const written = readPlan(file, source);
    // While a plan is lived by attainment is not rounded.
    const plan = { ...written, rounding: { ...written.rounding, attainment: null } };
    const firm = company(plan);
    const { world: w, model, pay } = firm;
    const dice = new Dice(files.indexOf(file) + 1);
    const months = statementMonths(plan);
    const carries: Carry[] = new Array<Carry>(SEATS).fill(NO_CARRY);
    let paidSomething = false;
    openPeriods(w, model, pay, 0);
    for (let n = 1; n <= 12; n++) {
      const last = n * 21 - 1;
      w.reps.daysHere.fill(last + 1);
      month(firm, dice);
      if (n % months !== 0) continue;
      const at = standings(pay.measures.length, model.seats);
      takeStock(w, model, pay, last, at);
      const before = Array.from({ length: SEATS }, (_, seat) => variable(w, seat));
      const sofar = pay.measures.map((_, i) => at.result.slice(i * SEATS, (i + 1) * SEATS));
      settlePeriods(w, model, pay, last, false);
      for (let seat = 0; seat < SEATS; seat++) {
        const quotas = Object.fromEntries(
          pay.measures.flatMap(({ measure }, i) =>
            measure.quota === null ? [] : [[measure.id, at.quota[i * SEATS + seat]!]],
          ),
        );
        const { paid, carry } = evaluate(
          plan,
          {
            ...NO_RESULTS,
            month: n,
            values: Object.fromEntries(
              pay.measures.map((one, i) => [
                one.measure.id,
                flow(firm, i, seat, sofar[i]![seat]!, carries[seat]!),
              ]),
            ),
            quotas,
            others: othersOf(plan, firm, at, seat),
            goals: goalsOf(
              plan,
              pay.measures.map(({ measure }) => measure.id),
              at.result,
              seat,
            ),
          },
          carries[seat]!,
        );
        carries[seat] = carry;
        const salary = plan.salary * months;
        expect(variable(w, seat) - before[seat]!, `month ${n}, seat ${seat}`).toBeCloseTo(paid - salary, 0);
        if (paid - salary > 1) paidSomething = true;
      }
      openPeriods(w, model, pay, last + 1);
    }
    expect(paidSomething).toBe(true);
  });
});

/** What the evaluator still has to add to what it gathered of the period: it takes a statement's part, we have the whole. */
function flow(
  firm: ReturnType<typeof company>,
  i: number,
  _seat: number,
  result: number,
  carry: Carry,
): number {
  const { measure, level } = firm.pay.measures[i]!;
  const before = carry.measures[measure.id];
  if (before === undefined || before.months === 0) return result;
  if (level) {
    const step = statementMonths(firm.pay.plan);
    return (result * (before.months + step) - before.credit) / step;
  }
  return result - before.credit;
}

/** Rivals' results for contests: everybody else's, or the other team's. */
function othersOf(
  plan: Plan,
  firm: ReturnType<typeof company>,
  at: ReturnType<typeof standings>,
  seat: number,
) {
  const team = firm.world.reps.team;
  return Object.fromEntries(
    plan.components.map(({ id, measure, payout }) => {
      const i = firm.pay.measures.findIndex((one) => one.measure.id === measure);
      const result = (other: number): number => at.result[i * SEATS + other]!;
      const seats = [...team.keys()].filter((other) => other !== seat);
      if (payout.kind === 'match') return [id, [result(seats.find((other) => team[other] !== team[seat])!)]];
      return [id, seats.map(result)];
    }),
  );
}

/** Goals all reached as far as the measure's score. */
function goalsOf(plan: Plan, ids: readonly string[], results: Float64Array, seat: number) {
  return Object.fromEntries(
    plan.components.flatMap(({ id, measure, payout }) =>
      payout.kind === 'goals'
        ? [
            [
              id,
              Object.fromEntries(
                payout.goals.map((goal) => [goal.id, results[ids.indexOf(measure) * SEATS + seat]!]),
              ),
            ],
          ]
        : [],
    ),
  );
}
