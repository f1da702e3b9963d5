import { describe, expect, it } from 'vitest';
import type { Practice } from '../../engine/model/model.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { MONTH, TIMELINE } from '../../engine/model/tables/tally.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../engine/run/replicate.ts';
import { SCHEME_INDEX } from '../../engine/schemes/registry.ts';
import { readStudy } from '../../engine/study/index.ts';
import { memory } from '../study/sources.ts';

const STUDY = `schemelab: 1
context: insurance
company: { teams: { east: 5, west: 5 } }
baseline: { plan-type: structured }
alternatives:
  pilot: { plan-type: { agile: { where: { team: east } } } }
  trial: { plan-type: { agile: { stop: 3 months } } }
  spread: { plan-type: { agile: { ramp: 6 months } } }
  all: { plan-type: agile }
run: { seed: replacement, effects: mode }
`;

const study = readStudy('s.yaml', memory({ 's.yaml': STUDY }));
const compiled = compileStudy(study, 0, new MixTables());
// A replication in which agile takes root; the first test would say so if it did not.
const random = new KeyedRandom(replicationKey(compiled.key, 1));

/** The morning of `day` under an alternative. */
function morning(id: string, day: number): World {
  const work = new Work();
  const world = warmUp(study, compiled, work, random);
  runHorizon(study, compiledOf(id), work, world, random, day);
  return world;
}

const compiledOf = (id: string) =>
  compiled.alternatives[study.alternatives.findIndex((one) => one.id === id)]!;

/** How far each seat has adopted structured and agile on the morning of `day`. */
function adoption(id: string, day: number): { structured: number[]; agile: number[] } {
  const world = morning(id, day);
  const row = (scheme: string): number[] => {
    const first = SCHEME_INDEX.get(scheme)! * study.reps;
    return [...world.adoption.subarray(first, first + study.reps)];
  };
  return { structured: row('structured'), agile: row('agile') };
}

const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const east = (values: number[]): number => mean(values.slice(0, 5));
const west = (values: number[]): number => mean(values.slice(5));

describe('a plan type that takes the place of another', () => {
  it('does so in its own team only', () => {
    const { structured, agile } = adoption('pilot', 126);
    const kept = adoption('baseline', 126).structured;
    expect(east(agile)).toBeGreaterThan(0.5);
    expect(west(agile)).toBe(0);
    expect(east(structured)).toBeLessThan(0.6 * east(kept));
    expect(structured.slice(5)).toEqual(kept.slice(5));
  });

  it('gives the place back when it ends', () => {
    const during = adoption('trial', 63).structured;
    const after = adoption('trial', 189);
    expect(mean(after.structured)).toBeGreaterThan(mean(during) + 0.2);
    expect(mean(after.agile)).toBeLessThan(0.5 * mean(adoption('trial', 63).agile));
  });

  it('spreads seat by seat, and nobody is left without either', () => {
    const { structured, agile } = adoption('spread', 63);
    const kept = adoption('baseline', 63).structured;
    const reached = agile.map((x) => x > 0);
    expect(reached).toContain(true);
    expect(reached).toContain(false);
    reached.forEach((yes, seat) => {
      if (!yes) expect(structured[seat]).toBe(kept[seat]);
      // On the very first week of a seat the old way may not yet have faded.
      else expect(structured[seat]).toBeLessThan(kept[seat]!);
    });
    expect(adoption('spread', 130).agile.every((x) => x > 0)).toBe(true);
  });
});

describe('the cost of a plan type that is replaced in part', () => {
  it('falls with the seats that leave it', () => {
    const month = 3;
    const cost = (id: string): number =>
      morning(id, 126).timeline[month * TIMELINE.length + MONTH['scheme-cost']]!;
    const [structured, agile] = compiledOf('pilot').model.practices;
    const hour = compiledOf('pilot').model.params.managerHourCost;
    const aHead = (one: Practice): number => one.perRepMonth + one.managerHoursPerRep * hour;
    const running = agile!.monthly + agile!.managerHours * hour;
    const change = running + 5 * (aHead(agile!) - aHead(structured!));
    expect(cost('pilot') - cost('baseline')).toBeCloseTo(change, 6);
    expect(structured!.perRepMonth).toBeGreaterThan(0);
  });
});
