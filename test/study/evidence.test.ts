import { describe, expect, it } from 'vitest';
import { optionsOf, restsOn, SCHEMES } from '../../engine/schemes/index.ts';
import { OPTION_UNITS_ZH, optionUnit } from '../../engine/schemes/option-units.ts';
import { SCHEME_SOURCES_ZH } from '../../engine/schemes/sources-zh.ts';
import { sourceNote } from '../../engine/study/evidence.ts';
import { draftStudy, PARAMETERS, PRESETS, schemeContextOf } from '../../engine/study/index.ts';
import { PARAMETER_SOURCES_ZH } from '../../engine/study/parameters/sources-zh.ts';
import { PRESET_SOURCES_ZH } from '../../engine/study/presets/sources-zh.ts';
import { TARGET_SOURCES_ZH } from '../../engine/study/presets/target-sources-zh.ts';

const HAN = /\p{Script=Han}/u;

const CONTEXTS = PRESETS.map((preset) => schemeContextOf(draftStudy(preset)));

/** Notes of every practice, its options at their defaults, all least and all most, in every industry. */
const ofSchemes = SCHEMES.flatMap((scheme) =>
  CONTEXTS.flatMap((context) =>
    (['default', 'min', 'max'] as const).flatMap((which) => {
      const options = Object.fromEntries(
        Object.entries(scheme.options).flatMap(([key, option]) =>
          which === 'default' ? [] : [[key, option[which]]],
        ),
      );
      return restsOn(scheme, optionsOf(scheme, options, context), context).map(({ source }) => source);
    }),
  ),
);
const ofParameters = PARAMETERS.map(({ evidence }) => evidence.source);
const ofPresets = PRESETS.flatMap(({ scalars }) =>
  Object.values(scalars).map(({ evidence }) => evidence.source),
);
const ofTargets = PRESETS.flatMap(({ targets }) => Object.values(targets).map(({ source }) => source));

const DICTIONARIES = [SCHEME_SOURCES_ZH, PARAMETER_SOURCES_ZH, PRESET_SOURCES_ZH, TARGET_SOURCES_ZH];
const ENTRIES = DICTIONARIES.flatMap((one) => Object.entries(one));

/** The numbers of a note in the order of their size: `.5` is 0.5, groups of thousands are closed. */
function numbersOf(text: string): number[] {
  return [...text.replace(/(\d),(?=\d{3})/g, '$1').matchAll(/\d*\.?\d+/g)]
    .map(([digits]) => Number(digits))
    .sort((a, b) => a - b);
}

/** Notes whose Chinese tells amounts in ten thousands or spells a number out where English does otherwise. */
const OTHERWISE = [
  'yearly contract value in China; US medians $25–38k',
  'base pay none or ¥1–3k',
  'median of ¥.3–20 m contracts whose mean is about ¥2 m',
  'computed from the modes: about ¥1.5 m; ±35 %',
  'supervisory targets from 85 %; large listed insurers mid-90s',
];

describe('notes on where numbers come from', () => {
  it('are all there in Chinese', () => {
    const known = new Set(ENTRIES.map(([en]) => en));
    const used = new Set([...ofSchemes, ...ofParameters, ...ofPresets, ...ofTargets]);
    expect(used.size).toBeGreaterThan(300);
    expect([...used].filter((note) => !known.has(note))).toEqual([]);
  });

  it('are in one dictionary each, and none is left over', () => {
    const seen = [ofSchemes, ofParameters, ofPresets, ofTargets];
    const idle = DICTIONARIES.flatMap((one, i) => {
      const here = new Set(seen[i]);
      return Object.keys(one).filter((note) => !here.has(note));
    });
    expect(idle).toEqual([]);
    expect(new Set(ENTRIES.map(([en]) => en)).size).toBe(ENTRIES.length);
  });

  it('are in English and in Chinese, names and figures aside', () => {
    for (const [en, zh] of ENTRIES) {
      expect(en).not.toMatch(HAN);
      expect(zh.trim()).toBe(zh);
      // Without a word in small letters there is nothing but names and figures, the same in both languages.
      if (/\b[a-z]{3,}\b/.test(en)) expect(zh).toMatch(HAN);
    }
  });

  it('keep every figure', () => {
    const changed = ENTRIES.filter(([en]) => !OTHERWISE.includes(en)).filter(
      ([en, zh]) => numbersOf(en).join() !== numbersOf(zh).join(),
    );
    expect(changed).toEqual([]);
  });

  it('come in both languages', () => {
    expect(sourceNote('policy')).toEqual({ en: 'policy', zh: '政策' });
    expect(sourceNote('none of them')).toEqual({ en: 'none of them', zh: 'none of them' });
  });
});

describe('units of options', () => {
  it('are all there in Chinese, and none is left over', () => {
    const used = new Set(SCHEMES.flatMap(({ options }) => Object.values(options).map(({ unit }) => unit)));
    expect(Object.keys(OPTION_UNITS_ZH).sort()).toEqual([...used].sort());
    for (const unit of used) expect(optionUnit(unit).zh).toMatch(HAN);
  });
});
