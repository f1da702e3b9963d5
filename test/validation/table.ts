import { formatDifference, formatValue, type Language } from '../../engine/kernel/format.ts';
import type { Localised } from '../../engine/kernel/quantity.ts';
import { METRICS } from '../../engine/model/metrics.ts';
import type { NormalStudy } from '../../engine/study/index.ts';
import { presetById } from '../../engine/study/presets/index.ts';
import type { Effect, Told } from './effects.ts';

/** A row of a table of claims or findings held against the simulation. */
export interface Row {
  readonly id: string;
  /** File beside the page, without its ending; null where no study is run. */
  readonly study: string | null;
  readonly claim: Localised;
  readonly setting: Localised;
  readonly simulated: Localised;
  readonly interval: Localised;
  /** Replications behind the figure; null where nothing is simulated. */
  readonly replications: number | null;
  readonly verdict: Localised;
  /** One plain sentence. */
  readonly why: Localised;
}

/** Headings of the table, in the order of its columns. */
export interface Headings {
  readonly id: Localised;
  readonly claim: Localised;
  readonly setting: Localised;
  readonly simulated: Localised;
  readonly interval: Localised;
  readonly replications: Localised;
  readonly verdict: Localised;
}

/** The same text in both languages. */
export const both = (text: string): Localised => ({ en: text, zh: text });

/** Text written once for each language. */
export const inBoth = (write: (language: Language) => string): Localised => ({
  en: write('en'),
  zh: write('zh'),
});

interface Named {
  readonly unit: string;
  readonly name: Localised;
}

/** Figures that are no metrics. */
const OTHERS: Readonly<Record<string, Named>> = {
  'conversion-days': { unit: 'days', name: { en: 'Days from lead to contract', zh: '线索到签约天数' } },
  kept: { unit: 'share', name: { en: 'Customers kept a year', zh: '年续费率' } },
  'tier-c-churn': { unit: 'share', name: { en: 'Small customers lost', zh: '小客户流失率' } },
  'all-selling-hours': { unit: 'hours', name: { en: 'Selling hours', zh: '销售工时' } },
};

/** Name and unit of a metric or of another figure of effects.ts. @throws RangeError when there is none */
export function named(metric: string): Named {
  const found = METRICS.find((one) => one.id === metric) ?? OTHERS[metric];
  if (found === undefined) throw new RangeError(`no name for ${metric}`);
  return found;
}

/** A figure with its sign where it is an effect: relative effects in percent, levels and differences in their unit. */
export function figure(
  x: number,
  metric: string,
  told: Told,
  study: NormalStudy,
  language: Language,
): string {
  if (told === 'relative') return percent(x);
  const { unit } = named(metric);
  const format = told === 'level' ? formatValue : formatDifference;
  return format(x, unit, study.currency, language);
}

/** A relative effect: +3.1 %. */
export function percent(x: number): string {
  return `${signed(100 * x)} %`;
}

/** A number with its sign and one decimal. */
export function signed(x: number): string {
  const text = Math.abs(x).toFixed(1);
  return `${text === '0.0' ? '±' : x < 0 ? '−' : '+'}${text}`;
}

/** From … to. */
export function span(range: readonly [number, number], show: (x: number) => string): string {
  return `${show(range[0])} … ${show(range[1])}`;
}

/** Mean and, in brackets, the interval of the mean. */
export function meanOf(effect: Pick<Effect, 'mean' | 'interval'>, show: (x: number) => string): string {
  return `${show(effect.mean)} (${span(effect.interval, show)})`;
}

/** Whom and how long a study simulates: "B2B SaaS, 16 reps, 12 months", and what else `more` says. */
export function settingOf(study: NormalStudy, more?: Localised): Localised {
  return inBoth((language) => {
    const name = presetById(study.context)!.name[language];
    const months = Math.round(study.run.horizonDays / 21);
    const rest = more === undefined ? '' : language === 'en' ? `; ${more.en}` : `；${more.zh}`;
    return language === 'en'
      ? `${name}, ${study.reps} reps, ${months} months${rest}`
      : `${name}，${study.reps} 人，${months} 个月${rest}`;
  });
}

/** The table in Markdown, one language. */
export function tableOf(rows: readonly Row[], headings: Headings, language: Language): string {
  const cells = (list: readonly string[]): string => `| ${list.join(' | ')} |`;
  const head = Object.values(headings).map((one: Localised) => one[language]);
  const lines = rows.map((row) =>
    cells([
      row.study === null ? row.id : `[${row.id}](${row.study}.yaml)`,
      row.claim[language],
      row.setting[language],
      row.simulated[language],
      row.interval[language],
      row.replications === null ? '–' : String(row.replications),
      `**${row.verdict[language]}** ${row.why[language]}`,
    ]),
  );
  return [cells(head), cells(head.map(() => '---')), ...lines].join('\n');
}
