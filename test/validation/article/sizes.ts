import type { Localised } from '../../../engine/kernel/quantity.ts';
import { presetById } from '../../../engine/study/presets/index.ts';
import { effectOf, type Trial } from '../effects.ts';
import { inBoth, meanOf, percent, type Row } from '../table.ts';
import { pays, type Support } from '../verdicts.ts';
import type { Size } from './advice.ts';
import { type Standing, shares, standingOf } from './rows.ts';

/** A size's advice in one industry. */
export interface Tried {
  readonly size: Size;
  readonly study: string;
  readonly trial: Trial;
  readonly standing: Standing;
}

export const tried = (size: Size, study: string, trial: Trial): Tried => ({
  size,
  study,
  trial,
  standing: standingOf(size.alternative, trial),
});

/** Advice over several industries: supported where it is in all, in part where it is in some. */
export function sizeVerdict(supports: readonly Support[]): Localised {
  const n = supports.length;
  const paying = supports.filter(pays).length;
  const good = supports.filter((one) => one === 'best' || one === 'not-beaten').length;
  if (good === n) return { en: 'Supported in every industry tried', zh: '在所试各行业均获支持' };
  if (paying === 0) return { en: 'Not supported in any industry tried', zh: '在所试各行业均不获支持' };
  return {
    en: `In part: pays in ${paying} of ${n} industries, and is not beaten by other advice in ${good}`,
    zh: `部分支持：${n} 个行业中 ${paying} 个有收益，${good} 个不逊于其他建议`,
  };
}

/** The row of one size over all its industries. */
export function sizeRow(size: Size, all: readonly Tried[]): Row {
  const { study } = all[0]!.trial;
  const each = (l: 'en' | 'zh'): string =>
    all
      .map(
        ({ trial, standing }) =>
          `${presetById(trial.study.context)!.name[l]} ${percent(standing.advised.mean)}`,
      )
      .join(l === 'en' ? '; ' : '；');
  const months = Math.round(study.run.horizonDays / 21);
  const low = Math.min(...all.map(({ standing }) => standing.advised.range[0]));
  const high = Math.max(...all.map(({ standing }) => standing.advised.range[1]));
  return {
    id: size.id,
    study: size.study,
    claim: size.text,
    setting: {
      en: `six industries, ${study.reps} reps, ${months} months; flat commission today`,
      zh: `六个行业，${study.reps} 人，${months} 个月；现为单一提成`,
    },
    simulated: inBoth(each),
    interval: inBoth(() => `${percent(low)} … ${percent(high)}`),
    replications: all.reduce((sum, { trial }) => sum + trial.sample.draws * trial.sample.replications, 0),
    verdict: sizeVerdict(all.map(({ standing }) => standing.support)),
    why: size.why,
  };
}

const SHORT: Readonly<Record<Support, Localised>> = {
  worse: { en: 'worse than nothing', zh: '不如不做' },
  'no-gain': { en: 'no clear gain', zh: '无明确收益' },
  'other-better': { en: 'pays, other advice more', zh: '有收益，别的建议更好' },
  best: { en: 'pays most', zh: '收益最高' },
  'not-beaten': { en: 'pays, not beaten', zh: '有收益，不逊于其他' },
};

/** Every size in every industry: all three mixes against nothing, and how the one advised to the size stands. */
export function sizesTable(all: readonly Tried[], language: 'en' | 'zh'): string {
  const zh = language === 'zh';
  const head = zh
    ? [
        '',
        '行业',
        '人数',
        '给小公司的建议',
        '给中型公司的建议',
        '给大公司的建议',
        '针对此规模的建议',
        '其毛利、薪酬、方案成本；签约额',
        '重复次数',
      ]
    : [
        '',
        'industry',
        'reps',
        'advice to small',
        'advice to mid-sized',
        'advice to large',
        'the advice to this size',
        'its gross margin, pay, cost of practices; bookings',
        'replications',
      ];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = all.map(({ size, study, trial, standing }) => {
    const mixes = ['small-advice', 'mid-advice', 'large-advice'].map((id) => {
      const mean = meanOf(standingOf(id, trial).advised, percent);
      return id === size.alternative ? `**${mean}**` : mean;
    });
    const parts = shares(size.alternative, trial);
    const bookings = percent(effectOf(trial, size.alternative, 'baseline', 'bookings', 'relative').mean);
    return line([
      `[${size.id}](${study}.yaml)`,
      presetById(trial.study.context)!.name[language],
      String(trial.study.reps),
      ...mixes,
      SHORT[standing.support][language],
      `${[parts.margin, parts.pay, parts.practices].map(percent).join(', ')}; ${bookings}`,
      String(trial.sample.draws * trial.sample.replications),
    ]);
  });
  return [line(head), line(head.map(() => '---')), ...rows].join('\n');
}
