/** One row per customer, never reused: a churned customer keeps its row. Money in the study's currency. */
export const CUSTOMERS = {
  /** True potential relative to the median, heavy-tailed. */
  potential: 'f64',
  /** Yearly recurring value. */
  recurring: 'f64',
  /** What expansions are sized by: the yearly value of the first contract, or a repeat order where nothing recurs. */
  unitValue: 'f64',
  /** Value of a repeat order. */
  orderValue: 'f64',
  /** Log of that value. */
  logOrder: 'f64',
  /** Margin left of its revenue after cost and partner share. */
  marginRate: 'f64',
  /** Repeat purchases a workday. */
  rate: 'f64',
  /** Log-odds of dropping out at a renewal or after a purchase, averaged over usual satisfaction. */
  dropLogit: 'f64',
  /** 0–100. */
  satisfaction: 'f64',
  /** Points by which this customer lastingly feels better or worse than others under the same service. */
  disposition: 'f64',
  /** How far contact has made it think over a contract it was content with, 0–1; until its next renewal. */
  woken: 'f64',
  /** Strength of the relationship, 0–1. */
  relationship: 'f64',
  /** Yearly value, on the day that customers were marked, of those active then; what expansion has added since. */
  valueAtStart: 'f64',
  expanded: 'f64',
  /** Noise of the visible tier score. */
  tierNoise: 'f64',
  owner: 'i32',
  /** 0 free, 1 active, 2 churned. */
  state: 'i32',
  /** 0 A, 1 B, 2 C by visible score. */
  tier: 'i32',
  idLow: 'i32',
  idHigh: 'i32',
  renewals: 'i32',
  occasions: 'i32',
  renewDay: 'i32',
  renewNext: 'i32',
  buyDay: 'i32',
  buyNext: 'i32',
  /** 1 if active on that day; 1 once it bought or renewed again since. */
  cohort: 'i32',
  rebought: 'i32',
} as const;
