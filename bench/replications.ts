import { Courses } from './course.ts';
import { declaredStudy } from './declared.ts';
import { calibrate, hashOf, QUICK, report } from './measure.ts';

/** Claim: a core simulates at least 100 replications of the declared case a second. */
const courses = new Courses(declaredStudy(QUICK ? { reps: 3, days: 21 } : {}));
const step = calibrate();
const { warmup, horizon, tally } = courses.measure(QUICK ? 1 : 40);
const both = warmup + horizon;
const hash = hashOf(tally);
report([
  {
    claim: 'replications a core, horizon only',
    value: 1 / horizon,
    unit: '/s',
    steps: horizon / step,
    aim: { text: '≥ 100 /s', holds: horizon <= 0.01 },
    hash,
  },
  { claim: 'replications a core, with warm-up', value: 1 / both, unit: '/s', steps: both / step },
  { claim: 'warm-up alone', value: warmup * 1000, unit: 'ms', steps: warmup / step },
]);
