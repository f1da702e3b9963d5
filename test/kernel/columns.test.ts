import { describe, expect, test } from 'vitest';
import { copyRows, tableBytes, viewTable } from '../../engine/kernel/columns.ts';

const SPEC = { value: 'f64', owner: 'i32', next: 'i32' } as const;

describe('tables in one buffer', () => {
  test('start every column on eight bytes and overlap nowhere', () => {
    for (const rows of [0, 1, 2, 3, 7]) {
      const bytes = tableBytes(SPEC, rows);
      expect(bytes % 8).toBe(0);
      const t = viewTable(SPEC, new ArrayBuffer(16 + bytes), 16, rows);
      t.value.fill(1.5);
      t.owner.fill(-7);
      t.next.fill(9);
      expect([...t.value, ...t.owner, ...t.next]).toEqual([
        ...Array<number>(rows).fill(1.5),
        ...Array<number>(rows).fill(-7),
        ...Array<number>(rows).fill(9),
      ]);
      for (const column of [t.value, t.owner, t.next]) {
        expect(column.byteOffset % 8).toBe(0);
        expect(column.byteOffset).toBeGreaterThanOrEqual(16);
        expect(column.byteOffset + column.byteLength).toBeLessThanOrEqual(16 + bytes);
      }
    }
  });

  test('are copied by copying their bytes', () => {
    const buffer = new ArrayBuffer(tableBytes(SPEC, 3));
    const t = viewTable(SPEC, buffer, 0, 3);
    t.value.set([1, 2, 3]);
    t.owner.set([4, 5, 6]);
    const copy = viewTable(SPEC, buffer.slice(0), 0, 3);
    t.value[0] = 99;
    expect([...copy.value, ...copy.owner]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('hand their rows to a larger or smaller table', () => {
    const make = (rows: number) => viewTable(SPEC, new ArrayBuffer(tableBytes(SPEC, rows)), 0, rows);
    const small = make(2);
    small.value.set([1, 2]);
    small.next.set([3, 4]);
    const large = make(4);
    copyRows(SPEC, small, large);
    expect([...large.value]).toEqual([1, 2, 0, 0]);
    expect([...large.next]).toEqual([3, 4, 0, 0]);
    const one = make(1);
    copyRows(SPEC, large, one);
    expect([...one.value, ...one.next]).toEqual([1, 3]);
  });
});
