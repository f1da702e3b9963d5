/** Which practices are taken together: by what is expected of them, never by what was computed. */
import { SCHEMES } from '../../../engine/schemes/index.ts';
import { CONTEXTS, EXPECTED, type SIZES } from './expected.ts';

/** What is expected of a practice in a trade at a size. */
export function expectedOf(id: string, context: string, size: keyof typeof SIZES): string {
  return EXPECTED[id]![size].split(' ')[CONTEXTS.indexOf(context as never)]!;
}

/**
 * The first `many` practices that go together, those expected to help first, then those expected to change little, in
 * the order of the catalogue: one plan type at most, none that conflicts with one taken before.
 */
export function mixOf(context: string, size: keyof typeof SIZES, many: number): string[] {
  const clash = (a: string, b: string): boolean => {
    const of = (id: string) => SCHEMES.find((one) => one.id === id)!;
    return of(a).conflicts.includes(b as never) || of(b).conflicts.includes(a as never);
  };
  const kind = (id: string) => SCHEMES.find((one) => one.id === id)!.kind;
  const taken: string[] = [];
  for (const sign of ['+', '0', '-']) {
    for (const { id } of SCHEMES) {
      if (taken.length >= many || expectedOf(id, context, size) !== sign) continue;
      if (kind(id) === 'plan-type' && taken.some((other) => kind(other) === 'plan-type')) continue;
      if (!taken.some((other) => clash(id, other))) taken.push(id);
    }
  }
  return taken;
}
