import { exp, log } from '../../kernel/math.ts';
import { normalQuantile } from '../../kernel/normal.ts';
import { MODEL_CEILING, MODEL_HALF_DEALS } from '../constants.ts';
import { leverAt } from '../levers.ts';
import type { Model } from '../model.ts';
import { TIERS, type World } from '../world.ts';
import { literacyOf } from './adoption.ts';

const FOCUS = leverAt('value-focus');
const TIER_WEIGHT = leverAt('tier-attention');
const TRIAGE = leverAt('triage');
const MODEL_SCORE = leverAt('model-score');
const RECORDS = leverAt('records');
const FOLLOW_UP = leverAt('follow-up');

/**
 * Correlation between what a seat sees of a deal and its true quality: the rep's own feel, lifted toward a scoring
 * model as far as the rep relies on it and can read it (in full from average literacy on). The model learns from
 * closed deals on record: ρ∞·√(n/(n+n0)).
 */
function insight(w: World, m: Model, seat: number): number {
  const feel = m.lever[TRIAGE]![seat]!;
  const asked = m.lever[MODEL_SCORE]![seat]!;
  if (asked <= 0) return feel;
  const reliance = Math.min(1, asked * Math.min(1, 2 * literacyOf(w, m, seat)));
  const learnt = w.market.labelled[0]! * m.lever[RECORDS]![seat]!;
  const score = MODEL_CEILING * Math.sqrt(learnt / (learnt + MODEL_HALF_DEALS));
  return score > feel ? feel + reliance * (score - feel) : feel;
}

/** Refreshes, once a week, what every seat sees of deals and how tiers weigh. */
export function planAttention(w: World, m: Model): void {
  for (let seat = 0; seat < m.seats; seat++) {
    const seen = insight(w, m, seat);
    m.seen[seat] = seen;
    m.unseen[seat] = Math.sqrt(1 - seen * seen);
    // Who cares less leaves more lying. Busy hands turn leads down; who has hours to spare has no reason to.
    const usual = m.lever[FOLLOW_UP]![seat]!;
    const accepted = usual / (usual + (1 - usual) * exp(-w.reps.care[seat]!));
    const taken = 1 - (1 - accepted) * (1 - w.reps.idle[seat]!);
    m.taken[seat] = taken;
    m.takenFrom[seat] = taken >= 1 ? Number.NEGATIVE_INFINITY : -normalQuantile(Math.max(1e-9, taken));
  }
  for (let tier = 0; tier < TIERS; tier++) m.tierAppeal[tier] = log(m.lever[TIER_WEIGHT]![tier]!);
}

/**
 * Sets a deal's place in its owner's queue: perceived value per hour (value × perceived chance ÷ hours still needed ×
 * tier and pay weights) as far as the rep's attention follows value, and otherwise the rep's whim.
 */
export function prioritise(w: World, m: Model, row: number): void {
  const d = w.deals;
  const seat = d.owner[row]!;
  const stage = d.stage[row]!;
  const seen = m.seen[seat]!;
  const score = seen * (seen * d.quality[row]! + m.unseen[seat]! * d.noise[row]!);
  const repeat = d.kind[row] === 1;
  const path = repeat ? m.repeatPath : m.stage.logPath[stage]! - m.stage.logHours[stage]!;
  const share = repeat ? 0 : m.stage.remaining[stage]!;
  const worth =
    d.logValue[row]! - m.logUsualValue + path - m.logUsualPath + share * m.params.qualitySpread * score;
  const pay = repeat ? w.reps.repeatAppeal[seat]! : 0;
  const focus = m.lever[FOCUS]![seat]!;
  d.priority[row] = focus * worth + (1 - focus) * d.whim[row]! + m.tierAppeal[d.tier[row]!]! + pay;
}
