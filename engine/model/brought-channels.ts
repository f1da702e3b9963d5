/**
 * Channels that no context has until a practice opens them with the lever `lead-supply`. Their leads are as follows,
 * relative to the context's own market leads.
 */
export interface BroughtChannel {
  readonly id: string;
  /** Shift of win log-odds against the market average. */
  readonly quality: number;
  /** Median workdays an unworked lead stays warm. */
  readonly warmDays: number;
  /** Cost per lead as a multiple of the context's mean; what a practice costs besides is its own. */
  readonly cost: number;
}

/** Places of these channels follow the context's own and never change, so neither do the identities of their leads. */
export const BROUGHT_CHANNELS: readonly BroughtChannel[] = [
  // Low intent: quality ×.5/.8/1.0 of a usual lead; ¥40–50 per enquiry against ¥200–250 per effective lead. Vendor.
  { id: 'social', quality: -0.22, warmDays: 4, cost: 0.4 },
  // Cold calls close at 5 % where introductions close at 25 %. Vendor; cost is the callers' time.
  { id: 'telephone', quality: -0.7, warmDays: 5, cost: 0.2 },
  // Trade-show leads convert at .6 % against .8 % for advertising; half-life 1–3 weeks if unworked. Vendor.
  { id: 'event', quality: -0.2, warmDays: 10, cost: 0.2 },
  // A partner's customer is a usual one; the partner is paid by its share. Assumed.
  { id: 'partner', quality: 0, warmDays: 15, cost: 0 },
  // Introductions lend trust: win ×1.02/1.08/1.2 beside better-qualified leads. Assumed.
  { id: 'alliance', quality: 0.4, warmDays: 15, cost: 0 },
];
