import type { ComparisonResult, DifferenceResult, Result } from '../experiment/index.ts';
import { formatDifference, formatValue, type Language } from '../kernel/format.ts';
import { METRICS, type Metric } from '../model/metrics.ts';
import type { NormalStudy } from '../study/index.ts';
import { type Align, textTable, width, wrap } from './text-table.ts';

/** Metrics of the short table: money first, then what the field watches. `--all` shows every metric. */
const SHORT = [
  'net-contribution',
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
    metric: 'Over the horizon',
    today: 'today',
    setting: (n: number, context: string, months: string) => `${n} reps · ${context} · ${months} months`,
    size: (r: number, d: number, stop: string) => `${r} replications over ${d} parameter draws; ${stop}.`,
    stop: {
      decided: 'stopped because every verdict is decided',
      precision: 'stopped because the differences are as precise as asked',
      budget: 'stopped at the largest number of draws allowed, before every verdict was decided or precise',
      fixed: 'as many as were asked for',
      unfinished: 'not finished',
    },
    parts: (unknown: string, chance: string, times: string) =>
      `(Of the uncertainty about how one firm would fare, ${unknown} is what we do not know and ${chance} is chance; sharing the luck between both sides was worth ${times} times the replications.)`,
    paired: (times: string) =>
      `(Sharing the luck between both sides was worth ${times} times the replications.)`,
    confidence: (c: string) =>
      `Changes against today ± half of the ${c} confidence interval. ▲ better, ▼ worse, • changed, · not told apart from no change, = equal.`,
    warnings: {
      'precision-not-reached':
        'Not every verdict is decided, nor its change as precise as asked: allow more draws, or ask for less.',
      'few-draws': 'Fewer than 10 parameter draws: the intervals are rough.',
      'earns-later':
        'Contracts signed in this horizon go on earning after it, and that is not in net contribution: look at bookings and lifetime value too, or simulate longer.',
      'pairing-hurts': (id: string) =>
        `${id}: the shared random numbers made this comparison noisier, not sharper; read its interval with care.`,
    },
  },
  zh: {
    metric: '整个期间',
    today: '现状',
    setting: (n: number, context: string, months: string) => `${n} 名销售 · ${context} · ${months} 个月`,
    size: (r: number, d: number, stop: string) => `${d} 组参数抽样，共 ${r} 次模拟；${stop}。`,
    stop: {
      decided: '各项结论均已明确而停止',
      precision: '差异已达到要求的精度而停止',
      budget: '抽样次数已用完，仍有结论未明确、精度未达到',
      fixed: '已达到指定次数',
      unfinished: '尚未结束',
    },
    parts: (unknown: string, chance: string, times: string) =>
      `（单个公司结果的不确定性中，${unknown} 来自未知，${chance} 来自偶然；双方共用随机数相当于把模拟次数放大 ${times} 倍。）`,
    paired: (times: string) => `（双方共用随机数相当于把模拟次数放大 ${times} 倍。）`,
    confidence: (c: string) =>
      `数字为相对现状的变化 ± ${c} 置信区间的一半。▲ 更好，▼ 更差，• 有变化，· 与无变化无法区分，= 完全相同。`,
    warnings: {
      'precision-not-reached': '仍有结论未明确，变化也未达到要求的精度：请增加抽样次数，或放宽要求。',
      'few-draws': '参数抽样少于 10 组：区间较粗略。',
      'earns-later':
        '期间内签下的合同在期后仍会产生收入，未计入净贡献：请同时查看签约额与客户生命周期价值，或延长模拟期间。',
      'pairing-hurts': (id: string) => `${id}：共用随机数反而使这一比较更嘈杂，请谨慎看待其区间。`,
    },
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
  const stop = words.stop[result.run.stoppedBy];
  lines.push(words.size(result.run.replications, result.run.draws, stop), '');
  for (const comparison of result.comparisons) {
    lines.push(`▸ ${nameOf(study, comparison.alternative, language)}`);
    lines.push(...wrap(language === 'zh' ? comparison.verdictZh : comparison.verdict, COLUMNS, '  '));
    lines.push(...wrap(parts(comparison.metrics[study.run.primary]!, language), COLUMNS, '  '), '');
  }
  lines.push(...tables(study, result, language, all, columns), '');
  const confidence = `${Number((study.run.confidence * 100).toFixed(2))} %`;
  lines.push(...wrap(words.confidence(confidence), COLUMNS));
  for (const { text } of result.alarms) lines.push(...wrap(`⚠ ${text[language]}`, COLUMNS));
  for (const warning of result.warnings)
    if (!result.alarms.some(({ code }) => code === warning))
      lines.push(...wrap(`⚠ ${warningText(warning, study, language)}`, COLUMNS));
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

function warningText(warning: string, study: NormalStudy, language: Language): string {
  const words = WORDS[language].warnings;
  const [code, id] = warning.split(':');
  if (code === 'pairing-hurts') return words['pairing-hurts'](nameOf(study, id!, language));
  return words[code as 'few-draws' | 'earns-later' | 'precision-not-reached'];
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
    const head = [words.metric, words.today, ...list.map((c) => c.alternative)];
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
  const [low, high] = d.interval;
  if (d.tied === 1) return '0 =';
  const mean = formatDifference(d.mean, metric.unit, currency, language);
  if (low === null || high === null) return mean;
  const half = formatDifference((high - low) / 2, metric.unit, currency, language).replace('+', '');
  return `${mean} ±${half} ${mark(d, metric)}`;
}

function mark(d: DifferenceResult, metric: Metric): string {
  const [low, high] = d.interval as [number, number];
  if (low <= 0 && high >= 0) return '·';
  if (metric.better === 'none') return '•';
  return (metric.better === 'higher') === low > 0 ? '▲' : '▼';
}
