/** Charts of a run: data in, specifications out. No page, no file, no chance. */
import { bands } from './bands.ts';
import type { ChartMaker } from './chart.ts';
import { cost } from './cost.ts';
import { customers } from './customers.ts';
import { deciding } from './deciding.ts';
import { differences } from './differences.ts';
import { distribution } from './distribution.ts';
import { fan } from './fan.ts';
import { payout } from './payout.ts';
import { stages } from './stages.ts';
import { why } from './why.ts';
import { winners } from './winners.ts';

export type { Chart, ChartMaker, Spec, Table, View } from './chart.ts';
export { nameOf } from './chart.ts';
export { MONTHLY } from './fan.ts';
export { chance, change, metricOf, shown } from './measure.ts';

/** One of a run's charts. */
export interface Offered {
  readonly id: string;
  readonly make: ChartMaker;
  /** What the reader may choose in it. */
  readonly asks: readonly ('change' | 'metric' | 'figure' | 'budget')[];
}

/** Every chart, the decisive first. */
export const CHARTS: readonly Offered[] = [
  { id: 'differences', make: differences, asks: ['metric'] },
  { id: 'why', make: why, asks: ['change'] },
  { id: 'deciding', make: deciding, asks: ['change'] },
  { id: 'cost', make: cost, asks: ['change', 'budget'] },
  { id: 'winners', make: winners, asks: ['change'] },
  { id: 'payout', make: payout, asks: ['change'] },
  { id: 'bands', make: bands, asks: [] },
  { id: 'fan', make: fan, asks: ['change', 'figure'] },
  { id: 'distribution', make: distribution, asks: ['metric'] },
  { id: 'stages', make: stages, asks: ['change'] },
  { id: 'customers', make: customers, asks: ['change'] },
];
