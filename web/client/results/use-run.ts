import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Localised, Run, RunEvent } from '../../contract/index.ts';
import { request } from '../api/request.ts';
import { textOf } from '../study/check.ts';

/** A run as it stands, kept up to date while it is under way. */
export interface Watched {
  readonly run: Signal<Run | null>;
  readonly failure: Signal<Localised | null>;
  /** Asks again, and listens again: after a stop or a start. */
  readonly reload: () => void;
}

const ENDED = ['stopped', 'done', 'failed', 'interrupted'];

/** Watches a run: loads it, then follows its events until it ends. A link to the run is enough. */
export function useRun(id: string): Watched {
  const run = useSignal<Run | null>(null);
  const failure = useSignal<Localised | null>(null);
  const round = useSignal(0);
  useEffect(() => {
    const gone = new AbortController();
    let events: EventSource | undefined;
    const load = async (): Promise<void> => {
      try {
        run.value = await request<Run>('GET', `/runs/${id}`, undefined, gone.signal);
        failure.value = null;
      } catch (error) {
        if (!gone.signal.aborted) failure.value = textOf(error);
      }
    };
    const hear = (message: MessageEvent<string>): void => {
      const event = { type: message.type, ...JSON.parse(message.data) } as RunEvent;
      if (run.value !== null) run.value = after(run.value, event);
      const over = event.type === 'done' || (event.type === 'state' && ENDED.includes(event.state));
      if (!over) return;
      events?.close();
      // Its files, and the final state, are known to the run alone.
      void load();
    };
    if (run.value?.id !== id) run.value = null;
    void load().then(() => {
      if (gone.signal.aborted || run.value === null || ENDED.includes(run.value.state)) return;
      events = new EventSource(`api/v1/runs/${id}/events`);
      for (const type of ['state', 'progress', 'summary', 'done']) events.addEventListener(type, hear);
    });
    return () => {
      gone.abort();
      events?.close();
    };
  }, [id, round.value]);
  return {
    run,
    failure,
    reload: () => {
      round.value++;
    },
  };
}

/** A run after an event. */
export function after(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case 'state':
      return { ...run, state: event.state, queue: event.queue };
    case 'progress':
      return { ...run, progress: event.progress };
    case 'summary':
      return { ...run, progress: event.progress, result: event.result };
    case 'done':
      return { ...run, state: 'done', progress: event.progress, result: event.result };
  }
}
