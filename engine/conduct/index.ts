/** From a study to the folder of its run, for whoever starts runs: the command line and the server. */
export {
  type Beginning,
  beginRun,
  type Conduct,
  conductRun,
  type ExplainedResult,
  resumeRun,
  tableNotes,
  takeDraws,
} from './conduct.ts';
export { expectedReplications } from './expected.ts';
