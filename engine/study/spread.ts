import { type Distribution, endsOf, type Quantity } from '../kernel/quantity.ts';
import type { Located } from './nodes.ts';
import { limitsOf, rangeOf, readNumber, type Wanted } from './units.ts';

/**
 * Reads a number or a distribution; notes problems and returns undefined when it is neither, or may take a value out of
 * range.
 */
export function readQuantity(at: Located, wanted: Wanted): Quantity | undefined {
  if (!at.isMap) return readNumber(at, wanted);
  const quantity = readDistribution(at, wanted);
  if (quantity === undefined) return undefined;
  const [low, high] = endsOf(quantity);
  if (low >= wanted.min && high <= wanted.max) return quantity;
  const reach = rangeOf(low, high, wanted.unit);
  const range = limitsOf(wanted);
  at.problem(
    'out-of-range',
    { en: `found a spread ${reach.en}`, zh: `该分布的范围是 ${reach.zh}` },
    {
      en: `expected one ${range.en}; a normal or lognormal one counts to three standard deviations`,
      zh: `应在 ${range.zh} 之内（正态与对数正态计至三个标准差）`,
    },
  );
  return undefined;
}

/** Reads a distribution, whose parts are each in range; notes problems. */
function readDistribution(at: Located, wanted: Wanted): Distribution | undefined {
  const parts = at.own.entries(['low', 'mode', 'high', 'normal', 'uniform', 'lognormal']);
  const pair = (name: string, first: Wanted, second: Wanted): [number, number] | undefined => {
    const items = parts.get(name)!.isList ? parts.get(name)!.items() : [];
    if (items.length !== 2) {
      parts.get(name)!.wrong('bad-distribution', 'expected a list of two numbers', '应为两个数的列表');
      return undefined;
    }
    const a = readNumber(items[0]!, first);
    const b = readNumber(items[1]!, second);
    return a === undefined || b === undefined ? undefined : [a, b];
  };
  const spread: Wanted = { ...wanted, min: 0, max: Number.MAX_VALUE };
  const kinds = [...parts.keys()];
  if (kinds.length === 1 && kinds[0] === 'normal') {
    const value = pair('normal', wanted, spread);
    return value && { normal: value };
  }
  if (kinds.length === 1 && kinds[0] === 'lognormal') {
    const value = pair('lognormal', wanted, { ...spread, unit: 'ratio' });
    if (value === undefined || value[0] > 0) return value && { lognormal: value };
    at.wrong(
      'bad-distribution',
      'expected [median, sigma] with a median above 0',
      '应为 [median, sigma]，median 大于 0',
    );
    return undefined;
  }
  if (kinds.length === 1 && kinds[0] === 'uniform') {
    const value = pair('uniform', wanted, wanted);
    if (value === undefined || value[0] <= value[1]) return value && { uniform: value };
    at.wrong('bad-distribution', 'expected [from, to] with from ≤ to', '应为 [起, 止] 且起 ≤ 止');
    return undefined;
  }
  const [low, mode, high] = ['low', 'mode', 'high'].map((name) => {
    const part = parts.get(name);
    return part && readNumber(part, wanted);
  });
  if (kinds.length !== 3 || !parts.has('low') || !parts.has('mode') || !parts.has('high')) {
    at.wrong(
      'bad-distribution',
      'expected {low, mode, high}, {normal: [mean, sd]}, {uniform: [from, to]} or {lognormal: [median, sigma]}',
      '应为 {low, mode, high}、{normal: […]}、{uniform: […]} 或 {lognormal: […]}',
    );
    return undefined;
  }
  if (low === undefined || mode === undefined || high === undefined) return undefined;
  if (low > mode || mode > high) {
    at.wrong('bad-distribution', 'expected low ≤ mode ≤ high', '应满足 low ≤ mode ≤ high');
    return undefined;
  }
  return { low, mode, high };
}
