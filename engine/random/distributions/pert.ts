import { betaCdf, betaQuantile } from './beta.ts';

/** Shapes of the Beta that a PERT distribution scales: 1 + 4(m−l)/(h−l) and 1 + 4(h−m)/(h−l). */
function shapes(low: number, mode: number, high: number): [number, number] {
  const range = high - low;
  return [1 + (4 * (mode - low)) / range, 1 + (4 * (high - mode)) / range];
}

function check(low: number, mode: number, high: number): void {
  const within = low <= high ? low <= mode && mode <= high : high <= mode && mode <= low;
  if (!(within && Number.isFinite(high - low)))
    throw new RangeError(`PERT needs a mode between finite ends, got ${low}, ${mode}, ${high}`);
}

/**
 * PERT quantile: a Beta between two ends whose mean is (low + 4·mode + high) ÷ 6; equal ends give the constant. Ends
 * in falling order (an effect stated from weak to strong as −.1, −.2, −.3) give a value that falls with u.
 *
 * @param u uniform in (0, 1)
 * @throws RangeError when the mode is not between the ends, or an end is not finite
 */
export function pertQuantile(u: number, low: number, mode: number, high: number): number {
  check(low, mode, high);
  const range = high - low;
  if (range === 0) return mode;
  const [a, b] = shapes(low, mode, high);
  return low + range * betaQuantile(u, a, b);
}

/** Distribution function of the PERT distribution with rising ends; a step when they are equal. */
export function pertCdf(x: number, low: number, mode: number, high: number): number {
  check(low, mode, high);
  if (x < low) return 0;
  if (x >= high) return 1;
  const [a, b] = shapes(low, mode, high);
  return betaCdf((x - low) / (high - low), a, b);
}
