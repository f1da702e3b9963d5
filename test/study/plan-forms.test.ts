import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fullPlan, isFull } from '../../engine/incentive/full-plan.ts';
import type { Plan } from '../../engine/incentive/language.ts';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { Work } from '../../engine/model/phases/work.ts';
import { replicationKey } from '../../engine/random/key.ts';
import { KeyedRandom } from '../../engine/random/threefry.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { runHorizon, warmUp } from '../../engine/run/replicate.ts';
import { type NormalStudy, PRESETS, readStudy } from '../../engine/study/index.ts';
import { readPlan } from '../../engine/study/plan/read.ts';
import { memory } from './sources.ts';

/**
 * A plan is the same however it is written: short, or in the full language. What neither says is filled in alike, and
 * simulated to the same bytes.
 */

const SHIPPED = [
  ['agency-quarterly', 'insurance'],
  ['capped-commission', 'b2b-saas'],
  ['project-salary-and-bonus', 'custom-project'],
] as const;

const flat = (file: string): string => readFileSync(`scenarios/plans/${file}.yaml`, 'utf8');

/** A study of a small company under a plan, which stands in a file of its own. */
function study(context: string, plan: string): NormalStudy {
  const text = `schemelab: 1
context: ${context}
company: { teams: { east: 3, west: 3 } }
baseline: { pay: plan.yaml }
run: { horizon: 12 months, warm-up: 12 months, seed: forms }
`;
  return readStudy('s.yaml', memory({ 's.yaml': text, 'plan.yaml': plan }));
}

const PERIOD = { 21: 'month', 63: 'quarter', 252: 'year' } as const;

/** A flat plan written in the full language, leaving out what the flat one may leave out. */
function inFull(plan: PayPlan, saysRepeat: boolean): string {
  const measured = [
    'measure: total-bookings',
    ...(saysRepeat ? [`repeat: ${plan.repeatRate}`] : []),
    `quota: ${plan.quota}`,
    ...(plan.periodDays === 63 ? [] : [`period: ${PERIOD[plan.periodDays]}`]),
  ];
  const commission = [
    ...measured,
    `rate: ${plan.commission}`,
    ...(plan.threshold > 0 ? [`threshold: { at: ${plan.threshold}, pays: from-threshold }`] : []),
    ...(plan.accelerator === 1 ? [] : [`accelerators: { ${plan.acceleratorFrom}: ${plan.accelerator} }`]),
    ...(plan.cap === null ? [] : [`cap: ${plan.cap}`]),
  ];
  const bonus = [...measured, 'boundary: at-or-above', `bonus: { 100%: ${plan.bonus} }`];
  return `salary: ${plan.salary}
components:
  commission: { ${commission.join(', ')} }
  bonus: { ${bonus.join(', ')} }
`;
}

/** Everything a simulated year leaves behind. */
function simulated(one: NormalStudy): Buffer {
  const all = compileStudy(one, 0, new MixTables());
  const random = new KeyedRandom(replicationKey(all.key, 0));
  const world = warmUp(one, all, new Work(), random).fork();
  runHorizon(one, all.alternatives[0]!, new Work(), world, random);
  const tables = [world.seatTally, world.sums, ...Object.values(world.pay), ...Object.values(world.reps)];
  return Buffer.concat(
    tables.flatMap((table) =>
      ArrayBuffer.isView(table) ? [Buffer.from(table.buffer, table.byteOffset, table.byteLength)] : [],
    ),
  );
}

/** A plan without what people call it. */
function bare({ id: _, title: __, components, ...rest }: Plan): unknown {
  return { ...rest, components: components.map(({ title: ___, weight: ____, ...one }) => one) };
}

const plans = [
  ...SHIPPED.map(([file, context]) => ({
    name: file,
    context,
    text: flat(file),
    saysRepeat: flat(file).includes('repeat-rate'),
  })),
  ...PRESETS.map(({ id }) => ({ name: id, context: id, text: `extends: ${id}\n`, saysRepeat: false })),
  // Says as little as may be said.
  ...PRESETS.map(({ id }) => ({
    name: `the least in ${id}`,
    context: id,
    text: 'salary: ¥5k\ncommission: 5%\nquota: ¥1.2m\nbonus: ¥1k\n',
    saysRepeat: false,
  })),
];

describe('a plan written short, and in full', () => {
  it.each(plans)('$name is one plan, and simulates to the same bytes', ({ context, text, saysRepeat }) => {
    const short = study(context, text);
    const plan = short.alternatives[0]!.pay;
    if (isFull(plan)) throw new Error('not flat');
    const long = study(context, inFull(plan, saysRepeat));
    const full = long.alternatives[0]!.pay;
    expect(bare(full as Plan)).toEqual(bare(fullPlan(plan, 'CNY')));
    const bytes = simulated(short);
    expect(bytes.equals(simulated(long))).toBe(true);
    expect(bytes.length).toBeGreaterThan(1_000);
    expect(bytes.some((byte) => byte !== 0)).toBe(true);
  });

  it('takes credit for repeat business from the context, whichever way', () => {
    const sources = memory({
      'short.yaml': 'salary: ¥5k\ncommission: 5%\nquota: ¥1.2m\nperiod: month\n',
      'long.yaml':
        'salary: ¥5k\ncomponents: { c: { measure: total-bookings, quota: ¥1.2m, period: month, rate: 5% } }\n',
    });
    for (const { id, pay } of PRESETS) {
      const repeat = ['short.yaml', 'long.yaml'].map(
        (file) => readPlan(file, sources, id).measures[0]!.credit.repeat,
      );
      expect(repeat).toEqual([pay.repeatRate, pay.repeatRate]);
    }
  });

  it('counts one kind of business whole', () => {
    const sources = memory({
      'p.yaml': `salary: ¥5k
components:
  old: { measure: bookings, customers: existing, rate: 5% }
  renewed: { measure: renewals, rate: 5% }
  fresh: { measure: units, customers: new, per-unit: ¥5 }
`,
    });
    expect(readPlan('p.yaml', sources).measures.map(({ credit }) => credit.repeat)).toEqual([1, 1, 1]);
  });
});

describe('bookings', () => {
  it('are what is signed; with renewals they have a name of their own', () => {
    const renews = (metric: string): number => {
      const one = study(
        'b2b-saas',
        `salary: ¥5k\ncomponents: { c: { measure: ${metric}, period: month, repeat: 100%, rate: 5% } }\n`,
      );
      const all = compileStudy(one, 0, new MixTables());
      const main = all.alternatives[0]!.pay.main!;
      return main.perRenewal;
    };
    expect([renews('bookings'), renews('total-bookings')]).toEqual([0, 1]);
  });
});
