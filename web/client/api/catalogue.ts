import { computed, signal } from '@preact/signals';
import type {
  Catalogue,
  CatalogueParameter,
  CataloguePreset,
  CatalogueScheme,
  Localised,
} from '../../contract/index.ts';
import { Refused, request } from './request.ts';

/** Practices, industries, parameters and the rest; null until loaded. */
export const catalogue = signal<Catalogue | null>(null);

/** Why it could not be loaded, or null. */
export const catalogueFailure = signal<Localised | null>(null);

/** Practices by id. */
export const schemes = computed<ReadonlyMap<string, CatalogueScheme>>(
  () => new Map(catalogue.value?.schemes.map((one) => [one.id, one])),
);

/** Industries by id. */
export const presets = computed<ReadonlyMap<string, CataloguePreset>>(
  () => new Map(catalogue.value?.presets.map((one) => [one.id, one])),
);

/** Parameters by id. */
export const parameters = computed<ReadonlyMap<string, CatalogueParameter>>(
  () => new Map(catalogue.value?.parameters.map((one) => [one.id, one])),
);

/** Loads the catalogue, once. */
export async function loadCatalogue(): Promise<void> {
  if (catalogue.value !== null) return;
  catalogueFailure.value = null;
  try {
    catalogue.value = await request<Catalogue>('GET', '/catalogue');
  } catch (error) {
    catalogueFailure.value = error instanceof Refused ? error.text : { en: String(error), zh: String(error) };
  }
}
