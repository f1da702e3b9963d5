import type { Localised, Quantity } from '../kernel/quantity.ts';

/**
 * What a practice costs, in yuan and in manager hours: what is due whomever it covers, and what follows those it covers.
 * A pilot in one team of three pays a third of the latter and all of the former.
 */
export interface SchemeCosts {
  /** Once, when it starts. */
  readonly setup: Quantity;
  /** Once, when it starts, for each rep it is meant for. */
  readonly setupPerRep: Quantity;
  /** A month while it runs. */
  readonly monthly: Quantity;
  /** A month for each rep it has reached. */
  readonly perRepMonth: Quantity;
  /** For each market lead of the reps it has reached. */
  readonly perLead: Quantity;
  /** A month for each customer of theirs, and for each of the top tier among these. */
  readonly perCustomerMonth: Quantity;
  readonly perTopCustomerMonth: Quantity;
  /** Manager hours a month while it runs. */
  readonly managerHours: Quantity;
  /** Manager hours a month for each rep it has reached. */
  readonly managerHoursPerRep: Quantity;
}

/** One item of a practice's costs. */
export interface CostItem {
  readonly unit: 'money' | 'hours';
  /** Whether it follows those covered; else it is due in full whomever the practice covers. */
  readonly scales: boolean;
  readonly name: Localised;
}

const item = (unit: CostItem['unit'], scales: boolean, en: string, zh: string): CostItem => ({
  unit,
  scales,
  name: { en, zh },
});

/** The items, in the order in which they are told. */
export const COSTS: Readonly<Record<keyof SchemeCosts, CostItem>> = {
  setup: item('money', false, 'set-up cost', '启动成本'),
  monthly: item('money', false, 'cost a month', '每月成本'),
  managerHours: item('hours', false, 'manager hours a month', '每月管理工时'),
  setupPerRep: item('money', true, 'set-up cost a rep', '每人启动成本'),
  perRepMonth: item('money', true, 'cost a rep and month', '每人每月成本'),
  perLead: item('money', true, 'cost a lead', '每条线索成本'),
  perCustomerMonth: item('money', true, 'cost a customer and month', '每位客户每月成本'),
  perTopCustomerMonth: item('money', true, 'cost a top-tier customer and month', '每位高等级客户每月成本'),
  managerHoursPerRep: item('hours', true, 'manager hours a rep and month', '每人每月管理工时'),
};

/** The items' keys, in the same order. */
export const COST_KEYS = Object.keys(COSTS) as readonly (keyof SchemeCosts)[];

/** Costs of a practice that costs nothing; each practice states what it does cost on top. */
export const FREE: SchemeCosts = {
  setup: 0,
  setupPerRep: 0,
  monthly: 0,
  perRepMonth: 0,
  perLead: 0,
  perCustomerMonth: 0,
  perTopCustomerMonth: 0,
  managerHours: 0,
  managerHoursPerRep: 0,
};
