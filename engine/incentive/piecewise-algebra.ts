import { tidy } from './parts/rounding.ts';
import {
  anchorOf,
  type Line,
  lineOf,
  merged,
  onPiece,
  onPieces,
  type Piecewise,
  pieceAt,
  piecewise,
  valueAt,
} from './piecewise.ts';

/** c · f. */
export function scaled(f: Piecewise, c: number): Piecewise {
  return {
    at: f.at,
    value: f.value.map((y) => y * c),
    slope: f.slope.map((s) => s * c),
    inclusive: f.inclusive,
  };
}

/** f + c. */
export function raised(f: Piecewise, c: number): Piecewise {
  return { ...f, value: f.value.map((y) => y + c) };
}

/** f + g; f says who gets what exactly at a break. */
export function added(f: Piecewise, g: Piecewise): Piecewise {
  return onPieces(merged(f.at, g.at), agreed(f, g), (inside) => {
    const a = lineOf(f, inside);
    const b = lineOf(g, inside);
    return { x: a.x, y: a.y + b.y + b.slope * (a.x - b.x), slope: a.slope + b.slope };
  });
}

/**
 * f · g, where on every piece at least one of them is level; f says who gets what exactly at a break.
 *
 * @throws RangeError where both slope: the product would be no line
 */
export function multiplied(f: Piecewise, g: Piecewise): Piecewise {
  return onPieces(merged(f.at, g.at), agreed(f, g), (inside) => {
    const a = lineOf(f, inside);
    const b = lineOf(g, inside);
    if (a.slope !== 0 && b.slope !== 0) throw new RangeError('the product of two slopes is no line');
    if (b.slope === 0) return { x: a.x, y: a.y * b.y, slope: a.slope * b.y };
    return { x: b.x, y: b.y * a.y, slope: b.slope * a.y };
  });
}

function agreed(f: Piecewise, g: Piecewise): boolean {
  return f.at.length === 0 ? g.inclusive : f.inclusive;
}

/** f(a·x + b) for a > 0. Breaks are tidied, so that a result just on one is found there. */
export function composed(f: Piecewise, a: number, b: number): Piecewise {
  const breaks = [...new Set(Array.from(f.at, (x) => tidy((x - b) / a)))];
  return onPieces(breaks, f.inclusive, (inside) => {
    const line = lineOf(f, a * inside + b);
    return { x: (line.x - b) / a, y: line.y, slope: line.slope * a };
  });
}

/** f below x, g from there on. */
export function joined(f: Piecewise, g: Piecewise, x: number): Piecewise {
  const breaks = [...[...f.at].filter((b) => b < x), x, ...[...g.at].filter((b) => b > x)];
  return onPieces(breaks, f.inclusive, (inside) => lineOf(inside < x ? f : g, inside));
}

/** f as far as x, and what it is at x from there on. */
export function heldFrom(f: Piecewise, x: number): Piecewise {
  const breaks = [...[...f.at].filter((b) => b < x), x];
  const held = valueAt(f, x);
  return onPieces(breaks, f.inclusive, (inside) =>
    inside < x ? lineOf(f, inside) : { x, y: held, slope: 0 },
  );
}

/** Zero below x; from there on f, or what f has grown since x. */
export function nothingBelow(f: Piecewise, x: number, counts: 'from-threshold' | 'from-first'): Piecewise {
  const breaks = [x, ...[...f.at].filter((b) => b > x)];
  // A jump at the very threshold is earned by reaching it, so growth is counted from just below.
  const start = counts === 'from-first' ? 0 : onPiece(f, pieceBelow(f, x), x);
  return onPieces(breaks, f.inclusive, (inside) => {
    if (inside < x) return { x, y: 0, slope: 0 };
    const line = lineOf(f, inside);
    return { ...line, y: line.y - start };
  });
}

function pieceBelow(f: Piecewise, x: number): number {
  let k = 0;
  while (k < f.at.length && f.at[k]! < x) k++;
  return k;
}

/**
 * f with its slopes multiplied from each of `from` (rising) on by the factor that stands there, its jumps as they were.
 * A factor holds until the next one. One from 0 on holds below 0 too.
 */
export function steepened(f: Piecewise, from: readonly number[], times: readonly number[]): Piecewise {
  const breaks = merged(
    f.at,
    from.filter((x) => x > 0),
  );
  const factorFrom = (x: number): number => times[from.filter((at) => at <= x).length - 1] ?? 1;
  const lines: Line[] = [];
  for (let k = 0; k <= breaks.length; k++) {
    const start = breaks[k - 1];
    const line = lineOf(f, start === undefined ? (breaks[0] ?? 0) - 1 : between(start, breaks[k]));
    if (start === undefined) {
      lines.push({ ...line, slope: line.slope * factorFrom(0) });
      continue;
    }
    const before = lines[k - 1]!;
    const reached = before.y + before.slope * (start - before.x);
    lines.push({ x: start, y: reached + jumpOf(f, start), slope: line.slope * factorFrom(start) });
  }
  return piecewise(breaks, lines, f.inclusive);
}

function between(from: number, to: number | undefined): number {
  return to === undefined ? from + 1 + Math.abs(from) : from + (to - from) / 2;
}

function jumpOf(f: Piecewise, x: number): number {
  const k = f.at.indexOf(x);
  return k < 0 ? 0 : f.value[k + 1]! - onPiece(f, k, x);
}

/** The lesser of f and c. */
export function atMost(f: Piecewise, c: number): Piecewise {
  return clipped(f, c, Math.min);
}

/** The greater of f and c. */
export function atLeast(f: Piecewise, c: number): Piecewise {
  return clipped(f, c, Math.max);
}

function clipped(f: Piecewise, c: number, pick: (a: number, b: number) => number): Piecewise {
  const crossings: number[] = [];
  for (let k = 0; k < f.slope.length; k++) {
    if (f.slope[k] === 0) continue;
    const x = anchorOf(f, k) + (c - f.value[k]!) / f.slope[k]!;
    const from = f.at[k - 1] ?? Number.NEGATIVE_INFINITY;
    const to = f.at[k] ?? Number.POSITIVE_INFINITY;
    if (x > from && x < to) crossings.push(x);
  }
  const breaks = merged(f.at, crossings);
  return onPieces(breaks, f.inclusive, (inside) => {
    const k = pieceAt(f, inside);
    const y = onPiece(f, k, inside);
    if (pick(y, c) !== y) return { x: inside, y: c, slope: 0 };
    return lineOf(f, inside);
  });
}
