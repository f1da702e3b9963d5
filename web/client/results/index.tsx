import type { VNode } from 'preact';

/** Steps 4 to 6, of a run. */
export function Results({ runId, view }: { runId: string; view: 'run' | 'compare' | 'take' }): VNode {
  return (
    <p>
      {view} {runId}
    </p>
  );
}
