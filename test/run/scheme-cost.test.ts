import { describe, expect, it } from 'vitest';
import { Work } from '../../engine/model/phases/work.ts';
import { MONTH, TIMELINE } from '../../engine/model/tables/tally.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../engine/run/replicate.ts';
import { readStudy } from '../../engine/study/index.ts';
import { memory } from '../study/sources.ts';

const MONTHS = 12;

const STUDY = `schemelab: 1
context: b2b-saas
company: { teams: { east: 8, south: 8, north: 8 } }
alternatives:
  everyone: { schemes: { add: [digital] } }
  pilot: { schemes: { add: [{ digital: { where: { team: east } } }] } }
  late: { schemes: { add: [{ digital: { start: 6 months } }] } }
  rolled: { schemes: { add: [{ digital: { ramp: 12 months } }] } }
  nobody: { schemes: { add: [{ digital: { where: { tenure: [400 months, 500 months] } } }] } }
  bids: { schemes: { add: [{ project-based: { where: { team: east } } }] } }
  accounts: { schemes: { add: [{ key-account: { where: { team: east }, coverage: 20% } }] } }
  care: { schemes: { add: [{ customer-lifecycle: { where: { team: east } } }] } }
run: { horizon: ${MONTHS} months, seed: covered, effects: mode }
`;

const study = readStudy('s.yaml', memory({ 's.yaml': STUDY }));
const compiled = compileStudy(study, 0, new MixTables());
const random = new KeyedRandom(replicationKey(compiled.key, 0));
const warm = warmUp(study, compiled, new Work(), random);

const alternativeOf = (id: string) =>
  compiled.alternatives[study.alternatives.findIndex((one) => one.id === id)]!;
const practiceOf = (id: string) => alternativeOf(id).model.practices[0]!;

function world(id: string, until = study.run.horizonDays): World {
  const one = warm.fork();
  runHorizon(study, alternativeOf(id), new Work(), one, random, until);
  return one;
}

function costOf(id: string): number {
  const { timeline } = world(id);
  let cost = 0;
  for (let month = 0; month < MONTHS; month++)
    cost += timeline[month * TIMELINE.length + MONTH['scheme-cost']]!;
  return cost;
}

const hour = compiled.alternatives[0]!.model.params.managerHourCost;

/** A year for so many reps, everything that goes with leads and customers aside. */
function year(id: string, reps: number, months = MONTHS): number {
  const p = practiceOf(id);
  return (
    p.setup +
    p.setupPerRep * reps +
    months * (p.monthly + p.perRepMonth * reps + (p.managerHours + p.managerHoursPerRep * reps) * hour)
  );
}

describe('a practice costs what it covers', () => {
  it('has costs of both kinds here', () => {
    const { setup, setupPerRep, monthly, perRepMonth, managerHours, managerHoursPerRep } =
      practiceOf('everyone');
    for (const cost of [setup, setupPerRep, monthly, perRepMonth, managerHours, managerHoursPerRep])
      expect(cost).toBeGreaterThan(0);
  });

  it('a pilot in one team of three pays all of what is fixed and a third of what scales', () => {
    expect(costOf('everyone')).toBeCloseTo(year('everyone', 24), 4);
    expect(costOf('pilot')).toBeCloseTo(year('pilot', 8), 4);
    const fixed = year('everyone', 0);
    expect(costOf('pilot') - fixed).toBeCloseTo((costOf('everyone') - fixed) / 3, 4);
  });

  it('pays from its start on', () => {
    expect(costOf('late')).toBeCloseTo(year('late', 24, 6), 4);
  });

  it('for people of a tenure that nobody has, pays what is fixed', () => {
    expect(costOf('nobody')).toBeCloseTo(year('nobody', 0), 4);
  });

  it('in a roll-out, pays set-up for all at the start, and by the month for those reached so far', () => {
    const { setup, setupPerRep, monthly, managerHours } = practiceOf('rolled');
    const least = setup + 24 * setupPerRep + MONTHS * (monthly + managerHours * hour);
    expect(costOf('rolled')).toBeGreaterThan(least);
    // Half of them on average, by lot.
    const share = (costOf('rolled') - least) / (year('rolled', 24) - least);
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.75);
  });

  it('pays by the lead for the leads of those it covers', () => {
    const { timeline } = world('bids');
    let leads = 0;
    for (let month = 0; month < MONTHS; month++) leads += timeline[month * TIMELINE.length + MONTH.leads]!;
    const { perLead } = practiceOf('bids');
    expect(perLead).toBeGreaterThan(0);
    expect(costOf('bids')).toBeCloseTo(year('bids', 8) + (perLead * leads) / 3, 4);
  });

  it.each(['accounts', 'care'])('%s: pays by the customer for the customers of those it covers', (id) => {
    const { perCustomerMonth, perTopCustomerMonth } = practiceOf(id);
    expect(perCustomerMonth + perTopCustomerMonth).toBeGreaterThan(0);
    const before = world(id, 20).timeline[MONTH['scheme-cost']]!;
    const { reps, timeline } = world(id, 21);
    let top = 0;
    let all = 0;
    for (let seat = 0; seat < 8; seat++) {
      top += reps.customersA[seat]!;
      all += reps.customersA[seat]! + reps.customersB[seat]! + reps.customersC[seat]!;
    }
    const p = practiceOf(id);
    const month = year(id, 8, 1) - p.setup - 8 * p.setupPerRep;
    expect(before).toBeCloseTo(p.setup + 8 * p.setupPerRep, 6);
    expect(timeline[MONTH['scheme-cost']]! - before).toBeCloseTo(
      month + perCustomerMonth * all + perTopCustomerMonth * top,
      6,
    );
  });
});
