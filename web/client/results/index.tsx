import type { VNode } from 'preact';
import { said, t } from '../texts/index.ts';
import { CompareView } from './compare-view.tsx';
import './results.css';
import { RunView } from './run-view.tsx';
import { TakeView } from './take-view.tsx';
import { useRun } from './use-run.ts';

/** Steps 4 to 6, of a run. */
export function Results({ runId, view }: { runId: string; view: 'run' | 'compare' | 'take' }): VNode {
  const watched = useRun(runId);
  const run = watched.run.value;
  const failure = watched.failure.value;
  if (failure !== null) {
    return (
      <div class="notice bad" role="alert">
        <p>{said(failure)}</p>
        <a href="#/">{t('app.home')}</a>
      </div>
    );
  }
  if (run === null) return <p role="status">{t('app.loading')}</p>;
  if (view === 'compare') return <CompareView run={run} />;
  if (view === 'take') return <TakeView run={run} />;
  return <RunView run={run} reload={watched.reload} />;
}
