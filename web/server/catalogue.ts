import { judge, profileOf } from '../../engine/experiment/index.ts';
import { type Evidence as EngineEvidence, modeOf, type Quantity } from '../../engine/kernel/quantity.ts';
import { ENGINE_VERSION } from '../../engine/kernel/version.ts';
import { LEVERS } from '../../engine/model/levers.ts';
import { METRICS } from '../../engine/model/metrics.ts';
import {
  costsOf,
  defaultsOf,
  optionKey,
  optionsOf,
  restsOn,
  SCHEMES,
  type Scheme,
} from '../../engine/schemes/index.ts';
import {
  draftStudy,
  LONGEST_FILE,
  MOST_ALTERNATIVES,
  MOST_REPS,
  PARAMETERS,
  PRESETS,
  type Preset,
  schemeContextOf,
  sourceNote,
  YUAN,
} from '../../engine/study/index.ts';
import type {
  Catalogue,
  CataloguePreset,
  CatalogueScheme,
  Evidence,
  FlatPay,
  SchemeCosts,
  Spread,
} from '../contract/index.ts';
import { examplePlans, exampleStudies } from './examples.ts';

/**
 * Everything the page knows before any study.
 *
 * @param mostReplications this server's limit for one run
 * @param guarded whether people log in, and so may log out
 */
export function makeCatalogue(mostReplications: number, guarded: boolean): Catalogue {
  const levers = new Map(LEVERS.map((lever) => [lever.id, lever]));
  return {
    engine: ENGINE_VERSION,
    schemes: SCHEMES.map((scheme) => schemeOf(scheme, levers)),
    presets: PRESETS.map(presetOf),
    parameters: PARAMETERS.map((one) => ({ ...one, evidence: evidenceOf(one.evidence) })),
    levers: LEVERS.map(({ id, scale, unit, meaning }) => ({ id, scale, unit, name: meaning })),
    metrics: METRICS.map((one) => ({ ...one })),
    plans: examplePlans(),
    examples: exampleStudies(),
    currencies: { ...YUAN },
    guarded,
    limits: {
      reps: MOST_REPS,
      alternatives: MOST_ALTERNATIVES,
      replications: mostReplications,
      studyCharacters: LONGEST_FILE,
    },
  };
}

/** Where a practice's effects look at the company they are shown for a usual one of this industry. */
const USUAL = schemeContextOf(draftStudy(PRESETS[0]!));

function schemeOf(scheme: Scheme, levers: ReadonlyMap<string, (typeof LEVERS)[number]>): CatalogueScheme {
  const usual = optionsOf(scheme, {}, USUAL);
  const shifts = scheme.shifts(usual, USUAL).map((shift) => {
    const lever = levers.get(shift.lever)!;
    return {
      lever: shift.lever,
      name: lever.meaning,
      scale: lever.scale,
      by: spreadOf(shift.by),
      tenure: shift.tenure ?? null,
      after: shift.after ?? null,
      until: shift.until ?? null,
      builds: shift.builds ?? null,
      fades: shift.fades ?? null,
      evidence: evidenceOf(shift.evidence),
    };
  });
  const { id, kind, number, name, summary, options, policies, limits, suits, known } = scheme;
  return {
    id,
    kind,
    number,
    name,
    summary,
    options: Object.entries(options).map(([key, { name, unit, min, max, choices, default: usual }]) => ({
      key: optionKey(key),
      name,
      unit,
      min,
      max,
      choices: choices === undefined ? null : [...choices],
      rule: typeof usual === 'number' ? null : usual.text,
    })),
    policies: { ...policies },
    limits: [...limits],
    suits,
    known,
    complements: [...scheme.complements],
    conflicts: [...scheme.conflicts],
    evidence: restsOn(scheme, usual, USUAL).map(evidenceOf),
    shifts,
    adoption: {
      monthsToHalf: spreadOf(scheme.adoption.monthsToHalf),
      literacy: scheme.adoption.literacy,
      failure: modeOf(scheme.adoption.failure),
    },
  };
}

/** Evidence with its note in both languages. */
function evidenceOf({ grade, source }: EngineEvidence): Evidence {
  return { grade, source: sourceNote(source) };
}

function presetOf(preset: Preset): CataloguePreset {
  const { id, name, summary, currency, teams, stages, channels, seasonality } = preset;
  const fits = judge(profileOf(draftStudy(preset)));
  return {
    id,
    name,
    summary,
    currency,
    reps: spreadOf(preset.reps),
    teams,
    scalars: Object.fromEntries(
      Object.entries(preset.scalars).map(([key, { value, evidence }]) => [
        key,
        { value, evidence: evidenceOf(evidence) },
      ]),
    ) as CataloguePreset['scalars'],
    stages: stages.map((one) => ({ ...one })) as CataloguePreset['stages'],
    channels: channels.map((one) => ({ ...one })) as CataloguePreset['channels'],
    seasonality: [...seasonality],
    pay: flatPayOf(preset.pay),
    targets: Object.fromEntries(
      Object.entries(preset.targets).map(([key, { range, source }]) => [
        key,
        { low: range[0], high: range[2], source: sourceNote(source) },
      ]),
    ),
    defaults: Object.fromEntries(
      SCHEMES.map((scheme) => [scheme.id, defaultsOf(scheme, schemeContextOf(draftStudy(preset)))]),
    ),
    costs: Object.fromEntries(SCHEMES.map((scheme) => [scheme.id, costsHere(scheme, preset)])),
    fits: Object.fromEntries(fits.map((one) => [one.id, one.score])),
  };
}

/** A flat plan in the keys of a study file. */
export function flatPayOf(pay: Preset['pay']): FlatPay {
  return {
    salary: pay.salary,
    commission: pay.commission,
    threshold: pay.threshold,
    accelerator: pay.accelerator,
    'accelerator-from': pay.acceleratorFrom,
    cap: pay.cap,
    bonus: pay.bonus,
    quota: pay.quota,
    period: pay.periodDays === 21 ? 'month' : pay.periodDays === 63 ? 'quarter' : 'year',
    'team-share': pay.teamShare,
    'repeat-rate': pay.repeatRate,
  };
}

function costsHere(scheme: Scheme, preset: Preset): SchemeCosts {
  const context = schemeContextOf(draftStudy(preset));
  return costsOf(scheme, optionsOf(scheme, {}, context), context)
    .map(({ amount, ...one }) => ({ ...one, by: spreadOf(amount) }))
    .filter(({ by }) => by.high > 0);
}

/** Low, likely and high of a quantity; 5 % and 95 % where it has no ends. */
function spreadOf(q: Quantity): Spread {
  if (typeof q === 'number') return { low: q, mode: q, high: q };
  if ('mode' in q) return { low: q.low, mode: q.mode, high: q.high };
  if ('uniform' in q) return { low: q.uniform[0], mode: modeOf(q), high: q.uniform[1] };
  if ('normal' in q) {
    const [mean, sd] = q.normal;
    return { low: mean - 1.645 * sd, mode: mean, high: mean + 1.645 * sd };
  }
  const [median, sigma] = q.lognormal;
  const by = Math.exp(1.645 * sigma);
  return { low: median / by, mode: median, high: median * by };
}
