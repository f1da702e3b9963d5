import { normalCdf, normalDensity, normalQuantile } from '../kernel/normal.ts';
import { GAUSS } from './integrate.ts';
import type { PayoutCurve } from './payout-curve.ts';

/** Attainments of a sales force: Normal, with part of the spread shared by all. */
export interface Spread {
  readonly people: number;
  readonly mean: number;
  readonly sd: number;
  /** Correlation between two people's attainments, 0 to below 1: a good year is good for many. */
  readonly correlation: number;
}

/** What a plan costs a year. */
export interface Costing {
  /** Variable pay of everybody: mean, and the amounts it stays under with 50 and 90 % chance. */
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  /** Of one person: mean and standard deviation. */
  readonly perPerson: number;
  readonly perPersonSd: number;
  /** Expected share of people who reach a level. */
  readonly reach: (level: number) => number;
}

/** How far the Normal is followed, in standard deviations. */
const REACH = 7;

/**
 * Costs a plan over a spread of attainments. Given the shared part of a year's luck people are independent, and their
 * summed pay is taken as Normal (many people, or a smooth plan); the shared part is integrated over. Attainment below 0
 * counts as 0.
 */
export function costing(curve: PayoutCurve, { people, mean, sd, correlation }: Spread): Costing {
  const nodes = grid(curve.marks, mean, sd).map(
    ([x, width]) => [x, width, curve.pay(Math.max(0, x))] as const,
  );
  const own = sd * Math.sqrt(1 - correlation);
  const moments = (centre: number, spread: number): [number, number] => {
    let [first, second] = [0, 0];
    for (const [x, width, pay] of nodes) {
      const weight = (width * normalDensity((x - centre) / spread)) / spread;
      first += weight * pay;
      second += weight * pay * pay;
    }
    return [first, Math.max(0, second - first * first)];
  };
  const [perPerson, variance] = moments(mean, sd);
  const years = shared(correlation).map(([z, weight]) => {
    const [each, spread] = moments(mean + sd * Math.sqrt(correlation) * z, own);
    return { weight, mean: people * each, sd: Math.sqrt(people * spread) };
  });
  const under = (amount: number): number =>
    years.reduce((sum, year) => {
      const chance = year.sd > 0 ? normalCdf((amount - year.mean) / year.sd) : amount >= year.mean ? 1 : 0;
      return sum + year.weight * chance;
    }, 0);
  return {
    mean: people * perPerson,
    p50: quantile(under, 0.5, years),
    p90: quantile(under, 0.9, years),
    perPerson,
    perPersonSd: Math.sqrt(variance),
    reach: (level) => normalCdf((mean - level) / sd),
  };
}

/** Nodes and widths over the whole range, on panels of at most half a standard deviation that no mark falls into. */
function grid(marks: readonly number[], mean: number, sd: number): [number, number][] {
  const [from, to] = [mean - REACH * sd, mean + REACH * sd];
  const edges = [from, 0, ...marks, to].filter((x) => x >= from && x <= to).sort((a, b) => a - b);
  const nodes: [number, number][] = [];
  for (let e = 0; e + 1 < edges.length; e++) {
    const count = Math.max(1, Math.ceil((edges[e + 1]! - edges[e]!) / (sd / 2)));
    const half = (edges[e + 1]! - edges[e]!) / count / 2;
    for (let p = 0; p < count; p++) {
      const middle = edges[e]! + (2 * p + 1) * half;
      for (const [node, weight] of GAUSS)
        for (const side of [-1, 1]) nodes.push([middle + side * half * node, weight * half]);
    }
  }
  return nodes;
}

/** Values and weights of the shared standard Normal: its quantiles at equal steps. */
function shared(correlation: number): [number, number][] {
  if (correlation === 0) return [[0, 1]];
  const steps = 200;
  return Array.from({ length: steps }, (_, i) => [normalQuantile((i + 0.5) / steps), 1 / steps]);
}

function quantile(
  under: (amount: number) => number,
  share: number,
  years: readonly { readonly mean: number; readonly sd: number }[],
): number {
  let low = Math.min(...years.map((year) => year.mean - 8 * year.sd));
  let high = Math.max(...years.map((year) => year.mean + 8 * year.sd));
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (under(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
