import { createHash } from 'node:crypto';

/** One line of the table. */
export interface Row {
  readonly claim: string;
  readonly value: number;
  readonly unit: string;
  /** The time behind the value in steps of the calibration loop, where the value is a time or a rate. */
  readonly steps?: number;
  /** What is wanted, in words, and whether it holds. */
  readonly aim?: { readonly text: string; readonly holds: boolean };
  /** Start of the SHA-256 of what was computed. */
  readonly hash?: string;
}

/** True when a benchmark is only to show that it runs: one tiny iteration, figures without meaning. */
export const QUICK = process.argv.includes('quick');

/** Seconds of the clock. */
export function now(): number {
  return performance.now() / 1000;
}

/** The smallest: on a shared machine everything else that runs only ever adds. */
export function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

/** Seconds of the fastest of some calls. */
export function fastest(times: number, call: () => void): number {
  return least(
    Array.from({ length: times }, () => {
      const start = now();
      call();
      return now() - start;
    }),
  );
}

let sink = 0;

/**
 * Seconds of one step of the calibration loop: a multiplication and an addition of 32-bit integers that each wait for
 * the one before. It depends on the machine alone, so times divided by it can be compared between machines.
 */
export function calibrate(): number {
  const steps = QUICK ? 1e5 : 2e7;
  const loop = (): void => {
    let x = sink | 1;
    for (let i = 0; i < steps; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
    sink = x;
  };
  loop();
  return fastest(5, loop) / steps;
}

/** Start of the SHA-256 of some doubles' bytes. */
export function hashOf(values: Float64Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}

/** Hands rows to the runner, one JSON line each. */
export function report(rows: readonly Row[]): void {
  for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
}
