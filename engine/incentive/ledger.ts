import { DAYS_A_MONTH, monthOfYear } from '../model/calendar.ts';
import type { Sale } from '../model/tables/pay.ts';
import type { World } from '../model/world.ts';
import { payOut } from './evaluate-timing.ts';
import type { PayInForce } from './in-force.ts';
import { type Plan, type PlanLimit, statementMonths } from './language.ts';
import { type Carry, NO_CARRY, NO_RESULTS, type Results } from './results.ts';

/** What a seat's pay carries from statement to statement. Never changed, only replaced: a copied world shares it. */
export interface Ledger {
  readonly occupant: number;
  readonly carry: Carry;
  /** Sales of earlier statements that something may still happen to. */
  readonly past: readonly Sale[];
}

/** Whether what is earned under a plan is not simply what is paid: it may wait, be limited, or fall below nothing. */
export function needsLedger({ timing, cap, floor, promotion, club, measures, components }: Plan): boolean {
  const { draw, guarantee, clawback, holdback, deferral } = timing;
  return (
    [draw, guarantee, clawback, holdback, deferral, cap, floor, promotion, club].some(
      (one) => one !== null,
    ) ||
    measures.some(({ accumulation }) => accumulation.over === 'year-to-date') ||
    components.some(({ payout }) => payout.kind === 'match' && payout.stake > 0)
  );
}

const EMPTY: Omit<Ledger, 'occupant'> = { carry: NO_CARRY, past: [] };

/** A seat's ledger; whoever is new there starts with a clean one. */
export function ledgerOf(w: World, side: number, seat: number): Ledger {
  const occupant = w.reps.occupant[seat]!;
  const found = w.ledgers[side * w.size.seats + seat] as Ledger | null;
  return found !== null && found.occupant === occupant ? found : { ...EMPTY, occupant };
}

/** What a statement makes of variable pay. */
export interface Paid {
  readonly earned: number;
  readonly paid: number;
  /** What a club is worth to the member: felt as pay, not paid in cash. */
  readonly club: number;
}

/** How a seat stands for club and promotion: attainment over the period that ended, or null, and over the year. */
export interface Marks {
  readonly promotion: number | null;
  readonly club: number | null;
}

/**
 * Takes variable pay through the plan's limits and timing: cap and floor, guarantee, what waits for cash or a month of the
 * year, what is taken back from sales whose customer left, draws. The sales of the statement share what was earned.
 */
export function throughLedger(
  w: World,
  pay: PayInForce,
  seat: number,
  day: number,
  capped: number,
  awards: number,
  present: number,
  marks: Marks,
): Paid {
  const { plan } = pay;
  const ledger = ledgerOf(w, pay.side, seat);
  const { carry } = ledger;
  const months = statementMonths(plan);
  const month = monthOfYear(day) + 1;
  const tenureMonths = Math.max(0, Math.floor((day - w.reps.hiredDay[seat]!) / DAYS_A_MONTH) - months + 1);
  const earned = within(plan, capped, carry, { months, month, tenureMonths, present }) + awards;
  const fresh = w.sales[pay.side]!.filter((one) => one.seat === seat);
  const sales = [...ledger.past, ...fresh];
  const lots = new Map<string, number>();
  const sold = fresh.reduce((sum, one) => sum + one.net, 0);
  if (sold > 0 && earned > 0) {
    for (const sale of fresh) lots.set(lotOf(sale), (earned * sale.net) / sold);
  } else if (earned > 0) lots.set(`month-${month}`, earned);
  const results: Results = {
    ...NO_RESULTS,
    month,
    tenureMonths,
    present,
    collected: Object.fromEntries(sales.map((sale) => [lotOf(sale), sale.cashDay <= day ? 1 : 0])),
    cancelled: sales
      .filter(({ customer }) => w.customers.state[customer] !== 1)
      .map((sale) => ({
        lot: lotOf(sale),
        monthsSince: (day - sale.day) / DAYS_A_MONTH,
        servedMonths: (day - sale.day) / DAYS_A_MONTH,
        termMonths: pay.business.termMonths,
      })),
  };
  const out = payOut(plan, { earned, lots, results, carry, months });
  const open = new Set(out.lots.map(({ lot }) => lot));
  const past = sales.filter(
    (sale) =>
      open.has(lotOf(sale)) &&
      (sale.cashDay > day ||
        (plan.timing.clawback !== null &&
          day - sale.day <= plan.timing.clawback.windowMonths * DAYS_A_MONTH)),
  );
  const yearOver = month === 12;
  w.ledgers[pay.side * w.size.seats + seat] = {
    occupant: ledger.occupant,
    past,
    carry: {
      ...carry,
      ...promoted(plan, carry, marks),
      earned: yearOver ? 0 : carry.earned + earned,
      owed: out.owed,
      lots: out.lots.filter(({ lot }) => past.some((sale) => lotOf(sale) === lot)),
      deferred: out.deferred,
    },
  } satisfies Ledger;
  const club = plan.club !== null && yearOver && marks.club !== null && marks.club >= plan.club.at;
  return { earned, paid: out.paid, club: club ? plan.club!.value : 0 };
}

function lotOf({ customer }: Sale): string {
  return `customer-${customer}`;
}

/** Of a statement: its months, the month of the year it ends in, tenure before it, and the share of it worked. */
interface Span {
  readonly months: number;
  readonly month: number;
  readonly tenureMonths: number;
  readonly present: number;
}

/** Variable pay within the plan's cap and floor and its guarantee to newcomers. */
function within(
  plan: Plan,
  amount: number,
  carry: Carry,
  { months, month, tenureMonths, present }: Span,
): number {
  const room = (limit: PlanLimit): number => {
    const span = limit.over === 'year' ? 12 : months;
    const whole =
      'money' in limit.of ? limit.of.money : (limit.of.target * (plan.targetPay ?? 0) * span) / 12;
    return whole - (limit.over === 'year' ? carry.earned : 0);
  };
  let earned = amount;
  if (plan.cap !== null) earned = Math.min(earned, room(plan.cap));
  // What a year must come to is known when it ends; whoever was not there is owed nothing.
  if (plan.floor !== null && present > 0 && (plan.floor.over === 'statement' || month === 12))
    earned = Math.max(earned, room(plan.floor));
  const { guarantee } = plan.timing;
  if (guarantee !== null && tenureMonths < guarantee.months) {
    const covered = Math.min(months, guarantee.months - tenureMonths);
    earned = Math.max(earned, guarantee.share * ((plan.targetPay ?? 0) / 12) * covered * present);
  }
  return earned;
}

function promoted({ promotion }: Plan, carry: Carry, marks: Marks): Pick<Carry, 'streak' | 'salaryTimes'> {
  const { streak, salaryTimes } = carry;
  if (promotion === null || marks.promotion === null) return { streak, salaryTimes };
  if (marks.promotion < promotion.at) return { streak: 0, salaryTimes };
  return streak + 1 >= promotion.periods
    ? { streak: 0, salaryTimes: salaryTimes * promotion.salaryTimes }
    : { streak: streak + 1, salaryTimes };
}

/** Factor on a seat's salary from promotions. */
export function salaryTimes(w: World, pay: PayInForce, seat: number): number {
  return pay.plan.promotion === null ? 1 : ledgerOf(w, pay.side, seat).carry.salaryTimes;
}
