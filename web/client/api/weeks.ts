import { signal } from '@preact/signals';
import type { Weeks } from '../../contract/index.ts';
import { request } from './request.ts';

/** What practices make of a rep's week, by industry, as far as it was asked for. */
export const weeks = signal<ReadonlyMap<string, Weeks>>(new Map());

const asked = new Set<string>();

/** Loads the weeks of an industry, once; where the server does not answer, again when asked again. */
export async function loadWeeks(context: string): Promise<void> {
  if (asked.has(context)) return;
  asked.add(context);
  try {
    const answer = await request<Weeks>('GET', `/contexts/${context}/weeks`);
    weeks.value = new Map([...weeks.value, [context, answer]]);
  } catch {
    asked.delete(context);
  }
}
