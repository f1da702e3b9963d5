import type { VNode } from 'preact';
import { type ComponentType, lazy, Suspense } from 'preact/compat';
import { t } from '../texts/index.ts';

type View = 'run' | 'compare' | 'take';

// The charts weigh more than all the rest: they come when a run is looked at.
const Results = lazy<ComponentType<{ runId: string; view: View }>>(() =>
  import('../results/index.tsx').then(({ Results: found }) => ({ default: found })),
);

/** Steps 4 to 6, of a run. */
export function ResultsStep({ run, view }: { run: string; view: View }): VNode {
  return (
    <Suspense fallback={<p role="status">{t('app.loading')}</p>}>
      <Results runId={run} view={view} />
    </Suspense>
  );
}
