import { formatRange } from '../../../engine/kernel/format.ts';
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
  return unbroken(
    (sign ? change : shown)(x, unitOf(unit, currency) as ChartUnit, { currency }, language.value),
  );
}

/** The ends of a range of changes; a unit of words is said once. */
export function rangeText(
  range: readonly [number | null, number | null],
  unit: string,
  currency: string,
): string {
  return unbroken(formatRange(range, unitOf(unit, currency), currency, language.value));
}

/** Results name money by its currency. */
function unitOf(unit: string, currency: string): string {
  return unit === currency ? 'money' : unit;
}

/** Keeps a sign with its number and a number with its unit where a line is broken. */
export function unbroken(text: string): string {
  return text
    .replace(/([+−])(?=[^\s\d])/g, '$1\u2060')
    .replace(/(\d) (?=(?:bn|m|k|%|pp|days|points)(?![a-z])|[万亿天分个])/g, '$1\u00a0');
}
