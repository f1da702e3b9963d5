import { exp, log } from '../../kernel/math.ts';
import { PURPOSES, purposeWord } from '../../random/purposes.ts';
import { unit } from '../../random/threefry.ts';
import { bookMonth, bookStage, bookSum, STAGE } from '../book.ts';
import { CLOCK_HOURS_A_WORKDAY } from '../calendar.ts';
import { makeReady, schedule, takeDeal } from '../deal-lists.ts';
import { exponentialOf, normalOf } from '../draw.ts';
import { leverAt } from '../levers.ts';
import type { Model, Random } from '../model.ts';
import { SUM } from '../tables/tally.ts';
import type { World } from '../world.ts';
import { prioritise } from './attention.ts';
import { route, territory } from './routing.ts';

/** What a deal is about. */
export const KIND = { fresh: 0, repeat: 1, expansion: 2 } as const;

/** Visible tier scores above which a customer is an A (best fifth) or a B (next three tenths). */
const TIER_A = 0.8416;
const TIER_B = 0;

const FOLLOW_UP = leverAt('follow-up');
const RESPONSE = leverAt('response-delay');
const WARMTH = leverAt('lead-warmth');
const COST = leverAt('lead-cost');
const QUALITY = leverAt('lead-quality');
const TIER_ACCURACY = leverAt('tier-accuracy');

const LOG2 = 0.6931471805599453;

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
  random.draw(idLow, purpose, 0, 1);
  const teamWord = random.w0;
  const followWord = random.w1;
  const warmWord = random.w2;
  const whim = normalOf(p, random.w3);
  random.draw(idLow, purpose, 0, 0);
  const valueScore = normalOf(p, random.w0);
  const quality = normalOf(p, random.w1);
  const noise = normalOf(p, random.w2);
  const delay = exponentialOf(random.w3);
  random.draw(idLow, purpose, 0, 2);
  const potential = 0.6 * valueScore + 0.8 * normalOf(p, random.w0);
  const tierNoise = normalOf(p, random.w1);

  const seat =
    owner >= 0 ? owner : route(w, m, random, territory(m, unit(teamWord)), idLow, idHigh, 0, noise);
  bookMonth(w, day, 'leads', 1);
  bookMonth(w, day, 'lead-cost', m.channel.cost[channel]! * m.lever[COST]![channel]!);
  if (m.channel.kind[channel] === 0 && unit(followWord) >= m.lever[FOLLOW_UP]![seat]!) {
    bookSum(w, day, SUM.neverWorked, 1);
    return;
  }

  const row = takeDeal(w);
  const d = w.deals;
  const logRelative = p.dealSpread * valueScore;
  d.logValue[row] = log(p.dealValue) + logRelative;
  d.value[row] = p.dealValue * exp(logRelative);
  d.quality[row] = quality;
  d.noise[row] = noise;
  d.potential[row] = potential;
  d.tierNoise[row] = tierNoise;
  d.whim[row] = whim;
  d.edge[row] =
    m.stage.spread * (p.qualitySpread * quality + m.channel.quality[channel]! + m.lever[QUALITY]![channel]!);
  d.discount[row] = 0;
  d.complexity[row] = Math.min(1, p.complexity * exp(0.5 * logRelative));
  d.owner[row] = seat;
  d.stage[row] = 0;
  d.kind[row] = KIND.fresh;
  d.channel[row] = channel;
  d.tier[row] = visibleTier(m, potential, tierNoise);
  d.customer[row] = -1;
  d.createdDay[row] = day;
  d.openedDay[row] = day;
  d.stageDay[row] = day;
  d.touches[row] = 0;
  d.idLow[row] = idLow;
  d.idHigh[row] = idHigh;
  d.sequence[row] = 0;
  // A lead dug up or sent to a rep in person is on the desk at once.
  const deskHours = m.channel.kind[channel] === 0 ? delay * m.lever[RESPONSE]![seat]! : 0;
  d.deskHours[row] = deskHours;
  d.readyDay[row] = day + Math.floor(deskHours / CLOCK_HOURS_A_WORKDAY);
  const warm = m.channel.warmDays[channel]! * m.lever[WARMTH]![channel]!;
  d.coldDay[row] = day + 1 + Math.floor((warm * exponentialOf(warmWord)) / LOG2);
  bookStage(w, day, 0, STAGE.entered, 1);
  if (d.readyDay[row]! > day) {
    schedule(w, row);
  } else {
    prioritise(w, m, row);
    makeReady(w, row);
  }
}
