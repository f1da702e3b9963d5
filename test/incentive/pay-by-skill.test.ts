import { describe, expect, it } from 'vitest';
import type { AnyPlan } from '../../engine/incentive/full-plan.ts';
import { exp, log } from '../../engine/kernel/math.ts';
import { ABILITIES } from '../../engine/model/constants.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { PLAIN, studyOf } from '../laws/setting.ts';
import { contest, full, LINEAR, withComponent } from './plans.ts';

/** Pay a year by ability under a plan, and what the plan people are used to pays the usual. */
function bySkill(pay: AnyPlan, skillEffect = 0.7, riskAversion = 0): number[] {
  const study = studyOf(
    {
      reps: 8,
      teams: 2,
      scalars: { 'people.skill-effect': skillEffect, 'people.risk-aversion': riskAversion },
    },
    { other: { pay } },
  );
  return [...compileStudy(study, 0, new MixTables()).alternatives[1]!.pay.own.bySkill];
}

const middle = ABILITIES.indexOf(0);
const slopes = (pay: number[]): number[] => pay.slice(1).map((x, i) => x - pay[i]!);

describe('pay by ability', () => {
  it('of a linear commission is salary plus commission on results that rise as ability to the power of its effect', () => {
    const pay = bySkill(LINEAR);
    const fixed = 12 * LINEAR.salary;
    ABILITIES.forEach((ability, k) => {
      const expected = fixed + (pay[middle]! - fixed) * exp(0.7 * ability);
      expect(Math.abs(pay[k]! / expected - 1)).toBeLessThan(0.01);
    });
  });

  it('of a salary is the same for all', () => {
    const pay = bySkill({ ...PLAIN.pay, commission: 0, bonus: 0 });
    for (const x of pay) expect(x).toBe(12 * PLAIN.pay.salary);
  });

  it('is what is usual for the usual, and rises with ability under the plain plan and a contest', () => {
    for (const plan of [full(PLAIN.pay), contest(full(LINEAR), [50_000, 20_000])]) {
      for (const slope of slopes(bySkill(plan))) expect(slope).toBeGreaterThan(0);
    }
  });

  it('rises less where pay is the team’s', () => {
    const own = bySkill(LINEAR);
    const team = bySkill({ ...LINEAR, teamShare: 1 });
    const steep = (pay: number[]): number => log(pay.at(-1)! / pay[0]!);
    expect(team[middle]!).toBeCloseTo(own[middle]!, 6);
    expect(steep(team)).toBeGreaterThan(0);
    expect(steep(team)).toBeLessThan(0.6 * steep(own));
  });

  it('of a capped plan stops rising', () => {
    const pay = bySkill({ ...PLAIN.pay, cap: 1.2 });
    expect(pay.at(-1)! / pay.at(-2)!).toBeLessThan(1.001);
  });

  it('of a contest rises less where a shorter period leaves more to chance', () => {
    const base = full(LINEAR);
    const prize = (months: 1 | 12, amount: number) =>
      withComponent(
        base,
        { id: 'race', months, quota: null },
        {
          payout: {
            kind: 'rank',
            axis: 'amount',
            among: 'company',
            prizes: [amount],
            minimum: null,
            ties: 'share',
          },
        },
      );
    const steep = (plan: AnyPlan): number => {
      const pay = bySkill(plan);
      return pay[middle + 2]! - pay[middle]!;
    };
    const none = steep(base);
    expect(steep(prize(12, 120_000)) - none).toBeGreaterThan(2 * (steep(prize(1, 10_000)) - none));
    expect(steep(prize(1, 10_000))).toBeGreaterThan(none);
  });

  it('of a contest draws the able less where they mind risk; of a commission as much', () => {
    const race = contest(full(LINEAR), [100_000]);
    const gain = (pay: AnyPlan, riskAversion: number): number => {
      const all = bySkill(pay, 0.7, riskAversion);
      return all[middle + 2]! - all[middle]!;
    };
    expect(gain(race, 0.5)).toBeLessThan(gain(race, 0));
    expect(gain(LINEAR, 0.5)).toBe(gain(LINEAR, 0));
  });

  it('of a match between teams moves with the odds that one member changes, stake and prize alike', () => {
    const base = full(LINEAR);
    const match = (prize: number, stake: number) =>
      bySkill(
        withComponent(
          base,
          { id: 'race', quota: null },
          { payout: { kind: 'match', axis: 'amount', prize, stake } },
        ),
      );
    const plain = bySkill(base);
    const both = match(6_000, 6_000).map((pay, k) => pay - plain[k]!);
    const prizes = match(12_000, 0).map((pay, k) => pay - plain[k]!);
    expect(both[middle]!).toBeCloseTo(0, 6);
    // The winners' prize alone is worth half of it to the usual, four times a year.
    expect(prizes[middle]!).toBeCloseTo(4 * 6_000, 6);
    ABILITIES.forEach((_, k) => {
      expect(prizes[k]! - both[k]!).toBeCloseTo(4 * 6_000, 6);
      if (k > 0) expect(both[k]!).toBeGreaterThan(both[k - 1]!);
      // Teams of four: nobody decides a match alone.
      expect(Math.abs(both[k]!)).toBeLessThan(4 * 6_000);
    });
  });
});
