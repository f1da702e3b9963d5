import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readStudy } from '../../../engine/study/index.ts';
import type { Json } from '../../../web/client/study/document.ts';
import { planTypesOf, planTypesValue, startingPlanTypes } from '../../../web/client/study/practices.ts';
import { memory } from '../../study/sources.ts';

const agile = { id: 'agile', settings: { 'cadence-weeks': 2 } };
const tiers = { id: 'customer-tiering', settings: {} };

describe('plan types of a study, as the page reads and writes them', () => {
  test.each([
    [undefined, []],
    ['none', []],
    ['customer-tiering', [tiers]],
    [{ agile: { 'cadence-weeks': 2 } }, [agile]],
    [{ agile: { 'cadence-weeks': 2 }, 'customer-tiering': null }, [agile, tiers]],
    [
      [{ agile: { 'cadence-weeks': 2 } }, 'customer-tiering'],
      [agile, tiers],
    ],
  ] satisfies [Json | undefined, unknown][])('%j', (value, entries) => {
    expect(planTypesOf(value)).toEqual(entries);
    const written = planTypesValue(planTypesOf(value));
    expect(planTypesOf(written)).toEqual(entries);
    const text = stringify({
      schemelab: 1,
      context: 'fmcg',
      baseline: { 'plan-type': 'structured' },
      alternatives: { one: { 'plan-type': written } },
    });
    const { adoptions } = readStudy('s.yaml', memory({ 's.yaml': text })).alternatives[1]!;
    const inUse = adoptions.filter((one) => one.stopDay === null).map((one) => one.scheme);
    expect(inUse).toEqual(planTypesOf(value).map((one) => one.id));
  });

  test('an alternative starts from those of the nearest it extends that names some', () => {
    const study: Json = {
      baseline: { 'plan-type': 'structured' },
      alternatives: {
        a: { 'plan-type': ['agile', 'customer-tiering'] },
        b: { extends: 'a' },
        c: { extends: 'b', 'plan-type': 'none' },
        d: {},
      },
    };
    const of = (base: string): string[] => startingPlanTypes(study, base).map(({ id }) => id);
    expect(of('baseline')).toEqual(['structured']);
    expect(of('b')).toEqual(['agile', 'customer-tiering']);
    expect(of('c')).toEqual([]);
    expect(of('d')).toEqual(['structured']);
  });
});
