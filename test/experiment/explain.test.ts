import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Compared,
  compare,
  type ExplainPlan,
  type Explanation,
  explainStudy,
  explanations,
  summarise,
} from '../../engine/experiment/index.ts';
import { InlineRunner } from '../../engine/run/inline.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { type NormalStudy, readStudy } from '../../engine/study/index.ts';

const TEXT = `schemelab: 1
context: b2b-saas
company: { reps: 6, teams: 2 }
baseline: { plan-type: structured }
alternatives:
  mix:
    plan-type: agile
    pay: { extends: baseline, accelerator: 2 }
    levers: [{ lever: leakage, shift: -80% }]
  pay-only: { pay: { extends: baseline, cap: 150% } }
  nothing: {}
run: { horizon: 4 months, warm-up: 63 days, replications: 16, replications-per-draw: 2, seed: why }
`;

const identity = { engine: 'test', hash: 'test' };
let study: NormalStudy;
let plan: ExplainPlan;
let compared: Compared;
let result: Explanation[];

beforeAll(async () => {
  study = readStudy('why.yaml', { read: (file) => ({ file, text: TEXT }) });
  plan = explainStudy(study);
  const layout = layoutOf(study);
  compared = await compare(plan.study, new InlineRunner(), layout, { judged: study.alternatives.length });
  result = explanations(plan, compared, layout);
});

describe('an explanation', () => {
  test('takes practices first, in the order of the catalogue, then levers, then pay', () => {
    expect(result.map((one) => one.steps.map(({ id, kind }) => `${kind} ${id}`))).toEqual([
      ['dropped structured', 'practice agile', 'levers levers', 'pay pay'],
      ['pay pay'],
      [],
    ]);
  });

  test('changes no number of the study itself', async () => {
    const alone = await compare(study, new InlineRunner(), layoutOf(study));
    expect(summarise(study, compared, identity)).toEqual(summarise(study, alone, identity));
  });

  test('adds up: what the steps added is the whole difference, for every figure', () => {
    for (const { steps, total } of result.filter((one) => one.steps.length > 0)) {
      for (const [id, { mean }] of Object.entries(total)) {
        const sum = steps.reduce((so, step) => so + step.added[id]!.mean!, 0);
        expect(Math.abs(sum - mean!), id).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(mean!)));
      }
    }
  });

  test('agrees with the comparison, and a step alone is worth the whole', () => {
    const { comparisons } = summarise(study, compared, identity);
    result.forEach((one, i) => {
      expect(one.total['net-contribution']!.mean).toBe(comparisons[i]!.metrics['net-contribution']!.mean);
    });
    expect(result[1]!.steps[0]!.leftOut).toEqual(result[1]!.total);
    expect(result[1]!.steps[0]!.added).toEqual(result[1]!.total);
  });

  test('follows hours, leads and every stage', () => {
    const stages = study.world.stages.map((stage) => `conversion-${stage.id}`);
    expect(Object.keys(result[0]!.total)).toEqual(
      expect.arrayContaining(['selling-hours', 'leads', 'followed-up', ...stages]),
    );
    // Leakage reduced without pay or practices: fewer deals are lost on the way, so a stage passes more.
    const levers = result[0]!.steps.find((step) => step.id === 'levers')!;
    expect(levers.added['conversion-demo']!.mean).toBeGreaterThan(0);
  });
});
