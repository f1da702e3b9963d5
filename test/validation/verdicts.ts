import type { Localised } from '../../engine/kernel/quantity.ts';
import { clear, type Effect } from './effects.ts';

/** From this chance on a claimed size counts as reached; below the other as out of reach. */
const REACHED = 0.5;
const TAIL = 0.05;

/** A chance in words, in whole percent. */
function chanceOfClaim({ beyond }: Effect): Localised {
  const percent = beyond < 0.005 ? '< 1 %' : beyond > 0.995 ? '> 99 %' : `${Math.round(beyond * 100)} %`;
  return { en: `a chance of ${percent}`, zh: `概率 ${percent}` };
}

/**
 * A size that was claimed. In the tail means that it is less likely than not; out of reach, that its chance is less than
 * one in twenty.
 *
 * @param toward the direction that was claimed
 */
export function sizeVerdict(effect: Effect, toward: 1 | -1): Localised {
  const { en, zh } = chanceOfClaim(effect);
  if (effect.beyond >= REACHED)
    return { en: `Reached: ${en} to be at or beyond the claim`, zh: `达到：达到或超过声称值的${zh}` };
  if (effect.beyond >= TAIL)
    return {
      en: `Only in the tail: ${en} to be at or beyond the claim`,
      zh: `仅在尾部达到：达到或超过声称值的${zh}`,
    };
  const sign = clear(effect) * toward;
  const rest =
    sign > 0
      ? { en: 'the direction is right, the size is not', zh: '方向一致，幅度不符' }
      : sign < 0
        ? { en: 'the direction is the opposite', zh: '方向相反' }
        : { en: 'no clear effect', zh: '无明确效果' };
  return { en: `Not reached (${en}): ${rest.en}`, zh: `未达到（${zh}）：${rest.zh}` };
}

/** A direction that was claimed without a size. */
export function signVerdict(effect: Effect, toward: 1 | -1): Localised {
  const sign = clear(effect) * toward;
  if (sign > 0) return { en: 'Direction agrees', zh: '方向一致' };
  if (sign < 0) return { en: 'Direction contradicted', zh: '方向相反' };
  return { en: 'No clear effect', zh: '无明确效果' };
}

/**
 * A level that was claimed as if it were an effect: whether it is there with the practice, and whether it would have
 * been there without.
 *
 * @param before the level without the practice; more is better
 * @param after the level with it
 * @param change after − before
 * @param level the level claimed
 */
export function levelVerdict(before: Effect, after: Effect, change: Effect, level: number): Localised {
  const has = ({ mean }: Effect): boolean => mean >= level;
  const does = clear(change);
  if (has(before))
    return { en: 'Uninformative: the level is there without the practice', zh: '无信息量：不采用也有此水平' };
  if (has(after)) return { en: 'Level reached through the practice', zh: '因该做法达到此水平' };
  if (does > 0)
    return { en: 'Level not reached: the practice helps, but less', zh: '未达此水平：有帮助，但幅度不足' };
  return does < 0
    ? { en: 'Level not reached: the practice works against it', zh: '未达此水平：该做法适得其反' }
    : { en: 'Level not reached: no clear effect of the practice', zh: '未达此水平：该做法无明确效果' };
}

/** What advice comes to. */
export type Support = 'worse' | 'no-gain' | 'other-better' | 'best' | 'not-beaten';

/**
 * How far advice holds: against doing nothing, and against what was advised to others.
 *
 * @param advised against doing nothing
 * @param rivals the advice against each other mix
 */
export function supportOf(advised: Effect, rivals: readonly Effect[]): Support {
  if (clear(advised) <= 0) return clear(advised) < 0 ? 'worse' : 'no-gain';
  if (rivals.some((one) => clear(one) < 0)) return 'other-better';
  return rivals.every((one) => clear(one) > 0) ? 'best' : 'not-beaten';
}

const SUPPORT: Readonly<Record<Support, Localised>> = {
  worse: { en: 'Not supported: worse than doing nothing', zh: '不支持：不如不做' },
  'no-gain': { en: 'Not supported: no clear gain', zh: '不支持：无明确收益' },
  'other-better': {
    en: 'Partly: it pays, but other advice pays more',
    zh: '部分支持：有收益，但别的建议更好',
  },
  best: { en: 'Supported: it pays, and more than other advice', zh: '支持：有收益，且优于其他建议' },
  'not-beaten': {
    en: 'Supported: it pays, and no other advice clearly pays more',
    zh: '支持：有收益，且没有明确更好的建议',
  },
};

/** Whether the advice paid. */
export const pays = (support: Support): boolean => support !== 'worse' && support !== 'no-gain';

/** Advice in words. */
export function adviceVerdict(advised: Effect, rivals: readonly Effect[]): Localised {
  return SUPPORT[supportOf(advised, rivals)];
}
