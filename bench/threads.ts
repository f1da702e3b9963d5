import { PoolRunner } from '../engine/batch/pool.ts';
import { declaredStudy } from './declared.ts';
import { hashOf, least, now, QUICK, report } from './measure.ts';

/** Claim: two threads do nearly twice the work of one, and the same bytes. */
const study = declaredStudy(QUICK ? { reps: 3, days: 21 } : {});
const draws = Array.from({ length: QUICK ? 2 : 40 }, (_, i) => i);

async function batch(pool: PoolRunner): Promise<{ seconds: number; hash: string }> {
  const parts: Float64Array[] = [];
  const start = now();
  await pool.run(study, draws, (unit) => {
    parts[unit.draw] = unit.data;
  });
  const seconds = now() - start;
  return { seconds, hash: hashOf(Float64Array.from(parts.flatMap((part) => [...part]))) };
}

const one = new PoolRunner({ threads: 1 });
const two = new PoolRunner({ threads: 2 });
const single: number[] = [];
const double: number[] = [];
const hashes = new Set<string>();
// In turn, so that a change of the machine's speed meets both; the first round only warms up.
for (let round = 0; round < (QUICK ? 2 : 5); round++) {
  const a = await batch(one);
  const b = await batch(two);
  hashes.add(a.hash).add(b.hash);
  if (round === 0) continue;
  single.push(a.seconds);
  double.push(b.seconds);
}
await one.close();
await two.close();
if (hashes.size !== 1) throw new Error(`threads change the result: ${[...hashes].join(' ≠ ')}`);
const speedUp = least(single) / least(double);
report([
  {
    claim: 'speed-up by a second thread',
    value: speedUp,
    unit: '×',
    aim: { text: '≥ 1.7', holds: speedUp >= 1.7 },
    hash: [...hashes][0]!,
  },
  { claim: 'replications on two threads, with warm-up', value: draws.length / least(double), unit: '/s' },
]);
