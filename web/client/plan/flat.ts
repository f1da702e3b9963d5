import type { CataloguePreset } from '../../contract/index.ts';
import { at, isMap, type Json, type Path } from '../study/document.ts';

/** Keys of a flat plan in a study, in the order of the form. */
export const FLAT_KEYS = [
  'salary',
  'commission',
  'quota',
  'period',
  'threshold',
  'accelerator',
  'accelerator-from',
  'cap',
  'bonus',
  'team-share',
  'repeat-rate',
] as const;

/** A key of a flat plan. */
export type FlatKey = (typeof FLAT_KEYS)[number];

/** A flat plan with nothing left to look up, as written. */
export type FlatValues = Readonly<Record<FlatKey, Json>>;

/** Where an alternative's plan stands in a study. */
export function payPath(alternative: string): Path {
  return alternative === 'baseline' ? ['baseline', 'pay'] : ['alternatives', alternative, 'pay'];
}

/** The name an alternative's plan is based on when it says nothing itself. */
export function payBase(study: Json, alternative: string): string {
  if (alternative === 'baseline') return 'context';
  const from = at(study, ['alternatives', alternative, 'extends']);
  return typeof from === 'string' ? from : 'baseline';
}

/** Whether a plan is written with keys beyond the flat plan's. */
export function isFull(pay: Json | undefined): boolean {
  const known: readonly string[] = [...FLAT_KEYS, 'id', 'extends'];
  return isMap(pay) && Object.keys(pay).some((key) => !known.includes(key));
}

/**
 * The flat plan of an alternative, everything it extends filled in; null where it is no flat plan, or one of a file that
 * only the engine can read.
 */
export function flatValues(
  study: Json,
  alternative: string,
  presets: ReadonlyMap<string, CataloguePreset>,
  preset: CataloguePreset,
  depth = 0,
): FlatValues | null {
  if (depth > 100) return null;
  const pay = at(study, payPath(alternative));
  const named = (name: string): FlatValues | null => {
    if (name === 'context') return presetValues(preset);
    if (name === 'baseline' || at(study, ['alternatives', name]) !== undefined) {
      return flatValues(study, name, presets, preset, depth + 1);
    }
    const other = presets.get(name);
    return other === undefined ? null : presetValues(other);
  };
  if (pay === undefined) return named(payBase(study, alternative));
  if (typeof pay === 'string') return named(pay);
  if (!isMap(pay) || isFull(pay)) return null;
  const base = typeof pay.extends === 'string' ? named(pay.extends) : BLANK;
  if (base === null) return null;
  const own = Object.fromEntries(FLAT_KEYS.flatMap((key) => (key in pay ? [[key, pay[key]!]] : [])));
  return { ...base, ...own };
}

/** A plan that extends nothing pays nothing it does not say. */
const BLANK: FlatValues = {
  salary: 0,
  commission: 0,
  quota: 1,
  period: 'quarter',
  threshold: 'none',
  accelerator: 'none',
  'accelerator-from': 1,
  cap: 'none',
  bonus: 'none',
  'team-share': 'none',
  'repeat-rate': 'none',
};

function presetValues(preset: CataloguePreset): FlatValues {
  return { ...preset.pay, cap: preset.pay.cap ?? 'none' };
}

/** A plan with a key changed; what it is based on is named when it was not written yet. */
export function withKey(pay: Json | undefined, base: string, key: FlatKey, value: Json | undefined): Json {
  const map = isMap(pay) ? pay : { extends: typeof pay === 'string' ? pay : base };
  const { [key]: _, ...others } = map as { readonly [key: string]: Json };
  return value === undefined ? others : { ...others, [key]: value };
}
