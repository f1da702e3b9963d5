import type { Component, Measure } from '../../incentive/language.ts';
import type { Located } from '../nodes.ts';
import type { Reading } from './axis.ts';
import { contradiction, type PlanValues, titleOf } from './context.ts';
import { LIMIT_KEYS, readLimits } from './limits.ts';
import { componentMeasure, MEASURE_KEYS } from './measures.ts';
import { PAYOUT_KEYS, readPayout, TABLE_KEYS } from './payouts.ts';

/** Every key of a component. */
export const COMPONENT_KEYS = [
  'title',
  'measure',
  ...MEASURE_KEYS,
  'weight',
  ...PAYOUT_KEYS,
  ...TABLE_KEYS,
  ...LIMIT_KEYS,
];

/** A component whose measure is known, not yet read further. */
interface Begun {
  readonly id: string;
  readonly at: Located;
  readonly keys: ReadonlyMap<string, Located>;
  readonly measure: Measure;
}

/** Reads a plan's components; `measures` gets those that they bring along. */
export function readComponents(at: Located, measures: Measure[], values: PlanValues): Component[] {
  const declared = [...measures];
  const begun: Begun[] = [];
  for (const [id, one] of at.entries()) {
    const keys = one.entries(COMPONENT_KEYS);
    if (!one.isMap) continue;
    const measureAt = keys.get('measure');
    if (measureAt === undefined) {
      one.missing('measure', 'expected what it is paid on, such as bookings', '应写明计酬指标，如 bookings');
      continue;
    }
    const measure = componentMeasure(id, measureAt, keys, measures, declared, values);
    if (measure !== undefined) begun.push({ id, at: one, keys, measure });
  }
  const weights = readWeights(begun, values);
  return begun.flatMap((one, i) => {
    const reading: Reading = { ...one, measures, values };
    const payout = readPayout(reading);
    if (payout === undefined) return [];
    const limits = readLimits(reading, payout);
    const component: Component = {
      id: one.id,
      title: titleOf(one.keys.get('title'), one.id),
      measure: one.measure.id,
      weight: weights[i]!,
      factor: 1,
      payout,
      ...limits,
    };
    if (component.weight === 0 && needsTarget(component)) {
      contradiction(
        one.at.key,
        'not-said',
        { en: '“weight” is left out', zh: '未写明“weight”' },
        {
          en: 'expected its share of target pay, which its table is a multiple of',
          zh: '该组成按目标奖金的倍数计酬，应写明其权重',
        },
      );
    }
    return [component];
  });
}

/** Whether a component's pay is a multiple of its target pay. */
export function needsTarget({ payout, caps, capsAfter }: Component): boolean {
  const byTable =
    payout.kind === 'goals' ||
    (payout.kind === 'rates' && payout.of === 'base-rate') ||
    ((payout.kind === 'curve' || payout.kind === 'bonus' || payout.kind === 'matrix') &&
      payout.in === 'target');
  return byTable || [...caps, ...capsAfter].some((one) => one.on === 'target');
}

/** Weights as stated; where none is, a single component has it all. */
function readWeights(begun: readonly Begun[], values: PlanValues): number[] {
  const stated = begun.filter(({ keys }) => keys.has('weight'));
  if (stated.length === 0) return begun.map(() => (begun.length === 1 ? 1 : 0));
  const weights = begun.map(({ keys }) => values.share(keys.get('weight'), 0));
  const sum = weights.reduce((total, one) => total + one, 0);
  if (Math.abs(sum - 1) > 1e-6) {
    const percent = Math.round(sum * 1e4) / 100;
    contradiction(
      stated.at(-1)!.keys.get('weight')!,
      'bad-weights',
      { en: `the weights add up to ${percent}%`, zh: `权重合计 ${percent}%` },
      { en: 'expected 100%', zh: '应为 100%' },
    );
  }
  return weights;
}
