import { converted } from '../kernel/quantity.ts';
import type { Located } from './nodes.ts';
import { PARAMETERS } from './parameters.ts';
import type { Preset } from './presets/contract.ts';

/** Yuan that one unit of a currency is taken for where a study does not say: about the mean rates of 2025, from memory. */
export const YUAN: Readonly<Record<string, number>> = { CNY: 1, USD: 7.2, EUR: 8.1, GBP: 9.5 };

/** The money of a study. Presets and the catalogue's costs are in yuan and are converted at this rate. */
export interface Currency {
  readonly code: string;
  /** Yuan for one unit. */
  readonly yuan: number;
}

/** Currency of a study that does not name one. */
export const HOME: Currency = { code: 'CNY', yuan: 1 };

const LEAST_YUAN = 0.001;
const MOST_YUAN = 1000;

/** Reads `currency`: a code, or a map of `code` and `yuan`, what one unit is taken for. */
export function readCurrency(at: Located | undefined): Currency {
  if (at === undefined) return HOME;
  const keys = at.isMap ? at.entries(['code', 'yuan']) : null;
  const codeAt = keys === null ? at : keys.get('code');
  if (codeAt === undefined) {
    at.missing(
      'code',
      `expected one of ${Object.keys(YUAN).join(', ')}`,
      `应为 ${Object.keys(YUAN).join('、')} 之一`,
    );
    return HOME;
  }
  const code = codeAt.choice(Object.keys(YUAN));
  if (code === undefined) return HOME;
  const rateAt = keys?.get('yuan');
  if (rateAt === undefined) return { code, yuan: YUAN[code]! };
  const rate = rateAt.scalar;
  const home = code === HOME.code;
  if (typeof rate === 'number' && rate >= LEAST_YUAN && rate <= MOST_YUAN && (!home || rate === 1))
    return { code, yuan: rate };
  rateAt.wrong(
    'out-of-range',
    home ? 'expected 1' : `expected the yuan that one unit is worth, ${LEAST_YUAN} to ${MOST_YUAN}`,
    home ? '应为 1' : `应为一单位折合的人民币元数，${LEAST_YUAN} 至 ${MOST_YUAN}`,
  );
  return HOME;
}

/** A preset with all its money in another currency; the same object where that is its own. */
export function inCurrency(preset: Preset, { code, yuan }: Currency): Preset {
  if (code === preset.currency) return preset;
  const money = (x: number): number => x / yuan;
  const { pay } = preset;
  const scalars = { ...preset.scalars };
  for (const { id, unit, fallback, evidence } of PARAMETERS) {
    if (unit !== 'money') continue;
    const stated = preset.scalars[id] ?? { value: fallback, evidence };
    scalars[id] = { ...stated, value: converted(stated.value, money) };
  }
  return {
    ...preset,
    currency: code,
    scalars,
    channels: preset.channels.map((one) => ({ ...one, costPerLead: converted(one.costPerLead, money) })),
    pay: { ...pay, salary: money(pay.salary), bonus: money(pay.bonus), quota: money(pay.quota) },
  };
}
