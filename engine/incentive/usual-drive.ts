import { pow } from '../kernel/math.ts';
import { DAYS_A_WEEK, periodOf } from '../model/calendar.ts';
import type { Model } from '../model/model.ts';
import type { World } from '../model/world.ts';

/** Shortest stretch, in workdays, over which people get used to how hard they are driven. Assumed. */
const SHORTEST_STRETCH = 63;

/**
 * What colleagues' mean log skill usually is in this company, newcomers included: learnt as `relateDrive` learns the usual
 * drive. Colleagues pull by how much better they are than that.
 */
export function usualColleagues(w: World): number {
  const { driveUsual, skillUsual, skillSum, skillCount } = w.market;
  if (driveUsual[0]! > 0) return skillUsual[0]!;
  return skillCount[0]! > 0 ? skillSum[0]! / skillCount[0]! : 0;
}

/**
 * Puts every seat's drive to sell beside what the company is used to. That is its mean over reps and the weeks of the
 * last whole pay period (at least a quarter) under the baseline, learnt during the warm-up and fixed from day 0 on for
 * every alternative. The mean is the power mean of exponent −multitask, which is how the drive takes hours from
 * service: so under the baseline service is, on average, what is stated.
 *
 * @param drive each seat's drive: 1 at usual pay and without a goal's pull
 */
export function relateDrive(w: World, m: Model, drive: Float64Array, periodDays: number, day: number): void {
  const { driveUsual, driveSum, driveCount, skillUsual, skillSum, skillCount } = w.market;
  const power = m.params.multitask;
  const stretch = Math.max(SHORTEST_STRETCH, periodDays);
  const over = periodOf(day, stretch) !== periodOf(day - DAYS_A_WEEK, stretch);
  if (over && driveCount[0]! > 0) {
    driveUsual[0] = driveSum[0]! / driveCount[0]!;
    skillUsual[0] = skillCount[0]! > 0 ? skillSum[0]! / skillCount[0]! : 0;
    driveSum[0] = 0;
    skillSum[0] = 0;
    skillCount[0] = 0;
    driveCount[0] = 0;
  }
  if (day < 0) {
    for (let seat = 0; seat < m.seats; seat++) {
      if (w.reps.active[seat] === 0) continue;
      driveSum[0]! += pow(drive[seat]!, -power);
      driveCount[0]! += 1;
      const colleagues = w.reps.colleagues[seat]!;
      if (Number.isNaN(colleagues)) continue;
      skillSum[0]! += colleagues;
      skillCount[0]! += 1;
    }
  }
  // Before the first stretch is over, what it has shown so far has to do.
  const mean = driveUsual[0]! > 0 ? driveUsual[0]! : driveCount[0]! > 0 ? driveSum[0]! / driveCount[0]! : 1;
  const usual = power > 0 ? pow(mean, -1 / power) : 1;
  for (let seat = 0; seat < m.seats; seat++) {
    if (w.reps.active[seat] === 1) w.reps.sellDrive[seat] = drive[seat]! / usual;
  }
}
