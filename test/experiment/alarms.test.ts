/** Sanity alarms: silent where all is usual, loud where a level is as no company's. */
import { expect, it } from 'vitest';
import { alarms, alarmText, type Levels } from '../../engine/experiment/alarms.ts';
import { draftStudy, type NormalStudy, presetById } from '../../engine/study/index.ts';

const study: NormalStudy = draftStudy(presetById('b2b-saas')!);

/** Levels of a usual year of this industry: seats × quota sold, paid about as the plan says. */
const usual: Readonly<Record<string, number>> = {
  'middle-attainment': 0.95,
  attainment: 0.95,
  'pay-cost': 20 * (12 * 11_000 + 115_000) * 1.2,
  bookings: 20 * 1_500_000 * 0.95,
  'win-rate': 0.18,
  'cycle-days': 65,
  'reps-at-quota': 0.5,
  grr: 0.91,
  nrr: 1.02,
  churn: 0.1,
  'ramp-days': 105,
  'rep-turnover': 0.3,
};
const levels =
  (changes: Readonly<Record<string, number>> = {}): Levels =>
  (figure) =>
    changes[figure] ?? usual[figure] ?? 0.5;
const codes = (changes: Readonly<Record<string, number>>): string[] =>
  alarms(study, [levels(changes)], new Set()).map((one) => one.split(':').slice(0, 2).join(':'));

it('says nothing of a usual year', () => {
  expect(codes({})).toEqual([]);
});

it.each([
  [0.49, true],
  [0.51, false],
  [1.49, false],
  [1.51, true],
  [4.77, true],
])('a middle rep at %f of quota', (attained, alarming) => {
  expect(codes({ 'middle-attainment': attained }).includes('middle-attainment:baseline')).toBe(alarming);
});

it('pay far from the plan’s own rates, and from its estimate', () => {
  // 44 % of bookings under a plan whose own rates lie near 20 %.
  const found = codes({ 'pay-cost': 0.44 * usual.bookings! });
  expect(found).toContain('pay-share:baseline');
  expect(found).toContain('pay-estimate:baseline');
  expect(codes({ 'pay-cost': 0.95 * usual['pay-cost']! })).toEqual([]);
  expect(codes({ 'pay-cost': 1.35 * usual['pay-cost']! })).toContain('pay-estimate:baseline');
});

it('pay that is odd under today’s plan is said once, not of every alternative that keeps it', () => {
  const same = { ...study.alternatives[0]!, id: 'same' };
  const two = { ...study, alternatives: [study.alternatives[0]!, same] };
  const odd = levels({ 'pay-cost': 0.44 * usual.bookings! });
  const said = (today: typeof odd): string[] =>
    alarms(two, [today, odd], new Set()).filter((one) => one.startsWith('pay-share'));
  expect(said(odd).map((one) => one.split(':')[1])).toEqual(['baseline']);
  expect(said(levels()).map((one) => one.split(':')[1])).toEqual(['same']);
});

it('a level outside the published range of the industry, beyond a tenth of its end', () => {
  expect(codes({ churn: 0.131 })).toEqual([]);
  expect(codes({ churn: 0.133 })).toEqual(['unusual:churn']);
});

it('an alternative that changes nothing', () => {
  const idle = { ...study.alternatives[0]!, id: 'idle' };
  const two = { ...study, alternatives: [study.alternatives[0]!, idle] };
  expect(alarms(two, [levels(), levels()], new Set(['idle']))).toEqual(['changes-nothing:idle']);
});

it('every alarm has words in both languages, with its figures', () => {
  const all = alarms(study, [levels({ 'middle-attainment': 3.59, 'pay-cost': 4e7, churn: 0.3 })], new Set());
  const texts = [...all, 'changes-nothing:x'].map((one) => ({
    en: alarmText(one, study, (id) => id, 'en')!,
    zh: alarmText(one, study, (id) => id, 'zh')!,
  }));
  expect(texts).toHaveLength(5);
  expect(texts[0]!.en).toContain('359.0 %');
  for (const { en, zh } of texts) {
    expect(en).not.toMatch(/[\u4e00-\u9fff]|NaN|undefined/);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(zh).not.toMatch(/NaN|undefined/);
  }
  expect(alarmText('few-draws', study, (id) => id, 'en')).toBeNull();
});
