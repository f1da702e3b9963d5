import { formatDifference, formatValue, type Language, outOfTen } from '../kernel/format.ts';
import { METRICS, type Metric } from '../model/metrics.ts';
import type { PairedDifference } from '../statistics/paired.ts';
import type { NormalStudy } from '../study/normal.ts';

/** Chances from which a verdict speaks plainly. */
const SURE = 0.95;
const LIKELY = 0.75;

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

/** Everything a verdict says, in both languages. */
const WORDS = {
  en: {
    none: 'Makes no difference at all: every replication came out the same as today.',
    adds: (what: string, size: string) => `Adds ${size} of ${what} a year`,
    costs: (what: string, size: string) => `Costs ${size} of ${what} a year`,
    raises: (what: string, size: string) => `Changes ${what} by ${size}`,
    sure: (low: string, high: string) => `90 % sure the expected change is between ${low} and ${high}`,
    unsure: 'we cannot tell yet whether it helps',
    oneDraw: 'how sure that is cannot be said from one draw of what we do not know',
    likelyGood: 'more likely to help than to harm',
    likelyBad: 'more likely to harm than to help',
    years: (n: string, span: string) => `in about ${n} of 10 single ${span} it beats today`,
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
    oneDraw: '仅凭一组参数抽样，还说不上有多大把握',
    likelyGood: '利大于弊的可能性较高',
    likelyBad: '弊大于利的可能性较高',
    years: (n: string, span: string) => `单看${span}，约十次中有 ${n} 次优于现状`,
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

/**
 * What a leader should take away from one comparison, in one or two plain sentences: the expected change of the
 * primary metric, how sure we are, how often a single year would show it, and what gets clearly and noticeably worse.
 *
 * @param today mean of each metric under the baseline
 */
export function verdict(
  study: NormalStudy,
  differences: ReadonlyMap<string, PairedDifference>,
  today: ReadonlyMap<string, number>,
  language: Language,
): string {
  const words = WORDS[language];
  const metric = METRICS.find((m) => m.id === study.run.primary)!;
  const d = differences.get(metric.id)!;
  const changed = [...differences.values()].some(
    (one) => one.mean !== 0 || one.predictive[0] !== one.predictive[1],
  );
  if (!changed) return words.none;
  const years = study.run.horizonDays / 252;
  const scale = metric.unit === 'money' ? 1 / years : 1;
  const show = (x: number): string => formatDifference(x * scale, metric.unit, study.currency, language);
  const name = language === 'en' ? metric.name.en.toLowerCase() : metric.name.zh;
  const size = formatValue(Math.abs(d.mean) * scale, metric.unit, study.currency, language);
  const good = better(metric, d.probabilityAbove);
  const head =
    metric.unit !== 'money'
      ? words.raises(name, show(d.mean))
      : d.mean >= 0
        ? words.adds(name, size)
        : words.costs(name, size);
  const colon = language === 'en' ? ': ' : '：';
  // One parameter draw has no spread: a range of no width would pass for certainty.
  if (!Number.isFinite(d.interval[0])) return `${head}${colon}${words.oneDraw}${words.stop}`;
  const sure = words.sure(show(d.credible[0]), show(d.credible[1]));
  const doubt =
    good >= SURE || good <= 1 - SURE
      ? ''
      : words.join +
        (good >= LIKELY ? words.likelyGood : good <= 1 - LIKELY ? words.likelyBad : words.unsure);
  const span = words.span(Math.round((years * 12 + Number.EPSILON) * 10) / 10);
  const often = better(metric, d.shareAbove);
  const chance =
    often === 0 ? words.never(span) : often === 1 ? words.always(span) : words.years(outOfTen(often), span);
  const first = `${head}${colon}${sure}${doubt}${words.join}${chance}${words.stop}`;
  const worse = WATCHED.flatMap((id) => {
    const other = METRICS.find((m) => m.id === id)!;
    const change = differences.get(id)!;
    if (id === metric.id) return [];
    const least = WORTH_A_WORD * Math.abs(today.get(id)!);
    if (better(other, change.probabilityAbove) > 1 - SURE) {
      const worlds = Math.round(WORLDS * change.probabilityAbove);
      const may = id === 'pay-cost' && worlds > 0 && worlds < WORLDS && change.credible[1] >= least;
      return may ? [words.dearer(worlds)] : [];
    }
    if (!(Math.abs(change.mean) >= least)) return [];
    if (id === 'ramp-days')
      return [words.slower(formatValue(change.mean, other.unit, study.currency, language))];
    if (id === 'pay-cost') {
      const yearly = formatDifference(change.mean / years, other.unit, study.currency, language);
      return [
        language === 'en'
          ? words.aYear(`${other.name.en.toLowerCase()} ${yearly}`)
          : `${words.aYear(other.name.zh)} ${yearly}`,
      ];
    }
    const label = language === 'en' ? other.name.en.toLowerCase() : other.name.zh;
    return [`${label} ${formatDifference(change.mean, other.unit, study.currency, language)}`];
  });
  if (worse.length === 0) return first;
  const list = worse.join(language === 'en' ? ', ' : '、');
  return `${first}${language === 'en' ? ' ' : ''}${words.side(list)}${words.stop}`;
}

/** A chance of being above 0 as a chance of being better. */
function better(metric: Metric, above: number): number {
  return metric.better === 'lower' ? 1 - above : above;
}
