/** The data behind a run's charts, in aggregates. */
import { drivers, type Explanation, type Result } from '../../../engine/experiment/index.ts';
import { checkTable, readFinished, type Units } from '../../../engine/results/index.ts';
import { layoutOf } from '../../../engine/run/index.ts';
import { schemeById } from '../../../engine/schemes/index.ts';
import type { NormalStudy } from '../../../engine/study/index.ts';
import type { ChartData } from '../../contract/charts.ts';
import { costs, stages, tiers, years } from './business.ts';
import { minus } from './distribution.ts';
import { type Gathered, gatherUnits } from './gather.ts';
import { metricCharts } from './metrics.ts';
import { monthCharts, retention } from './months.ts';
import { Turns } from './pause.ts';
import { payCharts } from './pay.ts';
import { people } from './people.ts';
import { gatherTables, READ } from './read-tables.ts';
import { attainment, winners } from './reps.ts';
import { together } from './together.ts';

/** Numbers that a tornado shows at most. */
const MOST_DRIVERS = 12;

/** A result, with the explanation of a run that was asked for one. */
export type ExplainedResult = Result & { readonly explanations?: readonly Explanation[] };

/** A run whose draws can be read, finished or not. */
export interface ChartSource {
  readonly study: NormalStudy;
  readonly result: ExplainedResult;
  readonly units: Units;
}

/** Share of the work that reading a run's tables is. */
const READING = 0.4;

/**
 * Chart data of a finished run.
 *
 * @param onShare told again and again what share of it is done
 * @throws Failure `run-missing`, `run-damaged`
 */
export async function chartsOfRun(
  dir: string,
  onShare: (share: number) => void = () => {},
): Promise<ChartData> {
  const run = readFinished(dir);
  const study = run.study as NormalStudy;
  const { draws, replicationsPerDraw, alternatives } = run.manifest.counts;
  const shape = {
    draws,
    replicationsPerDraw,
    alternatives: study.alternatives.length,
    layout: layoutOf(study),
  };
  for (const table of READ) checkTable(run, table);
  const gathered = await gatherTables(run.dir, shape, alternatives, (share) => onShare(READING * share));
  return charts(study, run.result as ExplainedResult, gathered);
}

/** Chart data of draws wherever they are kept; the result must be of the same draws. */
export async function chartsOf({ study, result, units }: ChartSource): Promise<ChartData> {
  return charts(study, result, await gatherUnits(units, study.alternatives.length));
}

async function charts(study: NormalStudy, result: ExplainedResult, run: Gathered): Promise<ChartData> {
  const turns = new Turns();
  const n = study.alternatives.length;
  const { horizonDays, primary, confidence } = study.run;
  const all = study.alternatives.map((_, a) => a);
  const changes = all.slice(1);
  const deciding: ChartData['drivers'] = [];
  for (const a of changes) {
    const differences = minus(run.figure(a, primary), run.figure(0, primary));
    deciding.push(drivers(study, a, differences, confidence).slice(0, MOST_DRIVERS));
    await turns.rest();
  }
  const won: ChartData['winners'] = [];
  for (const a of changes) {
    won.push(winners(run, a, horizonDays));
    await turns.rest();
  }
  return rounded({
    schema: 1,
    title: study.title,
    context: study.context,
    currency: study.currency,
    reps: study.reps,
    horizonDays,
    confidence,
    primary,
    draws: run.draws,
    replications: run.replications,
    detailReplications: run.detailed,
    alternatives: study.alternatives.map(({ id, name }, a) => ({
      id,
      name: name ?? (a === 0 ? { en: 'Today', zh: '现状' } : { en: id, zh: id }),
    })),
    metrics: await metricCharts(run, result),
    months: await monthCharts(run, n),
    cost: await costs(run, n, study),
    years: years(run, n, horizonDays),
    reachedQuota: attainment(run, n, horizonDays),
    winners: won,
    people: people(run, study),
    pay: payCharts(
      result,
      study.alternatives.map(({ id }) => id),
      horizonDays,
    ),
    stages: stages(run, n, study),
    tiers: tiers(run, n, horizonDays),
    retention: all.map((a) => retention(run, a)),
    drivers: deciding,
    together: together(run, study),
    why: result.explanations === undefined ? null : result.explanations.map((one) => why(one, study)),
  });
}

/** Six digits are more than any chart shows, and half as long to send. */
function rounded(data: ChartData): ChartData {
  const short = (_: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
  return JSON.parse(JSON.stringify(data, short)) as ChartData;
}

/** An explanation's primary metric, step by step. */
function why(explanation: Explanation, study: NormalStudy): NonNullable<ChartData['why']>[number] {
  const id = explanation.total[study.run.primary] === undefined ? 'net-contribution' : study.run.primary;
  const effect = (
    of: Explanation['total'],
  ): { mean: number | null; interval: [number | null, number | null] } => {
    const { mean, interval } = of[id]!;
    return { mean, interval: [...interval] };
  };
  return {
    alternative: explanation.alternative,
    steps: explanation.steps.map((step) => ({
      id: step.id,
      kind: step.kind,
      name: stepName(step),
      added: effect(step.added),
      leftOut: effect(step.leftOut),
    })),
    total: effect(explanation.total),
  };
}

function stepName(step: Explanation['steps'][number]): { en: string; zh: string } {
  if (step.kind === 'pay') return { en: 'Pay plan', zh: '薪酬方案' };
  if (step.kind === 'levers') return { en: 'Lever changes', zh: '杠杆调整' };
  const name = schemeById(step.id)?.name ?? { en: step.id, zh: step.id };
  return step.kind === 'dropped' ? { en: `${name.en}, dropped`, zh: `停用${name.zh}` } : name;
}
