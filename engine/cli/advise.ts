import {
  type Advice,
  type Advised,
  advise,
  type Checked,
  FITS,
  inBrackets,
  type Judged,
  judge,
  profileOf,
  shortlistStudy,
} from '../experiment/index.ts';
import { digits, formatShare, type Language } from '../kernel/format.ts';
import { schemeById, TRAITS } from '../schemes/index.ts';
import { draftStudy, presetById, readStudy } from '../study/index.ts';
import { studyFiles } from './files.ts';
import { usageFailure } from './options.ts';
import { type RunCommand, runStudy } from './run.ts';
import { wrap } from './text-table.ts';

/** `schemelab advise` as it was asked for. */
export interface AdviseCommand extends Omit<RunCommand, 'study' | 'resume' | 'change' | 'beside'> {
  readonly study: string;
  /** Also simulate the shortlist. */
  readonly simulate?: boolean;
}

const COLUMNS = 100;

const WORDS = {
  en: {
    company: 'The company:',
    inUse: 'In use already, so not advised:',
    shortlist: 'Shortlist (by stated conditions; nothing is simulated yet):',
    colon: ': ',
    fit: (met: number, all: number) => `${met} of ${all} conditions hold`,
    weak: 'fits only in part; listed for want of a better one',
    for: 'for',
    against: 'against',
    limit: 'limit',
    with: 'goes well with',
    out: (name: string, others: string) =>
      `Left out although it fits: ${name}, which conflicts with ${others}.`,
    sides: { 'at-least': 'at least', 'at-most': 'at most' },
    fits: 'Fits:',
    other: 'Fits less well:',
    hint: 'Conditions are rules of thumb. Whether a practice pays here: schemelab advise STUDY --simulate.',
    join: ', ',
    needs: '--seed, --replications and --out belong to --simulate.',
  },
  zh: {
    company: '公司情况：',
    inUse: '已在采用，不再推荐：',
    shortlist: '推荐（按所列条件，尚未模拟）：',
    colon: '：',
    fit: (met: number, all: number) => `${all} 项条件满足 ${met} 项`,
    weak: '仅部分适合，因没有更合适的而列出',
    for: '理由',
    against: '不利',
    limit: '局限',
    with: '相辅',
    out: (name: string, others: string) => `虽适合但未列入：${name}，因与${others}相冲。`,
    sides: { 'at-least': '至少', 'at-most': '至多' },
    fits: '适合：',
    other: '不太适合：',
    hint: '条件只是经验规则；在本公司是否划算，请用 schemelab advise STUDY --simulate 模拟。',
    join: '、',
    needs: '--seed、--replications 与 --out 只用于 --simulate。',
  },
} as const;

/** Prints a study's shortlist; simulates it if asked. Returns the exit status, 0 or 130. @throws ProblemsError, Failure */
export async function adviseStudy(command: AdviseCommand): Promise<number> {
  const { simulate, lang, json, quiet } = command;
  const given = [command.seed, command.replications, command.out].some((one) => one !== undefined);
  if (!simulate && given) throw usageFailure(WORDS.en.needs, WORDS.zh.needs);
  const advice = advise(readStudy(command.study, studyFiles));
  if (!simulate) {
    process.stdout.write(`${json ? JSON.stringify({ advice }, null, 2) : adviceText(advice, lang)}\n`);
    return 0;
  }
  if (!json && !quiet) process.stdout.write(`${adviceText(advice, lang)}\n\n`);
  return runStudy({
    ...command,
    change: (study) => shortlistStudy(study, advice),
    beside: { advice },
  });
}

/** A shortlist with its reasons, as a reader of a terminal wants it. */
export function adviceText(advice: Advice, language: Language): string {
  const words = WORDS[language];
  const names = (ids: readonly string[]): string => ids.map((id) => nameOf(id, language)).join(words.join);
  const traits = Object.entries(TRAITS).map(
    ([id, trait]) => `${trait.name[language]} ${show(trait.unit, advice.profile[id as keyof typeof TRAITS])}`,
  );
  const lines = [words.company, ...wrap(traits.join(language === 'zh' ? '；' : '; '), COLUMNS, '  '), ''];
  if (advice.inUse.length > 0) lines.push(...wrap(`${words.inUse} ${names(advice.inUse)}`, COLUMNS), '');
  lines.push(words.shortlist);
  for (const one of advice.shortlist) lines.push(...advisedLines(one, language), '');
  for (const one of advice.leftOut)
    lines.push(...wrap(words.out(nameOf(one.id, language), names(one.conflictsWith)), COLUMNS));
  lines.push(...wrap(words.hint, COLUMNS));
  return lines.join('\n');
}

/** The catalogue for an industry's usual company: what fits first, each with its reasons. */
export function fittingText(context: string, language: Language): string {
  const words = WORDS[language];
  const scores = judged(context);
  const lines = (list: readonly Judged[]): string[] =>
    list.flatMap((one) => [...judgedLines(one, language), '']);
  return [
    presetById(context)!.name[language],
    '',
    words.fits,
    ...lines(scores.filter((one) => one.score >= FITS)),
    words.other,
    ...lines(scores.filter((one) => one.score < FITS)),
    ...wrap(words.hint, COLUMNS),
  ].join('\n');
}

/** How one practice of the catalogue fits an industry's usual company. */
export function fitText(id: string, context: string, language: Language): string {
  const one = judged(context).find((other) => other.id === id)!;
  return [presetById(context)!.name[language], ...judgedLines(one, language)].join('\n');
}

function judged(context: string): Judged[] {
  return judge(profileOf(draftStudy(presetById(context)!)));
}

function advisedLines(one: Advised, language: Language): string[] {
  const words = WORDS[language];
  const lines = judgedLines(one, language);
  if (!one.fits) lines.push(`    ${words.weak}`);
  for (const limit of schemeById(one.id)!.limits)
    lines.push(...wrap(`${words.limit}${words.colon}${limit[language]}`, COLUMNS, '    '));
  if (one.complements.length > 0) {
    const others = one.complements.map((id) => nameOf(id, language)).join(words.join);
    lines.push(...wrap(`${words.with}${words.colon}${others}`, COLUMNS, '    '));
  }
  return lines;
}

function judgedLines(one: Judged, language: Language): string[] {
  const words = WORDS[language];
  const conditions = [...one.conditions].sort((a, b) => Number(b.met) - Number(a.met));
  return [
    `▸ ${one.id}  ${nameOf(one.id, language)}${inBrackets(words.fit(one.conditions.filter(({ met }) => met).length, one.conditions.length), language)}`,
    ...conditions.flatMap((condition) => wrap(conditionText(condition, language), COLUMNS, '    ')),
  ];
}

/** "for: 8 reps (at most 12). In a small team …" */
function conditionText(one: Checked, language: Language): string {
  const words = WORDS[language];
  const { unit, name } = TRAITS[one.trait];
  const bound = `${words.sides[one.side]} ${show(unit, one.threshold)}`;
  const value = show(unit, one.value);
  return `${one.met ? words.for : words.against}${words.colon}${name[language]} ${value}${inBrackets(bound, language)} – ${one.why[language]}`;
}

function show(unit: string, value: number): string {
  if (unit === 'share') return formatShare(value);
  return String(Number(digits(value)));
}

function nameOf(id: string, language: Language): string {
  return schemeById(id)!.name[language];
}
