import { Courses } from './course.ts';
import { declaredStudy } from './declared.ts';
import { calibrate, hashOf, QUICK, report } from './measure.ts';

/** Claim: all that a day costs, shared out over its rep-activities, is under 100 ns for each. */
const courses = new Courses(declaredStudy(QUICK ? { reps: 3, days: 21 } : {}));
const step = calibrate();
const { horizon, touches, tally } = courses.measure(QUICK ? 1 : 40);
const each = horizon / touches;
report([
  { claim: 'rep-activities in a replication', value: touches, unit: '', hash: hashOf(tally) },
  {
    claim: 'the whole horizon per rep-activity',
    value: each * 1e9,
    unit: 'ns',
    steps: each / step,
    aim: { text: '< 100 ns', holds: each < 100e-9 },
  },
]);
