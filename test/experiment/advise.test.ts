import { describe, expect, test } from 'vitest';
import { advise, FEWEST, FITS, MOST, shortlistStudy } from '../../engine/experiment/advise.ts';
import { schemeById } from '../../engine/schemes/index.ts';
import { draftStudy, habit } from '../../engine/study/draft.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import { PRESETS, presetById } from '../../engine/study/presets/index.ts';

/** A usual company of an industry with so many reps and such habits. */
function company(id: string, reps?: number, habits: readonly string[] = []): NormalStudy {
  const draft = draftStudy(presetById(id)!);
  const baseline = { ...draft.alternatives[0]!, adoptions: habits.map(habit) };
  return { ...draft, reps: reps ?? draft.reps, alternatives: [baseline] };
}

const ids = (study: NormalStudy): string[] => advise(study).shortlist.map((one) => one.id);

describe('the shortlist', () => {
  test('a small firm with a short cycle: goals and incentives, neither projects nor departments', () => {
    for (const context of ['insurance', 'fmcg']) {
      const list = ids(company(context, 8));
      expect(list).toEqual(expect.arrayContaining(['goal-oriented', 'incentive-driven']));
      expect(list).not.toContain('project-based');
      expect(list).not.toContain('cross-department');
    }
  });

  test('a large firm of complex projects: project teams and departments at one table', () => {
    const list = ids(company('custom-project', 120));
    expect(list).toEqual(expect.arrayContaining(['project-based', 'cross-department']));
    expect(list).not.toContain('goal-oriented');
    expect(ids(company('custom-project'))).toEqual(expect.arrayContaining(['project-based', 'key-account']));
  });

  test('many outlets: distributors and territories', () => {
    expect(ids(company('fmcg'))).toEqual(expect.arrayContaining(['channel', 'region-industry']));
  });

  test('software by subscription: lifecycle first; automation fits, and no more than that', () => {
    const { shortlist, scores } = advise(company('b2b-saas'));
    expect(shortlist.find((one) => one.kind === 'scheme')!.id).toBe('customer-lifecycle');
    expect(scores.find((one) => one.id === 'automation')!.score).toBeGreaterThan(FITS);
    // The usual preset leaves reps hours to spare, which speaks against ordering leads by score.
    const dataDriven = scores.find((one) => one.id === 'data-driven')!;
    expect(dataDriven.conditions.filter((one) => !one.met).map((one) => one.trait)).toEqual(['load']);
  });

  test('holds three to five schemes and one plan type at most, none of which conflict', () => {
    for (const { id } of PRESETS) {
      for (const reps of [3, 12, 60, 400]) {
        for (const habits of [[], ['structured', 'goal-oriented', 'digital'], ['team-based']]) {
          const { shortlist, inUse } = advise(company(id, reps, habits));
          const schemes = shortlist.filter((one) => one.kind === 'scheme');
          expect(schemes.length).toBeGreaterThanOrEqual(FEWEST);
          expect(schemes.length).toBeLessThanOrEqual(MOST);
          expect(shortlist.length - schemes.length).toBeLessThanOrEqual(1);
          expect(inUse).toEqual(habits);
          const beside = [...schemes.map((one) => one.id), ...inUse];
          for (const one of shortlist) {
            expect(inUse).not.toContain(one.id);
            const other = one.kind === 'scheme' ? beside : beside.filter((b) => kindOf(b) === 'scheme');
            for (const b of other) {
              expect(schemeById(one.id)!.conflicts).not.toContain(b);
              expect(schemeById(b)!.conflicts).not.toContain(one.id);
            }
          }
        }
      }
    }
  });
});

describe('its simulation', () => {
  test('each alone, all at once, one a quarter; a new plan type stands beside the present one', () => {
    const study = company('custom-project', 120, ['structured', 'digital']);
    const advice = advise(study);
    expect(advice.shortlist[0]!.kind).toBe('plan-type');
    const list = advice.shortlist.map((one) => one.id);
    const { alternatives } = shortlistStudy(study, advice);
    expect(alternatives.map((one) => one.id)).toEqual(['baseline', ...list, 'all-at-once', 'one-a-quarter']);
    const days = (k: number): [string, number][] =>
      alternatives[k]!.adoptions.filter((one) => one.startDay >= 0).map((one) => [one.scheme, one.startDay]);
    expect(days(2)).toEqual([[list[1], 0]]);
    expect(days(list.length + 1)).toEqual(list.map((id) => [id, 0]));
    expect(days(list.length + 2)).toEqual(list.slice(0, 4).map((id, k) => [id, 63 * k]));
    const structured = alternatives[1]!.adoptions.find((one) => one.scheme === 'structured')!;
    expect(structured.stopDay).toBeNull();
    expect(alternatives[2]!.adoptions.find((one) => one.scheme === 'structured')!.stopDay).toBeNull();
  });

  test('a plan type that excludes the present one ends it', () => {
    const study = company('b2b-saas', 12, ['structured']);
    const advice = advise(study);
    const agile = advice.scores.find((one) => one.id === 'agile')!;
    const { alternatives } = shortlistStudy(study, {
      ...advice,
      shortlist: [{ ...agile, fits: true, complements: [] }],
    });
    const days = alternatives[1]!.adoptions.map((one) => [one.scheme, one.stopDay]);
    expect(days).toEqual([
      ['structured', 0],
      ['agile', null],
    ]);
  });
});

function kindOf(id: string): string {
  return schemeById(id)!.kind;
}
