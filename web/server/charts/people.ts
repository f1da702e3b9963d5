import type { NormalStudy } from '../../../engine/study/index.ts';
import type { ChartData } from '../../contract/charts.ts';
import type { Gathered } from './gather.ts';

/** People shown of each alternative, about: enough to see a pattern, few enough to see each. */
const SHOWN = 60;

/** Difference, relative to the company's mean, from which one sold more or is paid less than another. */
const NOTICED = 0.05;

type Sample = ChartData['people'][number];

/**
 * What some people book and are paid beside salary, by the year: everyone who stayed all along, of the first worlds; and
 * who of them is paid less than a colleague that booked less.
 */
export function people(run: Gathered, study: NormalStudy): ChartData['people'] {
  const { horizonDays } = study.run;
  const { seats } = run.layout;
  const worlds = Math.min(run.detailed, Math.ceil(SHOWN / study.reps));
  return study.alternatives.map((_, a): Sample => {
    const of = (figure: string): Float64Array => run.seat(a, figure);
    const [active, exits, quota] = [of('days-active'), of('exits'), of('quota')];
    const [bookings, paid] = [of('bookings'), of('variable-pay')];
    const sample: { bookings: number[]; pay: number[]; passedOver: boolean[] } = {
      bookings: [],
      pay: [],
      passedOver: [],
    };
    for (let world = 0; world < worlds; world++) {
      const there = Array.from({ length: study.reps }, (_, seat) => world * seats + seat).filter(
        (i) => active[i]! >= horizonDays && exits[i] === 0 && quota[i]! > 0,
      );
      const [sold, earned] = [bookings, paid].map((values) =>
        there.map((i) => (values[i]! * 252) / horizonDays),
      ) as [number[], number[]];
      const [more, less] = [sold, earned].map((values) => NOTICED * mean(values)) as [number, number];
      sample.bookings.push(...sold);
      sample.pay.push(...earned);
      sample.passedOver.push(
        ...sold.map((x, i) => sold.some((other, j) => other + more < x && earned[j]! > earned[i]! + less)),
      );
    }
    return sample;
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);
}
