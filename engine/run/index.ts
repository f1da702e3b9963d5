/** From a study to replications. */
export { layoutOf } from './layout.ts';
export { runUnit, UnitRunner } from './replicate.ts';
export type { ResultLayout, Runner, UnitResult } from './runner.ts';
