import { horizonText } from '../../engine/experiment/said.ts';
import { formatDifference, formatValue, type Language } from '../../engine/kernel/format.ts';
import type { ChartData, ChartMetric, ChartUnit } from '../contract/charts.ts';

/** How an axis shows a unit: values times `factor`, named `label`. */
export interface Scale {
  readonly factor: number;
  readonly label: string;
}

const SYMBOLS: Readonly<Record<string, string>> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

const STEPS: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  en: [
    [1e9, 'bn'],
    [1e6, 'm'],
    [1e3, 'k'],
  ],
  zh: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
};

const LABELS: Readonly<Record<Language, Readonly<Partial<Record<ChartUnit, string>>>>> = {
  en: { days: 'workdays', points: 'points', hours: 'hours', share: '%' },
  zh: { days: '工作日', points: '分', hours: '小时', share: '%' },
};

/** An axis on which figures up to `largest` in size read easily. */
export function axisScale(
  unit: ChartUnit,
  largest: number,
  data: Pick<ChartData, 'currency' | 'horizonDays'>,
  language: Language,
  over: 'year' | 'horizon' | null = null,
): Scale {
  if (unit === 'share') return { factor: 100, label: '%' };
  if (unit !== 'money' && unit !== 'money-per-day') return { factor: 1, label: LABELS[language][unit] ?? '' };
  const [size, name] = STEPS[language].find(([step]) => largest >= step) ?? [1, ''];
  const symbol = SYMBOLS[data.currency] ?? data.currency;
  const rate =
    unit === 'money-per-day'
      ? { en: ' a day', zh: '／日' }[language]
      : over === 'year'
        ? { en: ' a year', zh: '／年' }[language]
        : over === 'horizon'
          ? spanLabel(data.horizonDays, language)
          : '';
  return { factor: 1 / size, label: `${symbol}${name === '' ? '' : ` ${name}`}${rate}` };
}

/** Behind a unit: over which time amounts are. */
function spanLabel(horizonDays: number, language: Language): string {
  const span = horizonText(horizonDays, language);
  return language === 'zh' ? `，${span}` : ` in ${span}`;
}

/** What to know of amounts by the year where less than a year was simulated. */
export function scaledNote(horizonDays: number, language: Language): string {
  const span = horizonText(horizonDays, language);
  return language === 'zh'
    ? `只模拟了${span}，金额按比例折算为一年：一次性支付的也随之放大。`
    : `Only ${span} was simulated; amounts are scaled up to a year, and what is paid once with them.`;
}

/** Largest size of the figures that are defined. */
export function largest(values: Iterable<number | null>): number {
  let most = 0;
  for (const x of values) if (x !== null) most = Math.max(most, Math.abs(x));
  return most;
}

/** A figure as people read it. */
export function shown(
  x: number | null | undefined,
  unit: ChartUnit,
  data: Pick<ChartData, 'currency'>,
  language: Language,
): string {
  if (x === null || x === undefined) return '–';
  if (unit === 'count') return new Intl.NumberFormat(language, { maximumSignificantDigits: 4 }).format(x);
  return formatValue(x, unit, data.currency, language);
}

/** A difference as people read it, with its sign. */
export function change(
  x: number | null | undefined,
  unit: ChartUnit,
  data: Pick<ChartData, 'currency'>,
  language: Language,
): string {
  if (x === null || x === undefined) return '–';
  // Less than half a cent is what sums of doubles leave behind.
  if (x === 0 || (unit === 'money' && Math.abs(x) < 0.005)) return '0';
  if (unit === 'count')
    return new Intl.NumberFormat(language, { maximumSignificantDigits: 4, signDisplay: 'always' }).format(x);
  return formatDifference(x, unit, data.currency, language);
}

/** The ends of a range, to follow “between”. */
export function between(
  pair: readonly [number | null, number | null] | readonly (number | null)[],
  show: (x: number | null) => string,
  language: Language,
): string {
  return language === 'zh'
    ? `${show(pair[0] ?? null)} 至 ${show(pair[1] ?? null)}`
    : `${show(pair[0] ?? null)} and ${show(pair[1] ?? null)}`;
}

/** A chance as a percentage, never 0 or 100 unless it is that. */
export function chance(p: number | null, language: Language): string {
  if (p === null) return '–';
  const percent = Math.round(p * 100);
  const told = Math.min(p < 1 ? 99 : 100, Math.max(p > 0 ? 1 : 0, percent));
  return language === 'zh' ? `${told}%` : `${told} %`;
}

/** A metric of a run, or its primary one. */
export function metricOf(data: ChartData, id: string): ChartMetric {
  const found =
    data.metrics.find((one) => one.id === id) ?? data.metrics.find((one) => one.id === data.primary);
  if (found === undefined) throw new RangeError(`no metric named ${id}`);
  return found;
}

/** Of a chance of being better, what may be said. */
export function standing(probability: number | null): 'better' | 'worse' | 'unclear' {
  if (probability === null) return 'unclear';
  return probability >= 0.95 ? 'better' : probability <= 0.05 ? 'worse' : 'unclear';
}
