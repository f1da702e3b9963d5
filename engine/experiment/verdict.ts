import { formatDifference, formatShare, formatValue, type Language, outOfTen } from '../kernel/format.ts';
import { METRICS, type Metric } from '../model/metrics.ts';
import type { NormalStudy } from '../study/normal.ts';
import type { Claim } from './claim.ts';

/** Side effects worth a word: metrics a leader watches beside the primary one. */
const WATCHED = [
  'attainment',
  'win-rate',
  'cycle-days',
  'churn',
  'satisfaction',
  'rep-turnover',
  'ramp-days',
  'pay-cost',
];

/** Worlds out of so many are told of a cost that may rise or may not. */
const WORLDS = 5;

/** A change for the worse smaller than this share of today's value is not worth a word. */
const WORTH_A_WORD = 0.01;

/** From this share of single years on, that nothing changes says more than how often it is for the better. */
const TIES_WORTH_A_WORD = 0.1;

/** Everything a verdict says, in both languages. */
const WORDS = {
  en: {
    none: 'Makes no difference at all: every replication came out the same as today.',
    adds: (what: string, size: string) => `Adds ${size} of ${what} a year`,
    costs: (what: string, size: string) => `Costs ${size} of ${what} a year`,
    raises: (what: string, size: string) => `Changes ${what} by ${size}`,
    sure: (low: string, high: string) => `90 % sure the expected change is between ${low} and ${high}`,
    unsure: 'we cannot tell yet whether it helps',
    few: 'how sure that is cannot be said from so few draws of what we do not know',
    rare: (percent: string) =>
      `only ${percent} of the simulated worlds differ at all, too few to say how sure that is`,
    likelyGood: 'more likely to help than to harm',
    likelyBad: 'more likely to harm than to help',
    years: (n: string, span: string) => `in about ${n} of 10 single ${span} it beats today`,
    ties: (percent: string, span: string) => `in ${percent} of single ${span} nothing changes`,
    never: (span: string) => `in none of the simulated single ${span} does it beat today`,
    always: (span: string) => `in all of the simulated single ${span} it beats today`,
    span: (months: number) => (months === 12 ? 'years' : `spells of ${months} months`),
    side: (list: string) => `Watch: ${list}`,
    aYear: (what: string) => `${what} a year`,
    slower: (size: string) => `slower for new reps, by ${size}`,
    dearer: (n: number) => `pay costs more in ${n} of ${WORLDS} worlds`,
    stop: '.',
    join: '; ',
  },
  zh: {
    none: '没有任何差别：每一次模拟都与现状完全相同。',
    adds: (what: string, size: string) => `每年${what}增加 ${size}`,
    costs: (what: string, size: string) => `每年${what}减少 ${size}`,
    raises: (what: string, size: string) => `${what}变化 ${size}`,
    sure: (low: string, high: string) => `有九成把握，预期变化在 ${low} 与 ${high} 之间`,
    unsure: '目前还无法判断是否有益',
    few: '参数抽样太少，还说不上有多大把握',
    rare: (percent: string) => `模拟中只有 ${percent} 的情形有差别，太少，还说不上有多大把握`,
    likelyGood: '利大于弊的可能性较高',
    likelyBad: '弊大于利的可能性较高',
    years: (n: string, span: string) => `单看${span}，约十次中有 ${n} 次优于现状`,
    ties: (percent: string, span: string) => `单看${span}，${percent} 的情形毫无变化`,
    never: (span: string) => `单看${span}，模拟中没有一次优于现状`,
    always: (span: string) => `单看${span}，模拟中次次优于现状`,
    span: (months: number) => (months === 12 ? '一年' : ` ${months} 个月`),
    side: (list: string) => `需留意：${list}`,
    aYear: (what: string) => `每年${what}`,
    slower: (size: string) => `新人成长更慢，多 ${size}`,
    dearer: (n: number) => `${WORLDS} 个可能的世界中有 ${n} 个薪酬成本更高`,
    stop: '。',
    join: '；',
  },
} as const;

type Words = (typeof WORDS)[Language];

/**
 * What a leader should take away from one comparison, in one or two plain sentences: the expected change of the
 * primary metric, how sure we are, how often a single year would show it, and what gets clearly and noticeably worse.
 *
 * @param claims of every metric
 */
export function verdict(study: NormalStudy, claims: ReadonlyMap<string, Claim>, language: Language): string {
  const words = WORDS[language];
  const metric = METRICS.find((m) => m.id === study.run.primary)!;
  const claim = claims.get(metric.id)!;
  if ([...claims.values()].every((one) => one.standing === 'same' || Number.isNaN(one.mean)))
    return words.none;
  const years = study.run.horizonDays / 252;
  const scale = metric.unit === 'money' ? 1 / years : 1;
  const show = (x: number): string => formatDifference(x * scale, metric.unit, study.currency, language);
  const name = language === 'en' ? metric.name.en.toLowerCase() : metric.name.zh;
  const size = formatValue(Math.abs(claim.mean) * scale, metric.unit, study.currency, language);
  const head =
    metric.unit !== 'money'
      ? words.raises(name, show(claim.mean))
      : claim.mean >= 0
        ? words.adds(name, size)
        : words.costs(name, size);
  const colon = language === 'en' ? ': ' : '：';
  const span = words.span(Math.round((years * 12 + Number.EPSILON) * 10) / 10);
  const said = [...sureness(claim, metric, words, show), ...chances(claim, words, span)];
  const first = `${head}${colon}${said.join(words.join)}${words.stop}`;
  const worse = WATCHED.filter((id) => id !== metric.id).flatMap((id) =>
    worsened(study, METRICS.find((m) => m.id === id)!, claims.get(id)!, language),
  );
  if (worse.length === 0) return first;
  const list = worse.join(language === 'en' ? ', ' : '、');
  return `${first}${language === 'en' ? ' ' : ''}${words.side(list)}${words.stop}`;
}

/** Between what the expected change lies, and what that means for the direction. */
function sureness(claim: Claim, metric: Metric, words: Words, show: (x: number) => string): string[] {
  const { standing, tied, range } = claim;
  if (standing === 'same' || standing === 'untold')
    return [tied >= 0.5 ? words.rare(formatShare(1 - tied)) : words.few];
  const sure = words.sure(show(range[0]), show(range[1]));
  if (metric.better === 'none') return [sure];
  const doubt = { 'likely-better': words.likelyGood, 'likely-worse': words.likelyBad, open: words.unsure };
  return standing === 'better' || standing === 'worse' ? [sure] : [sure, doubt[standing]];
}

/** How often a single year would show it. */
function chances({ chanceBetter, tied }: Claim, words: Words, span: string): string[] {
  if (Number.isNaN(chanceBetter)) return [];
  if (chanceBetter === 0) return [words.never(span)];
  if (chanceBetter === 1) return [words.always(span)];
  if (tied >= TIES_WORTH_A_WORD) return [words.ties(formatShare(tied), span)];
  return [words.years(outOfTen(chanceBetter), span)];
}

/** A metric that gets clearly and noticeably worse, in words; pay cost also where it may. */
function worsened(study: NormalStudy, metric: Metric, claim: Claim, language: Language): string[] {
  const words = WORDS[language];
  const { id, unit } = metric;
  const years = study.run.horizonDays / 252;
  if (claim.standing !== 'worse') {
    const worlds = Math.round(WORLDS * (1 - claim.probabilityBetter));
    const may = id === 'pay-cost' && worlds > 0 && worlds < WORLDS;
    return may && claim.range[1] >= WORTH_A_WORD * claim.today ? [words.dearer(worlds)] : [];
  }
  if (!(claim.share >= WORTH_A_WORD)) return [];
  if (id === 'ramp-days') return [words.slower(formatValue(claim.mean, unit, study.currency, language))];
  const label = language === 'en' ? metric.name.en.toLowerCase() : metric.name.zh;
  if (id !== 'pay-cost') return [`${label} ${formatDifference(claim.mean, unit, study.currency, language)}`];
  const yearly = formatDifference(claim.mean / years, unit, study.currency, language);
  return [language === 'en' ? words.aYear(`${label} ${yearly}`) : `${words.aYear(label)} ${yearly}`];
}
