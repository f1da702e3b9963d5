/**
 * What draws are for: one decision, one number. Numbers are never reused, so that old seeds keep their meaning; the
 * low byte of the counter's purpose word holds them, the upper 24 bits carry the rest of an entity's identity.
 */
export const PURPOSES = {
  'arrival-count': 1,
  'lead-traits': 2,
  'lead-route': 3,
  touch: 4,
  renewal: 5,
  'customer-traits': 6,
  'customer-month': 7,
  'repeat-occasion': 8,
  'referral-identity': 9,
  'rep-traits': 10,
  'rep-month': 11,
  quit: 12,
  hire: 13,
  'market-month': 14,
  'market-shift': 15,
  'playbook-revision': 16,
  'quota-error': 17,
  'adoption-failure': 18,
  coverage: 19,
  collection: 20,
  'self-lead': 21,
  parameter: 22,
  territory: 23,
  helper: 24,
  discount: 25,
  reassign: 26,
  'churn-score': 27,
  expansion: 28,
  'pull-in': 29,
} as const;

/** The purpose word of a counter. @param identityHigh upper 24 bits of the entity's identity */
export function purposeWord(purpose: number, identityHigh: number): number {
  return purpose | (identityHigh << 8);
}
