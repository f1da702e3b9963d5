import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argsOf, partOf, withSamples } from '../cli/readme-samples.ts';

/** Rewrites the samples of output in the read-me with what this engine prints. */
const target = process.argv[2]!;
const folder = mkdtempSync(join(tmpdir(), 'schemelab-readme-'));
let runs = 0;
try {
  const text = readFileSync(target, 'utf8');
  const fresh = withSamples(text, (sample) => {
    const args = argsOf(sample, join(folder, `run-${runs++}`));
    const printed = execFileSync(process.execPath, ['engine/cli/bin.mjs', ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return partOf(printed, sample);
  });
  writeFileSync(target, fresh);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
