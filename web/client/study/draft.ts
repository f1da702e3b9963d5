import { computed, signal } from '@preact/signals';
import { navigate } from '../shell/router.ts';
import { type Json, type Path, pathText, type StudyDocument, withAt } from './document.ts';
import {
  type Draft,
  draftKey,
  idOfKey,
  listDrafts,
  type Question,
  readDraft,
  saveDraft,
  tidyDrafts,
} from './draft-store.ts';
import { back, forth, type History, NO_HISTORY, noted } from './history.ts';
import { keepHistory, recallHistory } from './history-store.ts';

/** The draft on the table, or null. */
export const draft = signal<Draft | null>(null);

/** The study on the table, or null. */
export const study = computed<StudyDocument | null>(() => draft.value?.study ?? null);

/** How saving stands: `saved`, `failed` (storage full or closed), or `copied` (another tab got there first). */
export const saving = signal<'saved' | 'failed' | 'copied'>('saved');

const history = signal<History<StudyDocument>>(NO_HISTORY);

/** Whether there is a step to take back, or to do again. */
export const canUndo = computed(() => history.value.past.length > 0);
export const canRedo = computed(() => history.value.future.length > 0);

/** A new draft of a study, put on the table. */
export function createDraft(question: Question, document: StudyDocument): Draft {
  const made: Draft = {
    id: newId(),
    revision: 0,
    question,
    study: document,
    lastRun: null,
    changed: Date.now(),
  };
  history.value = NO_HISTORY;
  put(made);
  tidyDrafts(localStorage);
  return draft.value ?? made;
}

/** Puts a stored draft on the table; false when there is none of that id. */
export function openDraft(id: string): boolean {
  if (draft.value?.id === id) return true;
  const stored = readDraft(localStorage, id);
  if (stored === null) return false;
  draft.value = stored;
  history.value = withSession((shelf) => recallHistory(shelf, id)) ?? NO_HISTORY;
  saving.value = 'saved';
  return true;
}

/** Drafts in this browser, the latest first. */
export function storedDrafts(): Draft[] {
  return listDrafts(localStorage);
}

/** Forgets a draft. */
export function removeDraft(id: string): void {
  localStorage.removeItem(draftKey(id));
  if (draft.value?.id === id) draft.value = null;
}

/** Changes the value at a path of the study; undefined removes it. Edits of one path in quick succession are one step. */
export function edit(path: Path, value: Json | undefined): void {
  change((before) => withAt(before, path, value), pathText(path));
}

/** Changes the study as a whole; edits that name the same field in quick succession are one step to take back. */
export function change(how: (before: StudyDocument) => StudyDocument, field: string): void {
  const now = draft.value;
  if (now === null) return;
  const next = how(now.study);
  if (next === now.study || JSON.stringify(next) === JSON.stringify(now.study)) return;
  history.value = noted(history.value, now.study, field, Date.now());
  put({ ...now, study: next, changed: Date.now() });
}

/** Takes the last step back. */
export function undo(): void {
  step(back);
}

/** Does again what was taken back. */
export function redo(): void {
  step(forth);
}

/** Remembers the run started from the draft. */
export function noteRun(id: string): void {
  if (draft.value !== null) put({ ...draft.value, lastRun: id });
}

/** Follows changes made to the same draft in other tabs. Called once, at the start. */
export function followOtherTabs(): void {
  window.addEventListener('storage', (event) => {
    if (draft.value !== null && idOfKey(event.key) === draft.value.id) catchUp();
  });
  // A tab that was asleep hears nothing: it looks when it wakes.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') catchUp();
  });
}

function catchUp(): void {
  const mine = draft.value;
  if (mine === null) return;
  const stored = readDraft(localStorage, mine.id);
  if (stored === null || stored.revision === mine.revision) return;
  history.value = noted(history.value, mine.study, 'another tab', Date.now());
  draft.value = stored;
  keep();
}

function step(way: typeof back): void {
  const now = draft.value;
  if (now === null) return;
  const moved = way(history.value, now.study);
  if (moved === null) return;
  history.value = moved.history;
  put({ ...now, study: moved.value, changed: Date.now() });
}

/** Saves and shows a draft. When another tab has saved since, this tab goes on with a copy of its own. */
function put(next: Draft): void {
  const { outcome, draft: saved } = saveDraft(localStorage, next);
  if (outcome !== 'taken') {
    draft.value = outcome === 'saved' ? saved : next;
    saving.value = outcome;
    keep();
    return;
  }
  const copy = { ...next, id: newId(), revision: 0 };
  draft.value = saveDraft(localStorage, copy).draft;
  saving.value = 'copied';
  if (location.hash.includes(`/study/${next.id}/`)) navigate(location.hash.replace(next.id, copy.id));
  keep();
}

/** Keeps the history with the tab, so that a reload does not end it. */
function keep(): void {
  const id = draft.value?.id;
  if (id !== undefined) withSession((shelf) => keepHistory(shelf, id, history.value));
}

/** The tab's own storage, where the browser opens it. */
function withSession<T>(use: (shelf: Storage) => T): T | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
}
