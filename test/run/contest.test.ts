import { describe, expect, it } from 'vitest';
import { withContest } from '../../engine/incentive/contest.ts';
import { fullPlan } from '../../engine/incentive/full-plan.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { MONTH, REP_FIGURES, SEAT, TIMELINE } from '../../engine/model/tables/tally.ts';
import type { World } from '../../engine/model/world.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, runUnit, warmUp } from '../../engine/run/replicate.ts';
import { PRESETS, readStudy } from '../../engine/study/index.ts';
import { memory } from '../study/sources.ts';

/** A plan with what stands in `contest` as a further component. */
const plan = (contest = ''): string => `{
      salary: ¥4k,
      components: {
        commission: { title: Commission, measure: bookings, repeat: 50%, quota: ¥190k, period: quarter, rate: 10% }${contest}
      }
    }`;

const RANK = `,
        contest: { measure: bookings, repeat: 50%, quota: ¥190k, period: quarter, rank: { among: company, prizes: [¥900, ¥900, ¥900] } }`;

const STUDY = `schemelab: 1
context: insurance
company: { teams: { east: 4, west: 6 } }
baseline:
    pay: ${plan()}
alternatives:
  practice: { schemes: { add: [{ incentive-driven: { contests-per-year: 4, prize: ¥900, winners: 30% } }] } }
  component:
    pay: ${plan(RANK)}
  pilot: { schemes: { add: [{ incentive-driven: { contests-per-year: 4, prize: ¥900, winners: 25%, where: { team: east } } }] } }
  trial: { schemes: { add: [{ incentive-driven: { contests-per-year: 12, prize: ¥900, winners: 30%, start: 2 months, stop: 5 months } }] } }
  later-pay:
    schemes: { add: [{ incentive-driven: { contests-per-year: 4, prize: ¥900, winners: 30% } }] }
    pay-start: 6 months
    pay: { extends: context, commission: 20% }
run: { horizon: 12 months, seed: contest, replications-per-draw: 4 }
`;

const study = readStudy('s.yaml', memory({ 's.yaml': STUDY }));
const at = (id: string): number => study.alternatives.findIndex((one) => one.id === id);

const compiled = compileStudy(study, 0, new MixTables());
const random = new KeyedRandom(replicationKey(compiled.key, 0));
const warm = warmUp(study, compiled, new Work(), random);

function world(id: string, until?: number): World {
  const one = warm.fork();
  runHorizon(study, compiled.alternatives[at(id)]!, new Work(), one, random, until);
  return one;
}

const variable = (w: World, seat: number): number =>
  w.seatTally[seat * REP_FIGURES.length + SEAT['variable-pay']]!;

/** Pay of a month, on-costs included. */
function payCost(id: string, month: number): number {
  return world(id).timeline[month * TIMELINE.length + MONTH['pay-cost']]!;
}

describe('contests as a practice', () => {
  it('are the same contests as a component of the plan: every figure the same to the bit', () => {
    const { data } = runUnit(study, 0);
    const size = data.length / 4 / study.alternatives.length;
    const of = (id: string): Float64Array[] =>
      [0, 1, 2, 3].map((k) => {
        const from = (k * study.alternatives.length + at(id)) * size;
        return data.slice(from, from + size);
      });
    expect(of('practice')).toEqual(of('component'));
    // And they do something.
    expect(of('practice')).not.toEqual(of('baseline'));
  });

  it('are paid to those who take part, and felt by them', () => {
    const { pay } = compiled.alternatives[at('pilot')]!;
    const contest = pay.components.at(-1)!;
    expect(contest.kind === 'rank' && [...contest.entrants!]).toHaveLength(10);
    const before = world('pilot', 62);
    const after = world('pilot', 63);
    const paid = Array.from({ length: 10 }, (_, seat) => variable(after, seat) - variable(before, seat));
    const usual = world('baseline', 63);
    // One prize among four in the east; the west is paid as it would be.
    expect(paid.slice(4)).toEqual(Array.from({ length: 6 }, (_, k) => variable(usual, k + 4)));
    const group = pay.scratch.groups.at(-1)!;
    expect(group.slice(0, 4).some((gain) => gain > 0)).toBe(true);
    expect([...group.slice(4)]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('are held from the first period that begins after their start to the last that ends before their stop', () => {
    const { pay } = compiled.alternatives[at('trial')]!;
    const contest = pay.components.at(-1)!;
    const field = (day: number): number => {
      world('trial', day + 1);
      return contest.kind === 'rank' ? contest.entrants!.reduce((sum, one) => sum + one, 0) : -1;
    };
    expect([0, 41, 46, 62, 86, 104, 106, 126].map(field)).toEqual([0, 0, 10, 10, 10, 10, 0, 0]);
    // Before it starts nothing differs.
    expect(payCost('trial', 0)).toBe(payCost('baseline', 0));
    expect(payCost('trial', 1)).toBe(payCost('baseline', 1));
  });

  it('go on under a new pay plan, and were held under the old one', () => {
    const { before, pay } = compiled.alternatives[at('later-pay')]!;
    expect(before!.pay.components.map(({ kind }) => kind)).toEqual(['own', 'rank']);
    expect(before!.pay.plan.components[0]!.measure).toBe('bookings');
    expect(pay.components.at(-1)!.kind).toBe('rank');
    expect(payCost('later-pay', 2)).toBe(payCost('practice', 2));
  });
});

describe('a contest that today’s company drops', () => {
  it('is on again when the next replication warms up', () => {
    const dropped = readStudy(
      's.yaml',
      memory({
        's.yaml': `schemelab: 1
context: insurance
company: { reps: 6, teams: 2 }
baseline: { schemes: [{ incentive-driven: { prize: ¥3k, stop: 1 month } }] }
run: { horizon: 3 months, warm-up: 63 days, seed: dropped }
`,
      }),
    );
    const all = compileStudy(dropped, 0, new MixTables());
    const luck = new KeyedRandom(replicationKey(all.key, 0));
    const [first, second] = [0, 1].map(() => {
      const w = warmUp(dropped, all, new Work(), luck);
      const paid = [...w.reps.payRatio];
      runHorizon(dropped, all.alternatives[0]!, new Work(), w, luck);
      return paid;
    });
    expect(second).toEqual(first);
  });
});

describe('a contest beside a plan', () => {
  it('takes a name of its own, and ranks by attainment where each has a quota', () => {
    for (const preset of PRESETS) {
      const full = fullPlan(preset.pay, preset.currency);
      const title = { en: 'Contest', zh: '竞赛' };
      const once = withContest(full, 'contest', title, { months: 1, among: 'company', prizes: [1] });
      const twice = withContest(once, 'contest', title, { months: 12, among: 'team', prizes: [2, 1] });
      expect(twice.components.slice(-2).map(({ id }) => id)).toEqual(['contest', 'contest-2']);
      expect(twice.components.slice(0, -2)).toEqual(full.components);
      const { payout, measure } = twice.components.at(-1)!;
      expect(payout).toMatchObject({ kind: 'rank', axis: 'attainment', among: 'team', prizes: [2, 1] });
      expect(twice.measures.find(({ id }) => id === measure)!.quota!.amount).toBe(preset.pay.quota);
    }
  });
});
