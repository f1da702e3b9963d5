import type { Pool, Rank, TeamMatch } from './parts/payout.ts';

/**
 * The prize of someone with result `mine` among rivals. Equals share the prizes of the ranks they take up, or each get
 * the best of them.
 */
export function prizeOf(rank: Rank, mine: number, rivals: readonly number[]): number {
  if (rank.minimum !== null && mine < rank.minimum) return 0;
  // Who misses the minimum is not in the race.
  const field = rank.minimum === null ? rivals : rivals.filter((other) => other >= rank.minimum!);
  const better = field.filter((other) => other > mine).length;
  const equal = field.filter((other) => other === mine).length;
  if (rank.ties === 'best') return rank.prizes[better] ?? 0;
  let sum = 0;
  for (let place = better; place <= better + equal; place++) sum += rank.prizes[place] ?? 0;
  return sum / (equal + 1);
}

/** What a member of a team gets (or pays) in a match; nothing when it is even. */
export function matchPay({ prize, stake }: TeamMatch, ours: number, theirs: number): number {
  if (ours === theirs) return 0;
  return ours > theirs ? prize : -stake;
}

/**
 * A member's part of a pool.
 *
 * @param mine own result (attainment, where the pool is divided by it)
 * @param others the other members'
 */
export function poolShare({ size, divide }: Pool, mine: number, others: readonly number[]): number {
  const all = others.reduce((sum, other) => sum + Math.max(0, other), Math.max(0, mine));
  const pot = 'money' in size ? size.money : size.share * all;
  if (divide === 'equally') return pot / (others.length + 1);
  return all > 0 ? (pot * Math.max(0, mine)) / all : 0;
}
