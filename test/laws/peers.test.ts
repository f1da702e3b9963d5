import { describe, expect, it } from 'vitest';
import { mean } from '../../engine/statistics/moments.ts';
import { batchOf, type Setting, seatFigure, studyOf } from './setting.ts';

/** Pay moves nobody by itself, so that nothing but colleagues is left; nobody leaves for it either. */
const COLLEAGUES: Setting = {
  reps: 24,
  teams: 6,
  scalars: { 'people.intrinsic': 1, 'people.outside-skill': 0, 'people.ability-spread': 0.6 },
};

describe('colleagues', () => {
  const study = studyOf(COLLEAGUES, {
    together: { pay: { ...studyOf(COLLEAGUES).alternatives[0]!.pay, teamShare: 1 } },
  });
  const batch = batchOf(study, 12);
  const effort = (run: number, alternative: number): Float64Array => {
    const hours = seatFigure(batch, run, alternative, 'effort');
    const days = seatFigure(batch, run, alternative, 'days-active');
    return hours.map((x, seat) => x / days[seat]!);
  };

  it('neither spur nor slow on the whole when pay becomes the team’s: better ones lift, weaker ones draw down', () => {
    const lift = batch.runs.map((_, run) => mean(effort(run, 1)) / mean(effort(run, 0)) - 1);
    // Twelve firms of six teams; a mean log skill against the wrong yardstick moved it by .05.
    expect(Math.abs(mean(Float64Array.from(lift)))).toBeLessThan(0.015);
  });

  it('lift by how good they are where pay is shared, and dishearten where it is one’s own', () => {
    const slopes = [0, 1].map((alternative) => {
      let over = 0;
      let under = 0;
      batch.runs.forEach((_, run) => {
        const own = effort(run, alternative);
        const ability = seatFigure(batch, run, alternative, 'ability');
        for (let team = 0; team < 6; team++) {
          const seats = Array.from({ length: 4 }, (_, k) => team * 4 + k);
          const skill = seats.reduce((sum, seat) => sum + ability[seat]!, 0) / 4;
          const log = seats.reduce((sum, seat) => sum + Math.log(own[seat]!), 0) / 4;
          over += skill * log;
          under += skill * skill;
        }
      });
      return over / under;
    });
    // Elasticities −.05 and +.15, thinned by newcomers and by ability being read at the end.
    expect(slopes[0]!).toBeLessThan(0);
    expect(slopes[1]!).toBeGreaterThan(0.05);
  });
});
