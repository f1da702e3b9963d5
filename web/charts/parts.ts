import { horizonText, paybackText } from '../../engine/experiment/said.ts';
import { formatDifference, formatRange, type Language } from '../../engine/kernel/format.ts';
import type { RunDifference, RunResult } from '../contract/index.ts';

const WORDS = {
  en: {
    title: 'Net value and its parts',
    head: (span: string) => [
      'Alternative',
      'Net value',
      `Net contribution in ${span}`,
      'Worth of customers and open deals at the end',
      'Payback time',
    ],
    about: (confidence: string) =>
      `Changes against today, with their ${confidence} confidence intervals; the first is the sum of the next two. Payback: the month from which the mean course of net contribution since the start is at least today’s and stays so; 0 where it never falls behind.`,
  },
  zh: {
    title: '净价值及其组成',
    head: (span: string) => ['备选', '净价值', `${span}内净贡献`, '期末客户与在途商机的价值', '回本时间'],
    about: (confidence: string) =>
      `数字为相对现状的变化及其 ${confidence} 置信区间；第一列为后两列之和。回本：自起算累计净贡献的平均走势不再低于现状的月份；从未低于现状者为 0。`,
  },
} as const;

/** Primary metrics that are told with both parts of net value. */
const OF_VALUE = ['net-value', 'net-contribution'];

/** A change and its interval, apart. */
export interface PartCell {
  readonly mean: string;
  readonly range: string;
}

/** Net value, what of it comes within the horizon and what is there at its end, and the payback time, by alternative. */
export interface PartsTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly alternative: string;
    readonly cells: readonly PartCell[];
    readonly payback: string;
  }[];
  readonly about: string;
}

/** Null where the run is judged by another figure, or by an engine that knew no parts. */
export function partsTable(
  result: RunResult,
  run: {
    readonly primary: string;
    readonly currency: string;
    readonly horizonDays: number;
    readonly confidence: number;
  },
  language: Language,
): PartsTable | null {
  if (!OF_VALUE.includes(run.primary) || result.comparisons.length === 0) return null;
  const words = WORDS[language];
  const cell = (d: RunDifference): PartCell => ({
    mean:
      d.mean === null ? '–' : d.tied === 1 ? '0' : formatDifference(d.mean, 'money', run.currency, language),
    range: d.interval[0] === null ? '' : formatRange(d.interval, 'money', run.currency, language),
  });
  const rows = result.comparisons.flatMap(({ alternative, metrics, parts, payback }) =>
    parts === undefined
      ? []
      : [
          {
            alternative,
            cells: [metrics['net-value']!, parts.inside, parts.atEnd].map(cell),
            payback: paybackText(payback ?? null, language),
          },
        ],
  );
  const confidence = `${Number((run.confidence * 100).toFixed(2))} %`;
  const head = words.head(horizonText(run.horizonDays, language));
  return rows.length === 0 ? null : { title: words.title, head, rows, about: words.about(confidence) };
}
