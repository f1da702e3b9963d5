import { expm1, log1p, pow } from '../../kernel/math.ts';

/**
 * Weibull quantile: scale × (−ln(1 − u))^(1 ÷ shape).
 *
 * @param u uniform in (0, 1)
 * @param shape > 0: below 1 the hazard falls, above 1 it rises
 * @param scale > 0: the 63.2 % quantile
 * @throws RangeError outside these ranges
 */
export function weibullQuantile(u: number, shape: number, scale: number): number {
  if (!(shape > 0 && scale > 0))
    throw new RangeError(`Weibull needs shape and scale above 0, got ${shape}, ${scale}`);
  return scale * pow(-log1p(-u), 1 / shape);
}

/** Distribution function of the Weibull. */
export function weibullCdf(x: number, shape: number, scale: number): number {
  return x <= 0 ? 0 : -expm1(-pow(x / scale, shape));
}
