import { computed } from '@preact/signals';
import { converted } from '../../../engine/kernel/quantity.ts';
import type { CataloguePreset, SchemeCosts } from '../../contract/index.ts';
import { catalogue, parameters, presets } from '../api/catalogue.ts';
import { isMap } from './document.ts';
import { study } from './draft.ts';

/** Currency the catalogue is in. */
export const HOME = 'CNY';

/** The currency of the study on the table, and the yuan one unit of it is taken for. */
export const currency = computed<{ readonly code: string; readonly yuan: number }>(() => {
  const stated = study.value?.currency;
  const known = catalogue.value?.currencies ?? {};
  const code = String(isMap(stated) ? stated.code : (stated ?? HOME));
  if (known[code] === undefined) return { code: HOME, yuan: 1 };
  const yuan = isMap(stated) ? Number(stated.yuan ?? known[code]) : known[code];
  return { code, yuan: yuan > 0 ? yuan : known[code] };
});

/** Industries by id, their money in the currency of the study on the table. */
export const industries = computed<ReadonlyMap<string, CataloguePreset>>(
  () => new Map([...presets.value].map(([id, preset]) => [id, inCurrency(preset)])),
);

/** The industry of the study on the table, likewise; the first known while it names none. */
export function presetOf(): CataloguePreset {
  const { value } = industries;
  return value.get(String(study.value?.context ?? '')) ?? value.get(catalogue.value!.presets[0]!.id)!;
}

/** An industry with its money in the study's currency. */
function inCurrency(preset: CataloguePreset): CataloguePreset {
  const { code, yuan } = currency.value;
  if (code === preset.currency) return preset;
  // A bare conversion has sixteen digits; four are enough to show.
  const money = (x: number): number => Number((x / yuan).toPrecision(4));
  const scalars = { ...preset.scalars };
  for (const { id, unit, fallback, evidence } of parameters.value.values()) {
    if (unit !== 'money') continue;
    const stated = preset.scalars[id] ?? { value: fallback, evidence };
    scalars[id] = { ...stated, value: converted(stated.value, money) };
  }
  const { pay } = preset;
  return {
    ...preset,
    currency: code,
    scalars,
    channels: preset.channels.map((one) => ({ ...one, costPerLead: converted(one.costPerLead, money) })),
    pay: {
      ...pay,
      salary: money(pay.salary),
      bonus: money(pay.bonus),
      quota: money(pay.quota),
    },
    costs: Object.fromEntries(Object.entries(preset.costs).map(([id, costs]) => [id, costsIn(costs, money)])),
  };
}

function costsIn(costs: SchemeCosts, money: (x: number) => number): SchemeCosts {
  return costs.map((one) =>
    one.unit === 'money'
      ? { ...one, by: { low: money(one.by.low), mode: money(one.by.mode), high: money(one.by.high) } }
      : one,
  );
}
