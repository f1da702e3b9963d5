import type { StudyDocument } from './document.ts';

/** What a study is being made for; decides what the third step shows first. */
export type Question = 'pay' | 'mix' | 'rollout' | 'file';

/** A study being written, as kept in the browser. */
export interface Draft {
  readonly id: string;
  /** Counts saved changes, so that two tabs notice each other. */
  readonly revision: number;
  readonly question: Question;
  readonly study: StudyDocument;
  /** The run last started from this draft. */
  readonly lastRun: string | null;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changed: number;
}

/** Where drafts are kept; `localStorage` in the browser. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = 'schemelab.draft.';
/** Drafts kept; the oldest go first. */
const MOST_DRAFTS = 20;

/** The key a draft is stored under. */
export function draftKey(id: string): string {
  return PREFIX + id;
}

/** The id in a storage key, or null when it is not a draft's. */
export function idOfKey(key: string | null): string | null {
  return key?.startsWith(PREFIX) ? key.slice(PREFIX.length) : null;
}

/** Reads a draft; null when there is none or it cannot be read. */
export function readDraft(shelf: Shelf, id: string): Draft | null {
  try {
    const text = shelf.getItem(draftKey(id));
    if (text === null) return null;
    const draft = JSON.parse(text) as Draft;
    const sound = draft.id === id && typeof draft.revision === 'number' && typeof draft.study === 'object';
    return sound ? draft : null;
  } catch {
    return null;
  }
}

/**
 * Saves a draft over the revision it was made from. `saved`: it is on the shelf, one revision higher. `taken`: another
 * tab has saved since; nothing is written. `failed`: the shelf is full or closed.
 */
export function saveDraft(
  shelf: Shelf,
  draft: Draft,
): { readonly outcome: 'saved' | 'taken' | 'failed'; readonly draft: Draft } {
  const stored = readDraft(shelf, draft.id);
  if (stored !== null && stored.revision !== draft.revision) return { outcome: 'taken', draft: stored };
  const next = { ...draft, revision: draft.revision + 1 };
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      shelf.setItem(draftKey(draft.id), JSON.stringify(next));
      return { outcome: 'saved', draft: next };
    } catch {
      if (attempt === 0) dropOldest(shelf, 1, draft.id);
    }
  }
  return { outcome: 'failed', draft };
}

/** All drafts, the latest first. */
export function listDrafts(shelf: Shelf): Draft[] {
  const ids = Array.from({ length: shelf.length }, (_, i) => idOfKey(shelf.key(i)));
  return ids
    .flatMap((id) => (id === null ? [] : (readDraft(shelf, id) ?? [])))
    .sort((a, b) => b.changed - a.changed);
}

/** Makes room: keeps the latest drafts only. */
export function tidyDrafts(shelf: Shelf): void {
  const surplus = listDrafts(shelf).length - MOST_DRAFTS;
  if (surplus > 0) dropOldest(shelf, surplus, null);
}

function dropOldest(shelf: Shelf, count: number, keep: string | null): void {
  const drafts = listDrafts(shelf).filter((one) => one.id !== keep);
  for (const draft of drafts.slice(Math.max(0, drafts.length - count))) shelf.removeItem(draftKey(draft.id));
}
