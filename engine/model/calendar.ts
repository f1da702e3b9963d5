/** The product's calendar: workdays only, numbered from day 0 of the horizon; the warm-up is negative. */

export const DAYS_A_WEEK = 5;
export const DAYS_A_MONTH = 21;
export const DAYS_A_YEAR = 252;

/** Clock hours in an average workday's share of the calendar: 365 × 24 ÷ 252. */
export const CLOCK_HOURS_A_WORKDAY = 34.761904761904766;

/** True on the first day of a period of `length` days, counted from day 0 in both directions. */
export function starts(day: number, length: number): boolean {
  return day % length === 0;
}

/** True on the last day of such a period. */
export function ends(day: number, length: number): boolean {
  return (day + 1) % length === 0;
}

/** Whole periods of `length` since day 0; −1 for the period just before it. */
export function periodOf(day: number, length: number): number {
  return Math.floor(day / length);
}

/** Month of the year, 0–11. */
export function monthOfYear(day: number): number {
  const month = periodOf(day, DAYS_A_MONTH) % 12;
  return month < 0 ? month + 12 : month;
}
