/** A study to begin with: an industry's numbers written out, what a company knows of itself first. */
import type { Language } from '../kernel/format.ts';
import { modeOf, type Quantity } from '../kernel/quantity.ts';
import { isBehaviour, PARAMETER, PARAMETERS, type Parameter, type ParameterUnit } from './parameters.ts';
import type { Preset } from './presets/contract.ts';

/** Facts that change an answer most and that a company can look up: asked for before everything else. */
export const COMPANY_FACTS = [
  'market.leads-per-rep-month',
  'market.deal-value',
  'market.gross-margin',
  'market.follow-up',
  'customers.base-per-rep',
  'people.turnover',
  'people.ramp',
  'people.span',
] as const;

const WORDS = {
  en: {
    title: 'Does a higher accelerator pay?',
    facts:
      'First: what your company knows of itself. Replace these usual numbers of the industry by your own.',
    pay: 'Today’s pay for one seller: salary a month, commission on bookings, quota a year.',
    what: 'What could be done differently. “schemelab schemes” lists the practices, scenarios/README.md every key.',
    unknown:
      'What no company knows of itself, how people behave, has a range by default. To take such a number as known, copy its line into the section above:',
    stop: '; ',
    usual: 'usual',
  },
  zh: {
    title: '提高加速系数值不值？',
    facts: '先写贵公司自己知道的事实：请用自己的数字替换下面的行业常规值。',
    pay: '现在每名销售的薪酬：月底薪、提成比例、年目标。',
    what: '可以怎样改变。做法见 schemelab schemes，各键见 scenarios/README.zh.md。',
    unknown: '没有哪家公司确知的事（人如何行为）默认取一个范围。若要当作已知，请把该行抄入上面对应的部分：',
    stop: '；',
    usual: '常规值',
  },
} as const;

/** How a number of a unit is written in a study. */
const WRITTEN: Readonly<Partial<Record<ParameterUnit, (x: number) => string>>> = {
  share: (x) => `${Number((100 * x).toPrecision(6))}%`,
  months: (x) => `${x} months`,
  workdays: (x) => `${x} workdays`,
  hours: (x) => `${x} hours`,
  'per-year': (x) => `${x} per year`,
  'per-month': (x) => `${x} per month`,
};

/**
 * The text of a study of an industry's usual firm with one alternative; it reads without a change.
 *
 * @param language of its comments and title
 */
export function starterStudy(preset: Preset, language: Language): string {
  const words = WORDS[language];
  const money = (x: number): string => `${x} ${preset.currency}`;
  const write = (parameter: Parameter, x: number): string =>
    parameter.unit === 'money' ? money(x) : (WRITTEN[parameter.unit] ?? String)(x);
  const range = (parameter: Parameter, q: Quantity): string =>
    typeof q !== 'number' && 'mode' in q ? ` (${write(parameter, q.low)} … ${write(parameter, q.high)})` : '';
  const facts = COMPANY_FACTS.map((id) => PARAMETER.get(id)!);
  const section = (name: string): string[] => {
    const rows = facts.filter(({ id }) => id.startsWith(`${name}.`));
    const lines = rows.map((parameter) => {
      const value = preset.scalars[parameter.id]?.value ?? parameter.fallback;
      const number = write(parameter, modeOf(value));
      const note = `${parameter.meaning[language]}${words.stop}${words.usual} ${number}${range(parameter, value)}`;
      return `  ${parameter.id.slice(name.length + 1)}: ${number} # ${note}`;
    });
    return rows.length === 0 ? [] : [`${name}:`, ...lines];
  };
  const behaviour = (name: string): string[] => {
    const rows = PARAMETERS.filter((one) => isBehaviour(one) && one.id.startsWith(`${name}.`));
    const lines = rows.map((parameter) => {
      const value = preset.scalars[parameter.id]?.value ?? parameter.fallback;
      const number = write(parameter, modeOf(value));
      return `#   ${parameter.id.slice(name.length + 1)}: ${number} # ${parameter.name[language]}${range(parameter, value)}`;
    });
    return rows.length === 0 ? [] : [`# ${name}:`, ...lines];
  };
  const { pay } = preset;
  return `${[
    'schemelab: 1',
    `context: ${preset.id} # ${preset.name[language]}`,
    `title: ${words.title}`,
    '',
    `# ${words.facts}`,
    `company: { reps: ${modeOf(preset.reps)}, teams: ${preset.teams} }`,
    ...section('market'),
    ...section('customers'),
    ...section('people'),
    '',
    'baseline:',
    `  # ${words.pay}`,
    `  pay: { extends: context, salary: ${money(pay.salary)}, commission: ${Number((100 * pay.commission).toPrecision(6))}%, quota: ${money(pay.quota)} }`,
    '',
    `# ${words.what}`,
    'alternatives:',
    '  accelerated:',
    '    pay: { extends: baseline, accelerator: 2, accelerator-from: 100% }',
    '',
    'run: { horizon: 24 months }',
    '',
    `# ${words.unknown}`,
    ...behaviour('market'),
    ...behaviour('customers'),
    ...behaviour('people'),
  ].join('\n')}\n`;
}
