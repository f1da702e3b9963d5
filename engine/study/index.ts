/**
 * The study file: read, checked, and expanded into numbers.
 *
 * `readStudy` is the door. Nothing here touches a file system: the caller hands in a `StudySource`.
 */

import { longestMonths } from '../incentive/full-plan.ts';
import { readAlternatives } from './alternatives.ts';
import { readCompany } from './company.ts';
import { inCurrency, readCurrency } from './currency.ts';
import { Files, type StudySource } from './files.ts';
import { type Located, Problems } from './nodes.ts';
import type { NormalStudy } from './normal.ts';
import { Plans } from './pay.ts';
import { fullPlans } from './plan/read.ts';
import { PRESETS } from './presets/index.ts';
import { Values } from './reading.ts';
import { readHorizon, readRun } from './run-options.ts';
import { tooMuch } from './size.ts';
import { readWorld, SECTIONS } from './world.ts';

export type { Problem } from '../kernel/problems.ts';
export { formatProblem, ProblemsError } from '../kernel/problems.ts';
export { MOST_ALTERNATIVES } from './alternatives.ts';
export { MOST_REPS } from './company.ts';
export { YUAN } from './currency.ts';
export { draftStudy, habit, OLD_HABIT } from './draft.ts';
export { sourceNote } from './evidence.ts';
export type { StudySource } from './files.ts';
export { canonicalJson, fingerprint } from './fingerprint.ts';
export { schemeContextOf } from './firm.ts';
export type * from './normal.ts';
export { EXAMPLES, halfWidth, parseNumber, type Unit } from './numbers.ts';
export { PARAMETER, PARAMETERS } from './parameters.ts';
export { axisUnit } from './plan/context.ts';
export { readPlan } from './plan/read.ts';
export type { Preset } from './presets/contract.ts';
export { PRESETS, presetById } from './presets/index.ts';
export { LONGEST_DAYS } from './reading.ts';
export { MOST_DRAWS, withOptions } from './run-options.ts';
export { LONGEST_FILE } from './source.ts';
export { COMPANY_FACTS, starterStudy } from './starter.ts';

/** The version of the study file this engine reads. */
const VERSION = 1;

const KEYS = [
  'schemelab',
  'extends',
  'title',
  'context',
  'currency',
  'company',
  'baseline',
  'alternatives',
  ...SECTIONS,
  'stages',
  'channels',
  'seasonality',
  'run',
];

/**
 * Reads a study and everything it refers to.
 *
 * @param file path of the study, as the user wrote it
 * @throws ProblemsError with all problems at once, each with its file, line and column
 */
export function readStudy(file: string, source: StudySource): NormalStudy {
  const problems = new Problems();
  const files = new Files(source, problems);
  const root = files.study(file);
  if (root === undefined) return problems.fail();
  const keys = root.entries(KEYS);
  checkVersion(root, keys.get('schemelab'));
  const preset = readContext(root, keys.get('context'));
  const known = preset !== undefined;
  // With no context the rest is still checked, against any.
  const currency = readCurrency(keys.get('currency'));
  const assumed = inCurrency(preset ?? PRESETS[0]!, currency);
  const values = new Values(currency.code, currency.yuan);
  const company = readCompany(keys.get('company'), assumed);
  const world = readWorld(keys, assumed, known, values);
  const horizonDays = readHorizon(keys.get('run'), values);
  const alternatives = readAlternatives(keys.get('baseline'), keys.get('alternatives'), {
    preset: assumed,
    plans: new Plans(files, values, assumed, currency, fullPlans({ files, preset: assumed, currency })),
    values,
    teamNames: company.teamNames,
    horizonDays,
  });
  const period = longestMonths(alternatives[0]!.pay) * 21;
  const run = readRun(keys.get('run'), horizonDays, world.stages, period, values);
  const title = keys.get('title')?.localised() ?? assumed.name;
  problems.check();
  const study = {
    title,
    context: assumed.id,
    currency: currency.code,
    yuan: currency.yuan,
    ...company,
    world,
    alternatives,
    run,
  };
  for (const { section, found, expected } of tooMuch(study)) {
    (keys.get(section) ?? root).problem('too-much', found, expected);
  }
  problems.check();
  return study;
}

function checkVersion(root: Located, at: Located | undefined): void {
  if (at === undefined) {
    root.missing('schemelab', `expected “schemelab: ${VERSION}”`, `应写明“schemelab: ${VERSION}”`);
  } else if (at.scalar !== VERSION && at.scalar !== String(VERSION)) {
    at.wrong(
      'wrong-version',
      `expected version ${VERSION} of the study file`,
      `应为研究文件第 ${VERSION} 版`,
    );
  }
}

function readContext(root: Located, at: Located | undefined): (typeof PRESETS)[number] | undefined {
  const ids = PRESETS.map((one) => one.id);
  if (at === undefined) {
    root.missing('context', `expected one of ${ids.join(', ')}`, `应为其中之一：${ids.join('、')}`);
    return undefined;
  }
  const id = at.choice(ids);
  return PRESETS.find((one) => one.id === id);
}
