import { describe, expect, it } from 'vitest';
import type { PayPlan } from '../../engine/incentive/plan.ts';
import { payAt } from '../../engine/model/offer.ts';
import { compileStudy } from '../../engine/run/compile.ts';
import { MixTables } from '../../engine/run/params.ts';
import { mean } from '../../engine/statistics/moments.ts';
import { interval } from '../schemes/gain.ts';
import { batchOf, bits, metric, monthly, PLAIN, type Setting, seatFigure, studyOf } from './setting.ts';

/**
 * The labour market: cheap pay costs people, generous pay keeps and draws them. Intervals are Student's at 99 % over
 * replications under the same luck: a claim that holds fails about one seed in two hundred.
 */

const pay = (change: Partial<PayPlan>) => ({ pay: { ...PLAIN.pay, ...change } });
const times = (k: number) =>
  pay({
    salary: PLAIN.pay.salary * k,
    commission: PLAIN.pay.commission * k,
    bonus: PLAIN.pay.bonus * k,
  });

const offer = (setting: Setting, change: ReturnType<typeof pay>) =>
  compileStudy(studyOf(setting, { change }), 0, new MixTables()).alternatives[1]!.model.offer;

describe('who applies', () => {
  it('are as many as usual under the usual plan, and (offer ÷ usual)^1.5 as many where all get more or less alike', () => {
    expect(offer({}, times(1))).toMatchObject({ same: true, applicants: 1, comes: null, choice: 0 });
    for (const k of [0.7, 1.5, 3]) {
      const { applicants, choice } = offer({ scalars: { 'people.risk-aversion': 0 } }, times(k));
      expect(applicants).toBeCloseTo(k ** 1.5, 6);
      expect(Math.sign(choice)).toBe(Math.sign(k - 1));
    }
  });

  it('are none where nobody could live on it, and all else where those who could are few', () => {
    expect(offer({}, times(0.1)).applicants).toBe(0);
    // Commission alone: the able can live on it.
    const steep = offer({}, pay({ salary: 0, bonus: 0, commission: 0.03 }));
    expect(steep.applicants).toBeGreaterThan(0);
    expect(steep.applicants).toBeLessThan(0.1);
    expect(steep.comes![32]!).toBeGreaterThan(0.5);
  });

  it('keep the order of who would have come, and shift by ε·slope·σ² where log pay is straight in ability', () => {
    const {
      comes,
      pay: now,
      usual,
    } = offer({ scalars: { 'people.risk-aversion': 0 } }, pay({ salary: 6_000 }));
    const places = [...comes!];
    for (let i = 1; i < places.length; i++) expect(places[i]!).toBeGreaterThan(places[i - 1]!);
    const gain = (ability: number): number => Math.log(payAt(now, ability) / payAt(usual, ability));
    const slope = (gain(0.25) - gain(-0.25)) / 0.5;
    const sigma = 0.45;
    // In standard deviations; nearly straight here, so within a tenth.
    expect(places[32]!).toBeGreaterThan(0.9 * 1.5 * slope * sigma);
    expect(places[32]!).toBeLessThan(1.1 * 1.5 * slope * sigma);
  });

  it('do not follow from what others pay as long as people can live on it', () => {
    const rich: Setting = { scalars: { 'people.market-pay': 400_000 } };
    const poor: Setting = { scalars: { 'people.market-pay': 80_000 } };
    expect(offer(rich, times(0.8)).applicants).toBeCloseTo(offer(poor, times(0.8)).applicants, 9);
    // What this company pays today can be lived on, whatever others pay.
    expect(offer({ scalars: { 'people.market-pay': 2e6 } }, times(0.8)).applicants).toBeGreaterThan(0.5);
  });
});

describe('two years under other pay', () => {
  const REPLICATIONS = 8;
  const batch = batchOf(
    studyOf(
      { reps: 12, run: { horizonDays: 504, seed: 'labour' } },
      { none: times(0), tenth: times(0.1), cut: times(0.7), raise: times(1.5), same: times(1) },
    ),
    REPLICATIONS,
  );
  const [none, tenth, cut, raise, same] = [1, 2, 3, 4, 5];
  const against = (alternative: number, id: string) =>
    interval(metric(batch, alternative, id).map((x, k) => x - metric(batch, 0, id)[k]!));

  it('nothing changes where pay does not', () => {
    for (let k = 0; k < REPLICATIONS; k++)
      expect(bits(batch.runs[k]![same!]!)).toBe(bits(batch.runs[k]![0]!));
  });

  it('nobody stays and nobody comes for nothing or for a tenth', () => {
    for (const one of [none!, tenth!]) {
      expect(mean(monthly(batch, one, 'active-reps', 1, 24))).toBe(0);
      expect(mean(monthly(batch, one, 'bookings', 2, 24))).toBe(0);
    }
  });

  it('a cut of three tenths drives people away and costs sales, half as much again keeps them', () => {
    expect(against(cut!, 'rep-turnover').low).toBeGreaterThan(0);
    expect(against(cut!, 'bookings').high).toBeLessThan(0);
    expect(against(raise!, 'rep-turnover').high).toBeLessThan(0);
  });

  it('quits rise at least as far as pay alone says, 0.7^−2.5 = 2.4 times, and colleagues’ exits add to it', () => {
    const turnover = (alternative: number): number => mean(metric(batch, alternative, 'rep-turnover'));
    expect(turnover(cut!) / turnover(0)).toBeGreaterThan(1.8);
    expect(turnover(cut!) / turnover(0)).toBeLessThan(6);
    expect(turnover(raise!) / turnover(0)).toBeLessThan(0.7);
  });

  it('seats stay empty longer and newcomers are weaker', () => {
    const seats = (alternative: number): number => mean(monthly(batch, alternative, 'active-reps'));
    expect(seats(cut!)).toBeLessThan(seats(0));
    const ability = (alternative: number): number =>
      mean(
        Array.from({ length: REPLICATIONS }, (_, k) => mean(seatFigure(batch, k, alternative, 'ability'))),
      );
    expect(ability(cut!)).toBeLessThan(ability(raise!));
  });
});

describe('a new quota', () => {
  it('changes what a plan offers by its bonus alone, not by what people bring', () => {
    const usual = offer({}, pay({ id: 'copy' }));
    const before = payAt(usual.usual, 0);
    // A hundred times the quota: commission goes on, bonus and accelerator are gone.
    const hard = payAt(offer({}, pay({ quota: 100 * PLAIN.pay.quota })).pay, 0);
    expect(hard).toBeLessThan(before);
    expect(hard).toBeGreaterThan(0.7 * before);
    const easy = payAt(offer({}, pay({ quota: PLAIN.pay.quota / 100 })).pay, 0);
    expect(easy).toBeGreaterThan(before);
    expect(easy).toBeLessThan(1.5 * before);
  });
});

describe('turnover stated', () => {
  it('comes out under the baseline in the year after the warm-up, whatever others pay', () => {
    for (const market of [80_000, 164_000]) {
      const batch = batchOf(
        studyOf({ reps: 24, scalars: { 'people.market-pay': market, 'people.turnover': 0.4 } }),
        8,
      );
      // 24 seats × 8 years × .4 = 77 exits: a standard error of 11 %; three of them either way.
      const turnover = mean(metric(batch, 0, 'rep-turnover'));
      expect(turnover).toBeGreaterThan(0.27);
      expect(turnover).toBeLessThan(0.53);
    }
  });
});
