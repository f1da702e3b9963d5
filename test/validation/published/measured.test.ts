import { describe, expect, it } from 'vitest';
import { REP_FIGURES, SEAT, SUM, SUMS } from '../../../engine/model/tables/tally.ts';
import { type Arm, type Arms, estimate, type Measure } from './measure.ts';
import { lastDays } from './month-end.ts';
import { onColleagues } from './peers.ts';
import { riskPremium } from './theory.ts';

/** A measure's value over made-up replications. */
function found(measure: Measure, replications: readonly Arms[]): number {
  const values = measure.ratios.map(({ numerator, denominator }): [number[], number[]] => [
    replications.map(numerator),
    replications.map(denominator),
  ]);
  return estimate(measure, values, 1).value;
}

/** A made-up arm of seats with some figures each. */
function armOf(seats: readonly Partial<Record<keyof typeof SEAT, number>>[], reps: object = {}): Arm {
  const seatTally = new Float64Array(seats.length * REP_FIGURES.length);
  seats.forEach((figures, seat) => {
    for (const [name, value] of Object.entries(figures))
      seatTally[seat * REP_FIGURES.length + SEAT[name as keyof typeof SEAT]] = value;
  });
  const there = { active: seats.map(() => 1), occupant: seats.map(() => 0), ...reps };
  return {
    world: { size: { seats: seats.length }, seatTally, reps: there },
    start: { reps: there },
    model: { params: { riskAversion: 0.5, onCosts: 0.2 } },
  } as unknown as Arm;
}

describe('what people would have to be paid for risk', () => {
  it('is what the mean exceeds the certainty equivalent by', () => {
    // Square-root utility over 1 and 4: felt as ((1 + 2) / 2)² = 2.25, the mean being 2.5; two seats, on-costs a fifth.
    const arm = armOf([{ salary: 1 }, { salary: 1, 'variable-pay': 3 }]);
    expect(riskPremium(arm)).toBeCloseTo(2 * 1.2 * 0.25, 12);
  });

  it('is nothing where all are paid alike, and counts only who was there all the time', () => {
    expect(riskPremium(armOf([{ salary: 2 }, { salary: 2 }]))).toBeCloseTo(0, 12);
    expect(riskPremium(armOf([{ salary: 2 }, { salary: 9, exits: 1 }]))).toBeCloseTo(0, 12);
  });
});

describe('what people do by what their colleagues are able to', () => {
  // Two teams of two; own bookings are 10 + 3 × the colleague's ability, whatever one's own.
  const replication = (abilities: readonly number[]): Arms => {
    const colleague = [abilities[1]!, abilities[0]!, abilities[3]!, abilities[2]!];
    const arm = armOf(
      colleague.map((other) => ({ bookings: 10 + 3 * other })),
      { team: [0, 0, 1, 1], ability: abilities },
    );
    return () => arm;
  };
  const replications = [replication([0, 1, -1, 0.5]), replication([0.2, -0.7, 0.4, 1.1])];
  const bookings = (arms: Arms, seat: number): number =>
    arms('baseline').world.seatTally[seat * REP_FIGURES.length + SEAT.bookings]!;

  it('is the slope of a straight line', () => {
    expect(found(onColleagues(bookings), replications)).toBeCloseTo(3, 9);
  });

  it('is told against a mean if asked', () => {
    const mean = 10 + (3 * (0 + 1 - 1 + 0.5 + 0.2 - 0.7 + 0.4 + 1.1)) / 8;
    expect(found(onColleagues(bookings, bookings), replications)).toBeCloseTo(3 / mean, 9);
  });
});

describe('the last days of months', () => {
  // Two months: a deal won a day, three on each of the last two days, of half the size.
  const until = (day: number): object => {
    const sums = new Float64Array(SUMS.length);
    for (let d = 0; d < day; d++) {
      const last = d % 21 >= 19;
      sums[SUM.opportunitiesWon]! += last ? 3 : 1;
      sums[SUM.opportunitiesLost]! += 4;
      sums[SUM.newBookings]! += last ? 150 : 100;
    }
    return { sums, size: { months: 2 } };
  };
  const arm = { world: until(42), morning: until } as unknown as Arm;
  const arms: Arms = () => arm;

  it('are held against the others day for day, and deal for deal', () => {
    expect(found(lastDays('opportunitiesWon'), [arms, arms])).toBeCloseTo(2, 9);
    expect(found(lastDays('opportunitiesLost'), [arms, arms])).toBeCloseTo(0, 9);
    expect(found(lastDays('newBookings', ['opportunitiesWon']), [arms, arms])).toBeCloseTo(-0.5, 9);
    const share = lastDays('opportunitiesWon', ['opportunitiesWon', 'opportunitiesLost']);
    expect(found(share, [arms, arms])).toBeCloseTo(3 / 7 / (1 / 5) - 1, 9);
  });
});
