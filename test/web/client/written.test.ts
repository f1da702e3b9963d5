import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { formatMoney } from '../../../engine/kernel/format.ts';
import { SCHEMES } from '../../../engine/schemes/index.ts';
import { PARAMETERS, PRESETS, readStudy } from '../../../engine/study/index.ts';
import { monthsOf, monthsValue } from '../../../web/client/alternatives/months.ts';
import { DRAWN } from '../../../web/client/catalogue/pictogram.tsx';
import { money } from '../../../web/client/format.ts';
import { language } from '../../../web/client/shell/preferences.ts';
import { hrefOf, parseRoute, type Route } from '../../../web/client/shell/router.ts';
import { firstStudy } from '../../../web/client/start/first-study.ts';
import {
  type FieldUnit,
  roughNumber,
  shown,
  unitsNamed,
  written,
} from '../../../web/client/study/written.ts';
import { en } from '../../../web/client/texts/en.ts';
import { zh } from '../../../web/client/texts/zh.ts';
import { makeCatalogue } from '../../../web/server/catalogue.ts';

afterEach(() => {
  language.value = 'en';
});

/** The engine's reading of a study held in memory. */
function understood(study: object): ReturnType<typeof readStudy> {
  return readStudy('study.json', { read: (file) => ({ file, text: JSON.stringify(study) }) });
}

describe('numbers in fields', () => {
  test('what is wrong with a number is told in the unit beside its field', () => {
    const told = (text: string): string => unitsNamed(text, (unit) => zh[`unit.${unit}`]);
    expect(told('发现“99 per year”')).toBe('发现“99 次/年”');
    expect(told(`发现“${written('9000', 'workdays')}”`)).toBe('发现“9000 工作日”');
    expect(told('发现“90 calendar days”、“per year”')).toBe('发现“90 calendar days”、“per year”');
  });

  test('what a field shows is written back as the same value, and the engine reads it so', () => {
    for (const parameter of PARAMETERS) {
      const unit = parameter.unit as FieldUnit;
      const x =
        typeof parameter.fallback === 'number'
          ? parameter.fallback
          : (parameter.fallback as { mode: number }).mode;
      const value = written(shown(x, unit), unit);
      expect(shown(value, unit), parameter.id).toBe(shown(x, unit));
      const [section, key] = parameter.id.split('.') as [string, string];
      const study = understood({ schemelab: 1, context: 'b2b-saas', [section]: { [key]: value } });
      expect(study.world.scalars[parameter.id], parameter.id).toBeCloseTo(x, 9);
    }
  });

  test('what is typed in words stays as typed', () => {
    for (const text of ['8万', '¥80k', '12 weeks', 'none', 'nonsense']) {
      expect(written(text, 'money')).toBe(text);
      expect(shown(text, 'money')).toBe(text);
    }
    expect(written('35', 'share')).toBe('35%');
    expect(written('1,500', 'money')).toBe(1500);
    expect(written(' ', 'money')).toBeUndefined();
  });

  test('numbers for drawing', () => {
    const cases: [string | number, number | null][] = [
      ['120%', 1.2],
      ['8万', 80_000],
      ['¥80k', 80_000],
      ['1.2m CNY', 1_200_000],
      [0.5, 0.5],
      ['none', null],
    ];
    for (const [value, x] of cases) expect(roughNumber(value)).toBe(x);
  });

  test('months on the timeline', () => {
    expect(monthsOf('3 months')).toBe(3);
    expect(monthsOf('2 quarters')).toBe(6);
    expect(monthsOf('1 year')).toBe(12);
    expect(monthsOf('21 days')).toBeCloseTo(1);
    expect(monthsOf(undefined)).toBeNull();
    for (let m = 1; m < 40; m++) expect(monthsOf(monthsValue(m))).toBe(m);
  });

  test('money reads as on the command line, in both languages, without zeros that say nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.constantFrom('en', 'zh'),
        (x, tongue) => {
          language.value = tongue as 'en' | 'zh';
          const told = formatMoney(x, 'CNY', tongue as 'en' | 'zh');
          const text = money(x, 'CNY');
          expect(text).not.toMatch(/\.\d*0(?!\d)/);
          const [number, rest] = [Number.parseFloat, (one: string) => one.replace(/[\d.]+/, '')];
          expect(number(text.replace(/^\D*/, ''))).toBe(number(told.replace(/^\D*/, '')));
          expect(rest(text)).toBe(rest(told));
        },
      ),
    );
  });
});

test('addresses lead back to their route', () => {
  const routes: Route[] = [
    { step: 'start' },
    { step: 'today', study: 'abc' },
    { step: 'alternatives', study: 'abc' },
    { step: 'run', run: 'r-1' },
    { step: 'compare', run: 'r-1' },
    { step: 'take', run: 'r-1' },
  ];
  for (const route of routes) expect(parseRoute(hrefOf(route))).toEqual(route);
  for (const wrong of ['#/study/../today', '#/runs/a/b', '#/x', '#/study/a']) {
    expect(parseRoute(wrong)).toEqual({ step: 'nowhere' });
  }
});

test('every practice has a drawing, and every placeholder is in both languages', () => {
  expect([...DRAWN].sort()).toEqual(SCHEMES.map((one) => one.id).sort());
  const holes = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();
  for (const key of Object.keys(en) as (keyof typeof en)[])
    expect(holes(zh[key]), key).toEqual(holes(en[key]));
});

test('what a question begins with is a sound study, in every industry, for one person or many', () => {
  const { presets, schemes } = makeCatalogue(1_000_000, false);
  const names = {
    title: { en: 'What if?', zh: '如果？' },
    pay: { en: 'No cap', zh: '取消封顶' },
    together: { en: 'Together', zh: '合用' },
    once: { en: 'Once', zh: '一次' },
    staged: { en: 'Staged', zh: '逐步' },
  };
  const practices = schemes.filter((one) => one.kind === 'scheme');
  expect(presets).toHaveLength(PRESETS.length);
  for (const preset of presets) {
    for (const question of ['pay', 'mix', 'rollout'] as const) {
      for (const reps of [1, 2, preset.reps.low, preset.reps.mode, preset.reps.high, 5000]) {
        const study = understood(firstStudy(question, preset, reps, names, practices));
        expect(study.alternatives.length).toBe({ pay: 2, mix: 4, rollout: 3 }[question]);
        expect(study.reps).toBe(reps);
        // Contracts that recur are looked at for two years.
        const recurs = ['b2b-saas', 'insurance', 'medical-devices'].includes(preset.id);
        expect(study.run.horizonDays).toBe(recurs ? 504 : 252);
      }
    }
  }
});
