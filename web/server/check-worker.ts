/** Reads studies and plans that clients send, on a thread of its own: whatever a text costs, the server goes on. */
import type { Localised } from '../../engine/kernel/quantity.ts';
import { type NormalStudy, type Problem, ProblemsError } from '../../engine/study/index.ts';
import type { PlanAnswer, StudyAnswer, Weeks } from '../contract/index.ts';
import { notFound, RequestFailure } from './failures.ts';
import { weeksIn } from './weeks.ts';
import { planAnswer, studyAnswer, studyOf, textOf, type Written } from './written.ts';

/** What is to be read. */
export type CheckTask =
  | { readonly kind: 'study'; readonly written: Written }
  | { readonly kind: 'plan'; readonly written: Written; readonly context: string | undefined }
  | { readonly kind: 'weeks'; readonly context: string };

/** A study that was read: its text, what it comes to, and what a client is told of it. */
export interface CheckedStudy {
  readonly text: string;
  readonly study: NormalStudy;
  readonly answer: StudyAnswer;
}

/** What came of it; refusals as data, since classes do not cross threads. */
export type CheckNews =
  | { readonly kind: 'study'; readonly checked: CheckedStudy }
  | { readonly kind: 'plan'; readonly answer: PlanAnswer }
  | { readonly kind: 'weeks'; readonly weeks: Weeks }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly text: Localised };

/** Does one task. */
export default function check(task: CheckTask): CheckNews {
  try {
    if (task.kind === 'plan') return { kind: 'plan', answer: planAnswer(task.written, task.context) };
    if (task.kind === 'weeks') {
      const weeks = weeksIn(task.context);
      if (weeks === null) throw notFound();
      return { kind: 'weeks', weeks };
    }
    const text = textOf(task.written);
    const study = studyOf(text);
    return { kind: 'study', checked: { text, study, answer: studyAnswer(study, text) } };
  } catch (error) {
    if (error instanceof ProblemsError) return { kind: 'problems', problems: error.problems };
    if (!(error instanceof RequestFailure)) throw error;
    return { kind: 'refused', status: error.status, code: error.code, text: error.text };
  }
}
