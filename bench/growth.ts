import { Courses } from './course.ts';
import { type CaseSize, declaredStudy } from './declared.ts';
import { hashOf, QUICK, report } from './measure.ts';

/** Claim: the horizon's cost grows no faster than in proportion to reps, to customers and to days. */
const LARGEST_SLOPE = 1.15;

const GROWTH: readonly [string, readonly number[], (n: number) => CaseSize][] = [
  ['reps (40 customers each)', [12, 25, 50, 100, 200], (reps) => ({ reps })],
  ['customers per rep', [40, 80, 160, 320, 640], (customersPerRep) => ({ customersPerRep })],
  ['days', [63, 126, 252, 504], (days) => ({ days })],
];

/** Least-squares slope of y on x. */
function slopeOf(x: readonly number[], y: readonly number[]): number {
  const mean = (v: readonly number[]): number => v.reduce((a, b) => a + b, 0) / v.length;
  const mx = mean(x);
  const my = mean(y);
  const over = x.reduce((sum, xi, i) => sum + (xi - mx) * (y[i]! - my), 0);
  return over / x.reduce((sum, xi) => sum + (xi - mx) ** 2, 0);
}

for (const [what, sizes, sizeOf] of GROWTH) {
  const used = QUICK ? sizes.slice(0, 2) : sizes;
  const seconds: number[] = [];
  let hash = '';
  for (const n of used) {
    const size = sizeOf(n);
    const courses = new Courses(declaredStudy(QUICK ? { reps: 2, days: 21, ...size } : size));
    const { horizon, tally } = courses.measure(QUICK ? 1 : 6);
    seconds.push(horizon);
    hash = hashOf(tally);
  }
  const slope = slopeOf(used.map(Math.log), seconds.map(Math.log));
  const spent = seconds.map((s) => (s * 1000).toFixed(0)).join(', ');
  report([
    {
      claim: `growth with ${what}: ${used.join(', ')} take ${spent} ms; log-log slope`,
      value: slope,
      unit: '',
      aim: { text: `≤ ${LARGEST_SLOPE}`, holds: slope <= LARGEST_SLOPE },
      hash,
    },
  ]);
}
