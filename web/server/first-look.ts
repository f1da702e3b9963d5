import { compare, type Result, summarise } from '../../engine/experiment/index.ts';
import { layoutOf, type Runner } from '../../engine/run/index.ts';
import type { NormalStudy } from '../../engine/study/index.ts';

/** Draws of a first look at most; more tell little more. */
const MOST_DRAWS = 4;

/** Replications in a draw from which on a first look is worth its while; a draw that also takes changes apart has more. */
const LONG_DRAW = 3;

/**
 * The result of one replication in as many worlds as there are threads: the first thing that can be said of a study. It
 * is made besides the run and leaves nothing behind. Null when the first draw of the run itself says as much nearly as soon.
 *
 * @throws the signal's reason, and what the simulation throws
 */
export async function firstLook(
  study: NormalStudy,
  how: {
    readonly runner: Runner;
    readonly threads: number;
    readonly signal: AbortSignal;
    readonly identity: Identity;
  },
): Promise<Result | null> {
  const { run } = study;
  const further = run.explain || run.payReport;
  if (run.replicationsPerDraw < LONG_DRAW && !further) return null;
  const draws = Math.min(how.threads, MOST_DRAWS, run.maxDraws);
  const short = { ...study, run: { ...run, replicationsPerDraw: 1, minDraws: draws, maxDraws: draws } };
  const compared = await compare(short, how.runner, layoutOf(short), { signal: how.signal });
  return summarise(short, { ...compared, stoppedBy: 'unfinished' }, how.identity);
}

type Identity = Parameters<typeof summarise>[2];
