/** Run folders and the files in them. */
export { isFree } from './beginning.ts';
export { type ListedRun, type ListOptions, listRuns } from './list-runs.ts';
export { releaseLock, takeLock } from './lock.ts';
export { jsonText, type Manifest, readManifest } from './manifest.ts';
export { checkTable, type ReadRun, readFinished } from './read-run.ts';
export { FILES, finalPath } from './run-files.ts';
export { type FinishedRun, type NewRun, type ResumeCheck, RunFolder } from './run-folder.ts';
export { KEYS, TABLES, writeTables } from './tables.ts';
export type { ColumnMeaning, TableNotes, UnitLayout, Units } from './unit.ts';
export { type FileFault, faultText, verifyRun } from './verify.ts';
