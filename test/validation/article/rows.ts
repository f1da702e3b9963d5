import type { Localised } from '../../../engine/kernel/quantity.ts';
import { type Effect, effectOf, type Trial } from '../effects.ts';
import { figure, inBoth, meanOf, named, percent, type Row, settingOf, span } from '../table.ts';
import {
  adviceVerdict,
  levelVerdict,
  type Support,
  signVerdict,
  sizeVerdict,
  supportOf,
} from '../verdicts.ts';
import type { Advised, Claim, Kept, Measured } from './claims.ts';

/** The row of a claim that one comparison answers. */
export function claimRow(claim: Claim, trial: Trial): Row {
  const cells =
    claim.kind === 'advice'
      ? adviceCells(claim, trial)
      : claim.kind === 'kept'
        ? keptCells(claim, trial)
        : measuredCells(claim, trial);
  const { draws, replications } = trial.sample;
  return {
    id: claim.id,
    study: claim.study,
    claim: claim.text,
    setting: settingOf(trial.study, claim.note),
    replications: draws * replications,
    ...cells,
  };
}

type Cells = Pick<Row, 'simulated' | 'interval' | 'verdict' | 'why'>;

function measuredCells(claim: Measured, trial: Trial): Cells {
  const { alternative, against, metric, told } = claim;
  const size = claim.kind === 'size' ? claim.claim : Number.NaN;
  const effect = effectOf(trial, alternative, against, metric, told, size);
  const toward = claim.claim < 0 ? -1 : 1;
  return {
    simulated: inBoth((l) => meanOf(effect, (x) => figure(x, metric, told, trial.study, l))),
    interval: inBoth((l) => span(effect.range, (x) => figure(x, metric, told, trial.study, l))),
    verdict: claim.kind === 'size' ? sizeVerdict(effect, toward) : signVerdict(effect, toward),
    why: withBeside(claim, trial, alternative, against),
  };
}

function keptCells(claim: Kept, trial: Trial): Cells {
  const { alternative, claim: level } = claim;
  const before = effectOf(trial, 'baseline', 'baseline', 'kept', 'level');
  const after = effectOf(trial, alternative, 'baseline', 'kept', 'level');
  const change = effectOf(trial, alternative, 'baseline', 'kept', 'difference');
  const show = (x: number, told: 'level' | 'difference', l: 'en' | 'zh'): string =>
    figure(x, 'kept', told, trial.study, l);
  return {
    simulated: {
      en: `from ${show(before.mean, 'level', 'en')} to ${show(after.mean, 'level', 'en')}: ${meanOf(change, (x) => show(x, 'difference', 'en'))}`,
      zh: `从 ${show(before.mean, 'level', 'zh')} 到 ${show(after.mean, 'level', 'zh')}：${meanOf(change, (x) => show(x, 'difference', 'zh'))}`,
    },
    interval: inBoth((l) => span(change.range, (x) => show(x, 'difference', l))),
    verdict: levelVerdict(before, after, change, level),
    why: withBeside(claim, trial, alternative, 'baseline'),
  };
}

/** The reason, and the figures that a claim wants to be seen beside it. */
function withBeside(claim: Measured | Kept, trial: Trial, alternative: string, against: string): Localised {
  const shown = claim.kind === 'kept' ? 'kept' : claim.metric;
  const beside = claim.beside?.filter((metric) => metric !== shown) ?? [];
  if (beside.length === 0) return claim.why;
  const list = (l: 'en' | 'zh'): string =>
    beside
      .map((metric) => {
        const name = named(metric).name[l];
        const effect = effectOf(trial, alternative, against, metric, 'relative');
        return `${l === 'en' ? name.toLowerCase() : name} ${percent(effect.mean)}`;
      })
      .join(l === 'en' ? ', ' : '，');
  return { en: `${claim.why.en} Beside it: ${list('en')}.`, zh: `${claim.why.zh}同时：${list('zh')}。` };
}

/** What a mix adds to net contribution, as a share of what there is without. */
export const netOf = (trial: Trial, one: string, other: string): Effect =>
  effectOf(trial, one, other, 'net-contribution', 'relative');

/** How an advised mix does against nothing and against each other mix of its study. */
export interface Standing {
  readonly advised: Effect;
  readonly support: Support;
  readonly rivals: readonly Effect[];
  /** The best of the other mixes. */
  readonly best: { readonly name: Localised; readonly effect: Effect };
}

/** @param id the mix advised */
export function standingOf(id: string, trial: Trial): Standing {
  const advised = netOf(trial, id, 'baseline');
  const others = trial.study.alternatives.slice(1).filter((one) => one.id !== id);
  const rivals = others.map((one) => netOf(trial, id, one.id));
  const ranked = others
    .map((one) => ({ name: one.name!, effect: netOf(trial, one.id, 'baseline') }))
    .sort((a, b) => b.effect.mean - a.effect.mean);
  return { advised, support: supportOf(advised, rivals), rivals, best: ranked[0]! };
}

function adviceCells(claim: Advised, trial: Trial): Cells {
  const { advised, rivals, best } = standingOf(claim.alternative, trial);
  const mean = meanOf(advised, percent);
  const other = percent(best.effect.mean);
  const parts = partsOf(claim.alternative, trial);
  return {
    simulated: {
      en: `${mean}; best other mix: ${other} (${best.name.en})`,
      zh: `${mean}；其他组合中最好：${other}（${best.name.zh}）`,
    },
    interval: inBoth(() => span(advised.range, percent)),
    verdict: adviceVerdict(advised, rivals),
    why: { en: `${claim.why.en} ${parts.en}`, zh: `${claim.why.zh}${parts.zh}` },
  };
}

/**
 * Where a mix's change of net contribution comes from, as shares of what there is without it: gross margin less pay less
 * the practices' cost less leads and leavers. The four add up to it exactly, up to rounding.
 */
export function shares(
  id: string,
  trial: Trial,
): Readonly<Record<'margin' | 'pay' | 'practices' | 'rest', number>> {
  const usual = Math.abs(effectOf(trial, 'baseline', 'baseline', 'net-contribution', 'level').mean);
  const of = (metric: string): number => effectOf(trial, id, 'baseline', metric, 'difference').mean / usual;
  const margin = of('gross-margin');
  const pay = -of('pay-cost');
  const practices = -of('scheme-cost');
  return { margin, pay, practices, rest: of('net-contribution') - margin - pay - practices };
}

function partsOf(id: string, trial: Trial): Localised {
  const { margin, pay, practices, rest } = shares(id, trial);
  const bookings = percent(effectOf(trial, id, 'baseline', 'bookings', 'relative').mean);
  return {
    en: `Made up of gross margin ${percent(margin)}, pay ${percent(pay)}, the practices’ cost ${percent(practices)}, leads and leavers ${percent(rest)}; bookings ${bookings}.`,
    zh: `其中毛利 ${percent(margin)}，薪酬 ${percent(pay)}，方案成本 ${percent(practices)}，线索与人员流动 ${percent(rest)}；签约额 ${bookings}。`,
  };
}
