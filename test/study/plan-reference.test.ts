import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLAN_METRICS } from '../../engine/incentive/parts/measure.ts';
import { COMPONENT_KEYS } from '../../engine/study/plan/components.ts';
import { PLAN_KEYS, readPlan } from '../../engine/study/plan/read.ts';
import { disk, memory } from './sources.ts';

const LANGUAGES = ['README.md', 'README.zh.md'].map((name) =>
  readFileSync(`engine/incentive/${name}`, 'utf8'),
);

/** Keys of maps inside a plan that the lists above do not hold. */
const INNER = [
  ...['amount', 'seasonality', 'ramp', 'proration', 'ratchet', 'up', 'down', 'year-to-date', 'interim-cap'],
  ...[
    'across',
    'across-axis',
    'rows',
    'columns',
    'cells',
    'among',
    'prizes',
    'minimum',
    'ties',
    'prize',
    'stake',
  ],
  ...[
    'size',
    'divide',
    'at',
    'pays',
    'result',
    'target',
    'money',
    'after-modifiers',
    'at-least',
    'otherwise',
  ],
  ...[
    'table',
    'when',
    'flat',
    'max-count',
    'window',
    'budget',
    'customers',
    'term-months-at-least',
    'prepaid',
  ],
  ...[
    'product',
    'value-at-least',
    'discount-at-most',
    'value',
    'periods',
    'over',
    'recoverable',
    'until',
    'for',
  ],
  ...['share', 'within', 'method', 'release-month', 'to', 'mode', 'path', 'op', 'metric'],
];

describe('the reference of the plan language', () => {
  it.each([...new Set([...PLAN_KEYS, ...COMPONENT_KEYS, ...INNER, ...Object.keys(PLAN_METRICS)])])(
    'names %s in both languages',
    (key) => {
      for (const reference of LANGUAGES) expect(reference).toMatch(new RegExp(`[\`{, (]${key}[\`}:, ;)]`));
    },
  );

  it.each(LANGUAGES)('shows plans that are sound', (reference) => {
    const blocks = [...reference.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);
    expect(blocks).toHaveLength(3);
    const base = disk.read('scenarios/plans/saas-marginal-accelerators.yaml', null)!.text;
    const [short, full, patched] = blocks.map((text) =>
      readPlan('p.yaml', memory({ 'p.yaml': text, 'saas-marginal-accelerators.yaml': base })),
    );
    expect(short!.components).toHaveLength(1);
    expect(full!.components.map(({ id }) => id)).toEqual(['commission', 'team-bonus', 'star']);
    expect(full!.targetPay).toBeCloseTo(144_000, 6);
    expect(patched!.components[0]!.caps).toEqual([{ on: 'result', at: 2 }]);
  });

  it('shows the same plans in both', () => {
    const [en, zh] = LANGUAGES.map((reference) =>
      [...reference.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) =>
        readPlan(
          'p.yaml',
          memory({
            'p.yaml': text!,
            'saas-marginal-accelerators.yaml': disk.read(
              'scenarios/plans/saas-marginal-accelerators.yaml',
              null,
            )!.text,
          }),
        ),
      ),
    );
    expect(zh).toEqual(en);
  });
});
