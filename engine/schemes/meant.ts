/** Which practice was meant by a name that is no id. */
import { nearest } from '../kernel/problems.ts';
import type { Scheme } from './contract.ts';
import { SCHEMES } from './registry.ts';

/**
 * The id of the practice whose id or name, in either language, is near enough to what was written to have been meant;
 * null where none is.
 *
 * @param kind only practices of this kind
 */
export function meantScheme(written: string, kind?: Scheme['kind']): string | null {
  const known = SCHEMES.filter((one) => kind === undefined || one.kind === kind);
  const ids = new Map(known.flatMap(({ id, name }) => [id, name.en, name.zh].map((one) => [one, id])));
  return ids.get(nearest(written, ids.keys()) ?? '') ?? null;
}
