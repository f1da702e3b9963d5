/** When a practice begins, how many months it takes to reach all it covers, and when it ends, in months. */
export interface Course {
  readonly start: number;
  readonly ramp: number;
  /** Null when it does not end. */
  readonly stop: number | null;
}

/** A course with one mark put elsewhere, as far as it may go; an end at or after the horizon is none. */
export function moved(course: Course, mark: keyof Course, to: number, horizon: number): Course {
  const last = horizon - 1;
  if (mark === 'ramp') return { ...course, ramp: within(to, 0, horizon) };
  if (mark === 'stop') return { ...course, stop: to >= horizon ? null : within(to, course.start + 1, last) };
  return { ...course, start: within(to, 0, course.stop === null ? last : course.stop - 1) };
}

/** A course as a whole some months earlier or later. */
export function shifted(course: Course, months: number, horizon: number): Course {
  const by = within(months, -course.start, horizon - 1 - (course.stop ?? course.start));
  return { ...course, start: course.start + by, stop: course.stop === null ? null : course.stop + by };
}

function within(x: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, x));
}
