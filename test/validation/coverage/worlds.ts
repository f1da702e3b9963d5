/**
 * Made-up studies whose truth is known in closed form: what the statistics of a comparison are measured on. Each gives
 * the difference of one pair of replications, in a parameter draw that fixes the expected difference.
 */
import { exp, log } from '../../../engine/kernel/math.ts';
import { normalCdf, normalQuantile } from '../../../engine/kernel/normal.ts';
import { studyKey } from '../../../engine/random/key.ts';
import { KeyedRandom, unit53 } from '../../../engine/random/threefry.ts';

/** Replications of a draw, as every run has unless told otherwise. */
export const REPLICATIONS = 5;

/** Uniform numbers in (0, 1), each in a place of its own: the same whatever else is drawn. */
export class Luck {
  readonly #random: KeyedRandom;

  constructor(seed: string) {
    this.#random = new KeyedRandom([...studyKey(seed), 0]);
  }

  uniform(draw: number, replication: number, which: number): number {
    this.#random.draw(draw, 1, replication, which);
    return unit53(this.#random.w0, this.#random.w1);
  }

  normal(draw: number, replication: number, which: number): number {
    return normalQuantile(this.uniform(draw, replication, which));
  }
}

/** A made-up study. */
export interface World {
  readonly id: string;
  /** What its runs' luck is seeded by; its id where left out. */
  readonly seed?: string;
  readonly name: string;
  /** Its law, for the page. */
  readonly law: string;
  /** Whether it has uncertain numbers; if not, draws differ by luck alone. */
  readonly ignorance: boolean;
  /** The true mean effect; the mean over runs where every run has one of its own. */
  readonly mean: number;
  /** Standard deviation of a draw mean of REPLICATIONS replications. */
  readonly sd: number;
  /** Half-width of the interval at which a run is precise enough; what 40 draws usually have, where left out. */
  readonly amount?: number;
  /** The world that says when a run stops, if not this one: under the same luck. */
  readonly stoppedAs?: World;
  /** Chance that the expected difference of a draw is above 0; that it is 0 counts half. */
  readonly above: number;
  /** The two of one run, where every run has a true effect of its own. */
  readonly ofRun?: (luck: Luck) => { readonly mean: number; readonly above: number };
  /** What a draw's uncertain number is. */
  readonly drawn: (luck: Luck, draw: number) => number;
  /** The expected difference in such a draw. */
  readonly expected: (drawn: number) => number;
  /** The difference of one replication of it. */
  readonly value: (luck: Luck, draw: number, replication: number, drawn: number) => number;
}

/** Place of a draw's own number among its replications. */
export const OWN = 0xffff;

/** Place of what a whole run has in common. */
const RUN = 0xfffffff;

/** True effect of a run whose change does nothing in half of the cases. */
function mixed(luck: Luck): number {
  return luck.uniform(RUN, OWN, 0) < 0.5 ? 0 : 0.5 * luck.normal(RUN, OWN, 1);
}

/** Spread of the draws about it; none where a change does nothing. */
const MIXED_SPREAD = 0.3;

const nothing = (): number => 0;

/** Differences that are rare: exponential of mean 100 in a share `p` of the replications, gains or losses. */
function rarely(gains: number): World['value'] {
  return (luck, draw, k, p) => {
    if (luck.uniform(draw, k, 0) >= p) return 0;
    const size = -100 * log(luck.uniform(draw, k, 1));
    return luck.uniform(draw, k, 2) < gains ? size : -size;
  };
}

/** Lognormal draws, moved down by half, with luck of sd 1 in every replication. */
function skewed(sigma: number): Pick<World, 'mean' | 'sd' | 'above' | 'drawn' | 'expected' | 'value'> {
  const square = exp(sigma * sigma);
  return {
    mean: Math.sqrt(square) - 0.5,
    sd: Math.sqrt(square * (square - 1) + 1 / REPLICATIONS),
    above: 1 - normalCdf(log(0.5) / sigma),
    drawn: (luck, draw) => exp(sigma * luck.normal(draw, OWN, 0)) - 0.5,
    expected: (drawn) => drawn,
    value: (luck, draw, k, drawn) => drawn + luck.normal(draw, k, 0),
  };
}

/** Deals of a tiny company: its lost ones a replication, mean and spread of a deal, and how many more the change brings. */
const LOST = 0.4;
const WON = 0.6;
const SPREAD = 0.5;
const DEAL = 50;
const DEAL_SIGMA = 0.8;

function poisson(u: number, mean: number): number {
  let count = 0;
  let chance = exp(-mean);
  for (let sum = chance; u > sum && count < 50; sum += chance) chance *= mean / ++count;
  return count;
}

function deals(luck: Luck, draw: number, k: number, from: number, mean: number): number {
  const count = poisson(luck.uniform(draw, k, from), mean);
  let total = 0;
  for (let i = 1; i <= count; i++)
    total += DEAL * exp(DEAL_SIGMA * luck.normal(draw, k, from + i) - DEAL_SIGMA ** 2 / 2);
  return total;
}

const wonMean = WON * exp(SPREAD ** 2 / 2);
const dealSquare = DEAL ** 2 * exp(DEAL_SIGMA ** 2);

/** Every made-up study. */
export const WORLDS: readonly World[] = [
  {
    id: 'rare',
    name: 'Rare differences',
    law: 'in 2 % or in 6 % of the replications, by draw, there is a difference: exponential of mean 100, four gains to a loss',
    ignorance: true,
    mean: 0.04 * 60,
    sd: Math.sqrt((0.04 * 20_000 - 3600 * 0.002) / REPLICATIONS + 3600 * 0.0004),
    above: 1,
    drawn: (luck, draw) => (luck.uniform(draw, OWN, 0) < 0.5 ? 0.02 : 0.06),
    expected: (p) => 60 * p,
    value: rarely(0.8),
  },
  {
    id: 'rare-none',
    name: 'Rare differences, no effect',
    law: 'the same with as many losses as gains, in 4 % of the replications of every draw',
    ignorance: true,
    mean: 0,
    sd: Math.sqrt((0.04 * 20_000) / REPLICATIONS),
    above: 0.5,
    drawn: () => 0.04,
    expected: nothing,
    value: rarely(0.5),
  },
  {
    id: 'none',
    name: 'No effect, nothing uncertain',
    law: 'normal luck about 0, and the study has no uncertain number',
    ignorance: false,
    mean: 0,
    sd: 1 / Math.sqrt(REPLICATIONS),
    above: 0.5,
    drawn: nothing,
    expected: nothing,
    value: (luck, draw, k) => luck.normal(draw, k, 0),
  },
  {
    id: 'none-uncertain',
    name: 'No effect, uncertain numbers that do not matter',
    law: 'normal luck about 0; the study has uncertain numbers',
    ignorance: true,
    mean: 0,
    sd: 1 / Math.sqrt(REPLICATIONS),
    above: 0.5,
    drawn: nothing,
    expected: nothing,
    value: (luck, draw, k) => luck.normal(draw, k, 0),
  },
  {
    id: 'chance',
    name: 'Chance only',
    law: 'normal luck of sd 1 about 0.2, and no uncertain number',
    ignorance: false,
    mean: 0.2,
    sd: 1 / Math.sqrt(REPLICATIONS),
    above: 1,
    drawn: () => 0.2,
    expected: (drawn) => drawn,
    value: (luck, draw, k, drawn) => drawn + luck.normal(draw, k, 0),
  },
  {
    id: 'ignorance',
    name: 'Ignorance only',
    law: 'draws normal of sd 1 about 0.5; all replications of a draw alike',
    ignorance: true,
    mean: 0.5,
    sd: 1,
    above: normalCdf(0.5),
    drawn: (luck, draw) => 0.5 + luck.normal(draw, OWN, 0),
    expected: (drawn) => drawn,
    value: (_luck, _draw, _k, drawn) => drawn,
  },
  {
    id: 'skewed',
    name: 'Skewed',
    law: 'draws lognormal of σ 0.6 (skewness 2.3) less 0.5; normal luck of sd 1',
    ignorance: true,
    ...skewed(0.6),
  },
  {
    id: 'very-skewed',
    name: 'Very skewed',
    law: 'the same with σ 1 (skewness 6.2)',
    ignorance: true,
    ...skewed(1),
  },
  {
    id: 'tiny',
    name: 'Tiny company',
    law: `a change wins Poisson(${WON} · a lognormal of σ ${SPREAD}, by draw) deals and loses Poisson(${LOST}); a deal is lognormal of mean ${DEAL} and σ ${DEAL_SIGMA}`,
    ignorance: true,
    mean: DEAL * (wonMean - LOST),
    sd: Math.sqrt(
      (dealSquare * (wonMean + LOST)) / REPLICATIONS +
        DEAL ** 2 * WON ** 2 * exp(SPREAD ** 2) * (exp(SPREAD ** 2) - 1),
    ),
    above: 1 - normalCdf(log(LOST / WON) / SPREAD),
    drawn: (luck, draw) => WON * exp(SPREAD * luck.normal(draw, OWN, 0)),
    expected: (won) => DEAL * (won - LOST),
    value: (luck, draw, k, won) => deals(luck, draw, k, 0, won) - deals(luck, draw, k, 100, LOST),
  },
  {
    id: 'mixed',
    name: 'Changes of all kinds',
    law: `half of the runs are of a change that does nothing; the true mean effect of the others is normal of sd 0.5 about 0, their draws normal of sd ${MIXED_SPREAD} about it; normal luck of sd 1`,
    ignorance: true,
    mean: 0,
    sd: Math.sqrt(MIXED_SPREAD ** 2 + 1 / REPLICATIONS),
    above: 0.5,
    ofRun: (luck) => {
      const mean = mixed(luck);
      return { mean, above: mean === 0 ? 0.5 : normalCdf(mean / MIXED_SPREAD) };
    },
    drawn: (luck, draw) => {
      const mean = mixed(luck);
      return mean === 0 ? 0 : mean + MIXED_SPREAD * luck.normal(draw, OWN, 0);
    },
    expected: (drawn) => drawn,
    value: (luck, draw, k, drawn) => drawn + luck.normal(draw, k, 0),
  },
];
