import { describe, expect, test } from 'vitest';
import { claimOf } from '../../engine/experiment/claim.ts';
import { verdict } from '../../engine/experiment/verdict.ts';
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

/** Verdict in both languages; metrics not named do not differ. */
function verdicts(
  changes: Readonly<Record<string, PairedDifference>>,
  today: Readonly<Record<string, number>> = {},
  run: Parameters<typeof studyOf>[1] = {},
): { en: string; zh: string } {
  const study = studyOf(['a'], run);
  const claims = new Map(
    METRICS.map((metric) => [
      metric.id,
      claimOf(metric, changes[metric.id] ?? NOTHING, today[metric.id] ?? 1),
    ]),
  );
  return { en: verdict(study, claims, 'en'), zh: verdict(study, claims, 'zh') };
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
    expect(en).toBe(
      'Adds ¥2.50 m of net contribution a year: how sure that is cannot be said from so few draws of what we do not know.',
    );
    expect(zh).toBe('每年净贡献增加 ¥250 万：参数抽样太少，还说不上有多大把握。');
  });

  test('tells a sure gain with its size, its range and how often a year shows it', () => {
    const { en, zh } = verdicts({ 'net-contribution': difference(2e6, 1e6) });
    expect(en).toContain('Adds ¥2.00 m of net contribution a year');
    expect(en).toMatch(/90 % sure .* between \+¥9\d\d k and \+¥3\.\d+ m/);
    expect(en).toContain('in all of the simulated single years');
    expect(en).not.toMatch(/more likely|cannot tell|Watch/);
    expect(zh).toContain('每年净贡献增加 ¥200 万');
    expect(zh).toContain('有九成把握');
    expect(zh).toContain('单看一年，模拟中次次优于现状');
    expect(zh).not.toMatch(/可能性|无法判断|需留意/);
  });

  test('tells a loss as a loss', () => {
    const { en, zh } = verdicts({ 'net-contribution': difference(-2e6, 1e6) });
    expect(en).toContain('Costs ¥2.00 m of net contribution a year');
    expect(en).toContain('in none of the simulated single years');
    expect(zh).toContain('每年净贡献减少 ¥200 万');
  });

  test('speaks of likelihoods where it is not sure, and of not knowing where it does not know', () => {
    const likely = verdicts({ 'net-contribution': difference(1e6, 1.5e6) });
    expect(likely.en).toContain('more likely to help than to harm');
    expect(likely.zh).toContain('利大于弊的可能性较高');
    const unlikely = verdicts({ 'net-contribution': difference(-1e6, 1.5e6) });
    expect(unlikely.en).toContain('more likely to harm than to help');
    expect(unlikely.zh).toContain('弊大于利的可能性较高');
    const open = verdicts({ 'net-contribution': difference(1e5, 1.5e6) });
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
      expect(watched.toLowerCase()).not.toContain(quiet);
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

  test('gives a longer horizon’s money by the year', () => {
    const { en, zh } = verdicts(
      { 'net-contribution': difference(2e6, 1e6), 'pay-cost': difference(3e6, 1e6) },
      { 'pay-cost': 1e7 },
      { horizonDays: 504 },
    );
    expect(en).toContain('Adds ¥1.00 m of net contribution a year');
    expect(en).toContain('Watch: pay cost +¥1.50 m a year.');
    expect(zh).toContain('需留意：每年薪酬成本 +¥150 万。');
  });

  test('turns around where lower is better', () => {
    const { en, zh } = verdicts({ churn: difference(-0.03, 0.01) }, { churn: 0.1 }, { primary: 'churn' });
    expect(en).toContain('−3.00 pp');
    expect(en).toContain('in all of the simulated single years');
    expect(en).not.toContain('Watch');
    expect(zh).toContain('−3.00 个百分点');
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
