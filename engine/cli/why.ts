import type { Effect, Explanation, StepEffect } from '../experiment/index.ts';
import { formatDifference, type Language } from '../kernel/format.ts';
import { METRICS, type MetricUnit } from '../model/metrics.ts';
import { schemeById } from '../schemes/index.ts';
import type { NormalStudy } from '../study/index.ts';
import { type Align, textTable } from './text-table.ts';

const BAR = 12;

const WORDS = {
  en: {
    title: 'Why: what each step moved, added one at a time in this order',
    step: 'Step',
    leftOut: 'alone worth',
    hours: 'selling hours',
    leads: 'leads',
    total: 'all together',
    dropped: (name: string) => `${name}, dropped`,
    pay: 'pay plan',
    levers: 'lever changes',
    note: '“Alone worth” is what is lost when this step alone is left out. The steps add up to the total.',
  },
  zh: {
    title: '原因：按此顺序逐一加入，每一步改变了什么',
    step: '步骤',
    leftOut: '单独价值',
    hours: '销售工时',
    leads: '线索',
    total: '合计',
    dropped: (name: string) => `停用${name}`,
    pay: '薪酬方案',
    levers: '杠杆调整',
    note: '“单独价值”指只去掉这一步时的损失。各步相加等于合计。',
  },
} as const;

/** Columns beside the primary metric's own two. */
const BESIDE = ['selling-hours', 'leads', 'win-rate', 'cycle-days', 'satisfaction'];

/** The steps of every alternative as a waterfall of the primary metric, and what else they moved. */
export function whyText(
  study: NormalStudy,
  explanations: readonly Explanation[],
  nameOf: (alternative: string) => string,
  language: Language,
): string[] {
  const words = WORDS[language];
  const lines: string[] = [words.title, ''];
  for (const explanation of explanations) {
    if (explanation.steps.length === 0) continue;
    lines.push(`▸ ${nameOf(explanation.alternative)}`, ...waterfall(study, explanation, language), '');
  }
  lines.push(words.note);
  return lines;
}

function waterfall(study: NormalStudy, explanation: Explanation, language: Language): string[] {
  const words = WORDS[language];
  const primary = METRICS.some((m) => m.id === study.run.primary && explanation.total[m.id] !== undefined)
    ? study.run.primary
    : 'net-contribution';
  const widest = Math.max(
    ...explanation.steps.map((step) => Math.abs(step.added[primary]!.mean ?? 0)),
    Math.abs(explanation.total[primary]!.mean ?? 0),
    1e-12,
  );
  const row = (name: string, effects: Readonly<Record<string, Effect>>, leftOut: string): string[] => [
    name,
    bar(effects[primary]!.mean ?? 0, widest),
    show(effects[primary]!, unitOf(primary), study.currency, language),
    leftOut,
    ...BESIDE.map((id) => show(effects[id]!, unitOf(id), study.currency, language)),
  ];
  const head = [
    words.step,
    '',
    labelOf(primary, language),
    words.leftOut,
    ...BESIDE.map((id) => labelOf(id, language)),
  ];
  const rows = explanation.steps.map((step) =>
    row(
      stepName(step, language),
      step.added,
      show(step.leftOut[primary]!, unitOf(primary), study.currency, language),
    ),
  );
  rows.push(row(words.total, explanation.total, ''));
  const align: Align[] = head.map((_, i) => (i < 2 ? 'left' : 'right'));
  return textTable(head, rows, align);
}

/** Length by size; filled for a gain, hollow for a loss. */
function bar(value: number, widest: number): string {
  const length = Math.round((Math.abs(value) / widest) * BAR);
  return (value < 0 ? '░' : '█').repeat(length);
}

function stepName(step: StepEffect, language: Language): string {
  if (step.kind === 'pay' || step.kind === 'levers') return WORDS[language][step.kind];
  const name = schemeById(step.id)?.name[language] ?? step.id;
  return step.kind === 'dropped' ? WORDS[language].dropped(name) : name;
}

function unitOf(id: string): MetricUnit {
  return METRICS.find((metric) => metric.id === id)?.unit ?? 'ratio';
}

function labelOf(id: string, language: Language): string {
  if (id === 'selling-hours') return WORDS[language].hours;
  if (id === 'leads') return WORDS[language].leads;
  return METRICS.find((metric) => metric.id === id)!.name[language];
}

function show(effect: Effect, unit: MetricUnit, currency: string, language: Language): string {
  if (effect.mean === null) return '–';
  return effect.mean === 0 ? '0' : formatDifference(effect.mean, unit, currency, language);
}
