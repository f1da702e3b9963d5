import { modeOf } from '../../engine/kernel/quantity.ts';
import { PLAIN, type Setting } from './setting.ts';

/** Everything in a setting that is money, times k. */
export function inCoins(setting: Setting, k: number): Setting {
  const money = [
    'market.deal-value',
    'people.replacement-cost',
    'people.manager-hour-cost',
    'people.market-pay',
  ];
  const scalars: Record<string, number> = { ...PLAIN.scalars, ...setting.scalars };
  for (const id of money) scalars[id] = (scalars[id] ?? 0) * k;
  const pay = { ...PLAIN.pay, ...setting.pay };
  return {
    ...setting,
    scalars,
    channels: PLAIN.channels.map((one) => ({ ...one, costPerLead: modeOf(one.costPerLead) * k })),
    pay: { ...pay, salary: pay.salary * k, bonus: pay.bonus * k, quota: pay.quota * k },
  };
}
