import { describe, expect, it } from 'vitest';
import { SCHEMES } from '../../engine/schemes/registry.ts';
import type { Alternative } from '../../engine/study/normal.ts';
import { batchOf, bits, studyOf, use } from './setting.ts';

const START = 126;
const HORIZON = 189;

/** Each scheme begun at month 6, never, and for nobody. */
function changes(): Record<string, Partial<Alternative>> {
  return Object.fromEntries(
    SCHEMES.flatMap(({ id }) => [
      [`${id} late`, { adoptions: [use(id, { startDay: START })] }],
      [`${id} never`, { adoptions: [use(id, { startDay: HORIZON })] }],
      [`${id} for nobody`, { adoptions: [use(id, { where: { share: 0 } })] }],
    ]),
  );
}

describe('every scheme of the catalogue', () => {
  const study = studyOf({ reps: 4, run: { horizonDays: HORIZON } }, changes());
  const batch = batchOf(study, 1);
  const [base, ...others] = batch.runs[0]!;
  const { metrics, details, timeline } = batch.layout;
  const from = metrics.length + details.length;
  const until = from + (START / 21) * timeline.length;

  it.each(SCHEMES.map(({ id }, i) => [id, i] as const))('%s is absent where it is not in use', (_, i) => {
    const [late, never, nobody] = others.slice(3 * i);
    expect(bits(never!)).toBe(bits(base!));
    expect(bits(nobody!)).toBe(bits(base!));
    expect(bits(late!.slice(from, until))).toBe(bits(base!.slice(from, until)));
    expect(bits(late!)).not.toBe(bits(base!));
  });

  it('mixed in any order gives the same bytes', () => {
    const adoptions = SCHEMES.map(({ id }) => use(id));
    const mixed = studyOf(
      { reps: 4, run: { horizonDays: 63 } },
      { one: { adoptions }, other: { adoptions: adoptions.toReversed() } },
    );
    const [, one, other] = batchOf(mixed, 1).runs[0]!;
    expect(bits(other!)).toBe(bits(one!));
  });
});
