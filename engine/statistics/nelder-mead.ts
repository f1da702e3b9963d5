/** Where a search ended. */
export interface Minimum {
  readonly at: readonly number[];
  readonly value: number;
  readonly evaluations: number;
  /** False when the budget ran out before the simplex had closed. */
  readonly converged: boolean;
}

/** What may be asked of a search. */
export interface SearchOptions {
  /** First step along each coordinate. */
  readonly step?: number;
  /** The simplex has closed when its values and its corners differ by less than this, relative to 1 + their size. */
  readonly tolerance?: number;
  readonly budget?: number;
}

interface Corner {
  readonly x: number[];
  readonly f: number;
}

/**
 * Minimises a function of a few variables without derivatives: the downhill simplex of Nelder & Mead (1965) with its
 * usual coefficients (reflect 1, expand 2, contract ½, shrink ½), started afresh from the best corner once it has
 * closed, because a collapsed simplex can stop short of a minimum. Values that are not finite count as worst.
 *
 * @throws RangeError when the function is not finite at the start
 */
export function minimise(
  f: (x: readonly number[]) => number,
  start: readonly number[],
  options: SearchOptions = {},
): Minimum {
  const { step = 0.5, tolerance = 1e-9, budget = 4000 } = options;
  let evaluations = 0;
  const corner = (x: number[]): Corner => {
    evaluations++;
    const value = f(x);
    return { x, f: Number.isFinite(value) ? value : Number.POSITIVE_INFINITY };
  };
  let best = corner([...start]);
  if (best.f === Number.POSITIVE_INFINITY)
    throw new RangeError('the search starts where the function has no value');
  for (let size = step; ; size /= 4) {
    const before = best.f;
    const simplex = [best, ...start.map((_, i) => corner(best.x.map((x, j) => x + (i === j ? size : 0))))];
    best = close(simplex, corner, tolerance, () => evaluations < budget);
    const done = before - best.f <= tolerance * (1 + Math.abs(best.f));
    if (done || evaluations >= budget)
      return { at: best.x, value: best.f, evaluations, converged: done && evaluations < budget };
  }
}

/** Moves a simplex until it has closed; returns its best corner. */
function close(
  simplex: Corner[],
  corner: (x: number[]) => Corner,
  tolerance: number,
  more: () => boolean,
): Corner {
  const n = simplex.length - 1;
  while (more()) {
    simplex.sort((a, b) => a.f - b.f);
    const best = simplex[0]!;
    const worst = simplex[n]!;
    const width = Math.max(...worst.x.map((x, i) => Math.abs(x - best.x[i]!) / (1 + Math.abs(best.x[i]!))));
    if (worst.f - best.f <= tolerance * (1 + Math.abs(best.f)) && width <= Math.sqrt(tolerance)) break;
    const centre = best.x.map((_, i) => simplex.slice(0, n).reduce((sum, c) => sum + c.x[i]!, 0) / n);
    const along = (t: number): Corner => corner(centre.map((c, i) => c + t * (c - worst.x[i]!)));
    const mirrored = along(1);
    if (mirrored.f < best.f) {
      const further = along(2);
      simplex[n] = further.f < mirrored.f ? further : mirrored;
    } else if (mirrored.f < simplex[n - 1]!.f) {
      simplex[n] = mirrored;
    } else {
      const nearer = along(mirrored.f < worst.f ? 0.5 : -0.5);
      if (nearer.f < Math.min(worst.f, mirrored.f)) simplex[n] = nearer;
      else
        for (let i = 1; i <= n; i++) simplex[i] = corner(simplex[i]!.x.map((x, j) => (x + best.x[j]!) / 2));
    }
  }
  simplex.sort((a, b) => a.f - b.f);
  return simplex[0]!;
}
