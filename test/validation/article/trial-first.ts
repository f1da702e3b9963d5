import { REP_FIGURES, SEAT } from '../../../engine/model/tables/tally.ts';
import type { World } from '../../../engine/model/world.ts';
import { mean } from '../../../engine/statistics/moments.ts';
import type { NormalStudy } from '../../../engine/study/index.ts';
import { type Effect, effect, type Trial, valuesOf } from '../effects.ts';
import { Replications } from '../published/run.ts';

/** Workdays after which a trial is judged. */
const JUDGED = 126;

/** A roll-out over a year reaches people by lot: those of a lot below the first are in it for three months and more. */
const REACHED_EARLY = 0.25;
const NOT_REACHED = 0.5;

/**
 * Whether a manager keeps a practice that is being rolled out by lot over a year, replication by replication: at half
 * time, if those reached in the first quarter have filled more of their quota since the start than those not reached.
 *
 * @param study its `trial-kept` is what is being rolled out
 * @param draws how many parameter draws to go through
 */
export function keepers(study: NormalStudy, draws: number): boolean[] {
  const runs = new Replications({ ...study, run: { ...study.run, horizonDays: JUDGED } });
  const kept: boolean[] = [];
  for (let draw = 0; draw < draws; draw++) {
    runs.each(draw, (arms) => {
      const { world } = arms('trial-kept');
      kept.push(attained(world, 0, REACHED_EARLY) > attained(world, NOT_REACHED, 1));
    });
  }
  return kept;
}

/** Credit by quota of the seats whose lot is in [from, to); NaN where there is none. */
function attained(world: World, from: number, to: number): number {
  let credit = 0;
  let quota = 0;
  for (let seat = 0; seat < world.size.seats; seat++) {
    const lot = world.reps.lot[seat]!;
    if (world.reps.real[seat] !== 1 || lot < from || lot >= to) continue;
    credit += world.seatTally[seat * REP_FIGURES.length + SEAT.credit]!;
    quota += world.seatTally[seat * REP_FIGURES.length + SEAT.quota]!;
  }
  return credit / quota;
}

/** What trying first does, the manager keeping or dropping by what is seen. */
export interface TriedFirst {
  /** Net contribution against everything at once, and against nothing, as a share of what there is without. */
  readonly againstAtOnce: Effect;
  readonly againstNothing: Effect;
  /** Share of the firms in which the practices are kept. */
  readonly kept: number;
}

/** @param trial a study with `at-once`, `trial-kept` and `trial-dropped`, simulated */
export function triedFirst(trial: Trial): TriedFirst {
  const { study, sample } = trial;
  const keep = keepers(study, sample.draws);
  const net = (id: string): Float64Array => valuesOf(trial, id, 'net-contribution');
  const [kept, dropped, atOnce, none] = ['trial-kept', 'trial-dropped', 'at-once', 'baseline'].map(net);
  const scale = 1 / Math.abs(mean(none!));
  const tried = kept!.map((x, i) => scale * (keep[i] ? x : dropped![i]!));
  const against = (values: Float64Array): Effect =>
    effect(
      tried,
      values.map((x) => scale * x),
      sample.replications,
    );
  return {
    againstAtOnce: against(atOnce!),
    againstNothing: against(none!),
    kept: keep.filter(Boolean).length / keep.length,
  };
}
