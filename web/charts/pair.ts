import type { ChartData } from '../contract/charts.ts';
import { nameOf, type Spec, type View } from './chart.ts';
import { PALETTES } from './look.ts';

/** Today and the change looked at: their positions and names. */
export interface Pair {
  /** Position of the change among the alternatives; 0 when the run compares nothing. */
  readonly at: number;
  /** Positions shown: today, and the change if there is one. */
  readonly both: readonly number[];
  readonly names: readonly string[];
}

/** Which two alternatives a chart of one change shows. */
export function pairOf(data: ChartData, view: View): Pair {
  const changes = data.alternatives.length - 1;
  const at = changes > 0 ? Math.min(changes, view.change + 1) : 0;
  const both = at > 0 ? [0, at] : [0];
  return { at, both, names: both.map((a) => nameOf(data, a, view.language)) };
}

/** Colours of today and of the change, with a legend. */
export function pairColour(pair: Pair, view: View, legend: Spec | null = {}): Spec {
  const { today, change } = PALETTES[view.theme];
  return {
    field: 'who',
    type: 'nominal',
    scale: { domain: pair.names, range: [today, change] },
    legend,
  };
}

/** Today dashed, so that colour is not needed to tell the two apart. */
export function dashes(pair: Pair): Spec {
  return { condition: { test: isToday(pair), value: [5, 4] }, value: [1, 0] };
}

/** Today round and the change a diamond, likewise. */
export function shapes(pair: Pair): Spec {
  return { condition: { test: isToday(pair), value: 'circle' }, value: 'diamond' };
}

function isToday(pair: Pair): string {
  return `datum.who === ${JSON.stringify(pair.names[0])}`;
}
