/**
 * Writes engine/model/extremes.md afresh: what extremes do in every context beside what was expected of them. Arguments:
 * the page; then, to look at some contexts alone without writing, their ids.
 */
import { writeFileSync } from 'node:fs';
import { EXTREMES } from './extremes/expected.ts';
import { cellsOf, laughable } from './extremes/judge.ts';
import { CONTEXTS, type ContextResult, page } from './extremes/page.ts';
import { simulateExtremes } from './extremes/worlds.ts';

/** Replications by context: about as much simulated work in each. */
const REPLICATIONS: Readonly<Record<string, number>> = { fmcg: 3, 'real-estate': 24, 'custom-project': 24 };
const USUAL_REPLICATIONS = 12;

const [, , file, ...only] = process.argv as [string, string, string, ...string[]];
const extremes = Object.keys(EXTREMES);
const results = CONTEXTS.filter((id) => only.length === 0 || only.includes(id)).map(
  (context): ContextResult => {
    const replications = REPLICATIONS[context] ?? USUAL_REPLICATIONS;
    process.stderr.write(`${context}: ${replications} replications\n`);
    const outcomes = simulateExtremes(context, extremes, replications);
    return {
      context,
      replications,
      cells: cellsOf(context, extremes, outcomes),
      laughable: laughable(context, extremes, outcomes),
    };
  },
);
if (only.length > 0) process.stdout.write(page(results));
else writeFileSync(file, page(results));
