import { statSync } from 'node:fs';
import { join } from 'node:path';
import { RUN_FILES, type Run, type RunListed } from '../contract/index.ts';
import type { RunEntry } from './run-entry.ts';
import type { RunService } from './run-service.ts';

/** A run as lists show it. */
export function listedOf(entry: RunEntry): RunListed {
  const { id, state, study, hash, engine, created, progress } = entry;
  return {
    id,
    state,
    title: study.title,
    seed: study.run.seed,
    hash,
    engine,
    created,
    replications: progress.finished,
  };
}

/** GET /runs/:id as JSON text; the result is JSON already and goes in as it is. */
export function runText(service: RunService, entry: RunEntry): string {
  const { study, progress, memo } = entry;
  const answer: Omit<Run, 'result'> = {
    ...listedOf(entry),
    context: study.context,
    currency: study.currency,
    reps: study.reps,
    horizonDays: study.run.horizonDays,
    confidence: study.run.confidence,
    primary: study.run.primary,
    explain: study.run.explain === true,
    alternatives: study.alternatives.map(({ id, name }) => ({ id, name })),
    progress,
    queue: service.placeOf(entry),
    failure: entry.state === 'failed' ? memo.failure : null,
    continues: memo.continues,
    files: entry.state === 'done' ? filesOf(service.shelf.finishedDir(entry)) : [],
    command: commandOf(entry),
  };
  return `${JSON.stringify(answer).slice(0, -1)},"result":${service.shelf.resultOf(entry) ?? 'null'}}`;
}

/** Files of a finished run with their sizes; the summary is made when asked for. */
function filesOf(dir: string): Run['files'] {
  return RUN_FILES.flatMap((name): Run['files'] => {
    if (name === 'summary.csv') return [{ name, bytes: null }];
    const size = statSync(join(dir, name), { throwIfNoEntry: false })?.size;
    return size === undefined ? [] : [{ name, bytes: size }];
  });
}

/** The command line that makes the same result of the study as it was sent. */
export function commandOf({ options }: RunEntry): string {
  const { seed, replications, explain, payReport } = options as Record<string, unknown>;
  const words = ['schemelab run study.yaml'];
  if (typeof seed === 'string') words.push(`--seed '${seed.replaceAll("'", "'\\''")}'`);
  if (typeof replications === 'number') words.push(`--replications ${replications}`);
  if (explain === true) words.push('--why');
  if (payReport === true) words.push('--pay');
  return words.join(' ');
}
