import type { Json } from '../study/document.ts';

/** Months in a unit of time as studies write it, for drawing. */
const MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(months?|月|个月)$/, 1],
  [/^(quarters?|季度|个季度)$/, 3],
  [/^(years?|年)$/, 12],
  [/^(weeks?|周)$/, 5 / 21],
  [/^(days?|d|workdays?|天|工作日|个工作日)?$/, 1 / 21],
];

/** A time of the study in months, or null where it says none. */
export function monthsOf(value: Json | undefined): number | null {
  if (typeof value === 'number') return value / 21;
  if (typeof value !== 'string') return null;
  const m = /^([\d.]+)\s*(\D*)$/.exec(value.trim());
  const by = m === null ? undefined : MONTHS.find(([unit]) => unit.test(m[2]!.trim()))?.[1];
  return by === undefined ? null : Number(m![1]) * by;
}

/** Months as the study writes them. */
export function monthsValue(months: number): Json {
  return `${months} months`;
}
