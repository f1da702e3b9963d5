import { exp, log } from '../kernel/math.ts';
import { normalCdf } from '../kernel/normal.ts';

/** Most prizes that a gradient counts; lower ranks bring next to nothing. */
export const MOST_PRIZES = 16;

/**
 * Results at which a race is looked at, evenly over what the field may reach. A small field needs them closer, since there
 * one deal decides more.
 */
const GRID = 64;
const FEWER = 24;
const SMALL_FIELD = 16;

/** Standard deviations from a result's mean that the grid reaches. */
const REACH = 2.5;

/** Weights of a small, a usual and a large deal: Gauss and Hermite's for three points. */
const SIZES = [1 / 6, 2 / 3, 1 / 6];

/** Chance of no more deals below which that end is left out. */
const SELDOM = 1e-3;

/** Cell of the grid over which equal results are spread out: as if a toss decided among them. */
const TOSS = 1;

/** Beyond so many standard deviations who is ahead is as good as certain. */
const CERTAIN = 4;

/** Steps of the table of the standard normal, a standard deviation each: off by under .002. */
const STEPS = 256;
const TABLE = 2 * CERTAIN * STEPS;
const CDF = Float64Array.from({ length: TABLE }, (_, i) => normalCdf((i + 0.5) / STEPS - CERTAIN));

/** Standard deviations of the count of those ahead beyond which there is no prize to hope for. */
const HOPELESS = 5;

/** Chance to end on a side of a point that is as good as none. */
const NEVER = 1e-12;

/** Least part of a smooth result's standard deviation that it is moved by. */
const NUDGE = 1 / 16;

/**
 * A race for prizes: who may end where, and what one more deal is worth to each. Room that is used again and again;
 * begin with `clear`.
 *
 * A result comes in deals: Poisson-many of them, so with chance e^−λ none more. What some deals bring is taken as the
 * square of a Normal, of the right mean and variance: never negative, skewed, Normal when there are many. Results that
 * move smoothly (levels, a group's) are Normal.
 */
export class Race {
  #n = 0;
  /** By entrant: result so far, chance that it stays there, and of what may come the root's mean and deviation. */
  #sofar = new Float64Array(0);
  #none = new Float64Array(0);
  #middle = new Float64Array(0);
  #spread = new Float64Array(0);
  #smooth = new Uint8Array(0);
  /** [entrant × SIZES]: what one deal adds to the result, a small, a usual and a large one; and on average. */
  #size = new Float64Array(0);
  #deal = new Float64Array(0);
  /** [entrant × GRID + point]: chance to end at or below it. */
  #upTo = new Float64Array(0);
  /** [entrant × MOST_PRIZES + ahead]: expected prize, so many of the entrants before being ahead. */
  #rest = new Float64Array(0);
  /** [entrant × GRID + point]: expected prize there. */
  #prize = new Float64Array(0);
  readonly #ahead = new Float64Array(MOST_PRIZES);
  /** At a point: the entrants who may end on either side of it, and their chances to end above. */
  #open = new Int32Array(0);
  #above = new Float64Array(0);
  #points = GRID;
  #low = 0;
  #step = 0;

  clear(most: number): void {
    this.#n = 0;
    if (this.#none.length >= most) return;
    this.#sofar = new Float64Array(most);
    this.#none = new Float64Array(most);
    this.#middle = new Float64Array(most);
    this.#spread = new Float64Array(most);
    this.#smooth = new Uint8Array(most);
    this.#size = new Float64Array(most * SIZES.length);
    this.#deal = new Float64Array(most);
    this.#prize = new Float64Array(most * GRID);
    this.#open = new Int32Array(most);
    this.#above = new Float64Array(most);
    this.#upTo = new Float64Array(most * GRID);
    this.#rest = new Float64Array((most + 1) * MOST_PRIZES);
  }

  get size(): number {
    return this.#n;
  }

  /**
   * Enters somebody whose result comes in deals.
   *
   * @param mean expected result, `rest` of it still to come
   * @param deal mean size of a deal, on the race's scale
   * @param lump mean square of a deal's size ÷ its mean: variance per unit of what is still to come
   */
  enter(mean: number, rest: number, deal: number, lump: number): void {
    const i = this.#n++;
    const none = exp(-rest / deal);
    const some = Math.max(1 - none, 1e-12);
    const first = some > 1e-9 ? rest / some : deal;
    const variance = some > 1e-9 ? (rest * lump + rest * rest) / some - first * first : deal * (lump - deal);
    // X = Z², Z ~ Normal(a, b²), has mean a² + b² and variance 4a²b² + 2b⁴.
    const middle = Math.sqrt(Math.max(0.25 * first * first, first * first - variance / 2));
    this.#sofar[i] = mean - rest;
    this.#none[i] = none;
    this.#middle[i] = Math.sqrt(middle);
    this.#spread[i] = Math.sqrt(Math.max(1e-3 * deal, first - middle));
    this.#smooth[i] = 0;
    this.#deal[i] = deal;
    // Three sizes with the weights of SIZES stand for lognormal deals.
    const far = exp(Math.sqrt(3 * log(Math.max(1, lump / deal))));
    const usual = deal / (SIZES[0]! / far + SIZES[1]! + SIZES[2]! * far);
    const at = i * SIZES.length;
    this.#size[at] = usual / far;
    this.#size[at + 1] = usual;
    this.#size[at + 2] = usual * far;
  }

  /** Enters somebody whose result is Normal. @param deal what one deal moves it by; 0 where it moves smoothly */
  enterSmooth(mean: number, sd: number, deal: number): void {
    const i = this.#n++;
    this.#sofar[i] = mean;
    this.#none[i] = 0;
    this.#middle[i] = 0;
    this.#spread[i] = sd;
    this.#smooth[i] = 1;
    const move = Math.max(deal, NUDGE * sd);
    this.#deal[i] = move;
    for (let size = 0; size < SIZES.length; size++) this.#size[i * SIZES.length + size] = move;
  }

  /**
   * What one more unit of own result is expected to bring each: (E prize(X + deal) − E prize(X)) ÷ mean deal, into
   * `out[entrant]`. For results in Poisson-many deals that is the derivative of the expected prize by their rate.
   *
   * @param prizes best first
   * @param minimum result from which there are prizes at all; null for none
   */
  gains(prizes: ArrayLike<number>, minimum: number | null, out: Float64Array): void {
    out.fill(0, 0, this.#n);
    if (this.#n < 2 || !this.#lay(minimum)) return;
    for (let k = 0; k < this.#points; k++) this.#prizesAt(prizes, minimum, k);
    for (let i = 0; i < this.#n; i++) {
      let gain = 0;
      for (let size = 0; size < SIZES.length; size++)
        gain += SIZES[size]! * this.#moved(i * GRID, this.#size[i * SIZES.length + size]! / this.#step);
      out[i] = gain / this.#deal[i]!;
    }
  }

  /**
   * What a move up by so many steps is expected to bring an entrant: the sum of the prize's steps up, each taken to be
   * halfway between two points, times the chance to get past it by the move.
   */
  #moved(row: number, move: number): number {
    const upTo = this.#upTo;
    const prize = this.#prize;
    const cells = Math.ceil(0.5 + move);
    const part = cells - 0.5 - move;
    let sum = 0;
    for (let k = 1; k < this.#points; k++) {
      if (upTo[row + k] === 0) continue;
      const low = k - cells;
      const under = low < 0 ? 0 : upTo[row + low]!;
      // Surely past it already.
      if (under === 1) break;
      const rise = prize[row + k]! - prize[row + k - 1]!;
      if (rise <= 0) continue;
      const back = low < -1 ? 0 : under + part * (upTo[row + low + 1]! - under);
      sum += rise * (0.5 * (upTo[row + k]! + upTo[row + k - 1]!) - back);
    }
    return sum;
  }

  /** Lays the grid over what the field may reach, a minimum halfway between two points; false where nothing is to win. */
  #lay(minimum: number | null): boolean {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < this.#n; i++) {
      const sofar = this.#sofar[i]!;
      const reach = REACH * this.#spread[i]!;
      if (this.#smooth[i] === 1) {
        low = Math.min(low, sofar - reach);
        high = Math.max(high, sofar + reach);
        continue;
      }
      const least = this.#none[i]! > SELDOM ? 0 : Math.max(0, this.#middle[i]! - reach);
      const most = this.#middle[i]! + reach;
      low = Math.min(low, sofar + least * least);
      high = Math.max(high, sofar + most * most);
    }
    this.#points = this.#n <= SMALL_FIELD ? GRID : FEWER;
    const step = (high - low) / (this.#points - 2);
    if (!(step > 0) || (minimum !== null && minimum > high)) return false;
    low -= step;
    if (minimum !== null && minimum > low) low += ((((minimum - low) / step) % 1) - 0.5) * step;
    this.#low = low;
    this.#step = step;
    for (let i = 0; i < this.#n; i++) this.#spreadOut(i);
    return true;
  }

  /** An entrant's chances along the grid. */
  #spreadOut(i: number): void {
    const upTo = this.#upTo;
    const row = i * GRID;
    const smooth = this.#smooth[i] === 1;
    const none = this.#none[i]!;
    const middle = this.#middle[i]!;
    const each = 1 / this.#spread[i]!;
    const step = this.#step;
    let x = this.#low - this.#sofar[i]!;
    if (smooth) {
      for (let k = 0; k < this.#points; k++, x += step) upTo[row + k] = cdf(x * each);
      return;
    }
    const toss = 0.5 * TOSS * step;
    const most = middle + CERTAIN * this.#spread[i]!;
    const end = Math.max(toss, most * most);
    for (let k = 0; k < this.#points; k++, x += step) {
      if (x >= end) {
        upTo.fill(1, row + k, row + this.#points);
        return;
      }
      const stay = x <= -toss ? 0 : x >= toss ? 1 : x / (2 * toss) + 0.5;
      upTo[row + k] = none * stay + (x > 0 ? (1 - none) * cdf((Math.sqrt(x) - middle) * each) : 0);
    }
  }

  /**
   * Each entrant's expected prize for a result at the k-th point, the others being ahead independently of each other.
   * A sweep from the back values each count of those ahead so far by who is yet to come; one from the front keeps that
   * count's distribution: own part never enters. Whoever is surely above or below takes no part in the sweeps.
   */
  #prizesAt(prizes: ArrayLike<number>, minimum: number | null, k: number): void {
    const n = this.#n;
    const rest = this.#rest;
    const upTo = this.#upTo;
    const ahead = this.#ahead;
    const open = this.#open;
    const above = this.#above;
    const most = Math.min(MOST_PRIZES, prizes.length);
    let sure = 0;
    let undecided = 0;
    let mean = 0;
    let variance = 0;
    for (let i = 0; i < n; i++) {
      const below = upTo[i * GRID + k]!;
      const q = 1 - below;
      if (below < NEVER) sure++;
      else if (q > NEVER) {
        open[undecided] = i;
        above[undecided++] = q;
        mean += q;
        variance += q * (1 - q);
      }
    }
    const out = minimum !== null && this.#low + k * this.#step < minimum;
    // Far more than there are prizes are all but sure to be ahead.
    if (out || sure > most || sure + mean - HOPELESS * Math.sqrt(variance) > most + 1) {
      for (let i = 0; i < n; i++) this.#prize[i * GRID + k] = 0;
      return;
    }
    // Those who are surely above have one fewer of their kind ahead than others.
    const least = Math.max(0, sure - 1);
    for (let a = least; a < most; a++) rest[undecided * MOST_PRIZES + a] = prizes[a]!;
    for (let j = undecided - 1; j >= 0; j--) {
      const q = above[j]!;
      const from = (j + 1) * MOST_PRIZES;
      const to = j * MOST_PRIZES;
      for (let a = least; a < most; a++) {
        const more = a + 1 < most ? rest[from + a + 1]! : 0;
        rest[to + a] = rest[from + a]! + q * (more - rest[from + a]!);
      }
    }
    const whenAbove = sure > 0 ? rest[sure - 1]! : 0;
    const whenBelow = sure < most ? rest[sure]! : 0;
    for (let i = 0; i < n; i++)
      this.#prize[i * GRID + k] = upTo[i * GRID + k]! < NEVER ? whenAbove : whenBelow;
    if (sure >= most) return;
    ahead.fill(0, sure, most);
    ahead[sure] = 1;
    for (let j = 0; j < undecided; j++) {
      const from = (j + 1) * MOST_PRIZES;
      let prize = 0;
      for (let a = sure; a < most; a++) prize += ahead[a]! * rest[from + a]!;
      this.#prize[open[j]! * GRID + k] = prize;
      const q = above[j]!;
      for (let a = most - 1; a > sure; a--) ahead[a] = ahead[a]! + q * (ahead[a - 1]! - ahead[a]!);
      ahead[sure] = ahead[sure]! * (1 - q);
    }
  }
}

/** Distribution function of the standard normal off the table. */
function cdf(z: number): number {
  if (z <= -CERTAIN) return 0;
  return z >= CERTAIN ? 1 : CDF[Math.floor((z + CERTAIN) * STEPS)]!;
}
