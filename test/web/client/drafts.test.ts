import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, type Json, type Path, pathText, withAt } from '../../../web/client/study/document.ts';
import {
  type Draft,
  listDrafts,
  readDraft,
  type Shelf,
  saveDraft,
  tidyDrafts,
} from '../../../web/client/study/draft-store.ts';
import { back, forth, type History, NO_HISTORY, noted } from '../../../web/client/study/history.ts';
import { keepHistory, recallHistory } from '../../../web/client/study/history-store.ts';

/** A shelf in memory that may be full. */
function shelf(room = Number.POSITIVE_INFINITY): Shelf {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (i) => [...items.keys()][i] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (!items.has(key) && items.size >= room) throw new Error('full');
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
  };
}

const draft = (id: string, changed = 0): Draft => ({
  id,
  revision: 0,
  question: 'pay',
  study: { schemelab: 1 },
  lastRun: null,
  changed,
});

describe('drafts on the shelf', () => {
  test('a draft saved is read back, one revision on', () => {
    const store = shelf();
    const { outcome, draft: saved } = saveDraft(store, draft('a'));
    expect(outcome).toBe('saved');
    expect(saved.revision).toBe(1);
    expect(readDraft(store, 'a')).toEqual(saved);
  });

  test('a tab that missed a change writes nothing', () => {
    const store = shelf();
    const first = saveDraft(store, draft('a')).draft;
    const other = saveDraft(store, { ...first, study: { title: 'theirs' } }).draft;
    const late = saveDraft(store, { ...first, study: { title: 'mine' } });
    expect(late.outcome).toBe('taken');
    expect(late.draft).toEqual(other);
    expect(readDraft(store, 'a')!.study).toEqual({ title: 'theirs' });
  });

  test('a full shelf gives up its oldest draft, never the one being saved', () => {
    const store = shelf(2);
    saveDraft(store, draft('old', 1));
    saveDraft(store, draft('newer', 2));
    expect(saveDraft(store, draft('now', 3)).outcome).toBe('saved');
    expect(listDrafts(store).map((one) => one.id)).toEqual(['now', 'newer']);
    expect(saveDraft(shelf(0), draft('none')).outcome).toBe('failed');
  });

  test('what cannot be read is passed over, and the latest twenty are kept', () => {
    const store = shelf();
    store.setItem('schemelab.draft.bad', '{');
    store.setItem('other', '1');
    for (let i = 0; i < 25; i++) saveDraft(store, draft(`d${i}`, i));
    tidyDrafts(store);
    expect(listDrafts(store)).toHaveLength(20);
    expect(listDrafts(store)[0]!.id).toBe('d24');
    expect(store.getItem('other')).toBe('1');
  });
});

describe('a study as an object', () => {
  const key = fc.constantFrom('market', 'people', 'a', 'b', '__proto__x');
  const path = fc.array(key, { minLength: 1, maxLength: 4 });
  const value = fc.oneof(fc.integer(), fc.string(), fc.constant({ low: 1, mode: 2, high: 3 }));

  test('what is set is found there, nothing else moves, the original stays', () => {
    fc.assert(
      fc.property(path, value, (where, what) => {
        const before = { schemelab: 1, kept: { deep: [1, 2] } };
        const after = withAt(before as Json, where, what) as typeof before;
        expect(at(after, where)).toEqual(what);
        expect(after.kept).toBe(before.kept);
        expect(before).toEqual({ schemelab: 1, kept: { deep: [1, 2] } });
        expect(withAt(after as Json, where, undefined)).toEqual(before);
      }),
    );
  });

  test('an alternative stays one when its last change goes', () => {
    const study = { alternatives: { only: { name: 'x' } } };
    expect(withAt(study as Json, ['alternatives', 'only', 'name'], undefined)).toEqual({
      alternatives: { only: {} },
    });
    expect(withAt(study as Json, ['alternatives', 'only'], undefined)).toEqual({});
  });

  test('paths are written as the engine writes them', () => {
    expect(pathText(['alternatives', 'kam', 'schemes', 'add', 0] as Path)).toBe(
      'alternatives.kam.schemes.add[0]',
    );
  });
});

test('every step can be taken back and done again; keystrokes in one field are one step', () => {
  let history: History<string> = NO_HISTORY;
  history = noted(history, '', 'name', 0);
  history = noted(history, 'a', 'name', 500);
  history = noted(history, 'ab', 'reps', 900);
  const first = back(history, 'abc')!;
  expect(first.value).toBe('ab');
  const second = back(first.history, first.value)!;
  expect(second.value).toBe('');
  expect(back(second.history, second.value)).toBeNull();
  const again = forth(second.history, second.value)!;
  expect(again.value).toBe('ab');
  expect(forth(again.history, again.value)!.value).toBe('abc');
  expect(forth(noted(second.history, '', 'other', 9999), 'x')).toBeNull();
});

describe('a history on the shelf', () => {
  const of = (steps: number, size: number): History<{ text: string }> => ({
    past: Array.from({ length: steps }, (_, i) => ({ text: String(i).padStart(size, '.') })),
    future: [{ text: 'next' }],
    last: { field: 'title', at: 1 },
  });

  test('is read back, its last edit closed', () => {
    const store = shelf();
    keepHistory(store, 'a', of(3, 5));
    expect(recallHistory(store, 'a')).toEqual({ ...of(3, 5), last: null });
    expect(recallHistory(store, 'b')).toEqual(NO_HISTORY);
  });

  test('loses its oldest steps when it grows too long, and all when the shelf is full or spoilt', () => {
    const store = shelf();
    keepHistory(store, 'a', of(40, 50_000));
    const { past, future } = recallHistory(store, 'a');
    expect(past.length).toBeGreaterThan(3);
    expect(past.length).toBeLessThan(10);
    expect(past.at(-1)).toEqual(of(40, 50_000).past.at(-1));
    expect(future).toHaveLength(1);
    const full = shelf(0);
    keepHistory(full, 'a', of(1, 1));
    expect(recallHistory(full, 'a')).toEqual(NO_HISTORY);
    store.setItem('schemelab.history.c', '{"past": 3');
    expect(recallHistory(store, 'c')).toEqual(NO_HISTORY);
  });
});
