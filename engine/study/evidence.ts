import type { Localised } from '../kernel/quantity.ts';
import { SCHEME_SOURCES_ZH } from '../schemes/sources-zh.ts';
import { PARAMETER_SOURCES_ZH } from './parameters/sources-zh.ts';
import { PRESET_SOURCES_ZH } from './presets/sources-zh.ts';
import { TARGET_SOURCES_ZH } from './presets/target-sources-zh.ts';

const ZH: ReadonlyMap<string, string> = new Map(
  [SCHEME_SOURCES_ZH, PARAMETER_SOURCES_ZH, PRESET_SOURCES_ZH, TARGET_SOURCES_ZH].flatMap(Object.entries),
);

/**
 * A note on where a number comes from, for readers of either language.
 *
 * @param source `source` of any evidence of a practice, parameter or industry, or of a target, in English
 * @returns the note in both languages; English in both where it is none of those
 */
export function sourceNote(source: string): Localised {
  return { en: source, zh: ZH.get(source) ?? source };
}
