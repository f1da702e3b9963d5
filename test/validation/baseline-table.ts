import { GRADES, modeOf, type Quantity } from '../../engine/kernel/quantity.ts';
import { METRICS } from '../../engine/model/metrics.ts';
import { sourceNote } from '../../engine/study/evidence.ts';
import { PARAMETER } from '../../engine/study/parameters.ts';
import type { Preset } from '../../engine/study/presets/contract.ts';
import { FIGURES, type Target } from '../../engine/study/presets/figures.ts';
import type { Baseline } from './baseline.ts';

/** A target held against what was simulated. */
export interface Row {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly unit: string;
  readonly target: Target;
  readonly mean: number;
  readonly error: number;
  readonly hit: boolean;
}

/** Names and units of everything that a target may name. */
const NAMED = new Map(
  [...METRICS, ...FIGURES].map((one) => [one.id, { unit: one.unit as string, ...one.name }]),
);

/** Every target of a preset against a simulated baseline. Throws where a target names nothing that is simulated. */
export function rowsOf(preset: Preset, baseline: Baseline): Row[] {
  return Object.entries(preset.targets).map(([id, target]) => {
    const named = NAMED.get(id);
    const simulated = baseline.get(id);
    if (named === undefined || simulated === undefined)
      throw new Error(`${preset.id}: target ${id} is not simulated`);
    const hit = simulated.mean >= target.range[0] && simulated.mean <= target.range[2];
    return { id, en: named.en, zh: named.zh, unit: named.unit, target, ...simulated, hit };
  });
}

/** A figure with as many digits as its size deserves. */
export function shown(value: number, unit: string): string {
  if (unit === 'share') return `${(100 * value).toFixed(Math.abs(value) < 0.02 ? 2 : 1)} %`;
  if (Math.abs(value) >= 1000) return grouped(value);
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return String(Number(value.toPrecision(3)));
}

/** Three significant digits, thousands apart. */
function grouped(value: number): string {
  return String(Number(value.toPrecision(3))).replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** A note in English and then in Chinese, once where both are the same. */
function noted(source: string): string {
  const { en, zh } = sourceNote(source);
  return en === zh ? en : `${en} · ${zh}`;
}

/** Inputs whose published range the preset keeps, with the value that the baseline takes. */
function inputsOf(preset: Preset): string[] {
  const lines: string[] = [];
  const line = (name: string, value: Quantity, unit: string, evidence: string): void => {
    if (typeof value === 'number' || !('mode' in value)) return;
    const range = [value.low, value.mode, value.high].map((x) => shown(x, unit)).join(' – ');
    lines.push(`| ${name} | ${range} | ${shown(modeOf(value), unit)} | ${evidence} |`);
  };
  line('Seats 席位', preset.reps, 'count', 'assumed 假设');
  for (const [id, { value, evidence }] of Object.entries(preset.scalars)) {
    const parameter = PARAMETER.get(id)!;
    const name = `${parameter.name.en} ${parameter.name.zh}`;
    line(
      name,
      value,
      parameter.unit,
      `${evidence.grade} ${GRADES[evidence.grade].zh}: ${noted(evidence.source)}`,
    );
  }
  return lines;
}

/** One context's section of the document. */
export function sectionOf(
  preset: Preset,
  baseline: Baseline,
  replications: number,
  warmupDays: number,
): string {
  const rows = rowsOf(preset, baseline);
  const lines = rows.map((row) => {
    const [low, mode, high] = row.target.range.map((x) => shown(x, row.unit));
    const simulated = `${shown(row.mean, row.unit)} ± ${shown(row.error, row.unit)}`;
    const kind = row.target.input ? 'input 输入' : 'outcome 结果';
    const verdict = row.hit ? 'inside 命中' : '**outside 偏离**';
    return `| ${row.en} ${row.zh} | ${low} – ${mode} – ${high} | ${simulated} | ${kind} | ${verdict} | ${noted(row.target.source)} |`;
  });
  const drift = (id: string): string => shown(baseline.get(`drift:${id}`)?.mean ?? 0, 'share');
  const outcomes = rows.filter((row) => !row.target.input);
  const inside = outcomes.filter((row) => row.hit).length;
  return [
    `## ${preset.name.en} ${preset.name.zh} (\`${preset.id}\`)`,
    '',
    `${replications} replications, ${warmupDays} workdays of warm-up. Outcomes inside: ${inside} of ${outcomes.length}. 结果命中 ${inside}/${outcomes.length}。`,
    `Mean attainment 平均达成率 ${shown(baseline.get('attainment')?.mean ?? Number.NaN, 'share')}. Drift over the year 年内漂移: customers 客户 ${drift('customers')}, open pipeline 在途商机 ${drift('pipeline')}.`,
    '',
    '| Row 指标 | Published: low – mode – high 公开区间 | Simulated ± standard error 模拟值 ± 标准误 | Kind 性质 | Verdict 判定 | Source 来源 |',
    '|---|---|---|---|---|---|',
    ...lines,
    '',
    '| Stage 阶段 | Stated: passed, median days 给定：通过率、中位天数 | Simulated: passed, mean days 模拟：通过率、平均天数 |',
    '|---|---|---|',
    ...preset.stages.map((stage) => {
      const simulated = (what: string): number =>
        baseline.get(`stage:${stage.id}:${what}`)?.mean ?? Number.NaN;
      const stated = `${shown(modeOf(stage.conversion), 'share')}, ${shown(modeOf(stage.days), 'days')}`;
      const found = `${shown(simulated('passed'), 'share')}, ${shown(simulated('days'), 'days')}`;
      return `| ${stage.name.en} ${stage.name.zh} | ${stated} | ${found} |`;
    }),
    '',
    '| Input with a published range 有公开区间的输入 | Low – mode – high | Used 采用 | Evidence 依据 |',
    '|---|---|---|---|',
    ...inputsOf(preset),
    '',
  ].join('\n');
}
