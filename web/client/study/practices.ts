import { at, isList, isMap, type Json } from './document.ts';

/** A practice in a study: its id and its settings, as a name or as `{id: {…}}`. */
export interface Entry {
  readonly id: string;
  readonly settings: { readonly [key: string]: Json };
}

/** Reads an entry; null where it is written in no way the page knows. */
export function entryOf(value: Json): Entry | null {
  if (typeof value === 'string') return { id: value, settings: {} };
  if (!isMap(value)) return null;
  const keys = Object.keys(value);
  const settings = value[keys[0] ?? ''];
  if (keys.length !== 1 || !(isMap(settings) || settings === null)) return null;
  return { id: keys[0]!, settings: settings ?? {} };
}

/** An entry as the study writes it, short where it has no settings. */
export function entryValue(entry: Entry): Json {
  return Object.keys(entry.settings).length === 0 ? entry.id : { [entry.id]: entry.settings };
}

/** The entries of a list; what cannot be read is left out of view, not out of the study. */
export function entriesOf(value: Json | undefined): Entry[] {
  if (!isList(value)) return [];
  return value.flatMap((one) => entryOf(one) ?? []);
}

/** The practices of an alternative: a full list, or what it adds to and removes from those it starts from. */
export interface Mix {
  readonly full: boolean;
  readonly entries: readonly Entry[];
  readonly removed: readonly string[];
}

/** Reads `schemes` of an alternative. */
export function mixOf(value: Json | undefined): Mix {
  if (isList(value)) return { full: true, entries: entriesOf(value), removed: [] };
  const map = isMap(value) ? value : {};
  const removed = isList(map.remove) ? map.remove.map(String) : [];
  return { full: false, entries: entriesOf(map.add), removed };
}

/** `schemes` as the study writes it; undefined when it changes nothing. */
export function mixValue(mix: Mix): Json | undefined {
  const list = mix.entries.map(entryValue);
  if (mix.full) return list;
  if (list.length === 0 && mix.removed.length === 0) return undefined;
  return {
    ...(list.length === 0 ? {} : { add: list }),
    ...(mix.removed.length === 0 ? {} : { remove: mix.removed }),
  };
}

/** An entry with one of its settings changed; undefined removes it. */
export function withSetting(entry: Entry, key: string, value: Json | undefined): Entry {
  const { [key]: _, ...others } = entry.settings;
  return { id: entry.id, settings: value === undefined ? others : { ...others, [key]: value } };
}

/** The plan types that the baseline or an alternative names: one, a list or map of several, or `none`. */
export function planTypesOf(value: Json | undefined): Entry[] {
  if (value === undefined || value === 'none') return [];
  if (isList(value)) return entriesOf(value);
  if (!isMap(value)) return entriesOf([value]);
  return Object.entries(value).map(([id, settings]) => ({ id, settings: isMap(settings) ? settings : {} }));
}

/** Plan types as the study writes them, short where there is one or none. */
export function planTypesValue(entries: readonly Entry[]): Json {
  if (entries.length === 0) return 'none';
  return entries.length === 1 ? entryValue(entries[0]!) : entries.map(entryValue);
}

/** Plan types in force where an alternative begins: those of the nearest it extends that names some, or the baseline's. */
export function startingPlanTypes(study: Json, base: string, depth = 0): Entry[] {
  const own = at(study, [...(base === 'baseline' ? [base] : ['alternatives', base]), 'plan-type']);
  if (own !== undefined || base === 'baseline' || depth > 100) return planTypesOf(own);
  const from = at(study, ['alternatives', base, 'extends']);
  return startingPlanTypes(study, typeof from === 'string' ? from : 'baseline', depth + 1);
}

/** Practices in force where an alternative begins, in the order taken up: those of what it extends, back to the baseline. */
export function startingPractices(study: Json, base: string, depth = 0): string[] {
  if (base === 'baseline' || depth > 100) {
    return entriesOf(at(study, ['baseline', 'schemes'])).map((one) => one.id);
  }
  const from = at(study, ['alternatives', base, 'extends']);
  const mix = mixOf(at(study, ['alternatives', base, 'schemes']));
  const own = mix.entries.map((one) => one.id);
  if (mix.full) return own;
  const before = startingPractices(study, typeof from === 'string' ? from : 'baseline', depth + 1);
  return [...new Set([...before, ...own])].filter((id) => !mix.removed.includes(id));
}
