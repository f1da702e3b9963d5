import { exp, log } from '../kernel/math.ts';
import { normalCdf, normalQuantile } from '../kernel/normal.ts';
import { DAYS_A_YEAR } from '../model/calendar.ts';
import { ABILITIES } from '../model/constants.ts';
import type { Business } from './business.ts';
import type { ComponentInForce, GroupPay, OwnPay } from './components-in-force.ts';
import { lumpsFelt, type Risk } from './lump.ts';
import { type MeasureInForce, SCOPE } from './measures-in-force.ts';
import { meanUnder } from './piecewise-normal.ts';
import type { UsualYear } from './usual.ts';

/** Points at which a contestant's own result is looked at. */
const LOOKS = 9;

/**
 * Pay a year, salary included, that people of different ability may expect of a plan: at `ABILITIES`, with results in
 * proportion to skill around usual ones. Levels, such as satisfaction, are the same for all; of a group's result each
 * moves own part. What ability brings in lumps counts as it is felt.
 *
 * @param components group pay with its prizes as they are felt
 * @param year of usual ability
 * @param risks by component
 */
export function payBySkill(
  components: readonly ComponentInForce[],
  measures: readonly MeasureInForce[],
  business: Business,
  year: UsualYear,
  risks: readonly Risk[],
): Float64Array {
  return Float64Array.from(ABILITIES, (ability) => {
    const times = exp(business.skillEffect * ability);
    let pay = year.all;
    components.forEach((component, i) => {
      const usual = year.components[i]!;
      if (component.kind === 'own') {
        const risk = risks[i]!;
        const here = feltPayAt(component, measures, (one) => resultTimes(one, business, times), risk);
        const average = feltPayAt(component, measures, () => 1, risk);
        // Who alone gets past a threshold has all of it from ability.
        if (average > 0) pay += usual * (here / average - 1);
        else pay += (here * DAYS_A_YEAR) / measures[component.measure]!.horizonDays;
      } else {
        const own = measures[component.measure]!;
        const felt = usual / component.moneyPerFelt;
        pay += prizeMove(component, own, resultTimes(own, business, times), business, felt);
      }
    });
    return pay;
  });
}

/** How much a measure's result is multiplied by, where own skill multiplies own sales by `times`. */
function resultTimes(one: MeasureInForce, business: Business, times: number): number {
  if (one.level) return 1;
  if (one.scope === SCOPE.individual) return times;
  const members = one.scope === SCOPE.team ? business.teamSeats : business.seats;
  return 1 + (times - 1) / Math.max(1, members);
}

/** Expected pay of a component, with every measure's usual result moved. */
export function ownPayAt(
  { products, cap }: OwnPay,
  measures: readonly MeasureInForce[],
  timesOf: (one: MeasureInForce) => number,
): number {
  let sum = 0;
  for (const factors of products) {
    let product = 1;
    for (const { measure, curve } of factors) {
      const one = measures[measure]!;
      const [mean, sd] = one.result;
      product *= meanUnder(curve, timesOf(one) * mean, sd);
    }
    sum += product;
  }
  return Math.min(sum, cap);
}

/** The same with lumps as they are felt, a product's other factors as expected. */
export function feltPayAt(
  component: OwnPay,
  measures: readonly MeasureInForce[],
  timesOf: (one: MeasureInForce) => number,
  risk: Risk,
): number {
  let sum = ownPayAt(component, measures, timesOf);
  if (risk.aversion === 0) return sum;
  const resultOf = (measure: number): [mean: number, sd: number] => {
    const [mean, sd] = measures[measure]!.result;
    return [timesOf(measures[measure]!) * mean, sd];
  };
  for (const factors of component.products) {
    factors.forEach(({ measure, curve }, j) => {
      let rest = 1;
      factors.forEach((other, i) => {
        if (i !== j) rest *= meanUnder(other.curve, ...resultOf(other.measure));
      });
      sum += lumpsFelt(curve, ...resultOf(measure), rest, risk, 'chance');
    });
  }
  return sum;
}

/** What more than usual a contest or pool brings one whose result is `times` the usual, in money a year. */
function prizeMove(
  { component: { factor }, felt: payout }: GroupPay,
  own: MeasureInForce,
  times: number,
  business: Business,
  usual: number,
): number {
  const [mean, apart] = own.result;
  // Chance alone scatters results by as much as their deals are few.
  const sd = own.level ? apart : Math.max(apart, Math.sqrt(mean * own.lump));
  const better = (times - 1) * mean;
  if (!(sd > 0)) return 0;
  if (payout.kind === 'pool') return payout.divide === 'equally' ? 0 : usual * (times - 1);
  if (payout.kind === 'match') {
    // One's own result is a part in n of the team's mean, which scatters √n times less.
    const members = own.scope === SCOPE.individual ? Math.max(1, business.teamSeats) : 1;
    const won = normalCdf(better / (sd * Math.sqrt(2 * members))) - 0.5;
    return (factor * (payout.prize + payout.stake) * won * DAYS_A_YEAR) / own.horizonDays;
  }
  if (payout.kind !== 'rank') return 0;
  const field = Math.round(payout.among === 'company' ? business.seats : business.teamSeats);
  const average = prizeAt(payout.prizes, field, 0);
  return average > 0 ? usual * (prizeAt(payout.prizes, field, better / sd) / average - 1) : 0;
}

/** Expected prize of one who is `ahead` standard deviations better than a field of equals. */
function prizeAt(prizes: readonly number[], field: number, ahead: number): number {
  let sum = 0;
  for (let look = 0; look < LOOKS; look++) {
    const rival = 1 - normalCdf(ahead + normalQuantile((look + 0.5) / LOOKS));
    // Binomial count of rivals that are better.
    let chance = exp((field - 1) * log(Math.max(1e-12, 1 - rival)));
    for (let place = 0; place < Math.min(field, prizes.length); place++) {
      sum += prizes[place]! * chance;
      chance *= ((field - 1 - place) / (place + 1)) * (rival / Math.max(1e-12, 1 - rival));
    }
  }
  return sum / LOOKS;
}
