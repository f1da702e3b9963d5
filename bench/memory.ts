import { declaredStudy, replications } from './declared.ts';
import { hashOf, QUICK, report } from './measure.ts';

/** Claim: a process that runs the declared case stays under 150 MB. Its own peak, so it has a process to itself. */
const study = declaredStudy(QUICK ? { reps: 3, days: 21 } : {});
let hash = '';
replications(study, 0, QUICK ? 1 : 40, (data) => {
  if (hash === '') hash = hashOf(data);
});
const peak = process.resourceUsage().maxRSS / 1024;
report([
  {
    claim: 'peak memory of one worker process',
    value: peak,
    unit: 'MB',
    aim: { text: '< 150 MB', holds: peak < 150 },
    hash,
  },
]);
