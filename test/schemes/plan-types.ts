/** Worlds in which plan types are tried, with the bounds that their second-year gain must lie in, in percent. */
import { modeOf } from '../../engine/kernel/quantity.ts';
import { PLAIN, type Setting } from '../laws/setting.ts';
import { ALIKE, HUNTER } from './gain.ts';

const moving = (rate: number, depth: number) => ({ 'market.shift-rate': rate, 'market.shift-depth': depth });

/** Many newcomers who differ much, and deals that slip through. */
const NOVICES = {
  ...HUNTER,
  'market.leakage': 0.45,
  'people.turnover': 0.6,
  'people.ramp': 9,
  'people.ability-spread': 0.5,
};
/** Able veterans: little to gain from a standard. */
const ABLE = { ...HUNTER, 'market.leakage': 0.07, 'people.ability-spread': 0.2, 'people.ramp': 2 };
/** Newcomers that hardly learn. */
const WEAK = { ...ABLE, 'people.turnover': 1.5, 'people.ramp': 36, 'people.start-skill': 0.1 };
/** Far more leads than hours, of very different quality, and people who follow the figures and can read them. */
export const FLOODED = {
  ...HUNTER,
  'market.leads-per-rep-month': 120,
  'people.value-focus': 0.9,
  'people.data-literacy': 0.9,
};
/** Few leads, time enough for all of them. */
const SLACK = {
  ...HUNTER,
  'market.leads-per-rep-month': 15,
  'market.follow-up': 1,
  'people.prospecting-yield': 0,
};
/** Many customers of very different potential, and not enough time for them. */
const FARM = {
  ...HUNTER,
  'market.leads-per-rep-month': 25,
  'market.deal-spread': 1,
  'customers.base-per-rep': 80,
  'customers.purchase-rate': 3,
  'customers.purchase-shape': 0.7,
  'customers.expansion-rate': 0.4,
  'customers.service-hours': 0.6,
  'customers.potential-spread': 1.2,
  'customers.tier-accuracy': 0.7,
  'customers.churn-slope': 0.2,
};
/** Customers that are all the same, and time to spare. */
const SAME_CUSTOMERS = {
  ...FARM,
  'market.leads-per-rep-month': 10,
  'market.deal-spread': 0,
  'customers.base-per-rep': 10,
  'customers.purchase-shape': 50,
  'customers.potential-spread': 0,
  'people.prospecting-yield': 0,
};
/** The same hours for a sixth of the deals. */
export const FEW_DEALS = {
  scalars: { ...FLOODED, 'market.leads-per-rep-month': 20 },
  stages: PLAIN.stages.map((stage) => ({ ...stage, hours: 6 * modeOf(stage.hours) })),
  reps: 2,
  teams: 1,
} satisfies Setting;

/** No waiting of ours: stand-ups and managers who see stalls sooner have nothing to cut. */
const NO_WAIT = { 'market.controllable-wait': 0 };

interface Row {
  readonly scheme: string;
  readonly where: string;
  readonly setting: Setting;
  readonly options?: Readonly<Record<string, number>>;
  readonly replications?: number;
  /** Bounds of the gain beyond the scheme's hours. */
  readonly brought?: readonly [number, number];
  /** Bounds of the gain with its hours counted. */
  readonly kept?: readonly [number, number];
  /** Whether it must leave fewer hours for selling: too few to show in a margin that luck blurs by a percent or two. */
  readonly takes?: true;
}

const row = (scheme: string, where: string, scalars: Setting['scalars'], more: Partial<Row> = {}): Row => ({
  scheme,
  where,
  setting: { scalars: scalars! },
  ...more,
});

const MUCH = 60;
/** A pod of four, as for larger deals than these. */
export const POD = { podSize: 4 };
export const FAST = 'able, slow, fast market';

export const ROWS: readonly Row[] = [
  // Structured: lifts the weak and stops leaks; nothing to lift, nothing gained.
  row('structured', 'novices', NOVICES, { brought: [8, MUCH], kept: [3, MUCH] }),
  row('structured', 'all alike', ALIKE, { brought: [-2.5, 2.5], kept: [-MUCH, 1.5], takes: true }),
  row('structured', 'able, quick, still', { ...ABLE, 'people.playbook-rate': 8 }, { replications: 20 }),
  row(
    'structured',
    'able, quick, moving',
    { ...ABLE, ...moving(3, 0.6), 'people.playbook-rate': 8 },
    { kept: [-MUCH, 0], replications: 20 },
  ),
  row('structured', FAST, { ...ABLE, ...moving(3, 0.6), 'people.playbook-rate': 1.5 }, { replications: 24 }),
  // Agile: follows a moving market; in a still one only its time is left, and what small samples teach wrongly.
  row(
    'agile',
    FAST,
    { ...ABLE, ...moving(3, 0.6), 'people.playbook-rate': 1.5 },
    { brought: [2, MUCH], replications: 24 },
  ),
  row('agile', 'weak, slow, fast market', { ...WEAK, ...moving(3, 0.6), 'people.playbook-rate': 1.5 }),
  row(
    'agile',
    'still',
    { ...ABLE, ...NO_WAIT, 'people.playbook-rate': 1.5 },
    { brought: [-5, 1.5], kept: [-MUCH, 1], takes: true },
  ),
  row(
    'agile',
    'still, waits as usual',
    { ...ABLE, 'people.playbook-rate': 1.5 },
    { kept: [-MUCH, 2.5], takes: true },
  ),
  // Tiering: time and service go where potential is; with customers all the same, neglect is all it does.
  row('customer-tiering', 'unlike customers', FARM, { brought: [0, MUCH], replications: 40 }),
  row(
    'customer-tiering',
    'blind tiers',
    { ...FARM, 'customers.tier-accuracy': 0 },
    { kept: [-MUCH, 0], replications: 32 },
  ),
  row('customer-tiering', 'same customers, time to spare', SAME_CUSTOMERS, { brought: [-MUCH, 0] }),
  // Data-driven: better choice among more leads than hours, for those who can read it, once there is data.
  row('data-driven', 'flooded', FLOODED, { brought: [3, MUCH] }),
  row(
    'data-driven',
    'flooded, cannot read it',
    { ...FLOODED, ...NO_WAIT, 'people.data-literacy': 0.05 },
    { brought: [-3, 4], kept: [-MUCH, 2.5], takes: true, replications: 16 },
  ),
  row(
    'data-driven',
    'leads alike',
    { ...FLOODED, ...NO_WAIT, 'market.quality-spread': 0 },
    { brought: [-4, 4], kept: [-MUCH, 3.5], takes: true, replications: 16 },
  ),
  row(
    'data-driven',
    'time for every lead',
    { ...SLACK, ...NO_WAIT },
    { brought: [-1.5, 1.5], kept: [-MUCH, 1], takes: true },
  ),
  // Team-based: several people on a complex deal; on a simple one they only meet.
  row(
    'team-based',
    'simple',
    { ...HUNTER, 'market.complexity': 0 },
    { options: POD, brought: [-2, 2], kept: [-MUCH, 1], takes: true, replications: 40 },
  ),
  row(
    'team-based',
    'complex',
    { ...SLACK, 'market.complexity': 1, 'people.quota-error': 0.1 },
    { options: POD, brought: [1, MUCH], replications: 32 },
  ),
  row(
    'team-based',
    'complex, goals badly split',
    { ...SLACK, 'market.complexity': 1, 'people.quota-error': 0.9 },
    { options: POD, brought: [-MUCH, 1.5], replications: 24 },
  ),
  row(
    'team-based',
    'complex and busy',
    { ...HUNTER, 'market.complexity': 1 },
    { options: POD, kept: [-MUCH, 4], takes: true, replications: 28 },
  ),
];

/** Hours a week each scheme takes of a rep, by lever, at their mode. */
export const HOURS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  structured: { 'logging-hours': 1.6 },
  agile: { 'overhead-hours': 1.6 },
  'customer-tiering': { 'overhead-hours': 0.3 },
  'data-driven': { 'logging-hours': 1.2 },
  'team-based': { 'overhead-hours': 0.5 * 3 ** 0.7 },
};
