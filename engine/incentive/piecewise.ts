/**
 * A function that is a line on each of a few pieces, with jumps between them: what every payout on one measure is.
 *
 * Piece k lies between at[k − 1] and at[k]; the first has no lower end, the last no upper. `value[k]` is the value where
 * piece k begins (for the first: where it ends), `slope[k]` its rate. Plain typed arrays, so that a loop over people
 * and days can walk them.
 */
export interface Piecewise {
  readonly at: Float64Array;
  readonly value: Float64Array;
  readonly slope: Float64Array;
  /** Whether exactly at a break the piece above holds, or the piece below. */
  readonly inclusive: boolean;
}

/** One piece: the line through (x, y) with a slope, up to `to`. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
}

/** A function from lines, the k-th up to `breaks[k]`; one line more than breaks, which must rise. */
export function piecewise(breaks: readonly number[], lines: readonly Line[], inclusive: boolean): Piecewise {
  if (lines.length !== breaks.length + 1) throw new RangeError('one line more than breaks is needed');
  for (let k = 1; k < breaks.length; k++)
    if (!(breaks[k]! > breaks[k - 1]!)) throw new RangeError('breaks must rise');
  const anchor = (k: number): number => (k > 0 ? breaks[k - 1]! : (breaks[0] ?? 0));
  return {
    at: Float64Array.from(breaks),
    value: Float64Array.from(lines, (line, k) => lineAt(line, anchor(k))),
    slope: Float64Array.from(lines, (line) => line.slope),
    inclusive,
  };
}

function lineAt(line: Line, x: number): number {
  return x === line.x ? line.y : line.y + line.slope * (x - line.x);
}

/** The same value everywhere. */
export function constant(y: number): Piecewise {
  return piecewise([], [{ x: 0, y, slope: 0 }], true);
}

/** Which piece holds at x. */
export function pieceAt(f: Piecewise, x: number): number {
  const { at, inclusive } = f;
  let k = 0;
  while (k < at.length && (inclusive ? x >= at[k]! : x > at[k]!)) k++;
  return k;
}

/** Where piece k is anchored. */
export function anchorOf(f: Piecewise, k: number): number {
  return k > 0 ? f.at[k - 1]! : (f.at[0] ?? 0);
}

/** f(x). */
export function valueAt(f: Piecewise, x: number): number {
  return onPiece(f, pieceAt(f, x), x);
}

/**
 * f(x), where jumps go by another number: what x counts as when it is looked up in a table. A jump between the two counts
 * as reached when `looked` has reached it; a bend stays where it is.
 */
export function valueLookedUp(f: Piecewise, x: number, looked: number): number {
  const from = pieceAt(f, x);
  const to = pieceAt(f, looked);
  let k = from;
  for (let j = from; j < to; j++) if (jumps(f, j)) k = j + 1;
  for (let j = from - 1; j >= to; j--) if (jumps(f, j)) k = j;
  return onPiece(f, k, x);
}

function jumps(f: Piecewise, k: number): boolean {
  return Math.abs(jumpAt(f, k)) > 1e-9 * (1 + Math.abs(f.value[k + 1]!));
}

/** The line of piece k at x, which may lie outside it. */
export function onPiece(f: Piecewise, k: number, x: number): number {
  const slope = f.slope[k]!;
  return slope === 0 ? f.value[k]! : f.value[k]! + slope * (x - anchorOf(f, k));
}

/** How far f jumps up at its k-th break. */
export function jumpAt(f: Piecewise, k: number): number {
  return f.value[k + 1]! - onPiece(f, k, f.at[k]!);
}

/** The numbers of two rising lists, once each, rising. */
export function merged(a: Iterable<number>, b: Iterable<number>): number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

/** A function built piece by piece on `breaks`; `line` gets a point inside each piece. */
export function onPieces(
  breaks: readonly number[],
  inclusive: boolean,
  line: (inside: number) => Line,
): Piecewise {
  const lines = Array.from({ length: breaks.length + 1 }, (_, k) => {
    const from = breaks[k - 1];
    const to = breaks[k];
    if (from === undefined) return line(to === undefined ? 0 : to - 1 - Math.abs(to));
    return line(to === undefined ? from + 1 + Math.abs(from) : from + (to - from) / 2);
  });
  return piecewise(breaks, lines, inclusive);
}

/** The line of f that holds at a point inside a piece. */
export function lineOf(f: Piecewise, inside: number): Line {
  const k = pieceAt(f, inside);
  return { x: anchorOf(f, k), y: f.value[k]!, slope: f.slope[k]! };
}
