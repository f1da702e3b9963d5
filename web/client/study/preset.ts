import type { CataloguePreset } from '../../contract/index.ts';
import { catalogue, presets } from '../api/catalogue.ts';
import { study } from './draft.ts';

/** The industry of the study on the table; the first known while the study names none. */
export function presetOf(): CataloguePreset {
  return presets.value.get(String(study.value?.context ?? '')) ?? catalogue.value!.presets[0]!;
}
