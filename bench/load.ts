import { availableParallelism, loadavg } from 'node:os';
import { load } from '../test/web/server/load.ts';

/** Milliseconds that 99 of 100 reads must stay under. */
const MOST = 100;

const report = await load({ clients: 200, runs: 4, draws: 150, readEvery: 1000, cutEvery: 10 });
const ms = (x: number): string => `${x.toFixed(1)} ms`;
process.stdout.write(
  `200 clients, 4 runs, ${report.seconds.toFixed(1)} s: ${report.events} events, ${report.lost} lost, ${report.doubled} doubled, ${report.cuts} cuts\n` +
    `${report.reads} reads, ${report.failedReads} failed: p50 ${ms(report.p50)}, p99 ${ms(report.p99)}, worst ${ms(report.worst)}\n` +
    `load average ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores${report.server === null ? '' : `; of ${report.seconds.toFixed(1)} s the server's main thread worked ${report.server.worked.toFixed(1)} s and waited ${report.server.waited.toFixed(1)} s for a core`}\n`,
);
const sound = report.lost === 0 && report.doubled === 0 && report.failedReads === 0 && report.p99 < MOST;
process.exitCode = sound ? 0 : 1;
