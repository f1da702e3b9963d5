import type { VNode } from 'preact';
import type { Question } from '../study/draft-store.ts';

const PATHS: Readonly<Record<Question, string>> = {
  // A payout curve that bends; three columns of different mix; bars that begin one after another; a sheet.
  pay: 'M6 42V6M6 42h36M6 38l14-4 10-12 12-14M30 22h12',
  mix: 'M8 42V26h8v16M20 42V12h8v30M32 42V20h8v22M4 42h40M8 34h8M20 28h8M20 20h8M32 32h8',
  rollout: 'M6 10h16v6H6zM14 21h20v6H14zM24 32h18v6H24zM6 42h38',
  file: 'M12 4h16l10 10v30H12zM28 4v10h10M18 22h14M18 29h14M18 36h9',
};

/** A small drawing of a question; it says nothing the label does not. */
export function QuestionPicture({ question }: { question: Question }): VNode {
  return (
    <svg class="picture" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true">
      <path d={PATHS[question]} />
    </svg>
  );
}
