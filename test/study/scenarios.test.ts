import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { type NormalStudy, PRESETS, readStudy } from '../../engine/study/index.ts';
import { disk } from './sources.ts';

const FOLDER = 'scenarios/industries';
const names = readdirSync(FOLDER);

/** The part of an alternative that makes it one. */
function substance(s: NormalStudy, i: number): string {
  const { id: _, name: __, pay, ...rest } = s.alternatives[i]!;
  return JSON.stringify({ ...rest, pay: { ...pay, id: '' } });
}

describe('the studies of industries', () => {
  it('are one for each industry', () => {
    expect([...names].sort()).toEqual(PRESETS.map((one) => `${one.id}.yaml`).sort());
  });

  it.each(names)('%s is sound, and weighs at least two real changes', (name) => {
    const s = readStudy(`${FOLDER}/${name}`, disk);
    expect(`${s.context}.yaml`).toBe(name);
    expect(s.alternatives.length).toBeGreaterThanOrEqual(3);
    const different = new Set(s.alternatives.map((_, i) => substance(s, i)));
    expect(different.size).toBe(s.alternatives.length);
    for (const words of [s.title, ...s.alternatives.slice(1).map((one) => one.name!)]) {
      expect(words.en).toMatch(/^[^\p{Script=Han}]+$/u);
      expect(words.zh).toMatch(/\p{Script=Han}/u);
    }
    expect(s.reps).toBeLessThanOrEqual(60);
  });

  it.each(names)('%s compiles', (name) => {
    const s = readStudy(`${FOLDER}/${name}`, disk);
    const compiled = compileStudy(s, 0, new MixTables());
    expect(compiled.alternatives).toHaveLength(s.alternatives.length);
  });

  it('between them try every plan type, staged roll-outs and changes of pay', () => {
    const alternatives = names.flatMap((name) => readStudy(`${FOLDER}/${name}`, disk).alternatives.slice(1));
    const adoptions = alternatives.flatMap((one) => one.adoptions.filter((a) => a.startDay >= 0));
    const planTypes = ['agile', 'customer-tiering', 'data-driven', 'structured', 'team-based'];
    expect([...new Set(adoptions.map((a) => a.scheme))].sort()).toEqual(expect.arrayContaining(planTypes));
    expect(adoptions.some((a) => a.startDay === 63 && a.where.teams?.length === 1)).toBe(true);
    expect(adoptions.some((a) => a.rampDays > 0)).toBe(true);
    expect(adoptions.some((a) => a.where.tenureMonths !== undefined)).toBe(true);
    expect(alternatives.some((one) => one.payStartDay === 63)).toBe(true);
    expect(alternatives.some((one) => 'teamShare' in one.pay && one.pay.teamShare > 0)).toBe(true);
  });
});
