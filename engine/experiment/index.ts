/** Experiments: what may be asked of a study. */
export {
  type Advice,
  type Advised,
  advise,
  type Checked,
  FITS,
  type Judged,
  judge,
  shortlistStudy,
} from './advise.ts';
export {
  type Compared,
  type CompareOptions,
  type CompareProgress,
  checkpoints,
  compare,
  type Sample,
} from './compare.ts';
export { type Driver, drivers } from './drivers.ts';
export {
  type Effect,
  type ExplainPlan,
  type Explanation,
  explainStudy,
  explanations,
  type StepEffect,
} from './explain.ts';
export type { Linearity } from './pay-linearity.ts';
export type { Fairness } from './pay-people.ts';
export type { Histogram, ReachedMark } from './pay-periods.ts';
export { type Cost, type PayOutcome, payReport } from './pay-report.ts';
export {
  type PaySplit,
  type PaySplitPart,
  type PaySplitPlan,
  paySplitStudy,
  paySplits,
} from './pay-split.ts';
export type { GroupChange, Winners } from './pay-winners.ts';
export type { Payback } from './payback.ts';
export { type Profile, profileOf } from './profile.ts';
export { horizonText, inBrackets, MARKS, markOf, paybackText, sizeText, warningText } from './said.ts';
export {
  type ComparisonResult,
  type DifferenceResult,
  type MetricResult,
  type Result,
  summarise,
} from './summary.ts';
