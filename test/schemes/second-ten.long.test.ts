import { describe, expect, it } from 'vitest';
import { modeOf } from '../../engine/kernel/quantity.ts';
import { optionsOf } from '../../engine/schemes/compose.ts';
import type { SchemeId } from '../../engine/schemes/contract.ts';
import { schemeById } from '../../engine/schemes/registry.ts';
import { mean } from '../../engine/statistics/moments.ts';
import { schemeContextOf } from '../../engine/study/firm.ts';
import type { LeverChange } from '../../engine/study/normal.ts';
import { batchOf, channel, metric, monthly, moved, type Setting, studyOf, use } from '../laws/setting.ts';
import { ALIKE, type Gain, gain, HUNTER, interval } from './gain.ts';

/**
 * Schemes 11–20: a world in which what a scheme works on is missing, so that it brings nothing; one in which it pays;
 * and one in which it loses money. Every row is a 99 % interval over paired replications at the modes of all effects:
 * a gain or loss that is not there is claimed on at most one seed in two hundred. How often a true one is missed
 * depends on the replications: they, the worlds and some options were chosen by simulation.
 */

type Options = Readonly<Record<string, number>>;
type Scalars = NonNullable<Setting['scalars']>;

const REPS = 12;

/** Few leads, time enough for all of them and nothing to do with the rest of the day. */
const SLACK = { ...HUNTER, 'market.leads-per-rep-month': 12, 'people.prospecting-yield': 0 };
/** Far more leads than hours. */
const FLOODED = { ...HUNTER, 'market.leads-per-rep-month': 80, 'people.prospecting-yield': 0 };
/** The same with leads that are all alike, come from one channel, and do not spoil: none is worth more than another. */
const crowd = (quality: number, warmDays: number): Setting => ({
  scalars: {
    ...FLOODED,
    'market.quality-spread': 0,
    'market.deal-spread': 0,
    'market.freshness': 0,
    'people.value-focus': 1,
  },
  channels: [channel('any', 'market', 1, quality, warmDays), channel('own', 'self', 0)],
});
/** Reps who take long to become good at something where skill decides much. */
const LONG_RAMP = {
  ...SLACK,
  'market.leads-per-rep-month': 20,
  'people.turnover': 0.3,
  'people.ramp': 18,
  'people.skill-effect': 1.4,
};
/** Customers buy again and again, recommend, and leave when they are not content. */
const LOYAL = {
  'market.leads-per-rep-month': 4,
  'customers.base-per-rep': 40,
  'customers.purchase-rate': 4,
  'customers.expansion-rate': 0.4,
  'customers.referral-rate': 1,
  'customers.service-hours': 0.4,
  'customers.satisfaction': 77,
  'customers.churn-slope': 0.5,
  'customers.churn-alpha': 2,
  'customers.churn-beta': 4,
  'people.prospecting-yield': 0,
  'people.effort-elasticity': 0,
};
/** The same with much service to give and effort that pay hardly moves. */
const SERVICE = {
  'market.leads-per-rep-month': 20,
  'customers.base-per-rep': 60,
  'customers.purchase-rate': 4,
  'customers.expansion-rate': 0.4,
  'customers.referral-rate': 0.3,
  'customers.churn-slope': 0.4,
  'people.effort-elasticity': 0.1,
};
/** Goals within everyone's reach and effort that follows them. */
const WITHIN_REACH = {
  ...HUNTER,
  'market.leads-per-rep-month': 100,
  'people.effort-elasticity': 0.5,
  'people.ability-spread': 0.1,
  'people.quota-error': 0.05,
};
/** Errors, approvals and reports everywhere. */
const WASTEFUL = {
  ...HUNTER,
  'market.leads-per-rep-month': 100,
  'market.rework': 0.4,
  'market.controllable-wait': 0.7,
  'people.admin': 0.35,
};
/** No errors, no waiting of our own making, no reports. */
const TRIM = { ...HUNTER, 'market.rework': 0, 'market.controllable-wait': 0, 'people.admin': 0 };
/** Custom business in which most marketing leads are left lying. */
const CUSTOM = {
  ...HUNTER,
  'market.complexity': 0.8,
  'market.follow-up': 0.4,
  'market.controllable-wait': 0.6,
  'market.rework': 0.25,
};
/** Standard business, every lead taken up. */
const STANDARD = { ...HUNTER, 'market.complexity': 0, 'market.follow-up': 1 };
/** Many leads that slip through, reps at ease with data who follow value. */
const DATA_RICH = {
  ...FLOODED,
  'market.leads-per-rep-month': 60,
  'market.leakage': 0.45,
  'people.data-literacy': 0.8,
  'people.value-focus': 0.8,
};
/** Few leads, answered at once, hardly any lost. */
const IN_HAND = {
  ...SLACK,
  'market.leakage': 0.07,
  'market.response-hours': 1,
  'people.data-literacy': 0.4,
};

/** Deals worth so much, with commission and quota to match. */
const worth = (scalars: Scalars, value: number, quota: number): Setting => ({
  scalars: { ...scalars, 'market.deal-value': value },
  pay: { commission: 0.03, quota },
});

interface Row {
  readonly scheme: SchemeId;
  readonly where: string;
  readonly setting: Setting;
  readonly options?: Options;
  readonly replications?: number;
  /** What the scheme is held against in full swing: itself with these options, instead of its burden alone. */
  readonly against?: Options;
}

const row = (
  scheme: SchemeId,
  where: string,
  setting: Setting,
  options: Options = {},
  replications = 12,
): Row => ({ scheme, where, setting, options, replications });

/** What takes time. */
const TIME = ['overhead-hours', 'logging-hours', 'outreach-hours', 'training-days'];

/** What a scheme takes of reps' time and of the quality of their work, as its file says, and nothing else of it. */
function burden({ scheme: id, setting, options }: Row): LeverChange[] {
  const scheme = schemeById(id)!;
  const context = schemeContextOf(studyOf({ reps: REPS, ...setting }));
  return scheme.shifts(optionsOf(scheme, options ?? {}, context), context).flatMap((shift) => {
    const by = modeOf(shift.by) * ((shift.months?.length ?? 12) / 12);
    const time = TIME.includes(shift.lever);
    const worse = by < 0 && (shift.lever === 'touch-quality' || shift.lever === 'triage');
    return time || worse ? [moved(shift.lever, by)] : [];
  });
}

/** What a scheme in full swing brings in its second year, beyond its burden, in percent of the baseline's figure. */
function brought(of: Row, figure: string): Gain {
  const study = studyOf(
    { reps: REPS, ...of.setting, run: { horizonDays: 504, seed: 'schemes' } },
    {
      scheme: { adoptions: [use(of.scheme, { startDay: -1, options: of.options ?? {} })] },
      other: of.against
        ? { adoptions: [use(of.scheme, { startDay: -1, options: of.against })] }
        : { levers: burden(of) },
    },
  );
  return gain(batchOf(study, of.replications!), 1, 2, figure);
}

/** Difference a scheme makes to net contribution from its start on, all costs and its chance of failing included. */
function earned(of: Row): Gain {
  const study = studyOf(
    { reps: REPS, ...of.setting, run: { horizonDays: 504, seed: 'schemes', ...of.setting.run } },
    { scheme: { adoptions: [use(of.scheme, { options: of.options ?? {} })] } },
  );
  const batch = batchOf(study, of.replications!);
  const before = metric(batch, 0, 'net-contribution');
  const scale = 100 / mean(monthly(batch, 0, 'gross-margin'));
  return interval(metric(batch, 1, 'net-contribution').map((x, i) => scale * (x - before[i]!)));
}

describe('brings nothing where what it works on is missing', () => {
  const none = { 'market.complexity': 0 };
  const ROWS: readonly (readonly [of: Row, figure: string, low: number, high: number])[] = [
    // No spare capacity, and leads like all others: they only take the place of those.
    [
      row('telephone', 'no hour to spare', crowd(-0.7, 5), { dialsPerDay: 200, byCallers: 1 }),
      'gross-margin',
      -10,
      8,
    ],
    // Twenty times the budget for the same event days; a burst of leads clogs the queue a little.
    [
      {
        ...row('event-marketing', 'no hour to spare', crowd(-0.2, 10)),
        against: { budgetPerEvent: 5_000 },
      },
      'gross-margin',
      -10,
      6,
    ],
    // Partners know nobody we do not know. Bookings: what partners are paid is cost.
    [row('joint-selling', 'all known', { scalars: SLACK, reps: 24 }, { overlap: 1 }, 40), 'bookings', -4, 4],
    [
      row('team-collaboration', 'simple, alike', { scalars: { ...ALIKE, ...none } }, {}, 10),
      'gross-margin',
      -2.5,
      2.5,
    ],
    [row('incentive-driven', 'effort fixed', { scalars: ALIKE }, {}, 10), 'gross-margin', -2, 2],
    [
      row('training', 'skill decides nothing', { scalars: { ...HUNTER, 'people.skill-effect': 0 } }),
      'gross-margin',
      -2,
      2,
    ],
    [row('customer-experience', 'bought once, no word', { scalars: HUNTER }), 'gross-margin', -2.5, 2.5],
    [row('lean', 'nothing to trim', { scalars: TRIM }, {}, 6), 'gross-margin', -2, 2],
    [
      row('cross-department', 'one department', { scalars: HUNTER }, { departments: 1 }, 32),
      'gross-margin',
      -2,
      2,
    ],
    [row('digital', 'nobody uses it', { scalars: HUNTER }, { use: 0 }, 32), 'gross-margin', -3.5, 2],
  ];
  it.each(ROWS.map(([of, ...rest]) => [of.scheme, of.where, of, ...rest] as const))(
    '%s: %s',
    (_, __, of, figure, low, high) => {
      const found = brought(of, figure);
      expect(found.low).toBeGreaterThan(low);
      expect(found.high).toBeLessThan(high);
    },
  );
});

describe('raises net contribution', () => {
  const ROWS: readonly Row[] = [
    row('telephone', 'idle hours', worth(SLACK, 60_000, 500_000), { byCallers: 0 }, 48),
    row('event-marketing', 'idle hours, valuable deals', worth(SLACK, 300_000, 3_000_000), {}, 120),
    row('joint-selling', 'idle hours, valuable deals', worth(SLACK, 150_000, 1_500_000), {}, 32),
    row('team-collaboration', 'complex, idle', worth({ ...SLACK, 'market.complexity': 0.9 }, 100_000, 1e6)),
    row(
      'incentive-driven',
      'goals in reach',
      worth(WITHIN_REACH, 150_000, 4_500_000),
      { winners: 0.5, contestsPerYear: 4, prize: 8_000 },
      32,
    ),
    row('training', 'long ramp', worth(LONG_RAMP, 200_000, 2_500_000)),
    row('customer-experience', 'loyal', { scalars: LOYAL, run: { horizonDays: 756 } }, {}, 24),
    row('lean', 'wasteful', worth(WASTEFUL, 100_000, 1_300_000), {}, 18),
    row('cross-department', 'custom', { ...worth(CUSTOM, 150_000, 2_500_000), reps: 16 }),
    row('digital', 'data-rich', worth(DATA_RICH, 60_000, 1_300_000), {}, 18),
  ];
  it.each(ROWS.map((of) => [of.scheme, of.where, of] as const))('%s: %s', (_, __, of) => {
    const found = earned(of);
    expect(found.low).toBeGreaterThan(0);
  });
});

describe('lowers net contribution', () => {
  const ROWS: readonly Row[] = [
    row('telephone', 'no hour to spare', { scalars: FLOODED }, {}, 6),
    row('event-marketing', 'no hour to spare', { scalars: FLOODED }, {}, 6),
    row('joint-selling', 'eight partners, no hour to spare', { scalars: FLOODED }, { partners: 8 }, 8),
    row('team-collaboration', 'simple, alike', { scalars: { ...ALIKE, 'market.complexity': 0 } }, {}, 6),
    row('incentive-driven', 'much service, large prizes', { scalars: SERVICE }, { prize: 20_000 }, 18),
    row('training', 'veterans alike', { scalars: ALIKE }, {}, 6),
    row('customer-experience', 'bought once, no word', { scalars: HUNTER }, {}, 6),
    row('lean', 'nothing to trim', { scalars: TRIM }, {}, 6),
    row('cross-department', 'standard, few people', { scalars: STANDARD, reps: 6 }, {}, 6),
    row('digital', 'four reps, all in hand', { scalars: IN_HAND, reps: 4, teams: 1 }, {}, 6),
  ];
  it.each(ROWS.map((of) => [of.scheme, of.where, of] as const))('%s: %s', (_, __, of) => {
    const found = earned(of);
    expect(found.high).toBeLessThan(0);
  });
});
