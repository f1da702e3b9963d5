import type { Localised } from '../kernel/quantity.ts';

/** `podSize` as a study writes it: `pod-size`. */
export function optionKey(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Units of the practices' options in Chinese. */
export const OPTION_UNITS_ZH: Readonly<Record<string, string>> = {
  CNY: '元',
  accounts: '个客户',
  'contacts a year': '次/年',
  'contests a year': '次/年',
  'days a year': '天/年',
  departments: '个部门',
  dials: '次拨号',
  'events a year': '场/年',
  hours: '小时',
  'hours a week': '小时/周',
  lines: '条产品线',
  multiple: '倍',
  partners: '家伙伴',
  people: '人',
  'reviews a month': '次/月',
  'revisions a year': '次/年',
  share: '占比',
  weeks: '周',
};

/** An option's unit for readers of either language; as it stands in both where no option has it. */
export function optionUnit(unit: string): Localised {
  return { en: unit, zh: OPTION_UNITS_ZH[unit] ?? unit };
}
