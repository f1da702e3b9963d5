/** One row per open lead or opportunity; rows are reused, identities are not. */
export const DEALS = {
  /** List value. */
  value: 'f64',
  logValue: 'f64',
  /** True quality and the noise with which it is seen, both standard normal. */
  quality: 'f64',
  noise: 'f64',
  /** Log-scale position of the prospect's potential, noise of its visible tier, and a rep's whim: standard normal. */
  potential: 'f64',
  tierNoise: 'f64',
  whim: 'f64',
  /** Sum of what this deal itself brings to every stage's log-odds. */
  edge: 'f64',
  /** What a prompt or late answer adds to the first stage's log-odds. */
  warmth: 'f64',
  /** Attention priority, set whenever the deal becomes ready. */
  priority: 'f64',
  /** Share of list price given away to pull the deal in. */
  discount: 'f64',
  /** Need for several people, 0–1. */
  complexity: 'f64',
  /** Hours a lead took to reach the rep's desk. */
  deskHours: 'f64',
  owner: 'i32',
  stage: 'i32',
  /** 0 new business, 1 repeat order, 2 expansion. */
  kind: 'i32',
  channel: 'i32',
  tier: 'i32',
  /** Customer row, or −1 before the first win. */
  customer: 'i32',
  readyDay: 'i32',
  coldDay: 'i32',
  /** Workday it became an opportunity. */
  openedDay: 'i32',
  stageDay: 'i32',
  /** Touches so far: the ordinal its luck is keyed by. */
  touches: 'i32',
  idLow: 'i32',
  idHigh: 'i32',
  /** Ordinal among the deals of the same customer. */
  sequence: 'i32',
  /** Next deal of the same list (ready list, day bucket or free list). */
  next: 'i32',
} as const;
