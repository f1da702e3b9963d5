import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../../engine/kernel/normal.ts';
import { runUnit } from '../../../engine/run/index.ts';
import { InlineRunner } from '../../../engine/run/inline.ts';
import { layoutOf } from '../../../engine/run/layout.ts';
import { readStudy } from '../../../engine/study/index.ts';
import { disk } from '../../study/sources.ts';
import { type Effect, effectOf, trialOf, withStudy } from '../effects.ts';
import { largestAccounts } from './accounts.ts';
import { adoption, leastSquares, type Surveyed, selectionFor, survey, trueEffect } from './confounding.ts';
import { type Count, countVerdict } from './count.ts';
import { simulatedFirms } from './firms.ts';
import { surveyRow, together } from './growth.ts';
import { netOf, shares } from './rows.ts';
import { sizeVerdict } from './sizes.ts';
import { sampled, trueShare } from './survey-share.ts';
import { keepers, triedFirst } from './trial-first.ts';

const FOLDER = 'scenarios/article';

/** Firms on an even grid of two traits, of which only the first makes them grow. */
const GAIN = 0.03;
const SLOPE = 0.1;
const grid = Array.from({ length: 40 }, (_, i) => normalQuantile((i + 0.5) / 40));
const KNOWN: readonly Surveyed[] = grid.flatMap((a) =>
  grid.map((b) => ({ one: 0.05 + SLOPE * a, three: 0.05 + SLOPE * a + GAIN, traits: [a, b] })),
);

describe('a survey of firms that choose for themselves', () => {
  it('has the true effect of practices in each firm', () => {
    const { mean, interval } = trueEffect(KNOWN);
    expect(mean).toBeCloseTo(GAIN, 12);
    expect(interval[1] - interval[0]).toBeCloseTo(0, 9);
  });

  it('finds the true effect where adoption goes by lot, and more the stronger selection is, as theory says', () => {
    const spread = Math.sqrt(grid.reduce((sum, x) => sum + x * x, 0) / grid.length);
    for (const selection of [0, 0.3, 0.6, 0.9]) {
      const { naive } = survey(KNOWN, adoption(KNOWN, selection));
      // Of a Normal mixture, E[trait | above] − E[trait | below] is √(8 ÷ π) times the correlation with the trait.
      const bias = SLOPE * spread * Math.sqrt(8 / Math.PI) * (selection / Math.SQRT2);
      expect(Math.abs(naive.mean - GAIN - bias)).toBeLessThan(0.002);
    }
  });

  it('finds the true effect at any selection once like firms are compared', () => {
    for (const selection of [0, 0.5, 1]) {
      const { adjusted } = survey(KNOWN, adoption(KNOWN, selection));
      expect(adjusted.mean).toBeCloseTo(GAIN, 9);
    }
  });

  it('tells the weakest selection that makes a claim, or that none does', () => {
    const needed = selectionFor(KNOWN, 0.09)!;
    expect(survey(KNOWN, adoption(KNOWN, needed)).naive.mean).toBeGreaterThanOrEqual(0.09);
    expect(survey(KNOWN, adoption(KNOWN, needed - 0.01)).naive.mean).toBeLessThan(0.09);
    expect(selectionFor(KNOWN, 0.28)).toBeNull();
  });

  it('is told with the strength of selection that makes the claim, or how unlike firms would have to be', () => {
    const setting = { en: '', zh: '' };
    const verdict = (firms: readonly Surveyed[]): string => surveyRow('d08-firms', firms, setting).verdict.en;
    // At full selection the naive survey finds .143: (.28 − .03) ÷ (.143 − .03) = 2.2. Growth with one is then about
    // −.6 %: its rate cannot be higher by a share, but with less selection it is.
    const rate = selectionFor(KNOWN, 0.28, ({ one, three }) => three / one - 1);
    expect(verdict(KNOWN)).toMatch(/^Selection inflates a true \+3\.0 pp to as much as \+14\.\d pp: /);
    expect(verdict(KNOWN)).toContain(
      `a selection of ${rate} makes a growth rate 28 % higher; no selection makes`,
    );
    expect(verdict(KNOWN)).toMatch(/firms would have to differ 2\.\d times as much$/);
    const steep = KNOWN.map((firm) => ({
      ...firm,
      one: firm.one + 2 * SLOPE * firm.traits[0]!,
      three: firm.three + 2 * SLOPE * firm.traits[0]!,
    }));
    const strength = selectionFor(steep, 0.28)!;
    expect(strength).toBeGreaterThan(0);
    expect(strength).toBeLessThan(1);
    expect(verdict(steep)).toContain(`a selection of ${strength} makes 28 points`);
  });

  it('fits a line whose coefficients and their variances are known', () => {
    // y = 2, 4, 5, 4, 5 on x = 1…5: intercept 2.2, slope .6, s² = .8, var(slope) = .08, var(intercept) = .88.
    const rows = [1, 2, 3, 4, 5].map((x) => [1, x]);
    const { coefficients, variances } = leastSquares(rows, [2, 4, 5, 4, 5], [1, 1, 1, 1, 1]);
    for (const [i, x] of [2.2, 0.6].entries()) expect(coefficients[i]).toBeCloseTo(x, 12);
    for (const [i, x] of [0.88, 0.08].entries()) expect(variances[i]).toBeCloseTo(x, 12);
    expect(() =>
      leastSquares(
        [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [1, 2, 3],
        [1, 1, 1],
      ),
    ).toThrow(RangeError);
  });
});

it('simulated firms differ, grow, and are the same every time', () => {
  const firms = simulatedFirms(`${FOLDER}/d08-firms.yaml`, 2, disk);
  expect(firms).toEqual(simulatedFirms(`${FOLDER}/d08-firms.yaml`, 2, disk));
  expect(firms[0]).not.toEqual(firms[1]);
  for (const { one, three, traits } of firms) {
    expect(traits).toHaveLength(3);
    expect(one).not.toBe(three);
    for (const growth of [one, three]) expect(growth).toBeGreaterThan(-1);
  }
});

describe('what a survey’s share can say', () => {
  it('gives the share back where people answer truly, and undoes a known error', () => {
    expect(trueShare(0.7, 1, 0)).toBe(0.7);
    // 40 % true, of whom 90 % say so, and of the others 20 %: .36 + .12 = 48 % say so.
    expect(trueShare(0.48, 0.9, 0.2)).toBeCloseTo(0.4, 12);
  });
  it('allows anything between none and all for 70 %, by how readily people blame the plan', () => {
    expect(trueShare(0.7, 0.9, 0.7)).toBe(0);
    expect(trueShare(0.7, 0.7, 0.1)).toBe(1);
    expect(() => trueShare(0.7, 0.5, 0.5)).toThrow(RangeError);
  });
  it('leaves out what a small sample leaves open', () => {
    const [low, high] = sampled(0.7, 50);
    // By hand: z² = 2.7055; centre .72706 ÷ 1.05411 = .68973, half-width 1.56042 × √(.0042 + .00027055) = .10433.
    expect(low).toBeCloseTo(0.5854, 4);
    expect(high).toBeCloseTo(0.79407, 4);
  });
});

/** An effect with its interval. */
const about = (mean: number, half: number): Effect => ({
  mean,
  interval: [mean - half, mean + half],
  range: [mean, mean],
  beyond: Number.NaN,
  draws: 9,
  replications: 9,
});

describe('verdicts on advice over several trials', () => {
  const counts = (means: readonly number[]): Count[] =>
    [1, 2, 3, 4, 5, 8].map((count, i) => ({ count, effect: about(means[i]!, 0.5) }));
  it.each([
    [[1, 2, 4, 5, 4, 1], [4], /^Supported/],
    [[5, 4, 3, 2, 1, 0], [1], /^Not supported: 1 brings most/],
    [[5, 6, 3, 2, 1, 0], [2], /^Not supported: 2 bring most/],
    [[3, 4, 4.1, 2, 1, 0], [2, 3], /^Undecided: 2, 3/],
    [[0.2, 0, -1, -2, -3, -4], [1, 2], /no number pays clearly/],
  ])('three to five, from %j', (means, among, words) => {
    expect(countVerdict(counts(means), among).en).toMatch(words);
  });
  it('advice by size is supported where it pays and is not beaten', () => {
    expect(sizeVerdict(['best', 'not-beaten']).en).toBe('Supported in every industry tried');
    expect(sizeVerdict(['worse', 'no-gain']).en).toBe('Not supported in any industry tried');
    expect(sizeVerdict(['worse', 'other-better', 'best']).en).toMatch(/pays in 2 of 3 .* not beaten .* in 1/);
  });
});

/** A study of the folder with few replications. */
async function few(name: string, months: number) {
  const text = `schemelab: 1
extends: ${name}.yaml
company: { reps: 8, teams: 2 }
run: { horizon: ${months} months, replications: 4, replications-per-draw: 2 }
`;
  const file = `${FOLDER}/few.yaml`;
  return trialOf(file, withStudy(file, text, disk), new InlineRunner());
}

describe('comparisons of one study', () => {
  it('split a mix’s net contribution into parts that add up', async () => {
    const trial = await few('d12-internet', 3);
    const { margin, pay, practices, rest } = shares('internet', trial);
    expect(margin + pay + practices + rest).toBeCloseTo(netOf(trial, 'internet', 'baseline').mean, 9);
    expect(practices).toBeLessThan(0);
  });
  it('set three practices against their average and against the best of them', async () => {
    const trial = await few('d08-standard-automation-territories', 6);
    const { average, best, bestId } = together(trial);
    expect(trial.study.alternatives.slice(2).map((one) => one.id)).toContain(bestId);
    expect(average.mean).toBeGreaterThanOrEqual(best.mean - 1e-12);
  });
});

describe('a setting is what its study says', () => {
  it.each([
    ['d03-goals-slack', 'reps-at-quota', 0.5, 0.8],
    ['d03-goals-insurance', 'reps-at-quota', 0, 0.5],
    ['d05-lifecycle-churning', 'kept', 0.8, 0.85],
    ['d05-lifecycle-saas', 'kept', 0.9, 1],
  ])('%s: %s between %f and %f', async (name, figure, low, high) => {
    const { mean } = effectOf(await few(name, 12), 'baseline', 'baseline', figure, 'level');
    expect(mean).toBeGreaterThan(low);
    expect(mean).toBeLessThan(high);
  });

  it('d06-key-accounts-small: the largest account stands at ¥300,000 to ¥500,000, give or take a twentieth', () => {
    const study = readStudy(`${FOLDER}/d06-key-accounts-small.yaml`, disk);
    const { before } = largestAccounts({ ...study, run: { ...study.run, maxDraws: 20 } });
    expect(before).toHaveLength(40);
    const median = before.sort((a, b) => a - b)[20]!;
    expect(median).toBeGreaterThan(0.95 * 300_000);
    expect(median).toBeLessThan(1.05 * 500_000);
  });
});

describe('trying first', () => {
  it('does not differ between keeping and dropping until half time', () => {
    const study = readStudy(`${FOLDER}/d13-three.yaml`, disk);
    const layout = layoutOf(study);
    const { data } = runUnit(study, 0);
    const course = (id: string): number[] => {
      const a = study.alternatives.findIndex((one) => one.id === id);
      const from = a * layout.size + layout.metrics.length + layout.details.length;
      return [...data.subarray(from, from + layout.months * layout.timeline.length)];
    };
    const half = 6 * layout.timeline.length;
    const [kept, dropped] = [course('trial-kept'), course('trial-dropped')];
    expect(kept.slice(0, half)).toEqual(dropped.slice(0, half));
    expect(kept.slice(half)).not.toEqual(dropped.slice(half));
  });
  it('is decided by what is seen then, and lies between always keeping and always dropping', async () => {
    const trial = await few('d13-three', 12);
    const keep = keepers(trial.study, trial.sample.draws);
    expect(keep).toHaveLength(4);
    const { kept, againstNothing } = triedFirst(trial);
    expect(kept).toBe(keep.filter(Boolean).length / 4);
    const ends = ['trial-kept', 'trial-dropped'].map((id) => netOf(trial, id, 'baseline').mean);
    expect(againstNothing.mean).toBeGreaterThanOrEqual(Math.min(...ends) - 0.05);
    expect(againstNothing.mean).toBeLessThanOrEqual(Math.max(...ends) + 0.05);
  });
});
