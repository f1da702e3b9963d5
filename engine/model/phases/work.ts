import { exp } from '../../kernel/math.ts';
import { normalQuantile } from '../../kernel/normal.ts';
import { PURPOSES } from '../../random/purposes.ts';
import { bookMonth, STAGE } from '../book.ts';
import { CLOCK_HOURS_A_WORKDAY } from '../calendar.ts';
import { HANDOFF_DAYS, HELP_HOURS, HELP_LOG_WIN } from '../constants.ts';
import { schedule } from '../deal-lists.ts';
import { leverAt } from '../levers.ts';
import type { Model, Random } from '../model.ts';
import { MONTH, REP_FIGURES, SEAT, STAGE_FIGURES, SUM } from '../tables/tally.ts';
import type { World } from '../world.ts';
import { freshness, lose, win } from './close.ts';
import { KIND } from './leads.ts';
import { closingTime, heldOver, pulledIn } from './timing.ts';

const REWORK = leverAt('rework');
const HELPERS = leverAt('helpers');
const ACCESS = leverAt('specialist-access');
const HANDOFF = leverAt('handoff-loss');
const QUOTA_ERROR = leverAt('quota-error');
const TOUCH_HOURS = leverAt('touch-hours');
const PARTNER = leverAt('partner-work');
const GATE = leverAt('bid-gate');

/** Most deals one rep touches in a day. */
const MOST_TOUCHES = 64;

const HIGH_BITS = 1 / 9007199254740992;
const LOW_16 = 1 / 65536;
const HALF_LIFE = 1 / 0.6931471805599453;

/**
 * The day's selling, rep by rep: the best deals on the ready list, as many as the hours allow, are touched in order
 * of priority; deals that have gone cold drop out; hours left go to prospecting at the week's end.
 */
export class Work {
  readonly #pick = new Int32Array(MOST_TOUCHES);
  readonly #key = new Float64Array(MOST_TOUCHES);

  run(w: World, m: Model, random: Random, day: number): void {
    const { active, sellHours, carryHours, spareHours, readyHead } = w.reps;
    const hours = m.stage.hours;
    const closes = closingTime(m, day);
    let least = m.stage.repeatHours > 0 ? m.stage.repeatHours : hours[0]!;
    const ease = m.lever[TOUCH_HOURS]!;
    for (let s = 0; s < m.stages; s++) if (hours[s]! * ease[s]! < least) least = hours[s]! * ease[s]!;
    for (let seat = 0; seat < m.seats; seat++) {
      if (active[seat] === 0) continue;
      let left = sellHours[seat]! + carryHours[seat]!;
      if (readyHead[seat]! < 0 || left <= 0) {
        carryHours[seat] = Math.min(left, 0);
        if (left > 0) spareHours[seat]! += left;
        continue;
      }
      const want = Math.min(MOST_TOUCHES, Math.ceil(left / (least * m.seatPace[seat]!)));
      const count = this.#choose(w, m, seat, day, want, closes);
      let done = 0;
      while (done < count && left > 0) left -= touch(w, m, random, day, this.#pick[done++]!, closes);
      for (let rest = count - 1; rest >= done; rest--) {
        const row = this.#pick[rest]!;
        w.deals.next[row] = readyHead[seat]!;
        readyHead[seat] = row;
      }
      // A touch begun is finished: what it takes beyond today comes out of tomorrow.
      carryHours[seat] = Math.min(left, 0);
      if (left > 0) spareHours[seat]! += left;
    }
  }

  /**
   * Moves the seat's best `want` live deals into #pick, best first, and leaves the others on its ready list; cold
   * deals are closed. Returns how many were picked.
   */
  #choose(w: World, m: Model, seat: number, day: number, want: number, closes: boolean): number {
    const { priority, coldDay, next, stage } = w.deals;
    const pick = this.#pick;
    const key = this.#key;
    const closing = closes ? closingUrgency(w, seat) : 0;
    const last = m.stages - 1;
    let row = w.reps.readyHead[seat]!;
    let rest = -1;
    let count = 0;
    while (row >= 0) {
      const following = next[row]!;
      if (coldDay[row]! < day) {
        w.sums[SUM.wentCold]! += 1;
        lose(w, m, day, row);
        row = following;
        continue;
      }
      const k = stage[row] === last ? priority[row]! + closing : priority[row]!;
      if (count === want && k <= key[count - 1]!) {
        next[row] = rest;
        rest = row;
        row = following;
        continue;
      }
      let at: number;
      if (count === want) {
        const out = pick[count - 1]!;
        next[out] = rest;
        rest = out;
        at = count - 1;
      } else {
        at = count++;
      }
      while (at > 0 && key[at - 1]! < k) {
        key[at] = key[at - 1]!;
        pick[at] = pick[at - 1]!;
        at--;
      }
      key[at] = k;
      pick[at] = row;
      row = following;
    }
    w.reps.readyHead[seat] = rest;
    return count;
  }
}

/** How much more a closing deal draws attention at the end of a period when it pays more now than later. */
function closingUrgency(w: World, seat: number): number {
  const now = w.reps.marginalNow[seat]!;
  const later = w.reps.marginalNext[seat]!;
  if (now <= 0 || later <= 0) return 0;
  return Math.max(-1.5, Math.min(1.5, now / later - 1));
}

/**
 * One touch of one deal. A touch resolves its stage with a fixed chance (less rework); if it does, the deal advances
 * with log-odds made of stage, skill, playbook fit, competition, the deal's own edge, helpers, freshness and price;
 * if not, it stalls until the buyer is ready again. Returns the hours it took.
 */
function touch(w: World, m: Model, random: Random, day: number, row: number, closes: boolean): number {
  const d = w.deals;
  const seat = d.owner[row]!;
  const stage = d.stage[row]!;
  const touches = d.touches[row]!;
  const repeat = d.kind[row] === KIND.repeat;
  random.draw(d.idLow[row]!, PURPOSES.touch | (d.idHigh[row]! << 8), (d.sequence[row]! << 12) | touches, 0);
  const w0 = random.w0;
  const w1 = random.w1;
  const w2 = random.w2;
  const w3 = random.w3;
  const tally = w.seatTally;
  w.reps.touched[seat]! += 1;
  if (day >= 0) tally[seat * REP_FIGURES.length + SEAT.touches]! += 1;
  const u = ((w0 >>> 5) * 67108864 + (w1 >>> 6) + 0.5) * HIGH_BITS;

  if (repeat) {
    const x = m.seatRepeat[seat]! + d.edge[row]!;
    if (u < 1 / (1 + exp(-x))) win(w, m, random, day, row);
    else lose(w, m, day, row);
    return m.stage.repeatHours * m.seatPace[seat]!;
  }

  let x = m.seatStage[seat * m.stages + stage]! + d.edge[row]!;
  let hours =
    m.stage.hours[stage]! *
    m.lever[TOUCH_HOURS]![stage]! *
    m.seatPace[seat]! *
    (1 - m.lever[PARTNER]![d.channel[row]!]!);
  let resolve = m.stage.resolve[stage]!;
  if (stage === 0) {
    if (touches === 0) {
      if (d.kind[row] === KIND.fresh) {
        w.sums[SUM.leadsWorked]! += 1;
        bookMonth(w, day, MONTH['followed-up'], 1);
        const waited = Math.max(0, day - d.readyDay[row]!) * CLOCK_HOURS_A_WORKDAY;
        if (m.channel.kind[d.channel[row]!] === 0) {
          d.warmth[row] = m.stage.contact * freshness(m, d.deskHours[row]! + waited);
        }
      }
    }
    x += d.warmth[row]!;
  } else {
    resolve *= 1 - m.lever[REWORK]![seat]!;
    const help = m.lever[HELPERS]![seat]! * d.complexity[row]! * willingness(m);
    if (help > 0) {
      x += HELP_LOG_WIN * m.stage.perWin * help * (1 + m.lever[ACCESS]![0]!);
      hours *= 1 + HELP_HOURS * help;
    }
  }
  if (closes && stage === m.stages - 1) {
    if (heldOver(w, m, day, row)) return 0;
    x += pulledIn(w, m, row, resolve);
  }

  const p = resolve / (1 + exp(-x));
  d.touches[row] = touches + 1;
  let boundary = 0;
  if (u < p) {
    if (stage === m.stages - 1) {
      win(w, m, random, day, row);
      return hours;
    }
    if (stage === 0 && notWorthIt(w, m, row)) {
      lose(w, m, day, row);
      return hours;
    }
    advance(w, day, row, stage, m.stages);
    boundary = m.lever[HANDOFF]![seat]! * d.complexity[row]!;
  } else if (u > 1 - (resolve - p)) {
    lose(w, m, day, row);
    return hours;
  }

  const forget = m.seatForget[seat]! + boundary;
  if (((w2 & 0xffff) + 0.5) * LOW_16 < forget) {
    w.sums[SUM.leaked]! += 1;
    lose(w, m, day, row);
    return hours;
  }
  const now = d.stage[row]!;
  const wait = m.stage.wait[now * 1024 + (w2 >>> 22)]! * m.seatWait[seat]! + boundary * HANDOFF_DAYS;
  const ready = day + Math.max(1, Math.floor(wait + 0.5));
  d.readyDay[row] = ready;
  d.coldDay[row] =
    ready + 1 + Math.floor(m.params.patience * m.params.exponentialTable[w3 >>> 22]! * HALF_LIFE);
  schedule(w, row);
  return hours;
}

/** Whether a lead about to become an opportunity looks too weak to put work into, as its owner sees it. */
function notWorthIt(w: World, m: Model, row: number): boolean {
  const d = w.deals;
  const seat = d.owner[row]!;
  const gate = m.lever[GATE]![seat]!;
  if (gate <= 0) return false;
  // Of market leads only the best-looking were taken up: the gate drops its share of those.
  const taken = m.channel.kind[d.channel[row]!] === 0 ? m.taken[seat]! : 1;
  const from = normalQuantile(1 - taken * (1 - gate));
  return m.seen[seat]! * d.quality[row]! + m.unseen[seat]! * d.noise[row]! < from;
}

/**
 * How far colleagues help: wholly where pay is shared; where it is not, badly split goals set them against each other.
 * Rivals for a rank help each other less.
 */
function willingness(m: Model): number {
  return (1 - Math.min(1, m.lever[QUOTA_ERROR]![0]!) * (1 - m.sharedPay)) * (1 - m.rivalry);
}

/** The deal enters its next stage; past the first it is an opportunity. */
function advance(w: World, day: number, row: number, stage: number, stages: number): void {
  const d = w.deals;
  const t = w.stageTally;
  const n = STAGE_FIGURES.length;
  if (d.kind[row] === KIND.fresh) {
    t[stage * n + STAGE.advanced]! += 1;
    t[stage * n + STAGE.days]! += day - d.stageDay[row]!;
    if (stage + 1 < stages) t[(stage + 1) * n + STAGE.entered]! += 1;
  }
  if (stage === 0) {
    d.openedDay[row] = day;
    w.sums[SUM.opportunitiesOpened]! += 1;
    bookMonth(w, day, MONTH.opportunities, 1);
  }
  d.stage[row] = stage + 1;
  d.stageDay[row] = day;
}
