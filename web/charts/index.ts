/** Charts of a run: data in, specifications out. No page, no file, no chance. */
import { bands } from './bands.ts';
import type { ChartMaker } from './chart.ts';
import { cost } from './cost.ts';
import { customers } from './customers.ts';
import { deciding } from './deciding.ts';
import { differences } from './differences.ts';
import { distribution } from './distribution.ts';
import { fairness } from './fairness.ts';
import { fan } from './fan.ts';
import { scaledNote } from './measure.ts';
import { payYear } from './pay-year.ts';
import { payout } from './payout.ts';
import { people } from './people.ts';
import { reached } from './reached.ts';
import { rules } from './rules.ts';
import { spread } from './spread.ts';
import { stages } from './stages.ts';
import { tenths } from './tenths.ts';
import { together } from './together.ts';
import { types } from './types.ts';
import { why } from './why.ts';
import { winners } from './winners.ts';
import { worth } from './worth.ts';
import { years } from './years.ts';

export type { Chart, ChartMaker, Spec, Table, View } from './chart.ts';
export { nameOf } from './chart.ts';
export { MONTHLY } from './fan.ts';
export { chance, change, metricOf, shown } from './measure.ts';
export { type PartsTable, partsTable } from './parts.ts';
export { type PayRow, type PayTable, payTable } from './pay-table.ts';

/** One of a run's charts. */
export interface Offered {
  readonly id: string;
  readonly make: ChartMaker;
  /** What the reader may choose in it. */
  readonly asks: readonly ('change' | 'metric' | 'figure' | 'budget')[];
  /** Whether it tells the answer, what the plans pay, or how the business fares. */
  readonly group: 'answer' | 'pay' | 'business';
}

/** Charts that tell money by the year. */
const BY_THE_YEAR = ['cost', 'years', 'rules', 'pay-year', 'payout', 'winners', 'types', 'people'];

/** Every chart, the decisive first. */
export const CHARTS: readonly Offered[] = (
  [
    { id: 'differences', make: differences, asks: ['metric'], group: 'answer' },
    { id: 'worth', make: worth, asks: [], group: 'answer' },
    { id: 'why', make: why, asks: ['change'], group: 'answer' },
    { id: 'deciding', make: deciding, asks: ['change'], group: 'answer' },
    { id: 'cost', make: cost, asks: ['change', 'budget'], group: 'answer' },
    { id: 'years', make: years, asks: ['change'], group: 'answer' },
    { id: 'together', make: together, asks: [], group: 'answer' },
    { id: 'distribution', make: distribution, asks: ['metric'], group: 'answer' },
    { id: 'rules', make: rules, asks: ['change'], group: 'pay' },
    { id: 'pay-year', make: payYear, asks: [], group: 'pay' },
    { id: 'payout', make: payout, asks: ['change'], group: 'pay' },
    { id: 'winners', make: winners, asks: ['change'], group: 'pay' },
    { id: 'types', make: types, asks: ['change'], group: 'pay' },
    { id: 'reached', make: reached, asks: [], group: 'pay' },
    { id: 'spread', make: spread, asks: ['change'], group: 'pay' },
    { id: 'fairness', make: fairness, asks: [], group: 'pay' },
    { id: 'people', make: people, asks: ['change'], group: 'pay' },
    { id: 'tenths', make: tenths, asks: ['change'], group: 'pay' },
    { id: 'bands', make: bands, asks: [], group: 'pay' },
    { id: 'fan', make: fan, asks: ['change', 'figure'], group: 'business' },
    { id: 'stages', make: stages, asks: ['change'], group: 'business' },
    { id: 'customers', make: customers, asks: ['change'], group: 'business' },
  ] as const
).map((one: Offered) => (BY_THE_YEAR.includes(one.id) ? { ...one, make: saidToBeScaled(one.make) } : one));

/** A chart by the year of a run that was shorter says so: what is paid once is then counted every time. */
function saidToBeScaled(make: ChartMaker): ChartMaker {
  return (data, view) => {
    const chart = make(data, view);
    if (chart === null || data.horizonDays >= 252) return chart;
    const note = scaledNote(data.horizonDays, view.language);
    return { ...chart, words: `${chart.words} ${note}`, about: [...chart.about, note] };
  };
}
