import { plain } from '../format.ts';
import { isMap, type Json } from './document.ts';

/** How a field's number is written: shares as per cent, times and rates with their unit in the study. */
export type FieldUnit =
  | 'share'
  | 'count'
  | 'ratio'
  | 'money'
  | 'workdays'
  | 'months'
  | 'weeks'
  | 'hours'
  | 'per-year'
  | 'per-month'
  | 'points'
  | 'log-odds';

const SUFFIX: Readonly<Partial<Record<FieldUnit, string>>> = {
  workdays: ' days',
  months: ' months',
  hours: ' hours',
  'per-year': ' per year',
  'per-month': ' per month',
};

/** What a field shows for a value of the study: a share without its %, a time without the unit beside the field. */
export function shown(value: Json | undefined, unit: FieldUnit): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return plainNumber(unit === 'share' ? value * 100 : value);
  if (typeof value !== 'string') return String(value);
  const text = value.trim();
  if (unit === 'share' && /[%％]$/.test(text)) return text.slice(0, -1).trim();
  if (unit === 'share' && text !== '' && Number.isFinite(Number(text)))
    return plainNumber(Number(text) * 100);
  const suffix = SUFFIX[unit];
  return suffix !== undefined && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
}

/** What a field's text is in the study: a bare number gets the unit beside the field, anything else stays as typed. */
export function written(text: string, unit: FieldUnit): Json | undefined {
  const bare = text.trim();
  if (bare === '') return undefined;
  const number = Number(bare.replaceAll(',', '').replace('−', '-'));
  if (!Number.isFinite(number)) return bare;
  if (unit === 'share') return `${bare}%`;
  const suffix = SUFFIX[unit];
  return suffix === undefined ? number : `${bare}${suffix}`;
}

/**
 * A text that quotes values of the study, with the units that fields gave them as the reader sees them beside a field.
 *
 * @param named a unit's name in the reader's language
 */
export function unitsNamed(text: string, named: (unit: FieldUnit) => string): string {
  return Object.entries(SUFFIX).reduce(
    (said, [unit, suffix]) =>
      said.replace(new RegExp(`(\\d)${suffix}”`, 'g'), (_, digit) => `${digit} ${named(unit as FieldUnit)}”`),
    text,
  );
}

const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  bn: 1e9,
  千: 1e3,
  万: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};

/** A value as a number for drawing, or null where only the engine can tell. */
export function roughNumber(value: Json | undefined): number | null {
  if (typeof value === 'number') return value;
  if (isMap(value)) return roughNumber(value.mode);
  if (typeof value !== 'string') return null;
  const m = /^[^\d.−-]*([−-]?[\d,]*\.?\d+)\s*(%|％|bn|百万|千万|[km千万亿])?\D*$/i.exec(value.trim());
  if (m === null) return null;
  const number = Number(m[1]!.replaceAll(',', '').replace('−', '-'));
  const suffix = (m[2] ?? '').toLowerCase();
  return suffix === '%' || suffix === '％' ? number / 100 : number * (MULTIPLES[suffix] ?? 1);
}

/** The most likely value of an uncertain number. */
export function likely(
  q: number | { readonly mode?: number; readonly [key: string]: unknown },
): number | null {
  if (typeof q === 'number') return q;
  if (typeof q.mode === 'number') return q.mode;
  const pair = (q.normal ?? q.lognormal) as readonly [number, number] | undefined;
  if (pair !== undefined) return pair[0];
  const ends = q.uniform as readonly [number, number] | undefined;
  return ends === undefined ? null : (ends[0] + ends[1]) / 2;
}

function plainNumber(x: number): string {
  return plain(x).replace('−', '-');
}
