/** Repeats runs of a made-up study, each under a seed of its own, and counts what they say against the truth. */

import type { Sample } from '../../../engine/experiment/sample.ts';
import { checkpoints, Stopping } from '../../../engine/experiment/stopping.ts';
import { type PairedDifference, pairedDifference } from '../../../engine/statistics/paired.ts';
import { DEFAULT_RUN, draftStudy } from '../../../engine/study/draft.ts';
import type { NormalStudy } from '../../../engine/study/normal.ts';
import { b2bSaas } from '../../../engine/study/presets/b2b-saas.ts';
import { EMPTY, type Tally, tallied } from './tally.ts';
import { Luck, REPLICATIONS, type World } from './worlds.ts';

/** How a run ends: after a number of draws, or by the rule of a comparison between two. */
export type Rule =
  | { readonly draws: number }
  | { readonly least: number; readonly most: number /** Never precise enough. */; readonly strict?: true };

/** What is said of a difference: as pairedDifference. */
type Say = typeof pairedDifference;

/** New draws that one run is held against. */
const FRESH = 20;

/** Number of the first of them: no run has so many draws. */
const FIRST_FRESH = 1_000_000;

/** Draws at which a run is usually as precise as asked. */
const USUAL = 40;

const PRIMARY = 'net-contribution';

/** A study for the stopping rule to read; what its alternatives are does not matter, the values are made up. */
function studyFor(world: World, rule: Rule): NormalStudy {
  const draft = draftStudy(b2bSaas);
  const [minDraws, maxDraws] = 'draws' in rule ? [rule.draws, rule.draws] : [rule.least, rule.most];
  const strict = 'draws' in rule || rule.strict === true;
  const amount = world.amount ?? (2 * world.sd) / Math.sqrt(USUAL);
  return {
    ...draft,
    alternatives: [draft.alternatives[0]!, { ...draft.alternatives[0]!, id: 'change' }],
    run: {
      ...DEFAULT_RUN,
      warmupDays: 63,
      primary: PRIMARY,
      precision: { amount: strict ? Number.MIN_VALUE : amount },
      replicationsPerDraw: REPLICATIONS,
      minDraws,
      maxDraws,
    },
  };
}

/** The values of one run, made as they are asked for: [draw][replication][today, change], today's always 0. */
class Draws {
  readonly #world: World;
  readonly #luck: Luck;
  readonly #data: Float64Array;
  #made = 0;

  constructor(world: World, luck: Luck, most: number) {
    this.#world = world;
    this.#luck = luck;
    this.#data = new Float64Array(most * REPLICATIONS * 2);
  }

  first(draws: number): Sample {
    for (; this.#made < draws; this.#made++) {
      const draw = this.#made;
      const drawn = this.#world.drawn(this.#luck, draw);
      for (let k = 0; k < REPLICATIONS; k++)
        this.#data[(draw * REPLICATIONS + k) * 2 + 1] = this.#world.value(this.#luck, draw, k, drawn);
    }
    const data = this.#data.subarray(0, draws * REPLICATIONS * 2);
    return { draws, replications: REPLICATIONS, alternatives: 2, figures: 1, data };
  }
}

/** Draws at which a run ends. */
function ended(draws: Draws, rule: Rule, study: NormalStudy, ignorance: boolean): number {
  if ('draws' in rule) return rule.draws;
  const stopping = new Stopping(study, [PRIMARY], 2, [ignorance, ignorance]);
  for (const at of checkpoints(rule.least, rule.most))
    if (stopping.at(draws.first(at)).stop !== null) return at;
  return rule.most;
}

/**
 * Repeats runs of a made-up study, each ended by every one of the rules.
 *
 * @param say what is measured, if not what the product says
 */
export function repeated(
  world: World,
  rules: readonly Rule[],
  runs: number,
  say: Say = pairedDifference,
): Tally[] {
  const stopper = world.stoppedAs ?? world;
  const studies = rules.map((rule) => studyFor(stopper, rule));
  const most = Math.max(...rules.map((rule) => ('draws' in rule ? rule.draws : rule.most)));
  const tallies: Tally[] = rules.map(() => EMPTY);
  for (let run = 0; run < runs; run++) {
    const luck = new Luck(`coverage ${world.seed ?? world.id} ${run}`);
    const draws = new Draws(world, luck, most);
    const looked = stopper === world ? draws : new Draws(stopper, luck, most);
    const fresh = Array.from({ length: FRESH }, (_, i) => FIRST_FRESH + i);
    const drawn = fresh.map((draw) => world.drawn(luck, draw));
    const truth = {
      mean: world.mean,
      above: world.above,
      ...world.ofRun?.(luck),
      expected: drawn.map(world.expected),
      realised: fresh.map((draw, i) => world.value(luck, draw, 0, drawn[i]!)).filter(Number.isFinite),
    };
    const said = new Map<number, PairedDifference>();
    rules.forEach((rule, i) => {
      const end = ended(looked, rule, studies[i]!, world.ignorance);
      let difference = said.get(end);
      if (difference === undefined) {
        const { data } = draws.first(end);
        const changed = Float64Array.from({ length: end * REPLICATIONS }, (_, at) => data[2 * at + 1]!);
        difference = say(changed, new Float64Array(changed.length), REPLICATIONS, 0.95, world.ignorance);
        said.set(end, difference);
      }
      tallies[i] = tallied(tallies[i]!, difference, end, truth);
    });
  }
  return tallies;
}
