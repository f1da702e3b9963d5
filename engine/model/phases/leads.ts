import { exp } from '../../kernel/math.ts';
import { PURPOSES, purposeWord } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { bookMonth, bookStage, bookSum, STAGE } from '../book.ts';
import { CLOCK_HOURS_A_WORKDAY } from '../calendar.ts';
import { makeReady, schedule, takeDeal } from '../deal-lists.ts';
import { exponentialOf, normalOf, slot } from '../draw.ts';
import { leverAt } from '../levers.ts';
import type { Model, Random } from '../model.ts';
import { MONTH, SUM } from '../tables/tally.ts';
import type { World } from '../world.ts';
import { prioritise } from './attention.ts';
import { homeOf, route } from './routing.ts';

/** What a deal is about. */
export const KIND = { fresh: 0, repeat: 1, expansion: 2 } as const;

/** Visible tier scores above which a customer is an A (best fifth) or a B (next three tenths). */
export const TIER_A = 0.8416;
const TIER_B = 0;

/** Correlation between the value of a customer's first deal and its potential. Assumed. */
export const VALUE_SHOWS = 0.6;

const WARMTH = leverAt('lead-warmth');
const COST = leverAt('lead-cost');
const QUALITY = leverAt('lead-quality');
const TIER_ACCURACY = leverAt('tier-accuracy');

/** Median to mean of an exponential wait: 1 ÷ ln 2. */
const HALF_LIFE = 1.4426950408889634;

/** Tier that a potential shows, seen with the accuracy tiers have today. */
export function visibleTier(m: Model, potential: number, noise: number): number {
  const accuracy = m.lever[TIER_ACCURACY]![0]!;
  const score = accuracy * potential + Math.sqrt(1 - accuracy * accuracy) * noise;
  return score > TIER_A ? 0 : score > TIER_B ? 1 : 2;
}

/**
 * A lead arrives: its traits come from its identity alone, so they are the same in every alternative. It is routed
 * (unless `owner` says whose it is), accepted or left lying, and reaches a desk after the response delay.
 */
export function spawnLead(
  w: World,
  m: Model,
  random: Random,
  day: number,
  channel: number,
  idLow: number,
  idHigh: number,
  owner: number,
): void {
  const p = m.params;
  const purpose = purposeWord(PURPOSES['lead-traits'], idHigh);
  random.draw(idLow, purpose, 0, 0);
  const placeWord = random.w0;
  const noise = normalOf(p, random.w1);
  const warmWord = random.w2;
  const delayWord = random.w3;

  // A lead belongs to a territory whoever works it.
  const home = owner >= 0 ? owner : homeOf(w, m, unit(placeWord));
  const seat = owner >= 0 ? owner : route(w, m, random, idLow, idHigh, home, noise);
  bookMonth(w, day, MONTH.leads, 1);
  bookMonth(w, day, MONTH['lead-cost'], m.channel.cost[channel]! * m.lever[COST]![channel]!);
  random.draw(idLow, purpose, 0, 1);
  const quality = normalOf(p, random.w1);
  // Reps take up the leads that look best to them: what they see of quality is standard normal whatever they see.
  if (
    m.channel.kind[channel] === 0 &&
    m.seen[seat]! * quality + m.unseen[seat]! * noise < m.takenFrom[seat]!
  ) {
    bookSum(w, SUM.neverWorked, 1);
    return;
  }

  const valueScore = normalOf(p, random.w0);
  const potential = VALUE_SHOWS * valueScore + 0.8 * normalOf(p, random.w2);
  const tierNoise = normalOf(p, random.w3);
  // The whim has the bits of the warm word that its own table look-up does not use.
  const whim = normalOf(p, warmWord << 10);
  const row = takeDeal(w);
  const d = w.deals;
  const logRelative = p.dealSpread * valueScore;
  const relative = exp(logRelative);
  const shift = w.reps.dealShift[home]!;
  d.logValue[row] = m.logUsualValue + logRelative + shift;
  d.value[row] = p.dealValue * relative * exp(shift);
  d.quality[row] = quality;
  d.noise[row] = noise;
  d.potential[row] = potential;
  d.tierNoise[row] = tierNoise;
  d.whim[row] = whim;
  d.edge[row] =
    m.stage.spread * p.qualitySpread * quality +
    m.stage.perWin * (m.channel.quality[channel]! + m.lever[QUALITY]![channel]!);
  d.warmth[row] = 0;
  d.discount[row] = 0;
  d.complexity[row] = Math.min(1, p.complexity * Math.sqrt(relative));
  d.owner[row] = seat;
  d.stage[row] = 0;
  d.kind[row] = KIND.fresh;
  d.channel[row] = channel;
  d.tier[row] = visibleTier(m, potential, tierNoise);
  d.customer[row] = -1;
  d.openedDay[row] = day;
  d.stageDay[row] = day;
  d.touches[row] = 0;
  d.idLow[row] = idLow;
  d.idHigh[row] = idHigh;
  d.sequence[row] = 0;
  // A lead dug up or sent to a rep in person is on the desk at once.
  const deskHours = m.channel.kind[channel] === 0 ? exponentialOf(delayWord) * m.seatReply[seat]! : 0;
  d.deskHours[row] = deskHours;
  d.readyDay[row] = day + Math.floor(deskHours / CLOCK_HOURS_A_WORKDAY);
  const warm = m.channel.warmDays[channel]! * m.lever[WARMTH]![channel]!;
  d.coldDay[row] = day + 1 + Math.floor(warm * p.exponentialTable[slot(warmWord)]! * HALF_LIFE);
  bookStage(w, 0, STAGE.entered, 1);
  if (d.readyDay[row]! > day) {
    schedule(w, row);
  } else {
    prioritise(w, m, row);
    makeReady(w, row);
  }
}
