import { formatDifference, formatShare, formatValue, type Language, outOfTen } from '../kernel/format.ts';
import { METRICS, type Metric } from '../model/metrics.ts';
import type { NormalStudy } from '../study/normal.ts';
import type { Claim } from './claim.ts';
import type { Payback } from './payback.ts';
import { horizonText } from './said.ts';
import { type Harm, harms, isHardly, LOSING, WORLDS } from './worth-saying.ts';

/** From this share of single spells on, that nothing changes says more than how often it is for the better. */
const TIES_WORTH_A_WORD = 0.1;

/** Primary metrics whose verdict tells apart what comes inside the horizon and what is there at its end. */
const OF_VALUE = ['net-value', 'net-contribution'];

/** A space between a Chinese character and a figure that follows it. */
function spaced(text: string): string {
  return /^\d/.test(text) ? ` ${text}` : text;
}

/** Everything a verdict says, in both languages. */
const WORDS = {
  en: {
    none: 'Makes no difference at all: every replication came out the same as today.',
    adds: (what: string, size: string, span: string) => `Adds ${size} of ${what} in ${span}`,
    costs: (what: string, size: string, span: string) => `Costs ${size} of ${what} in ${span}`,
    raises: (what: string, size: string) => `Raises ${what} by ${size}`,
    lowers: (what: string, size: string) => `Lowers ${what} by ${size}`,
    probably: (what: string) => `Probably ${what[0]!.toLowerCase()}${what.slice(1)}`,
    average: (what: string, size: string, span: string) =>
      `${what[0]!.toUpperCase()}${what.slice(1)} ${size}${span && ` in ${span}`} on average`,
    hardly: (what: string, size: string, span: string) =>
      `Hardly changes ${what}: ${size}${span && ` in ${span}`}`,
    share: (share: string) => ` (${share} of today’s)`,
    sure: (low: string, high: string) => `90 % sure the expected change is between ${low} and ${high}`,
    unsure: 'we cannot tell yet whether it helps',
    few: 'how sure that is cannot be said from so few draws of what we do not know',
    rare: (percent: string) =>
      `only ${percent} of the simulated worlds differ at all, too few to say how sure that is`,
    times: (n: string, span: string) => `in about ${n} of 10 single ${span} it beats today`,
    ties: (percent: string, span: string) => `in ${percent} of single ${span} nothing changes`,
    never: (span: string) => `in none of the simulated single ${span} does it beat today`,
    always: (span: string) => `in all of the simulated single ${span} it beats today`,
    spells: (span: string) => (span === 'a year' ? 'years' : `spells of ${span}`),
    apart: (inside: string, end: string) => `Of that, ${inside} and ${end}`,
    within: (size: string, span: string) => `${size} within the ${span}`,
    atEnd: (size: string) => `${size} in what customers and open deals are worth at the end`,
    doubtful: ' (not told apart from none)',
    probable: ' (probably)',
    costsNow: (now: string, then: string, span: string) =>
      `Costs ${now} within the ${span}, but customers and open deals are worth ${then} more at the end`,
    addsNow: (now: string, then: string, span: string) =>
      `Adds ${now} within the ${span}, but customers and open deals are worth ${then} less at the end`,
    back: (months: string) => `pays for itself within the horizon after ${months}`,
    months: (n: number) => (n === 1 ? 'a month' : `${n} months`),
    notBack: 'does not pay for itself within the horizon',
    side: (list: string) => `Watch: ${list}`,
    likely: (what: string) => `probably ${what}`,
    slower: (size: string) => `slower for new reps, by ${size}`,
    losing: (lose: string, gain: string) =>
      `a fifth or more of their pay lost by ${lose} of people (as much gained by ${gain})`,
    dearer: (n: number) => `pay costs more in ${n} of ${WORLDS} worlds`,
    over: (what: string, span: string) => `${what} in ${span}`,
    stop: '.',
    join: '; ',
    colon: ': ',
    gap: ' ',
    list: ', ',
  },
  zh: {
    none: '没有任何差别：每一次模拟都与现状完全相同。',
    adds: (what: string, size: string, span: string) => `${span}内${what}增加 ${size}`,
    costs: (what: string, size: string, span: string) => `${span}内${what}减少 ${size}`,
    raises: (what: string, size: string) => `${what}上升 ${size}`,
    lowers: (what: string, size: string) => `${what}下降 ${size}`,
    probably: (what: string) => `很可能${spaced(what)}`,
    average: (what: string, size: string, span: string) => `${span && `${span}内`}${what}平均 ${size}`,
    hardly: (what: string, size: string, span: string) => `${span && `${span}内`}${what}几乎不变：${size}`,
    share: (share: string) => `（现状的 ${share}）`,
    sure: (low: string, high: string) => `有九成把握，预期变化在 ${low} 与 ${high} 之间`,
    unsure: '目前还无法判断是否有益',
    few: '参数抽样太少，还说不上有多大把握',
    rare: (percent: string) => `模拟中只有 ${percent} 的情形有差别，太少，还说不上有多大把握`,
    times: (n: string, span: string) => `单看${span}，约十次中有 ${n} 次优于现状`,
    ties: (percent: string, span: string) => `单看${span}，${percent} 的情形毫无变化`,
    never: (span: string) => `单看${span}，模拟中没有一次优于现状`,
    always: (span: string) => `单看${span}，模拟中次次优于现状`,
    spells: spaced,
    apart: (inside: string, end: string) => `其中${spaced(inside)}，${end}`,
    within: (size: string, span: string) => `${span}之内 ${size}`,
    atEnd: (size: string) => `期末客户与在途商机的价值变化 ${size}`,
    doubtful: '（与无变化分不开）',
    probable: '（很可能）',
    costsNow: (now: string, then: string, span: string) =>
      `${span}之内少 ${now}，但期末客户与在途商机的价值多 ${then}`,
    addsNow: (now: string, then: string, span: string) =>
      `${span}之内多 ${now}，但期末客户与在途商机的价值少 ${then}`,
    back: (months: string) => `期内 ${months}后回本`,
    months: (n: number) => `${n} 个月`,
    notBack: '期内不能回本',
    side: (list: string) => `需留意：${list}`,
    likely: (what: string) => `很可能${spaced(what)}`,
    slower: (size: string) => `新人成长更慢，多 ${size}`,
    losing: (lose: string, gain: string) => `${lose} 的人收入减少五分之一以上（${gain} 的人增加同样多）`,
    dearer: (n: number) => `${WORLDS} 个可能的世界中有 ${n} 个薪酬成本更高`,
    over: (what: string, span: string) => `${span}内${what}`,
    stop: '。',
    join: '；',
    colon: '：',
    gap: '',
    list: '、',
  },
} as const;

/** What a verdict is made of. */
export interface Findings {
  /** Of every metric, and of LOSING. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** Of what customers and open opportunities are worth at the end. */
  readonly atEnd: Claim;
  readonly payback: Payback | null;
  /** Mean shares of people that are paid much less than today, and much more. */
  readonly paid: { readonly less: number; readonly more: number };
}

/**
 * What a leader should take away from one comparison, in a few plain sentences: the expected change of the primary metric
 * over the horizon, how sure we are, how often a single horizon would show it; how much of it comes within the horizon and
 * how much is what customers and open deals are worth at its end; and what gets worse. Amounts are over the horizon, as
 * simulated: a one-off does not come twice because a run was short.
 */
export function verdict(study: NormalStudy, findings: Findings, language: Language): string {
  return new Verdict(study, findings, language).text();
}

class Verdict {
  readonly #study: NormalStudy;
  readonly #found: Findings;
  readonly #language: Language;
  readonly #span: string;

  constructor(study: NormalStudy, findings: Findings, language: Language) {
    this.#study = study;
    this.#found = findings;
    this.#language = language;
    this.#span = horizonText(study.run.horizonDays, language);
  }

  get #words(): (typeof WORDS)[Language] {
    return WORDS[this.#language];
  }

  text(): string {
    const { claims } = this.#found;
    const words = this.#words;
    const metrics = METRICS.map(({ id }) => claims.get(id)!);
    if (metrics.every((one) => one.standing === 'same' || Number.isNaN(one.mean))) return words.none;
    return [this.#answer(), this.#parts(), this.#watch()]
      .filter((one) => one !== '')
      .map((one) => one + words.stop)
      .join(words.gap);
  }

  /** The expected change, how sure it is, and how often a single horizon would show it. */
  #answer(): string {
    const words = this.#words;
    const metric = metricOf(this.#study.run.primary);
    const claim = this.#found.claims.get(metric.id)!;
    const said = [...this.#sureness(claim, metric), ...this.#chances(claim)];
    const head = this.#head(metric, claim);
    // A head that ends in a figure of its own goes on with the next.
    return `${head}${isHardly(metric, claim) ? words.join : words.colon}${said.join(words.join)}`;
  }

  #head(metric: Metric, claim: Claim): string {
    const words = this.#words;
    const name = this.#name(metric);
    const money = metric.unit === 'money';
    const share = money && claim.today > 0 && claim.share < 10 ? words.share(formatShare(claim.share)) : '';
    const change = this.#change(claim.mean, metric);
    const span = money ? this.#span : '';
    if (isHardly(metric, claim)) return words.hardly(name, change, span) + share;
    const { standing, mean } = claim;
    const size = this.#size(mean, metric);
    const told = money
      ? (mean >= 0 ? words.adds : words.costs)(name, size, this.#span) + share
      : (mean >= 0 ? words.raises : words.lowers)(name, size);
    if (isClear(claim)) return told;
    if (standing === 'likely-better' || standing === 'likely-worse') return words.probably(told);
    // No direction is known, so no verb claims one.
    return words.average(name, change, span) + share;
  }

  /** Between what the expected change lies, and what that means for the direction. */
  #sureness({ standing, tied, range }: Claim, metric: Metric): string[] {
    const words = this.#words;
    if (standing === 'same' || standing === 'untold')
      return [tied >= 0.5 ? words.rare(formatShare(1 - tied)) : words.few];
    const sure = words.sure(this.#change(range[0], metric), this.#change(range[1], metric));
    return standing === 'open' && metric.better !== 'none' ? [sure, words.unsure] : [sure];
  }

  #chances({ chanceBetter, tied }: Claim): string[] {
    const words = this.#words;
    const span = words.spells(this.#span);
    if (Number.isNaN(chanceBetter)) return [];
    if (chanceBetter === 0) return [words.never(span)];
    if (chanceBetter === 1) return [words.always(span)];
    if (tied >= TIES_WORTH_A_WORD) return [words.ties(formatShare(tied), span)];
    return [words.times(outOfTen(chanceBetter), span)];
  }

  /** What comes within the horizon, and what is there at its end; when it pays for itself. */
  #parts(): string {
    if (!OF_VALUE.includes(this.#study.run.primary)) return '';
    const words = this.#words;
    const { claims, atEnd } = this.#found;
    const inside = claims.get('net-contribution')!;
    if (!Number.isFinite(inside.mean) || !Number.isFinite(atEnd.mean)) return '';
    const span = this.#span.replace(/^an? /, '');
    const money = metricOf('net-contribution');
    const size = (claim: Claim): string => this.#size(claim.mean, money);
    const change = (claim: Claim): string => this.#change(claim.mean, money);
    const doubt = ({ standing }: Claim): string =>
      standing === 'open' || standing === 'untold'
        ? words.doubtful
        : standing.startsWith('likely')
          ? words.probable
          : '';
    const against = isClear(inside) && isClear(atEnd) && inside.mean * atEnd.mean < 0;
    const apart = against
      ? (inside.mean < 0 ? words.costsNow : words.addsNow)(size(inside), size(atEnd), span)
      : words.apart(
          words.within(change(inside), span) + doubt(inside),
          words.atEnd(change(atEnd)) + doubt(atEnd),
        );
    return [apart, ...(isClear(inside) ? this.#payback() : [])].join(words.join);
  }

  /** Said only where it is known: that it pays for itself after a while, or, of what is worth it in the end, that it does not. */
  #payback(): string[] {
    const words = this.#words;
    const { claims, payback } = this.#found;
    if (payback === null) return [];
    const { months, interval } = payback;
    const worthIt = claims.get(this.#study.run.primary)!.mean > 0;
    if (months === null) return interval[0] === null && worthIt ? [words.notBack] : [];
    return months > 0 && interval[1] !== null ? [words.back(words.months(months))] : [];
  }

  #watch(): string {
    const words = this.#words;
    const worse = harms(this.#found.claims, this.#study.run.primary).map((harm) => this.#harm(harm));
    return worse.length === 0 ? '' : words.side(worse.join(words.list));
  }

  #harm({ id, claim, how, worlds }: Harm): string {
    const words = this.#words;
    if (how === 'may') return words.dearer(worlds);
    const told = this.#worse(id, claim);
    return how === 'likely' ? words.likely(told) : told;
  }

  #worse(id: string, claim: Claim): string {
    const words = this.#words;
    const { less, more } = this.#found.paid;
    if (id === LOSING) return words.losing(formatShare(less), formatShare(more));
    const metric = metricOf(id);
    if (id === 'ramp-days') return words.slower(this.#size(claim.mean, metric));
    const told = `${this.#name(metric)} ${this.#change(claim.mean, metric)}`;
    return metric.unit === 'money' ? words.over(told, this.#span) : told;
  }

  #name(metric: Metric): string {
    return this.#language === 'en' ? metric.name.en.toLowerCase() : metric.name.zh;
  }

  #change(x: number, { unit }: Metric): string {
    return formatDifference(x, unit, this.#study.currency, this.#language);
  }

  /** How large a change is, without its sign. */
  #size(x: number, { unit }: Metric): string {
    return unit === 'share'
      ? this.#change(Math.abs(x), { unit } as Metric).replace('+', '')
      : formatValue(Math.abs(x), unit, this.#study.currency, this.#language);
  }
}

function metricOf(id: string): Metric {
  return METRICS.find((one) => one.id === id)!;
}

function isClear({ standing }: Claim): boolean {
  return standing === 'better' || standing === 'worse';
}
