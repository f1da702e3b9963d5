import { describe, expect, it } from 'vitest';
import { WEEK_USES, type Week, weeksOf } from '../../engine/run/week.ts';
import { SCHEMES } from '../../engine/schemes/registry.ts';
import { draftStudy } from '../../engine/study/draft.ts';
import { PRESETS } from '../../engine/study/presets/index.ts';
import { moved, studyOf, use } from '../laws/setting.ts';

const total = ({ hours }: Week): number => WEEK_USES.reduce((sum, { id }) => sum + hours[id], 0);

/** Published shares of the week spent selling: .22, .34–.41, .46. */
const SELLING = [0.22, 0.46] as const;

describe.each(PRESETS.map((preset) => [preset.id, preset] as const))('a week of %s', (_, preset) => {
  const draft = draftStudy(preset);
  const baseline = draft.alternatives[0]!;
  const weeks = weeksOf({
    ...draft,
    alternatives: [baseline, ...SCHEMES.map(({ id }) => ({ ...baseline, id, adoptions: [use(id)] }))],
  });
  const contracted = 40;

  it('is one of forty hours as studies of sellers’ time find them', () => {
    const { before, starting, settled } = weeks[0]!;
    expect(total(before)).toBeCloseTo(contracted, 9);
    expect(before.hours.selling / contracted).toBeGreaterThan(SELLING[0]);
    expect(before.hours.selling / contracted).toBeLessThan(SELLING[1]);
    for (const { id } of WEEK_USES) {
      expect(starting.hours[id]).toBeCloseTo(before.hours[id], 9);
      expect(settled.hours[id]).toBeCloseTo(before.hours[id], 9);
    }
  });

  it.each(SCHEMES.map(({ id }, i) => [id, i + 1] as const))('still is under %s', (__, alternative) => {
    const { before, starting, settled } = weeks[alternative]!;
    for (const week of [starting, settled]) {
      expect(total(week)).toBeCloseTo(contracted + week.overtime, 9);
      expect(total(week)).toBeLessThan(42);
      for (const { id } of WEEK_USES) expect(week.hours[id]).toBeGreaterThanOrEqual(0);
    }
    // A single practice takes no more than a tenth of selling, change included, and moves no one out of the usual.
    expect(starting.hours.selling).toBeGreaterThan(0.89 * before.hours.selling);
    expect(settled.hours.selling).toBeGreaterThan(0.89 * before.hours.selling);
    expect(settled.hours.change).toBe(0);
    expect(settled.hours.selling / contracted).toBeGreaterThan(SELLING[0]);
  });
});

describe('the weeks of a study', () => {
  it('are those of whom a practice covers: of everyone where there is none', () => {
    const [, pilot, company] = weeksOf(
      studyOf(
        {},
        {
          pilot: { adoptions: [use('process-control', { where: { teams: [0] } })] },
          company: { adoptions: [use('process-control')] },
        },
      ),
    );
    expect(pilot!.settled.hours.admin).toBeGreaterThan(pilot!.before.hours.admin + 0.5);
    expect(pilot!.settled.hours.admin).toBeCloseTo(company!.settled.hours.admin, 9);
  });

  it('begin with the last practice, while earlier ones are still being taken up', () => {
    const [, alone, after, later] = weeksOf(
      studyOf(
        {},
        {
          alone: { adoptions: [use('structured')] },
          after: { adoptions: [use('structured', { startDay: 30 }), use('agile')] },
          later: { adoptions: [use('structured', { startDay: 126 }), use('agile')] },
        },
      ),
    );
    const change = (weeks: typeof alone): number =>
      weeks!.starting.hours.change / weeks!.starting.hours.selling;
    expect(change(after)).toBeGreaterThan(change(alone) * 1.01);
    expect(change(later)).toBeCloseTo(change(alone), 9);
  });

  it('count direct changes of levers, and old habits of the baseline in both', () => {
    const study = studyOf({}, { met: { levers: [moved('overhead-hours', 5)] } });
    const [baseline, met] = study.alternatives;
    const habit = [use('structured', { startDay: -100_000 })];
    const [, changed] = weeksOf({
      ...study,
      alternatives: [
        { ...baseline!, adoptions: habit },
        { ...met!, adoptions: habit },
      ],
    });
    expect(changed!.before.hours.admin).toBeGreaterThan(8.3);
    expect(changed!.settled.hours.internal).toBeGreaterThan(changed!.before.hours.internal + 2);
    expect(changed!.settled.hours.change).toBe(0);
  });
});
