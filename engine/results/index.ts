/** Run folders and the files in them. */
export { type ListedRun, type ListOptions, listRuns } from './list-runs.ts';
export { jsonText, type Manifest, readManifest } from './manifest.ts';
export { type ReadRun, readFinished } from './read-run.ts';
export { type FinishedRun, type NewRun, type ResumeCheck, RunFolder } from './run-folder.ts';
export { TABLES, writeTables } from './tables.ts';
export type { UnitLayout, Units } from './unit.ts';
