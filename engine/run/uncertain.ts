import { type Localised, modeOf, type Quantity } from '../kernel/quantity.ts';
import { LEVERS } from '../model/levers.ts';
import { parameterKey, studyKey } from '../random/key.ts';
import { KeyedRandom } from '../random/threefry.ts';
import { costAt, optionsOf } from '../schemes/compose.ts';
import { COSTS } from '../schemes/costs.ts';
import { SCHEMES } from '../schemes/registry.ts';
import { schemeContextOf } from '../study/firm.ts';
import type { NormalStudy } from '../study/normal.ts';
import { PARAMETERS } from '../study/parameters.ts';
import { compileUnder, drawings } from './compile.ts';
import { type Drawing, NAMESPACE, ParameterDraw } from './draws.ts';
import { MixTables } from './params.ts';

/** One uncertain number of a study: drawn once per parameter draw, at a place of its own. */
export interface UncertainNumber {
  /** Unique within the study. */
  readonly id: string;
  readonly kind: 'context' | 'stage' | 'channel' | 'practice' | 'lever';
  readonly name: Localised;
  readonly unit: string;
  readonly quantity: Exclude<Quantity, number>;
  /** Where it is drawn: namespace and two ordinals. */
  readonly place: readonly [namespace: number, first: number, second: number];
}

/** Every uncertain number that a study's parameter draws settle, in the order they are drawn, each once. */
export function uncertainNumbers(study: NormalStudy): readonly UncertainNumber[] {
  const found = new Map<string, UncertainNumber>();
  const recording: Drawing = {
    value(quantity, namespace, first, second) {
      if (typeof quantity !== 'number') {
        const id = `${namespace}-${first}-${second}`;
        const place = [namespace, first, second] as const;
        if (!found.has(id)) found.set(id, { ...describe(study, quantity, place), quantity, place });
      }
      return modeOf(quantity);
    },
  };
  const { context, effects } = drawings(study, recording);
  compileUnder(study, context, effects, new MixTables());
  return [...found.values()];
}

/** Level, in (0, 1), at which a parameter draw takes each number: the same that the replications were run with. */
export function drawnLevels(
  study: NormalStudy,
  numbers: readonly UncertainNumber[],
  draw: number,
): Float64Array {
  const drawing = new ParameterDraw(new KeyedRandom(parameterKey(studyKey(study.run.seed))), draw);
  return Float64Array.from(numbers, ({ place }) => drawing.value({ uniform: [0, 1] }, ...place));
}

/** Value of each number in a parameter draw: what the replications were run with. */
export function drawnValues(
  study: NormalStudy,
  numbers: readonly UncertainNumber[],
  draw: number,
): Float64Array {
  const drawing = new ParameterDraw(new KeyedRandom(parameterKey(studyKey(study.run.seed))), draw);
  return Float64Array.from(numbers, ({ quantity, place }) => drawing.value(quantity, ...place));
}

type Description = Pick<UncertainNumber, 'id' | 'kind' | 'name' | 'unit'>;

/** How a practice is taken up, by ordinal. */
const ADOPTION: Readonly<Record<number, Localised & { readonly id: string; readonly unit: string }>> = {
  210: {
    id: 'months-to-half',
    en: 'months until half work the new way',
    zh: '半数人采用所需月数',
    unit: 'months',
  },
  211: { id: 'failure', en: 'chance that it never takes root', zh: '未能扎根的概率', unit: 'share' },
  212: {
    id: 'change',
    en: 'how much it changes, as a share of a whole programme',
    zh: '改变的程度（占整套变革的比例）',
    unit: 'share',
  },
};

const STAGE_FIELDS = {
  conversion: { en: 'conversion', zh: '转化率', unit: 'share' },
  days: { en: 'days', zh: '天数', unit: 'workdays' },
  touches: { en: 'touches', zh: '接触次数', unit: 'count' },
  hours: { en: 'hours a touch', zh: '每次接触工时', unit: 'hours' },
} as const;

const CHANNEL_FIELDS = {
  share: { en: 'share of leads', zh: '线索占比', unit: 'share' },
  quality: { en: 'lead quality', zh: '线索质量', unit: 'log-odds' },
  warmDays: { en: 'days a lead stays warm', zh: '线索保鲜天数', unit: 'workdays' },
  costPerLead: { en: 'cost a lead', zh: '每条线索成本', unit: 'money' },
} as const;

function describe(
  study: NormalStudy,
  quantity: Quantity,
  [namespace, first, second]: UncertainNumber['place'],
): Description {
  if (namespace === NAMESPACE.scalar) {
    const { id, name, unit } = PARAMETERS[first]!;
    return { id, kind: 'context', name, unit };
  }
  if (namespace === NAMESPACE.scheme) return describePractice(study, first, second);
  if (namespace === NAMESPACE.change) {
    const lever = LEVERS[first]!;
    return { id: `lever.${lever.id}.${second}`, kind: 'lever', name: lever.meaning, unit: 'shift' };
  }
  const stages = namespace === NAMESPACE.stage;
  const kind = stages ? 'stage' : 'channel';
  const fields = Object.entries(stages ? STAGE_FIELDS : CHANNEL_FIELDS);
  for (const one of stages ? study.world.stages : study.world.channels) {
    for (const [field, { en, zh, unit }] of fields) {
      if ((one as unknown as Record<string, unknown>)[field] !== quantity) continue;
      const name = { en: `${one.name.en}: ${en}`, zh: `${one.name.zh}：${zh}` };
      return { id: `${kind}.${one.id}.${field}`, kind, name, unit };
    }
  }
  const label = `${kind} ${second}`;
  return { id: `${kind}.${second}`, kind, name: { en: label, zh: label }, unit: '' };
}

function describePractice(study: NormalStudy, position: number, ordinal: number): Description {
  const scheme = SCHEMES[position]!;
  const named = (id: string, what: Localised, unit: string): Description => ({
    id: `${scheme.id}.${id}`,
    kind: 'practice',
    name: { en: `${scheme.name.en}: ${lower(what.en)}`, zh: `${scheme.name.zh}：${what.zh}` },
    unit,
  });
  const cost = costAt(ordinal);
  if (cost !== undefined) return named(`cost-${dashed(cost)}`, COSTS[cost].name, COSTS[cost].unit);
  const adoption = ADOPTION[ordinal];
  if (adoption !== undefined) return named(adoption.id, adoption, adoption.unit);
  const context = schemeContextOf(study);
  // Shifts keep their ordinals whatever the options are, so the defaults' list tells what this one moves.
  const levers = scheme.shifts(optionsOf(scheme, {}, context), context).map((one) => one.lever);
  const moved = levers[ordinal];
  const lever = LEVERS.find((one) => one.id === moved);
  if (lever === undefined) {
    const nth = ordinal + 1;
    return named(`effect-${nth}`, { en: `effect ${nth}`, zh: `效应 ${nth}` }, 'shift');
  }
  const earlier = levers.slice(0, ordinal).filter((one) => one === moved).length;
  return named(earlier === 0 ? lever.id : `${lever.id}-${earlier + 1}`, lever.meaning, 'shift');
}

/** managerHours as manager-hours. */
function dashed(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}
