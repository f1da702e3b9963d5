import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { readStudy } from '../../engine/study/index.ts';
import { EXECUTION, INDUSTRIES, LIMITS, SIZE_INDUSTRIES, SIZES } from '../validation/article/advice.ts';
import { CASES } from '../validation/article/cases.ts';
import type { Claim } from '../validation/article/claims.ts';
import { BUNDLES } from '../validation/article/growth.ts';
import { STEPS } from '../validation/article/steps.ts';
import { disk, memory } from './sources.ts';

const FOLDER = 'scenarios/article';
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const CLAIMS: readonly Claim[] = [...CASES, ...INDUSTRIES, ...EXECUTION, ...LIMITS];
const read = (name: string) => readStudy(`${FOLDER}/${name}.yaml`, disk);
const preset = (context: string) =>
  readStudy('preset.yaml', memory({ 'preset.yaml': `schemelab: 1\ncontext: ${context}\n` }));
const idsOf = (name: string) => read(name).alternatives.map((one) => one.id);

describe('the studies of the article', () => {
  it.each(names)('%s is sound, compiles, and changes something', (name) => {
    const one = readStudy(`${FOLDER}/${name}`, disk);
    expect(compileStudy(one, 0, new MixTables()).alternatives).toHaveLength(one.alternatives.length);
    expect(one.alternatives.length).toBeGreaterThanOrEqual(2);
    expect(one.run.confidence).toBe(0.9);
    expect(one.title.en).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(one.title.zh).toMatch(/\p{Script=Han}/u);
    expect(readFileSync(`${FOLDER}/${name}`, 'utf8')).toMatch(/^# /);
  });

  it('have every alternative that a claim speaks of', () => {
    for (const claim of CLAIMS) {
      expect(idsOf(claim.study)).toContain(claim.alternative);
      if (claim.kind === 'size' || claim.kind === 'sign') expect(idsOf(claim.study)).toContain(claim.against);
    }
    for (const { study: name } of BUNDLES) expect(idsOf(name)).toHaveLength(5);
    for (const { study: name, alone } of STEPS)
      expect(idsOf(name)).toEqual(['baseline', ...alone, 'at-once', 'steps', 'trial-kept', 'trial-dropped']);
    for (const size of SIZES)
      for (const industry of SIZE_INDUSTRIES)
        expect(idsOf(`${size.study}${industry}`)).toContain(size.alternative);
  });

  it('take the world of the industry’s preset where the table names nothing else', () => {
    const plain = CLAIMS.filter((claim) => claim.note === undefined).map((claim) => claim.study);
    const names = [...plain, ...BUNDLES.map((one) => one.study), ...STEPS.map((one) => one.study)];
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) {
      const one = read(name);
      expect(one.world).toEqual(preset(one.context).world);
    }
  });

  it('make the ladder of D09–D11 a change of pay: 85 % of today’s rate up to quota, 1.8 times that above it', () => {
    const files = SIZES.flatMap((size) => SIZE_INDUSTRIES.map((industry) => `${size.study}${industry}`));
    expect(new Set(files.map((file) => read(file).context)).size).toBe(SIZE_INDUSTRIES.length);
    for (const file of files) {
      const { alternatives } = read(file);
      const today = alternatives[0]!.pay;
      expect(today).toMatchObject({ accelerator: 1, bonus: 0 });
      const ladder = alternatives.find((one) => one.id === 'small-advice')!.pay;
      expect(ladder).toMatchObject({ accelerator: 1.8, acceleratorFrom: 1, bonus: 0 });
      const rate = (plan: typeof today): number => (plan as PayPlan).commission;
      expect(rate(ladder) / rate(today)).toBeCloseTo(0.85, 1);
    }
  });
});

describe('the page made from them', () => {
  const pages = ['README.md', 'README.zh.md'].map((name) => readFileSync(`${FOLDER}/${name}`, 'utf8'));

  it('links every study and tells every claim, in both languages', () => {
    const [en, zh] = pages as [string, string];
    for (const claim of CLAIMS) {
      expect(en).toContain(claim.text.en);
      expect(zh).toContain(claim.text.zh);
    }
    for (const page of pages) {
      for (const name of names) expect(page).toContain(`(${name})`);
      for (let id = 1; id <= 17; id++) expect(page).toContain(`[D${String(id).padStart(2, '0')}]`);
    }
  });

  it('has the same rows and figures in both languages', () => {
    const rows = pages.map((page) => page.split('\n').filter((line) => line.startsWith('| [D')));
    expect(rows[0]).toHaveLength(rows[1]!.length);
    const ids = rows.map((lines) => lines.map((line) => line.match(/^\| \[D\d\d\]\([^)]*\)/)![0]));
    expect(ids[0]).toEqual(ids[1]);
    for (const line of rows.flat()) expect(line).not.toMatch(/NaN|undefined|Infinity/);
  });
});
