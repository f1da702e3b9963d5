import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PURPOSES, purposeWord } from '../../engine/random/purposes.ts';
import { KeyedRandom, unit, unit53 } from '../../engine/random/threefry.ts';

// Published known answers of Random123; the file says where from.
const VECTORS = readFileSync(new URL('../fixtures/random123/threefry4x32-20.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('threefry4x32 20 '))
  .map((line) =>
    line
      .trim()
      .split(/\s+/)
      .slice(2)
      .map((hex) => Number.parseInt(hex, 16)),
  );

type Four = [number, number, number, number];

function words(key: readonly number[], counter: readonly number[]): number[] {
  const random = new KeyedRandom(key as unknown as Four);
  random.draw(...(counter as unknown as Four));
  return [random.w0 >>> 0, random.w1 >>> 0, random.w2 >>> 0, random.w3 >>> 0];
}

describe('Threefry4x32-20', () => {
  test('has three published vectors to meet', () => expect(VECTORS).toHaveLength(3));

  test.each(VECTORS)('meets the published answer for counter %i …', (...vector) => {
    expect(words(vector.slice(4, 8), vector.slice(0, 4))).toEqual(vector.slice(8));
  });

  test('is a pure function of key and counter, whatever was drawn before', () => {
    const random = new KeyedRandom([1, 2, 3, 4]);
    random.draw(5, 6, 7, 8);
    const first = [random.w0, random.w1, random.w2, random.w3];
    for (let i = 0; i < 100; i++) random.draw(i, 1, 2, 3);
    random.draw(5, 6, 7, 8);
    expect([random.w0, random.w1, random.w2, random.w3]).toEqual(first);
  });

  test('changes about half its bits when one bit of key or counter changes', () => {
    const base = words([1, 2, 3, 4], [5, 6, 7, 8]);
    let flipped = 0;
    let cases = 0;
    for (let word = 0; word < 8; word++) {
      for (let bit = 0; bit < 32; bit++) {
        const input = [1, 2, 3, 4, 5, 6, 7, 8];
        input[word] = (input[word]! ^ (1 << bit)) >>> 0;
        const other = words(input.slice(0, 4), input.slice(4));
        for (let w = 0; w < 4; w++) flipped += ones(base[w]! ^ other[w]!);
        cases++;
      }
    }
    // 256 × 128 fair bits: standard deviation .28 % of the mean half; five of them are a 1 in 1.7 million alarm.
    expect(Math.abs(flipped / (cases * 128) - 0.5)).toBeLessThan(5 * (0.5 / Math.sqrt(cases * 128)));
  });
});

describe('uniforms', () => {
  test('stay inside (0, 1) at the ends of the words', () => {
    for (const word of [0, 1, -1, 0x7fffffff, -0x80000000]) {
      expect(unit(word)).toBeGreaterThan(0);
      expect(unit(word)).toBeLessThan(1);
      for (const low of [0, -1]) {
        expect(unit53(word, low)).toBeGreaterThan(0);
        expect(unit53(word, low)).toBeLessThan(1);
      }
    }
    expect(unit(0)).toBe(0.5 / 2 ** 32);
    expect(unit(-1)).toBe((2 ** 32 - 0.5) / 2 ** 32);
    expect(unit53(0, 0)).toBe(0.5 / 2 ** 53);
  });

  test('rise with their words', () => {
    expect(unit(5)).toBeLessThan(unit(6));
    expect(unit53(3, 1 << 6)).toBeLessThan(unit53(3, 2 << 6));
    expect(unit53(1 << 5, -1)).toBeLessThan(unit53(2 << 5, 0));
  });
});

/** Uniforms of one counter word running from 0, all else fixed. */
function series(n: number, counter: (i: number) => Four, word = 0): Float64Array {
  const random = new KeyedRandom([101, 202, 303, 404]);
  return Float64Array.from({ length: n }, (_, i) => {
    random.draw(...counter(i));
    return unit([random.w0, random.w1, random.w2, random.w3][word]!);
  });
}

function correlation(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - 0.5) * (b[i]! - 0.5);
  return (12 * sum) / a.length;
}

/**
 * Every bound below is five standard deviations, so each is a false alarm once in 1.7 million seeds; some forty
 * comparisons make the file's rate about 1 in 40,000.
 */
describe('independence', () => {
  const n = 20_000;
  const bound = 5 / Math.sqrt(n);
  const streams: [string, (i: number) => Four][] = [
    ['entity', (i) => [i, 4, 7, 0]],
    ['purpose identity', (i) => [3, purposeWord(PURPOSES.touch, i), 7, 0]],
    ['time', (i) => [3, 4, i, 0]],
    ['index', (i) => [3, 4, 7, i]],
  ];

  test.each(streams)('words along the %s counter are uniform and uncorrelated', (_name, counter) => {
    const all = [0, 1, 2, 3].map((word) => series(n, counter, word));
    for (const [w, one] of all.entries()) {
      const cells = new Float64Array(64);
      for (const u of one) cells[Math.floor(u * 64)]!++;
      let chi = 0;
      for (const count of cells) chi += (count - n / 64) ** 2 / (n / 64);
      // χ² with 63 degrees of freedom is about Normal(63, 126): 5 deviations with its skew, 135.
      expect(chi).toBeLessThan(135);
      expect(Math.abs(correlation(one.subarray(0, n - 1), one.subarray(1)))).toBeLessThan(bound);
      for (let v = 0; v < w; v++) expect(Math.abs(correlation(one, all[v]!))).toBeLessThan(bound);
    }
  });

  test('neighbouring purposes, days and replications tell each other nothing', () => {
    const base = series(n, (i) => [i, PURPOSES.touch, 7, 0]);
    expect(
      Math.abs(
        correlation(
          base,
          series(n, (i) => [i, PURPOSES.renewal, 7, 0]),
        ),
      ),
    ).toBeLessThan(bound);
    expect(
      Math.abs(
        correlation(
          base,
          series(n, (i) => [i, PURPOSES.touch, 8, 0]),
        ),
      ),
    ).toBeLessThan(bound);
    const other = new KeyedRandom([101, 202, 303, 405]);
    const next = Float64Array.from({ length: n }, (_, i) => {
      other.draw(i, PURPOSES.touch, 7, 0);
      return unit(other.w0);
    });
    expect(Math.abs(correlation(base, next))).toBeLessThan(bound);
  });
});

function ones(x: number): number {
  let count = 0;
  for (let bits = x >>> 0; bits > 0; bits >>>= 1) count += bits & 1;
  return count;
}
