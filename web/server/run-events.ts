import type { FeedEvent } from './feed.ts';
import type { RunEntry } from './run-entry.ts';

/** What those who watch a run are sent. */

export function stateEvent({ state }: RunEntry, queue: number | null): FeedEvent {
  return { type: 'state', json: JSON.stringify({ type: 'state', state, queue }) };
}

export function progressEvent({ progress }: RunEntry): FeedEvent {
  return { type: 'progress', json: JSON.stringify({ type: 'progress', progress }) };
}

/** @param result as JSON on one line, which goes in as it is */
export function resultEvent(type: 'summary' | 'done', { progress }: RunEntry, result: string): FeedEvent {
  return { type, json: `{"type":"${type}","progress":${JSON.stringify(progress)},"result":${result}}` };
}
