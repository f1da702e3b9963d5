import { endsOf, modeOf, type Quantity } from '../kernel/quantity.ts';
import { worldOf } from './draft.ts';
import type { Located } from './nodes.ts';
import type { Channel, Stage, World } from './normal.ts';
import { PARAMETER, PARAMETERS } from './parameters.ts';
import type { Preset } from './presets/contract.ts';
import type { Values } from './reading.ts';

/** Sections of the study file that hold scalar parameters: market, customers, people. */
export const SECTIONS: readonly string[] = [...new Set(PARAMETERS.map((one) => one.id.split('.')[0]!))];

/** How far the market channels' shares may sum from 1. */
const SHARE_TOLERANCE = 0.002;

/**
 * Reads what a study says of its market, customers and people, on top of its context.
 *
 * @param keys the study's keys
 * @param known false when the context is missing or misspelt: then stages and channels cannot be checked
 */
export function readWorld(
  keys: ReadonlyMap<string, Located>,
  preset: Preset,
  known: boolean,
  values: Values,
): World {
  const usual = worldOf(preset);
  const scalars: Record<string, Quantity> = { ...usual.scalars };
  for (const section of SECTIONS) {
    const names = PARAMETERS.filter((one) => one.id.startsWith(`${section}.`)).map((one) =>
      one.id.slice(section.length + 1),
    );
    for (const [key, at] of keys.get(section)?.entries(names) ?? []) {
      const parameter = PARAMETER.get(`${section}.${key}`)!;
      const value = values.quantity(at, parameter.unit, parameter.min, parameter.max, Number.NaN);
      if (typeof value !== 'number' || !Number.isNaN(value)) scalars[parameter.id] = value;
    }
  }
  checkDay(scalars, keys.get('people'));
  return {
    scalars,
    stages: known ? readStages(keys.get('stages'), usual.stages, values) : usual.stages,
    channels: known ? readChannels(keys.get('channels'), usual.channels, values) : usual.channels,
    seasonality: readSeasonality(keys.get('seasonality'), usual.seasonality, values),
  };
}

/** Shares of a rep's day that are not for selling. */
const NOT_SELLING = ['people.admin', 'people.travel', 'people.internal'] as const;

/** Least share of the day that must be left to sell in: with less there is nothing to simulate. */
const LEAST_SELLING = 0.05;

/** Checks that what a study says of the day leaves time to sell, at the highest values its spreads may take. */
function checkDay(scalars: Readonly<Record<string, Quantity>>, people: Located | undefined): void {
  const parts = NOT_SELLING.map((id) => ({
    key: id.slice('people.'.length),
    share: endsOf(scalars[id] ?? PARAMETER.get(id)!.fallback)[1],
  }));
  const sum = parts.reduce((total, { share }) => total + share, 0);
  if (people === undefined || sum <= 1 - LEAST_SELLING) return;
  const stated = people.entries();
  const at = parts.map(({ key }) => stated.get(key)).findLast((one) => one !== undefined) ?? people;
  const each = parts.map(({ key, share }) => `${key} ${percent(share)}`).join(' + ');
  at.problem(
    'full-day',
    {
      en: `${each} take ${percent(sum)} of the day`,
      zh: `${each} 共占一天的 ${percent(sum)}`,
    },
    {
      en: `expected at most ${percent(1 - LEAST_SELLING)}, so that time is left to sell`,
      zh: `最多 ${percent(1 - LEAST_SELLING)}，应留出销售时间`,
    },
  );
}

const SKILLS: readonly Stage['skill'][] = ['prospect', 'discover', 'propose', 'close'];

/** Changes of the context's stages, by stage id. */
function readStages(at: Located | undefined, usual: readonly Stage[], values: Values): readonly Stage[] {
  const changes = at?.entries(usual.map((stage) => stage.id));
  return usual.map((stage) => {
    const keys = changes?.get(stage.id)?.entries(['conversion', 'days', 'touches', 'hours', 'skill']);
    if (keys === undefined) return stage;
    return {
      ...stage,
      conversion: values.quantity(keys.get('conversion'), 'share', 0.001, 1, stage.conversion),
      days: values.quantity(keys.get('days'), 'workdays', 0.1, 1000, stage.days),
      touches: values.quantity(keys.get('touches'), 'count', 1, 200, stage.touches),
      hours: values.quantity(keys.get('hours'), 'hours', 0.01, 100, stage.hours),
      skill: keys.get('skill')?.choice(SKILLS) ?? stage.skill,
    };
  });
}

/** Changes of the context's channels, by channel id. */
function readChannels(
  at: Located | undefined,
  usual: readonly Channel[],
  values: Values,
): readonly Channel[] {
  const changes = at?.entries(usual.map((channel) => channel.id));
  const channels = usual.map((channel) => {
    const keys = changes?.get(channel.id)?.entries(['share', 'quality', 'warm', 'cost-per-lead']);
    if (keys === undefined) return channel;
    const share = keys.get('share');
    if (share !== undefined && channel.kind !== 'market') {
      share.wrong(
        'bad-shares',
        'expected no share: these leads come from reps or customers, not from the market',
        '不应有占比：此类线索来自销售或客户，不来自市场',
      );
    }
    return {
      ...channel,
      share: channel.kind === 'market' ? values.quantity(share, 'share', 0, 1, channel.share) : 0,
      quality: values.quantity(keys.get('quality'), 'log-odds', -5, 5, channel.quality),
      warmDays: values.quantity(keys.get('warm'), 'workdays', 0.1, 1000, channel.warmDays),
      costPerLead: values.quantity(keys.get('cost-per-lead'), 'money', 0, 1e8, channel.costPerLead),
    };
  });
  const market = channels.filter((channel) => channel.kind === 'market');
  const sum = market.reduce((total, channel) => total + modeOf(channel.share), 0);
  if (at !== undefined && market.length > 0 && Math.abs(sum - 1) > SHARE_TOLERANCE) {
    const each = market.map((channel) => `${channel.id} ${percent(modeOf(channel.share))}`).join(' + ');
    at.problem(
      'bad-shares',
      {
        en: `market shares sum to ${percent(sum)} (${each})`,
        zh: `市场渠道占比合计 ${percent(sum)}（${each}）`,
      },
      { en: 'expected 100%', zh: '应为 100%' },
    );
  }
  return channels;
}

function percent(x: number): string {
  return `${Math.round(x * 1000) / 10}%`;
}

/** Twelve monthly factors, scaled to mean 1. */
function readSeasonality(
  at: Located | undefined,
  usual: readonly number[],
  values: Values,
): readonly number[] {
  if (at === undefined) return usual;
  if (at.scalar === 'none') return usual.map(() => 1);
  if (!at.isList || at.items().length !== 12) {
    at.wrong(
      'bad-seasonality',
      'expected twelve numbers, one a month, or “none”',
      '应为十二个月的数值或 none',
    );
    return usual;
  }
  const factors = at.items().map((item) => values.number(item, 'ratio', 0, 20, 1));
  const mean = factors.reduce((sum, x) => sum + x, 0) / 12;
  if (!(mean > 0)) {
    at.wrong('bad-seasonality', 'expected at least one month above 0', '至少一个月应大于 0');
    return usual;
  }
  return factors.map((x) => x / mean);
}
