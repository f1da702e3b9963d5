import { change, shown } from '../../charts/index.ts';
import type { ChartUnit, Run } from '../../contract/index.ts';
import { catalogue } from '../api/catalogue.ts';
import { language } from '../shell/preferences.ts';
import { said, t } from '../texts/index.ts';

/** What an alternative of a run is called. */
export function alternativeName(run: Run, id: string): string {
  const name = run.alternatives.find((one) => one.id === id)?.name ?? null;
  if (name !== null) return said(name);
  return id === 'baseline' ? t('alt.baseline') : id;
}

/** What a metric is called. */
export function metricName(id: string): string {
  const metric = catalogue.value?.metrics.find((one) => one.id === id);
  return metric === undefined ? id : said(metric.name);
}

/** A figure with its unit; a change carries its sign, and shares change by percentage points. */
export function figureText(x: number | null, unit: string, currency: string, sign = false): string {
  // Results name money by its currency, and money a day by both.
  const kind = unit === currency ? 'money' : unit === `${currency}/day` ? 'money-per-day' : unit;
  return unbroken((sign ? change : shown)(x, kind as ChartUnit, { currency }, language.value));
}

/** The ends of a range of changes; a unit of words is said once. */
export function rangeText(
  range: readonly [number | null, number | null],
  unit: string,
  currency: string,
): string {
  const [low, high] = range.map((x) => figureText(x, unit, currency, true)) as [string, string];
  const word = /\u00a0(?:pp|days|points|个百分点|天|分)$/.exec(low)?.[0] ?? '';
  return `${word !== '' && high.endsWith(word) ? low.slice(0, -word.length) : low} … ${high}`;
}

/** Keeps a sign with its number and a number with its unit where a line is broken. */
export function unbroken(text: string): string {
  return text
    .replace(/([+−])(?=[^\s\d])/g, '$1\u2060')
    .replace(/(\d) (?=(?:bn|m|k|%|pp|days|points)(?![a-z])|[万亿天分个])/g, '$1\u00a0');
}
