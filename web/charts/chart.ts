import type { Language } from '../../engine/kernel/format.ts';
import type { ChartData } from '../contract/charts.ts';

/** A Vega-Lite specification: plain data. */
export type Spec = Readonly<Record<string, unknown>>;

/** How and for whom a chart is drawn. */
export interface View {
  readonly language: Language;
  readonly theme: 'light' | 'dark';
  /** Room for the whole chart, in pixels. */
  readonly width: number;
  /** The change looked at where a chart shows one: position among the changes, from 0. */
  readonly change: number;
  /** Metric of the charts that show one. */
  readonly metric: string;
  /** Monthly figure of the fan chart. */
  readonly figure: string;
  /** Yearly budget for the cost of selling; null takes what today's costs on average. */
  readonly budget: number | null;
}

/** What a chart says, as a table. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart ready to be drawn, read aloud, read as a table, and asked what it is. */
export interface Chart {
  readonly id: string;
  /** Says what it shows. */
  readonly title: string;
  /** The same in words, with the figures that matter: its text alternative. */
  readonly words: string;
  readonly spec: Spec;
  readonly table: Table;
  /** Definition, formula, uncertainty and assumption, a paragraph each. */
  readonly about: readonly string[];
}

/** Makes a chart of a run's data; null where the run has nothing to show in it. */
export type ChartMaker = (data: ChartData, view: View) => Chart | null;

/** Name of an alternative, the baseline at 0. */
export function nameOf(data: ChartData, alternative: number, language: Language): string {
  return data.alternatives[alternative]?.name[language] ?? '';
}
