import { expect, test } from 'vitest';
import { load } from './load.ts';

test('forty clients watching two runs lose nothing, some of them cut off again and again', async () => {
  const report = await load({ clients: 40, runs: 2, draws: 40, readEvery: 200, cutEvery: 4 });
  expect(report).toMatchObject({ lost: 0, doubled: 0, failedReads: 0 });
  expect(report.cuts).toBeGreaterThan(10);
  expect(report.events).toBeGreaterThan(400);
  // How soon is the machine's affair here; `npm run load` holds the server to 100 ms.
  expect(report.p99).toBeGreaterThan(0);
});
