import { describe, expect, it } from 'vitest';
import { type Distribution, modeOf, type Quantity } from '../../engine/kernel/quantity.ts';
import { LEVER_INDEX, LEVERS, POLICIES, type PolicyName } from '../../engine/model/levers.ts';
import { defaultOf, optionsOf } from '../../engine/schemes/compose.ts';
import { SCHEME_IDS, type Scheme, type SchemeContext } from '../../engine/schemes/contract.ts';
import { degree } from '../../engine/schemes/fits.ts';
import { SCHEME_INDEX, SCHEMES, schemeById } from '../../engine/schemes/registry.ts';
import { costsOf, defaultsOf } from '../../engine/schemes/told.ts';
import { schemeContextOf } from '../../engine/study/firm.ts';
import { PRESETS } from '../../engine/study/presets/index.ts';
import { study } from '../study/sources.ts';
import { CONTEXTS, company } from './companies.ts';

/** Every option of a scheme at its default in a company, its least and its most. */
function choices(scheme: Scheme, context: SchemeContext): Record<string, number>[] {
  const ends = Object.entries(scheme.options).flatMap(([name, option]) =>
    [option.min, option.max].map((value) => optionsOf(scheme, { [name]: value }, context)),
  );
  return [optionsOf(scheme, {}, context), ...ends];
}

/** Every number of a distribution in order, or the constant; fails on anything not finite. */
function expectOrdered(q: Quantity, least = Number.NEGATIVE_INFINITY): void {
  if (typeof q === 'number') {
    expect(Number.isFinite(q)).toBe(true);
    expect(q).toBeGreaterThanOrEqual(least);
    return;
  }
  const { low, mode, high } = q as Extract<Distribution, { mode: number }>;
  for (const x of [low, mode, high]) expect(Number.isFinite(x)).toBe(true);
  expect(low).toBeGreaterThanOrEqual(least);
  expect(mode).toBeGreaterThanOrEqual(low);
  expect(high).toBeGreaterThanOrEqual(mode);
}

const HAN = /\p{Script=Han}/u;

describe('the catalogue', () => {
  it('knows 5 plan types and 20 schemes by unique ids', () => {
    expect(new Set(SCHEME_IDS).size).toBe(25);
    expect(new Set(SCHEMES.map((s) => s.id)).size).toBe(SCHEMES.length);
    expect(new Set(SCHEMES.map((s) => `${s.kind} ${s.number}`)).size).toBe(SCHEMES.length);
    for (const scheme of SCHEMES) {
      expect(SCHEME_IDS).toContain(scheme.id);
      expect(SCHEME_IDS.indexOf(scheme.id)).toBe((scheme.kind === 'plan-type' ? 0 : 5) + scheme.number - 1);
      expect(schemeById(scheme.id)).toBe(scheme);
      expect(SCHEMES[SCHEME_INDEX.get(scheme.id)!]).toBe(scheme);
    }
    expect(schemeById('no such thing')).toBeUndefined();
  });

  it('keeps catalogue order, which fixes the order in which shifts add', () => {
    const places = SCHEMES.map((s) => SCHEME_IDS.indexOf(s.id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('declares every clash of rules as a conflict', () => {
    for (const one of SCHEMES) {
      for (const other of SCHEMES) {
        const clash = (Object.keys(one.policies) as PolicyName[]).some(
          (name) => other.policies[name] !== undefined && other.policies[name] !== one.policies[name],
        );
        if (clash) expect([...one.conflicts, ...other.conflicts].length).toBeGreaterThan(0);
        if (clash) expect(one.conflicts.includes(other.id) || other.conflicts.includes(one.id)).toBe(true);
      }
    }
  });
});

describe('the options that the catalogue prints', () => {
  it('are the keys that a study takes, at what they are by default there', () => {
    const context = schemeContextOf(company(PRESETS[1]!, 24));
    const settings = (scheme: Scheme): string =>
      Object.entries(defaultsOf(scheme, context))
        .map(([key, value]) => `${key}: ${value}`)
        .join(', ');
    const of = (kind: Scheme['kind']): string =>
      SCHEMES.filter((one) => one.kind === kind && one.id !== 'agile')
        .map((one) => `{ ${one.id}: { ${settings(one)} } }`)
        .join(', ');
    const { adoptions } = study(`baseline: { plan-type: [${of('plan-type')}], schemes: [${of('scheme')}] }\n`)
      .alternatives[0]!;
    for (const { scheme, options } of adoptions) {
      expect(Object.keys(options)).toEqual(Object.keys(schemeById(scheme)!.options));
    }
    expect(adoptions).toHaveLength(24);
    expect(defaultsOf(schemeById('key-account')!, context)).toHaveProperty('accounts-per-manager');
  });
});

describe.each(SCHEMES.map((s) => [s.id, s] as const))('%s', (_, scheme) => {
  it('says everything in both languages', () => {
    const texts = [
      scheme.name,
      scheme.summary,
      scheme.suits,
      scheme.known,
      ...scheme.fits.map((fit) => fit.why),
      ...scheme.limits,
      ...Object.values(scheme.options).map((option) => option.name),
    ];
    for (const { en, zh } of texts) {
      expect(en.trim().length).toBeGreaterThan(2);
      expect(en).not.toMatch(HAN);
      expect(zh).toMatch(HAN);
    }
    expect(scheme.limits.length).toBeGreaterThan(0);
    expect(scheme.summary.en.length).toBeGreaterThan(80);
  });

  it('moves known levers by ordered priors that each rest on something', () => {
    for (const context of CONTEXTS) {
      for (const options of choices(scheme, context)) {
        const shifts = scheme.shifts(options, context);
        expect(shifts.length > 0).toBe(scheme.contest === undefined);
        for (const shift of shifts) {
          expect(LEVER_INDEX.has(shift.lever), shift.lever).toBe(true);
          const lever = LEVERS[LEVER_INDEX.get(shift.lever)!]!;
          expectOrdered(shift.by);
          expect(shift.evidence.source.length).toBeGreaterThan(10);
          if (shift.tenure !== undefined || shift.needs !== undefined) expect(lever.index).toBe('rep');
          if (shift.at !== undefined) expect(['tier', 'stage', 'channel']).toContain(lever.index);
          if (typeof shift.at === 'number') {
            const size = { tier: 3, stage: context.stages.length, channel: context.channels.length };
            expect(Number.isInteger(shift.at) && shift.at >= 0).toBe(true);
            expect(shift.at).toBeLessThan(size[lever.index as 'tier']);
          }
          const { after = 0, until = Number.POSITIVE_INFINITY } = shift;
          expect(until).toBeGreaterThan(after);
          for (const half of [shift.fades, shift.builds])
            if (half !== undefined) expect(half).toBeGreaterThan(0);
          for (const month of shift.months ?? []) {
            expect(Number.isInteger(month) && month >= 0 && month < 12).toBe(true);
          }
        }
      }
    }
  });

  it('moves each lever in one place only once', () => {
    for (const context of CONTEXTS) {
      const places = scheme
        .shifts(optionsOf(scheme, {}, context), context)
        .map((s) => `${s.lever} ${s.at ?? ''} ${s.tenure ?? ''} ${s.months ?? ''} ${s.fades ?? ''}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it('has costs and an adoption that can be', () => {
    for (const context of CONTEXTS) {
      for (const options of choices(scheme, context)) {
        const costs = costsOf(scheme, options, context);
        for (const { amount } of costs) expectOrdered(amount, 0);
        expect(costs.some(({ amount }) => modeOf(amount) > 0)).toBe(true);
      }
    }
    expectOrdered(scheme.adoption.monthsToHalf, 0.1);
    expectOrdered(scheme.adoption.failure, 0);
    expect(modeOf(scheme.adoption.failure)).toBeLessThan(1);
    expect(scheme.adoption.literacy).toBeGreaterThanOrEqual(0);
    expect(scheme.adoption.literacy).toBeLessThanOrEqual(1);
  });

  it('has options within their own bounds, and rules that exist', () => {
    for (const option of Object.values(scheme.options)) {
      for (const choice of option.choices ?? []) {
        expect(choice).toBeGreaterThanOrEqual(option.min);
        expect(choice).toBeLessThanOrEqual(option.max);
      }
      if (typeof option.default !== 'number') {
        expect(option.default.text.en).not.toMatch(HAN);
        expect(option.default.text.zh).toMatch(HAN);
      }
      for (const context of CONTEXTS) {
        const usual = defaultOf(option, context);
        expect(usual).toBeGreaterThanOrEqual(option.min);
        expect(usual).toBeLessThanOrEqual(option.max);
        if (option.choices) expect(option.choices).toContain(usual);
      }
    }
    for (const [name, choice] of Object.entries(scheme.policies)) {
      expect(POLICIES[name as PolicyName] as readonly string[]).toContain(choice);
    }
  });

  it('says in one to three conditions whom it suits', () => {
    expect(scheme.fits.length).toBeGreaterThanOrEqual(1);
    expect(scheme.fits.length).toBeLessThanOrEqual(3);
    expect(new Set(scheme.fits.map((fit) => fit.trait)).size).toBe(scheme.fits.length);
    for (const fit of scheme.fits) {
      expect(fit.threshold).toBeGreaterThan(0);
      expect(degree(fit, fit.threshold)).toBeCloseTo(0.5, 12);
      const more = degree(fit, 2 * fit.threshold);
      expect(more).toBeCloseTo(fit.side === 'at-least' ? 0.8 : 0.2, 12);
    }
  });

  it('names only schemes of the catalogue as partners and rivals, never both, never itself', () => {
    for (const id of [...scheme.complements, ...scheme.conflicts]) {
      expect(SCHEME_IDS).toContain(id);
      expect(id).not.toBe(scheme.id);
    }
    expect(scheme.complements.filter((id) => scheme.conflicts.includes(id))).toEqual([]);
  });
});
