import { sha256 } from '../kernel/hash.ts';
import type { NormalStudy } from './normal.ts';

/** A value as JSON with the keys of every object in order: equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The content hash of a study: what it means, not how it was written. 64 hexadecimal digits. */
export function fingerprint(study: NormalStudy): string {
  return sha256(canonicalJson(study));
}
