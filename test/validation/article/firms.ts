import { normalQuantile } from '../../../engine/kernel/normal.ts';
import { layoutOf, runUnit } from '../../../engine/run/index.ts';
import { readStudy, type StudySource } from '../../../engine/study/index.ts';
import { alternativeAt, withStudy } from '../effects.ts';
import type { Surveyed } from './confounding.ts';

/**
 * How much firms differ, assumed before anything was run: seats (median, standard deviation of the log), the market's
 * tailwind in year 2 (standard deviation of the log of leads), and how much better a touch gets by year 2 (standard
 * deviation in log skill).
 */
export const SPREAD = { seats: 12, size: 0.7, market: 0.25, management: 0.15 } as const;

/** Seats a simulated firm has at least and at most. */
const SEATS = [4, 60] as const;

/** Seats a team. */
const TEAM = 8;

/** Root of x⁴ = x + 1: its powers step through three dimensions evenly (generalised golden ratio, Roberts 2018). */
const GOLDEN = 1.2207440846057596;

/**
 * Many firms from one study: each has a size, a market and a management of its own, which set in with year 2, and is
 * simulated with all three practices and with a single one of them, once: one realised history each. Which of the three
 * the single one is goes round. Its traits are spread evenly over normal quantiles, so that no other source
 * of chance is needed.
 *
 * @param path study with alternatives `three` and then the three alone, all of which start with year 2
 */
export function simulatedFirms(path: string, count: number, source: StudySource): Surveyed[] {
  return Array.from({ length: count }, (_, i) => {
    const [size, market, management] = [1, 2, 3].map((power) =>
      normalQuantile((0.5 + (i + 1) / GOLDEN ** power) % 1),
    ) as [number, number, number];
    const reps = Math.round(
      Math.min(SEATS[1], Math.max(SEATS[0], SPREAD.seats * Math.exp(SPREAD.size * size))),
    );
    const shift = (lever: string, by: number): string =>
      `{ lever: ${lever}, shift: ${by.toFixed(6)}, start: 12 months }`;
    const text = `schemelab: 1
extends: ${path.replace(/^.*\//, '')}
company: { reps: ${reps}, teams: ${Math.max(1, Math.round(reps / TEAM))} }
baseline: { levers: [${shift('lead-rate', market * SPREAD.market)}, ${shift('touch-quality', management * SPREAD.management)}] }
run: { seed: firm-${i}, replications: 1, replications-per-draw: 1 }
`;
    const file = path.replace(/[^/]+$/, `firm-${i}.yaml`);
    const whole = readStudy(file, withStudy(file, text, source));
    const three = alternativeAt(whole, 'three');
    // Only what this firm may have taken up: what others would have does not touch it.
    const asked = [0, three, three + 1 + (i % 3)].map((at) => whole.alternatives[at]!);
    const study = { ...whole, alternatives: asked };
    const layout = layoutOf(study);
    const { data } = runUnit(study, 0);
    const growth = (alternative: number): number => {
      const from = alternative * layout.size + layout.metrics.length + layout.details.length;
      const year = (first: number): number => {
        let sum = 0;
        for (let month = first; month < first + 12; month++)
          sum += data[from + month * layout.timeline.length]!;
        return sum;
      };
      return year(12) / year(0) - 1;
    };
    return {
      one: growth(2),
      three: growth(1),
      traits: [size, market, management],
    };
  });
}
