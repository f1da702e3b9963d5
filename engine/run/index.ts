/** From a study to replications. */
export { type ColumnMeaning, columnName, columnsOf, type RunColumns } from './columns.ts';
export { layoutOf } from './layout.ts';
export { runUnit, UnitRunner } from './replicate.ts';
export type { ResultLayout, Runner, UnitResult } from './runner.ts';
export { drawnValues, uncertainNumbers } from './uncertain.ts';
export { practiceWeeks, WEEK_USES, type Week, type Weeks, weeksOf } from './week.ts';
