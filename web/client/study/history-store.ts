import type { StudyDocument } from './document.ts';
import type { Shelf } from './draft-store.ts';
import { type History, NO_HISTORY } from './history.ts';

const PREFIX = 'schemelab.history.';
/** Most characters kept of a history; the steps longest ago go first. */
const MOST_CHARACTERS = 500_000;

/** Keeps what can be taken back over a reload of the page; where the shelf is full or closed it is lost then. */
export function keepHistory(shelf: Shelf, id: string, history: History<StudyDocument>): void {
  let kept = history;
  let text = JSON.stringify(kept);
  while (text.length > MOST_CHARACTERS && kept.past.length > 0) {
    kept = { ...kept, past: kept.past.slice(Math.ceil(kept.past.length / 4)) };
    text = JSON.stringify(kept);
  }
  try {
    shelf.setItem(PREFIX + id, text);
  } catch {
    // Undo is then good until the page is closed.
  }
}

/** What was kept for a draft; nothing where there is none or it cannot be read. */
export function recallHistory(shelf: Shelf, id: string): History<StudyDocument> {
  try {
    const found = JSON.parse(shelf.getItem(PREFIX + id) ?? 'null') as History<StudyDocument> | null;
    // Joined keystrokes end with the reload.
    if (Array.isArray(found?.past) && Array.isArray(found.future)) return { ...found, last: null };
  } catch {
    // As if there were none.
  }
  return NO_HISTORY;
}
