import type { Spec, View } from './chart.ts';
import { broken, dressed, labelRoom, numbers, PALETTES, plotWidth, rows } from './look.ts';
import type { Scale } from './measure.ts';

type Range = readonly [number | null, number | null];

/** A step of a waterfall: what it adds, and the interval of that. */
export interface Fall {
  readonly name: string;
  readonly mean: number | null;
  readonly interval: Range;
}

/** What a waterfall needs beside its steps. */
interface Falls {
  readonly view: View;
  readonly steps: readonly Fall[];
  readonly total: Fall;
  readonly scale: Scale;
  readonly axis: string;
  readonly say: (x: number | null) => string;
  /** Whether more is for the better; costs are the other way round. */
  readonly moreIsBetter: boolean;
}

/** Steps one after the other, each from where the last one ended, then all together from nothing; intervals as lines. */
export function waterfall({ view, steps, total, scale, axis, say, moreIsBetter }: Falls): Spec {
  const palette = PALETTES[view.theme];
  const room = labelRoom(view);
  let at = 0;
  const bars = [...steps, total].map((step, i) => {
    const from = i === steps.length ? 0 : at;
    at += step.mean ?? 0;
    const to = from + (step.mean ?? 0);
    return {
      step,
      from,
      to,
      standing: i === steps.length ? 'total' : (step.mean ?? 0) >= 0 ? 'more' : 'less',
    };
  });
  const values = bars.map(({ step, from, to, standing }) => ({
    name: broken(step.name, room),
    from: from * scale.factor,
    to: to * scale.factor,
    standing,
    told: say(step.mean),
  }));
  const lines = bars.map(({ step, from }) => ({
    name: broken(step.name, room),
    low: (from + (step.interval[0] ?? step.mean ?? 0)) * scale.factor,
    high: (from + (step.interval[1] ?? step.mean ?? 0)) * scale.factor,
  }));
  const [more, less] = moreIsBetter ? [palette.better, palette.worse] : [palette.worse, palette.better];
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    scale: { domain: values.map((one) => one.name) },
    axis: rows(room),
  };
  return dressed(view, {
    width: plotWidth(view, room),
    height: { step: view.width < 560 ? 46 : 36 },
    layer: [
      {
        data: { values },
        mark: { type: 'bar', height: 18, cornerRadius: 2 },
        encoding: {
          y,
          x: { field: 'from', type: 'quantitative', axis: numbers(axis), title: null },
          x2: { field: 'to' },
          color: {
            field: 'standing',
            type: 'nominal',
            scale: { domain: ['more', 'less', 'total'], range: [more, less, palette.today] },
            legend: null,
          },
          tooltip: { field: 'told', type: 'nominal' },
        },
      },
      {
        data: { values: lines },
        mark: { type: 'rule', strokeWidth: 1.5, color: palette.ink },
        encoding: { y, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      },
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: palette.muted },
        encoding: { x: { datum: 0 } },
      },
    ],
  });
}
