import { z } from 'zod';
import { type ChartData, type PayEffect, payOutcome, paySplit } from '../../contract/index.ts';

/** Parts of a split that are money over the horizon. */
const PARTS = ['mechanics', 'behaviour', 'practices', 'total'] as const;

/**
 * What the plans of a run pay, by alternative and by change, all money by the year; null when the run was not asked for
 * it, or tells it in the manner of another version.
 *
 * @param ids of the study's alternatives, the baseline first
 */
export function payCharts(result: object, ids: readonly string[], horizonDays: number): ChartData['pay'] {
  const { pay, paySplit: split = [] } = result as Readonly<Record<string, unknown>>;
  const outcomes = z.array(payOutcome).safeParse(pay);
  const splits = z.array(paySplit).safeParse(split);
  if (!outcomes.success || !splits.success) return null;
  const yearly = ({ mean, interval: [low, high] }: PayEffect): PayEffect => {
    const by = (x: number | null): number | null => (x === null ? null : (x * 252) / horizonDays);
    return { mean: by(mean), interval: [by(low), by(high)] };
  };
  const told = new Map(outcomes.data.map((one) => [one.alternative, one]));
  if (!ids.every((id) => told.has(id))) return null;
  return {
    outcomes: ids.map((id) => told.get(id)!),
    splits: ids.slice(1).map((id) => {
      const split = splits.data.find((one) => one.alternative === id);
      if (split === undefined) return null;
      const parts = PARTS.map((part) => [part, split[part] === null ? null : yearly(split[part])]);
      return { ...split, ...Object.fromEntries(parts) };
    }),
  };
}
