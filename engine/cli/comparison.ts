import {
  type ComparisonResult,
  type DifferenceResult,
  horizonText,
  inBrackets,
  MARKS,
  markOf,
  paybackText,
  type Result,
  sizeText,
  warningText,
} from '../experiment/index.ts';
import { counted, formatDifference, formatRange, formatValue, type Language } from '../kernel/format.ts';
import { METRICS, type Metric } from '../model/metrics.ts';
import type { NormalStudy } from '../study/index.ts';
import { type Align, textTable, width, wrap } from './text-table.ts';

/** Metrics of the short table: net value and its parts, money, then what the field watches. `--all` shows every metric. */
const SHORT = [
  'net-value',
  'net-contribution',
  'customer-equity',
  'pipeline-value',
  'bookings',
  'revenue',
  'gross-margin',
  'pay-cost',
  'scheme-cost',
  'attainment',
  'reps-at-quota',
  'follow-up-conversion',
  'win-rate',
  'cycle-days',
  'churn',
  'ltv',
  'satisfaction',
  'rep-turnover',
];

/** Columns of a paragraph, and of a table where the terminal does not say how wide it is. */
const COLUMNS = 100;

const WORDS = {
  en: {
    metric: (span: string) => `In ${span}`,
    payback: 'Payback time',
    today: 'today',
    setting: (n: number, context: string, months: string) =>
      `${counted(n, 'rep')} · ${context} · ${counted(months, 'month')}`,
    parts: (unknown: string, chance: string, times: string) =>
      `(Of the uncertainty about how one firm would fare, ${unknown} is what we do not know and ${chance} is chance; sharing the luck between both sides was worth ${times} times the replications.)`,
    paired: (times: string) =>
      `(Sharing the luck between both sides was worth ${times} times the replications.)`,
    confidence: (c: string) =>
      `Changes against today, with the ${c} confidence interval. ▲ better, ▼ worse, • changed, ≈ sure but too small to matter, · not told apart from no change, = equal.`,
  },
  zh: {
    metric: (span: string) => `${span}内`,
    payback: '回本时间',
    today: '现状',
    setting: (n: number, context: string, months: string) => `${n} 名销售 · ${context} · ${months} 个月`,
    parts: (unknown: string, chance: string, times: string) =>
      `（单个公司结果的不确定性中，${unknown} 来自未知，${chance} 来自偶然；双方共用随机数相当于把模拟次数放大 ${times} 倍。）`,
    paired: (times: string) => `（双方共用随机数相当于把模拟次数放大 ${times} 倍。）`,
    confidence: (c: string) =>
      `数字为相对现状的变化及其 ${c} 置信区间。▲ 变好，▼ 变差，• 有变化，≈ 确有变化但小到无关紧要，· 与无变化分不开，= 相等。`,
  },
} as const;

/** The comparison as a reader of a terminal wants it: what was run, a verdict per alternative, the table. */
export function comparisonText(
  study: NormalStudy,
  result: Result,
  language: Language,
  all: boolean,
  columns: number = COLUMNS,
): string {
  const words = WORDS[language];
  const lines: string[] = [study.title[language]];
  const months = (study.run.horizonDays / 21).toFixed(study.run.horizonDays % 21 === 0 ? 0 : 1);
  lines.push(words.setting(study.reps, study.context, months));
  lines.push(sizeText(result.run, language), '');
  for (const comparison of result.comparisons) {
    lines.push(`▸ ${nameOf(study, comparison.alternative, language)}`);
    lines.push(...wrap(language === 'zh' ? comparison.verdictZh : comparison.verdict, COLUMNS, '  '));
    lines.push(...wrap(parts(comparison.metrics[study.run.primary]!, language), COLUMNS, '  '), '');
  }
  lines.push(...tables(study, result, language, all, columns), '');
  const confidence = `${Number((study.run.confidence * 100).toFixed(2))} %`;
  lines.push(...wrap(words.confidence(confidence), COLUMNS));
  const name = (id: string): string => nameOf(study, id, language);
  for (const warning of alarmsFirst(result))
    lines.push(...wrap(`⚠ ${warningText(result, warning, name, language)}`, COLUMNS));
  return lines.join('\n');
}

/** How a single year's variance splits, and what the pairing saved; nothing for a change that changes nothing. */
function parts(d: DifferenceResult, language: Language): string {
  const { ignoranceShare, varianceReduction } = d;
  const words = WORDS[language];
  if (varianceReduction === null || d.tied === 1) return '';
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const times = String(Number(varianceReduction.toPrecision(2)));
  return ignoranceShare === null
    ? words.paired(times)
    : words.parts(percent(ignoranceShare), percent(1 - ignoranceShare), times);
}

/** An alternative's name for people, or its id. */
export function nameOf(study: NormalStudy, id: string, language: Language): string {
  return study.alternatives.find((one) => one.id === id)?.name?.[language] ?? id;
}

/** Sanity alarms, then what else a result warns of. */
function alarmsFirst({ alarms, warnings }: Result): string[] {
  const codes = alarms.map(({ code }) => code);
  return [...codes, ...warnings.filter((one) => !codes.includes(one))];
}

/** One table, or several one below the other when the alternatives do not fit side by side. */
function tables(
  study: NormalStudy,
  result: Result,
  language: Language,
  all: boolean,
  columns: number,
): string[] {
  const words = WORDS[language];
  const metrics = METRICS.filter((one) => all || SHORT.includes(one.id) || one.id === study.run.primary);
  const today = metrics.map((metric) =>
    level(result.alternatives[0]!.metrics[metric.id]!.mean, metric, study.currency, language),
  );
  const blocks: string[][] = [];
  let block: ComparisonResult[] = [];
  const draw = (list: readonly ComparisonResult[]): string[] => {
    const rows = metrics.map((metric, i) => [
      metric.name[language],
      today[i]!,
      ...list.map((c) => change(c, metric, study.currency, language)),
    ]);
    // Behind the money it is about.
    const behind = metrics.findIndex((metric) => metric.id === 'pipeline-value') + 1;
    rows.splice(behind, 0, [words.payback, '', ...list.map((c) => paybackText(c.payback, language))]);
    const head = [
      words.metric(horizonText(study.run.horizonDays, language)),
      words.today,
      ...list.map((c) => c.alternative),
    ];
    const align: Align[] = head.map((_, i) => (i === 0 ? 'left' : 'right'));
    return textTable(head, rows, align);
  };
  for (const comparison of result.comparisons) {
    // The rule below the head is as wide as the table.
    if (block.length > 0 && width(draw([...block, comparison])[1]!) > columns) {
      blocks.push(draw(block));
      block = [];
    }
    block.push(comparison);
  }
  blocks.push(draw(block));
  return blocks.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

function level(mean: number | null, metric: Metric, currency: string, language: Language): string {
  return mean === null ? '–' : formatValue(mean, metric.unit, currency, language);
}

function change(c: ComparisonResult, metric: Metric, currency: string, language: Language): string {
  const d = c.metrics[metric.id]!;
  if (d.mean === null) return '–';
  const mark = MARKS[markOf(d, metric.better, c.worthSaying.includes(metric.id))];
  if (d.tied === 1) return `0 ${mark}`;
  const mean = formatDifference(d.mean, metric.unit, currency, language);
  if (d.interval[0] === null || d.interval[1] === null) return mean;
  const ends = formatRange(d.interval, metric.unit, currency, language);
  return `${mean}${inBrackets(ends, language)} ${mark}`;
}
