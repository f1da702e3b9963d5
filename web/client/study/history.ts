/** Longest history kept. */
const MOST_STEPS = 200;
/** Edits of one field within this time are one step back, in milliseconds. */
const SAME_EDIT_MS = 1500;

/** What can be taken back and done again. */
export interface History<T> {
  readonly past: readonly T[];
  readonly future: readonly T[];
  /** The field last edited and when, to join keystrokes into one step. */
  readonly last: { readonly field: string; readonly at: number } | null;
}

/** Nothing done yet. */
export const NO_HISTORY: History<never> = { past: [], future: [], last: null };

/** Notes that `before` was changed in a field at a time. */
export function noted<T>(history: History<T>, before: T, field: string, at: number): History<T> {
  const same = history.last !== null && history.last.field === field && at - history.last.at < SAME_EDIT_MS;
  const past = same && history.past.length > 0 ? history.past : [...history.past, before].slice(-MOST_STEPS);
  return { past, future: [], last: { field, at } };
}

/** One step back from `now`; null when there is none. */
export function back<T>(history: History<T>, now: T): { history: History<T>; value: T } | null {
  const value = history.past.at(-1);
  if (value === undefined) return null;
  return {
    value,
    history: { past: history.past.slice(0, -1), future: [...history.future, now], last: null },
  };
}

/** One step forward again; null when there is none. */
export function forth<T>(history: History<T>, now: T): { history: History<T>; value: T } | null {
  const value = history.future.at(-1);
  if (value === undefined) return null;
  return {
    value,
    history: { past: [...history.past, now], future: history.future.slice(0, -1), last: null },
  };
}
