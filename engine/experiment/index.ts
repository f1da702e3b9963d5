/** Experiments: what may be asked of a study. */
export {
  type Compared,
  type CompareOptions,
  type CompareProgress,
  checkpoints,
  compare,
  type Sample,
} from './compare.ts';
export {
  type Effect,
  type ExplainPlan,
  type Explanation,
  explainStudy,
  explanations,
  type StepEffect,
} from './explain.ts';
export {
  type ComparisonResult,
  type DifferenceResult,
  type MetricResult,
  type Result,
  summarise,
} from './summary.ts';
