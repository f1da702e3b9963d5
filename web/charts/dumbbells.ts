import type { Spec, View } from './chart.ts';
import { PALETTES, rows } from './look.ts';
import { type Pair, pairColour, shapes } from './pair.ts';

/** A row of a panel: its label, and a figure for each of the two alternatives. */
export interface Dumbbell {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** A panel of rows, each with today and the change as two marks joined by a line. */
export function dumbbells(
  view: View,
  pair: Pair,
  list: readonly Dumbbell[],
  size: { readonly width: number; readonly room: number },
  axis: Spec,
): Spec {
  const values = pair.names.flatMap((who, i) =>
    list.map((one) => ({ who, row: one.name, value: one.values[i] ?? null })),
  );
  const y = { field: 'row', type: 'nominal', sort: null, axis: rows(size.room) };
  return {
    width: size.width,
    height: { step: 34 },
    data: { values },
    layer: [
      {
        mark: { type: 'line', strokeWidth: 2, color: PALETTES[view.theme].muted },
        encoding: {
          y,
          x: { field: 'value', type: 'quantitative', axis },
          detail: { field: 'row', type: 'nominal' },
        },
      },
      {
        mark: { type: 'point', filled: true, size: 90, opacity: 1 },
        encoding: {
          y,
          x: { field: 'value', type: 'quantitative' },
          color: pairColour(pair, view),
          shape: shapes(pair),
        },
      },
    ],
  };
}
