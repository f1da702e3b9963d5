import type { ComparisonResult, DifferenceResult, Result } from '../experiment/index.ts';
import { formatDifference, formatValue, type Language } from '../kernel/format.ts';
import { METRICS, type Metric } from '../model/metrics.ts';
import type { NormalStudy } from '../study/index.ts';
import { type Align, textTable, wrap } from './text-table.ts';

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

const COLUMNS = 100;

const WORDS = {
  en: {
    metric: 'Over the horizon',
    today: 'today',
    setting: (n: number, context: string, months: string) => `${n} reps · ${context} · ${months} months`,
    size: (r: number, d: number, stop: string) => `${r} replications over ${d} parameter draws; ${stop}.`,
    precision: 'stopped because the answer is as precise as asked',
    asked: 'as many as were asked for',
    budget: 'stopped at the largest number of draws allowed, before the precision asked was reached',
    confidence: (c: string) =>
      `Changes against today ± half of the ${c} confidence interval. ▲ better, ▼ worse, • changed, · not told apart from no change, = equal.`,
    warnings: {
      'precision-not-reached': 'The precision asked for was not reached: raise max-draws or ask for less.',
      'few-draws': 'Fewer than 10 parameter draws: the intervals are rough.',
      'pairing-hurts': (id: string) =>
        `${id}: the shared random numbers made this comparison noisier, not sharper; read its interval with care.`,
    },
  },
  zh: {
    metric: '整个期间',
    today: '现状',
    setting: (n: number, context: string, months: string) => `${n} 名销售 · ${context} · ${months} 个月`,
    size: (r: number, d: number, stop: string) => `${d} 组参数抽样，共 ${r} 次模拟；${stop}。`,
    precision: '已达到要求的精度而停止',
    asked: '已达到指定次数',
    budget: '抽样次数已用完，尚未达到要求的精度',
    confidence: (c: string) =>
      `数字为相对现状的变化 ± ${c} 置信区间的一半。▲ 更好，▼ 更差，• 有变化，· 与无变化无法区分，= 完全相同。`,
    warnings: {
      'precision-not-reached': '未达到要求的精度：请提高 max-draws 或放宽要求。',
      'few-draws': '参数抽样少于 10 组：区间较粗略。',
      'pairing-hurts': (id: string) => `${id}：共用随机数反而使这一比较更嘈杂，请谨慎看待其区间。`,
    },
  },
} as const;

/** The comparison as a reader of a terminal wants it: what was run, a verdict per alternative, the table. */
export function comparisonText(study: NormalStudy, result: Result, language: Language, all: boolean): string {
  const words = WORDS[language];
  const lines: string[] = [result.study.title];
  const months = (study.run.horizonDays / 21).toFixed(study.run.horizonDays % 21 === 0 ? 0 : 1);
  lines.push(words.setting(study.reps, study.context, months));
  const fixed = study.run.minDraws === study.run.maxDraws;
  const stop = fixed ? words.asked : result.run.stoppedBy === 'precision' ? words.precision : words.budget;
  lines.push(words.size(result.run.replications, result.run.draws, stop), '');
  for (const comparison of result.comparisons) {
    lines.push(`▸ ${nameOf(study, comparison.alternative)}`);
    lines.push(...wrap(language === 'zh' ? comparison.verdictZh : comparison.verdict, COLUMNS, '  '), '');
  }
  lines.push(...table(study, result, language, all), '');
  const confidence = `${Number((study.run.confidence * 100).toFixed(2))} %`;
  lines.push(...wrap(words.confidence(confidence), COLUMNS));
  for (const warning of result.warnings)
    lines.push(...wrap(`⚠ ${warningText(warning, study, language)}`, COLUMNS));
  return lines.join('\n');
}

function nameOf(study: NormalStudy, id: string): string {
  return study.alternatives.find((one) => one.id === id)?.name ?? id;
}

function warningText(warning: string, study: NormalStudy, language: Language): string {
  const words = WORDS[language].warnings;
  const [code, id] = warning.split(':');
  if (code === 'pairing-hurts') return words['pairing-hurts'](nameOf(study, id!));
  return code === 'few-draws' ? words['few-draws'] : words['precision-not-reached'];
}

function table(study: NormalStudy, result: Result, language: Language, all: boolean): string[] {
  const words = WORDS[language];
  const metrics = METRICS.filter(
    (metric) => all || SHORT.includes(metric.id) || metric.id === study.run.primary,
  );
  const head = [words.metric, words.today, ...result.comparisons.map((c) => c.alternative)];
  const rows = metrics.map((metric) => [
    metric.name[language],
    level(result.alternatives[0]!.metrics[metric.id]!.mean, metric, study.currency, language),
    ...result.comparisons.map((c) => change(c, metric, study.currency, language)),
  ]);
  const align: Align[] = head.map((_, i) => (i === 0 ? 'left' : 'right'));
  return textTable(head, rows, align);
}

function level(mean: number | null, metric: Metric, currency: string, language: Language): string {
  return mean === null ? '–' : formatValue(mean, metric.unit, currency, language);
}

function change(c: ComparisonResult, metric: Metric, currency: string, language: Language): string {
  const d = c.metrics[metric.id]!;
  if (d.mean === null) return '–';
  const [low, high] = d.interval;
  if (d.mean === 0 && low === 0 && high === 0) return '0 =';
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
