import type { Localised } from '../../../engine/kernel/quantity.ts';
import { metric } from './counts.ts';
import { type Measure, relative } from './measure.ts';
import type { Band } from './verdict.ts';

/** One thing that a publication says and the simulator can be asked. */
export interface Statement {
  readonly text: Localised;
  /** The figure as published, or what it says without one. */
  readonly published: Localised;
  readonly measure: Measure;
  /** Null for what is reported beside the finding and not judged. */
  readonly band: Band | null;
  /** Half-width of the interval at which the simulation may stop, in the measure's terms. */
  readonly within: number;
  /** Why it falls short, told if it does. */
  readonly shortfall?: Localised;
}

/**
 * A published experiment or field study, simulated. To add one: a study in scenarios/published, and a finding in one of
 * the lists that all.ts gathers.
 */
export interface Finding {
  readonly id: string;
  /** Calibration rows were in view when the model's numbers were set: agreeing with them proves nothing. */
  readonly use: 'validation' | 'calibration';
  /** File in scenarios/published, without its ending. */
  readonly study: string;
  /** Other files there that are run beside it, under the same luck; measures call their alternatives “file/alternative”. */
  readonly beside?: readonly string[];
  readonly source: Localised;
  /** What is compared in the simulator. */
  readonly experiment: Localised;
  /** What keeps the row from being an independent test, or the setting from being that of the publication. */
  readonly caveat: Localised;
  readonly statements: readonly Statement[];
}

/** A text in both languages. */
export const text = (en: string, zh: string): Localised => ({ en, zh });

/** A statement in the order of the page's columns. */
export function said(
  en: string,
  zh: string,
  published: Localised,
  measure: Measure,
  band: Band | null,
  within: number,
  shortfall?: Localised,
): Statement {
  const base = { text: { en, zh }, published, measure, band, within };
  return shortfall === undefined ? base : { ...base, shortfall };
}

const NOT_TOLD = text('not told', '未报告');

/** What is told of a change beside the finding: metrics by the names of their rows. */
const BESIDE = {
  revenue: { metric: 'revenue', text: text('Revenue', '收入') },
  pay: { metric: 'pay-cost', text: text('Pay', '薪酬成本') },
  net: { metric: 'net-contribution', text: text('Net contribution', '净贡献') },
} as const;

function beside(which: keyof typeof BESIDE, alternative: string, within: number, arm?: Localised): Statement {
  const { metric: id, text: row } = BESIDE[which];
  const change = relative(alternative, 'baseline', metric(id));
  return arm === undefined
    ? said(row.en, row.zh, NOT_TOLD, change, null, within)
    : said(`${arm.en}: ${row.en.toLowerCase()}`, `${arm.zh}：${row.zh}`, NOT_TOLD, change, null, within);
}

/** What a change does to pay and to what is left; `arm` tells it from others of the study. */
export function money(alternative: string, within: number, arm?: Localised): Statement[] {
  return [beside('pay', alternative, within, arm), beside('net', alternative, within, arm)];
}

/** The same with revenue, where the finding is on something else. */
export function accounts(alternative: string, within: number, arm?: Localised): Statement[] {
  return [beside('revenue', alternative, within, arm), ...money(alternative, within, arm)];
}
