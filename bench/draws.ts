import { Bench } from 'tinybench';
import { KeyedRandom } from '../engine/random/threefry.ts';
import { calibrate, hashOf, QUICK, report } from './measure.ts';

/** Claim: keyed draws cost a few nanoseconds a word. Threefry4x32-20, four words a call. */
const CALLS = QUICK ? 1000 : 100_000;
const random = new KeyedRandom([1, 2, 3, 4]);

const first = new Float64Array(4000);
for (let i = 0; i < 1000; i++) {
  random.draw(i, 4, 7, 0);
  first.set([random.w0, random.w1, random.w2, random.w3], 4 * i);
}

let sink = 0;
const bench = new Bench({ time: QUICK ? 10 : 1500, warmupTime: QUICK ? 1 : 300, iterations: 3 });
bench.add('draw', () => {
  let x = 0;
  for (let i = 0; i < CALLS; i++) {
    random.draw(i, 4, 7, 0);
    x ^= random.w0 ^ random.w1 ^ random.w2 ^ random.w3;
  }
  sink ^= x;
});
const step = calibrate();
await bench.run();
const result = bench.tasks[0]!.result;
if (!('latency' in result)) throw new Error(`the benchmark did not finish: ${result.state}`);
const each = result.latency.min / 1e3 / CALLS;
const hash = hashOf(first);
report([
  { claim: 'threefry4x32-20: a draw of four words', value: each * 1e9, unit: 'ns', steps: each / step, hash },
  { claim: 'threefry4x32-20: a 32-bit word', value: (each / 4) * 1e9, unit: 'ns', steps: each / 4 / step },
  { claim: 'threefry4x32-20: draws', value: 1e-6 / each, unit: 'million/s' },
  { claim: 'calibration step', value: step * 1e9, unit: 'ns', steps: 1 },
]);
if (sink === 0.5) throw new Error('never: keeps the loop from being optimised away');
