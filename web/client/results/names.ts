import type { Run } from '../../contract/index.ts';
import { catalogue } from '../api/catalogue.ts';
import { digits, money, share } from '../format.ts';
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

/** A figure with its unit; a change carries its sign. */
export function figureText(x: number | null, unit: string, currency: string, sign = false): string {
  if (x === null) return '–';
  const plus = sign && x > 0 ? '+' : '';
  // Results name money by its currency, and money a day by both.
  if (unit === currency || unit === 'money') return plus + money(x, currency);
  if (unit === 'money-per-day' || unit === `${currency}/day`) return plus + money(x, currency);
  if (unit === 'share') return plus + share(x);
  return plus + digits(x);
}
