import { describe, expect, test } from 'vitest';
import { claimOf } from '../../engine/experiment/claim.ts';
import type { Payback } from '../../engine/experiment/payback.ts';
import { verdict } from '../../engine/experiment/verdict.ts';
import { LOSING } from '../../engine/experiment/worth-saying.ts';
import { METRICS } from '../../engine/model/metrics.ts';
import { type PairedDifference, pairedDifference } from '../../engine/statistics/paired.ts';
import { studyOf } from './made-up.ts';

/** A difference worked out from draws, one replication each, about `mean` and as wide as `spread`. */
function difference(mean: number, spread: number): PairedDifference {
  const draws = Array.from({ length: 41 }, (_, i) => mean + (spread * (i - 20)) / 20);
  return pairedDifference(
    draws,
    draws.map(() => 0),
    1,
    0.95,
  );
}

const NOTHING = difference(0, 0);

interface More {
  readonly atEnd?: PairedDifference;
  readonly payback?: Payback;
  readonly losing?: PairedDifference;
}

/** Verdict in both languages; metrics not named do not differ. */
function verdicts(
  changes: Readonly<Record<string, PairedDifference>>,
  today: Readonly<Record<string, number>> = {},
  run: Parameters<typeof studyOf>[1] = {},
  { atEnd = NOTHING, payback, losing = NOTHING }: More = {},
): { en: string; zh: string } {
  const study = studyOf(['a'], { primary: 'net-contribution', ...run });
  const claims = new Map(
    METRICS.map((metric) => [
      metric.id,
      claimOf(metric, changes[metric.id] ?? NOTHING, today[metric.id] ?? 1),
    ]),
  );
  claims.set(LOSING, claimOf({ better: 'lower' }, losing, 0));
  const findings = {
    claims,
    atEnd: claimOf({ better: 'higher' }, atEnd, 1),
    payback: payback ?? null,
    paid: { less: losing.mean + 0.05, more: 0.05 },
  };
  return { en: verdict(study, findings, 'en'), zh: verdict(study, findings, 'zh') };
}

describe('a verdict', () => {
  test('says plainly when nothing differs', () => {
    expect(verdicts({})).toEqual({
      en: 'Makes no difference at all: every replication came out the same as today.',
      zh: '没有任何差别：每一次模拟都与现状完全相同。',
    });
  });

  test('claims no certainty from one parameter draw', () => {
    const { en, zh } = verdicts({ 'net-contribution': pairedDifference([2e6, 3e6], [0, 0], 2, 0.95) });
    expect(en).toMatch(
      /^Net contribution \+¥2\.50 m in a year on average: how sure that is cannot be said from so few draws of what we do not know\./,
    );
    expect(zh).toMatch(/^一年内净贡献平均 \+¥250 万：参数抽样太少，还说不上有多大把握。/);
  });

  test('tells a sure gain with its size, its range and how often a year shows it', () => {
    const { en, zh } = verdicts({ 'net-contribution': difference(2e6, 1e6) });
    expect(en).toContain('Adds ¥2.00 m of net contribution in a year');
    expect(en).toMatch(/90 % sure .* between \+¥9\d\d k and \+¥3\.\d+ m/);
    expect(en).toContain('in all of the simulated single years');
    expect(en).not.toMatch(/robably|cannot tell|Watch/);
    expect(zh).toContain('一年内净贡献增加 ¥200 万');
    expect(zh).toContain('有九成把握');
    expect(zh).toContain('单看一年，模拟中次次优于现状');
    expect(zh).not.toMatch(/可能性|无法判断|需留意/);
  });

  test('tells a loss as a loss', () => {
    const { en, zh } = verdicts({ 'net-contribution': difference(-2e6, 1e6) });
    expect(en).toContain('Costs ¥2.00 m of net contribution in a year');
    expect(en).toContain('in none of the simulated single years');
    expect(zh).toContain('一年内净贡献减少 ¥200 万');
  });

  test('speaks of likelihoods where it is not sure, and of not knowing where it does not know', () => {
    const likely = verdicts({ 'net-contribution': difference(1e6, 1.5e6) });
    expect(likely.en).toMatch(/^Probably adds ¥1\.00 m of net contribution in a year/);
    expect(likely.zh).toMatch(/^很可能一年内净贡献增加 ¥100 万/);
    const unlikely = verdicts({ 'net-contribution': difference(-1e6, 1.5e6) });
    expect(unlikely.en).toMatch(/^Probably costs ¥1\.00 m/);
    expect(unlikely.zh).toMatch(/^很可能一年内净贡献减少 ¥100 万/);
    const open = verdicts({ 'net-contribution': difference(1e5, 1.5e6) });
    // Neither adds nor costs.
    expect(open.en).toMatch(/^Net contribution \+¥100 k in a year on average/);
    expect(open.en).toContain('we cannot tell yet whether it helps');
    expect(open.zh).toContain('目前还无法判断是否有益');
  });

  test('names what gets clearly and noticeably worse, and nothing else', () => {
    const { en, zh } = verdicts(
      {
        'net-contribution': difference(2e6, 1e6),
        churn: difference(0.03, 0.01),
        'win-rate': difference(0.02, 0.01),
        satisfaction: difference(-0.001, 0.0001),
        'rep-turnover': difference(0.02, 0.2),
      },
      { churn: 0.1, 'win-rate': 0.2, satisfaction: 70, 'rep-turnover': 0.3 },
    );
    expect(en).toMatch(/Watch: .*churn.* \+3\.00 pp\.$/i);
    expect(zh).toMatch(/需留意：.*\+3\.00 个百分点。$/);
    // Better, not noticeable, not clear:
    const watched = en.slice(en.indexOf('Watch'));
    for (const quiet of ['win rate', 'satisfaction', 'turnover'])
      expect(watched.toLowerCase(), quiet).not.toContain(quiet);
  });

  test('tells in how many worlds pay costs more where it is not sure, and that new reps take longer', () => {
    const changes = {
      'net-contribution': difference(2e6, 1e6),
      // Uniform on −¥1.0 m … +¥0.6 m: above 0 in 3 of 8 worlds, which is 2 of 5.
      'pay-cost': difference(-2e5, 8e5),
      'ramp-days': difference(9, 3),
    };
    const { en, zh } = verdicts(changes, { 'pay-cost': 1e7, 'ramp-days': 90 });
    expect(en).toMatch(/Watch: slower for new reps, by 9\.00 days, pay costs more in 2 of 5 worlds\.$/);
    expect(zh).toMatch(/需留意：新人成长更慢，多 9\.00 天、5 个可能的世界中有 2 个薪酬成本更高。$/);
    // A rise too small to matter, and one that is sure, are not told so.
    expect(verdicts(changes, { 'pay-cost': 1e9, 'ramp-days': 90 }).en).not.toContain('worlds');
    const sure = verdicts(
      { ...changes, 'pay-cost': difference(2e6, 1e6) },
      { 'pay-cost': 1e7, 'ramp-days': 90 },
    );
    expect(sure.en).not.toContain('worlds');
  });

  test('gives money over the horizon, never scaled to a year', () => {
    const changes = { 'net-contribution': difference(2e6, 1e6), 'pay-cost': difference(3e6, 1e6) };
    const two = verdicts(changes, { 'pay-cost': 1e7 }, { horizonDays: 504 });
    expect(two.en).toContain('Adds ¥2.00 m of net contribution in two years');
    expect(two.en).toContain('single spells of two years');
    expect(two.en).toContain('Watch: pay cost +¥3.00 m in two years.');
    expect(two.zh).toContain('两年内净贡献增加 ¥200 万');
    expect(two.zh).toContain('需留意：两年内薪酬成本 +¥300 万。');
    const half = verdicts(changes, { 'pay-cost': 1e7 }, { horizonDays: 126 });
    expect(half.en).toContain('Adds ¥2.00 m of net contribution in half a year');
    expect(half.zh).toContain('半年内净贡献增加 ¥200 万');
    expect(verdicts(changes, {}, { horizonDays: 315 }).en).toContain('in 15 months');
    const likely = verdicts({ 'net-contribution': difference(1e6, 1.5e6) }, {}, { horizonDays: 315 });
    expect(likely.zh).toMatch(/^很可能 15 个月内净贡献增加 .*单看 15 个月，.*其中 15 个月之内/);
  });

  test('calls a change that is too small to matter hardly one, and says its size as a share', () => {
    const today = { 'net-contribution': 1.44e8 };
    const { en, zh } = verdicts({ 'net-contribution': difference(1.3e5, 5e4) }, today);
    expect(en).toMatch(
      /^Hardly changes net contribution: \+¥130 k in a year \(0\.09 % of today’s\); 90 % sure/,
    );
    expect(zh).toMatch(/^一年内净贡献几乎不变：\+¥13\.0 万（现状的 0\.09 %）；有九成把握/);
    // What may still be large is not hardly anything; what is large is told with its share.
    expect(verdicts({ 'net-contribution': difference(1.3e5, 3e6) }, today).en).toMatch(
      /^Net contribution \+¥130 k .*cannot tell/,
    );
    expect(verdicts({ 'net-contribution': difference(7.2e6, 5e4) }, today).en).toMatch(
      /^Adds ¥7\.20 m of net contribution in a year \(5\.00 % of today’s\): 90 % sure/,
    );
  });

  test('tells harm to people first, then to customers, then pay, then how work goes; trifles never', () => {
    const { en, zh } = verdicts(
      {
        'net-contribution': difference(2e6, 1e6),
        'cycle-days': difference(4, 1),
        'pay-cost': difference(3e6, 1e6),
        satisfaction: difference(-4, 1),
        churn: difference(0.02, 0.005),
        'rep-turnover': difference(0.22, 0.05),
      },
      { 'cycle-days': 60, 'pay-cost': 1e7, satisfaction: 70, churn: 0.1, 'rep-turnover': 0.3 },
      {},
      { losing: difference(0.9, 0.05) },
    );
    expect(en).toMatch(
      /Watch: rep turnover a year \+22\.0 pp, a fifth or more of their pay lost by 95\.0 % of people .*, customer churn a year \+2\.00 pp, customer satisfaction −4\.00 points, pay cost .*, sales cycle \+4\.00 days\.$/,
    );
    expect(zh).toMatch(/需留意：销售人员年流失率 .*、95\.0 % 的人收入减少五分之一以上.*、客户年流失率 .*、/);
    const trifle = verdicts(
      {
        'net-contribution': difference(2e6, 1e6),
        'cycle-days': difference(0.075, 0.01),
        'rep-turnover': difference(0.002, 0.0005),
      },
      { 'cycle-days': 5, 'rep-turnover': 0.3 },
    );
    expect(trifle.en).not.toContain('Watch');
  });

  test('tells harm to people and customers as probable where it is only likely, and other harm not at all', () => {
    const { en, zh } = verdicts(
      {
        'net-contribution': difference(2e6, 1e6),
        'rep-turnover': difference(0.1, 0.15),
        'cycle-days': difference(10, 15),
      },
      { 'cycle-days': 60, 'rep-turnover': 0.3 },
    );
    expect(en).toMatch(/Watch: probably rep turnover a year \+10\.0 pp\.$/);
    expect(zh).toMatch(/需留意：很可能销售人员年流失率 \+10\.0 个百分点。$/);
  });
});

describe('a verdict by net value', () => {
  const run = { primary: 'net-value', horizonDays: 504 };
  const told = (inside: PairedDifference, atEnd: PairedDifference, payback?: Payback) =>
    verdicts(
      { 'net-value': difference(inside.mean + atEnd.mean, 3e5), 'net-contribution': inside },
      {},
      run,
      payback === undefined ? { atEnd } : { atEnd, payback },
    );

  test('says what comes within the horizon, what is there at its end, and when it pays for itself', () => {
    const { en, zh } = told(difference(4e5, 1e5), difference(1.9e6, 2e5), { months: 14, interval: [11, 19] });
    expect(en).toContain(
      'Of that, +¥400 k within the two years and +¥1.90 m in what customers and open deals are worth at the end; pays for itself within the horizon after 14 months.',
    );
    expect(zh).toContain(
      '其中两年之内 +¥40.0 万，期末客户与在途商机的价值变化 +¥190 万；期内 14 个月后回本。',
    );
  });

  test('says so where both are sure and of opposite signs', () => {
    const { en, zh } = told(difference(-4e5, 1e5), difference(1.9e6, 2e5), {
      months: null,
      interval: [null, null],
    });
    expect(en).toContain(
      'Costs ¥400 k within the two years, but customers and open deals are worth ¥1.90 m more at the end; does not pay for itself within the horizon.',
    );
    expect(zh).toContain('两年之内少 ¥40.0 万，但期末客户与在途商机的价值多 ¥190 万；期内不能回本。');
    expect(told(difference(4e5, 1e5), difference(-1.9e6, 2e5)).en).toContain(
      'Adds ¥400 k within the two years, but customers and open deals are worth ¥1.90 m less at the end.',
    );
  });

  test('contrasts nothing that is not sure, and is silent on a payback that is open', () => {
    const { en } = told(difference(-4e5, 1e6), difference(1.9e6, 2e5), { months: 20, interval: [9, null] });
    expect(en).toContain('Of that, −¥400 k within the two years (not told apart from none) and');
    expect(en).not.toContain('pay for itself');
    expect(en).not.toContain('pays for itself');
    // A loss at both places needs no word on payback.
    const loss = told(difference(-4e5, 1e5), difference(-1.9e6, 2e5), {
      months: null,
      interval: [null, null],
    });
    expect(loss.en).not.toContain('for itself');
    expect(told(difference(-4e5, 7e5), difference(1.9e6, 2e5)).en).toContain(
      '−¥400 k within the two years (probably)',
    );
  });
});

describe('a verdict by another metric', () => {
  test('turns around where lower is better', () => {
    const { en, zh } = verdicts({ churn: difference(-0.03, 0.01) }, { churn: 0.1 }, { primary: 'churn' });
    expect(en).toMatch(/^Lowers customer churn a year by 3\.00 pp: 90 % sure/);
    expect(en).toContain('in all of the simulated single years');
    expect(en).not.toContain('Watch');
    expect(zh).toMatch(/^客户年流失率下降 3\.00 个百分点：/);
  });

  test('has no word in one language that is missing in the other', () => {
    for (const metric of METRICS) {
      expect(metric.name.en).not.toBe('');
      expect(metric.name.zh).toMatch(/[\u4e00-\u9fff]/);
    }
    const { en, zh } = verdicts({ 'net-contribution': difference(1e5, 1.5e6) });
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh.replace(/¥/g, '')).not.toMatch(/[A-Za-z]/);
  });
});
