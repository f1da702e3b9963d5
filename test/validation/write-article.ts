/** Writes scenarios/article/README.md and README.zh.md afresh: what the article claims, and what its studies give. */

import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { PoolRunner } from '../../engine/batch/index.ts';
import { readStudy, type StudySource } from '../../engine/study/index.ts';
import { accountRow } from './article/accounts.ts';
import { EXECUTION, INDUSTRIES, LIMITS, SIZE_INDUSTRIES, SIZES } from './article/advice.ts';
import { CASES } from './article/cases.ts';
import { type Claim, text } from './article/claims.ts';
import { type Counted, countSchemes } from './article/count.ts';
import { simulatedFirms } from './article/firms.ts';
import { BUNDLES, bundleRow, surveyRow } from './article/growth.ts';
import { lagRow } from './article/lag.ts';
import { countRow, page } from './article/page.ts';
import { claimRow } from './article/rows.ts';
import { sizeRow, type Tried, tried } from './article/sizes.ts';
import { STEPS, stepRows } from './article/steps.ts';
import { type Trial, trialOf } from './effects.ts';
import { type Row, settingOf } from './table.ts';

/** Firms of the survey. */
const FIRMS = 500;

/** The industries in which numbers of schemes are tried; software has the claim's own file. */
const COUNTED = ['d14-singles', 'd14-singles-custom-project', 'd14-singles-real-estate'];

const ACCOUNTS: readonly (readonly [string, Row['claim']])[] = [
  [
    'd06-key-accounts-software',
    text('Software, key accounts: one account > ¥1 m a year', '软件公司大客户管理：单客户年收入超百万'),
  ],
  ['d06-key-accounts-small', text('The same in a small firm', '同上，在小公司中')],
];

const folder = process.argv[2]!;
const source: StudySource = {
  read(path, from) {
    const file = from === null ? path : join(dirname(from), path);
    try {
      return { file, text: readFileSync(file, 'utf8') };
    } catch {
      return null;
    }
  },
};
const pathOf = (study: string): string => join(folder, `${study}.yaml`);
const runner = new PoolRunner({ threads: Math.min(2, availableParallelism()) });
const started = Date.now();
const trials = new Map<string, Trial>();

async function trial(study: string): Promise<Trial> {
  const known = trials.get(study);
  if (known !== undefined) return known;
  say(study);
  const found = await trialOf(pathOf(study), source, runner);
  trials.set(study, found);
  return found;
}

function say(what: string): void {
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(0)} s ${what}\n`);
}

const rows: Row[] = [];
const claims: readonly Claim[] = [...CASES, ...INDUSTRIES, ...EXECUTION, ...LIMITS];
for (const claim of claims) rows.push(claimRow(claim, await trial(claim.study)));

for (const [study, claim] of ACCOUNTS) {
  say(study);
  rows.push(accountRow(study, claim, readStudy(pathOf(study), source)));
}

for (const { study, text: claim } of BUNDLES) rows.push(bundleRow(study, claim, await trial(study)));
say('d08-firms');
const one = readStudy(pathOf('d08-firms'), source);
const firms = simulatedFirms(pathOf('d08-firms'), FIRMS, source);
const { en, zh } = settingOf(one);
rows.push(
  surveyRow(
    'd08-firms',
    firms,
    text(`${en.replace(/, \d+ reps/, `, ${FIRMS} firms`)}`, zh.replace(/，\d+ 人/, `，${FIRMS} 家公司`)),
  ),
);

const sizes: Tried[] = [];
for (const size of SIZES) {
  const all: Tried[] = [];
  for (const industry of SIZE_INDUSTRIES) {
    const study = `${size.study}${industry}`;
    all.push(tried(size, study, await trial(study)));
  }
  rows.push(sizeRow(size, all));
  sizes.push(...all);
}

for (const step of STEPS) rows.push(...stepRows(step, await trial(step.study)));

const counted: [string, Counted][] = [];
for (const study of COUNTED) {
  say(study);
  const found = await countSchemes(pathOf(study), source, runner);
  counted.push([study, found]);
  rows.push(countRow(study, found));
}

say('d15-luck');
rows.push(lagRow('d15-luck', readStudy(pathOf('d15-luck'), source)));
await runner.close();

const findings = { rows, firms, sizes, counted };
writeFileSync(join(folder, 'README.md'), page(findings, 'en'));
writeFileSync(join(folder, 'README.zh.md'), page(findings, 'zh'));
say('done');
