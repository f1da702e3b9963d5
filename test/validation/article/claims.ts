import type { Localised } from '../../../engine/kernel/quantity.ts';
import type { Told } from '../effects.ts';

interface Base {
  /** As in the list of claims. */
  readonly id: string;
  /** File in scenarios/article, without its ending. */
  readonly study: string;
  readonly text: Localised;
  readonly alternative: string;
  /** What the study sets otherwise than the preset, if anything. */
  readonly note?: Localised;
  /** One sentence on the mechanism, true whatever comes out. */
  readonly why: Localised;
  /** Figures shown beside the one that is judged. */
  readonly beside?: readonly string[];
}

/** A size or a direction of one figure. */
export interface Measured extends Base {
  readonly kind: 'size' | 'sign';
  readonly against: string;
  readonly metric: string;
  readonly told: Exclude<Told, 'level'>;
  /** The size claimed, or just 1 or −1 for a direction. */
  readonly claim: number;
}

/** A level of the share of customers kept a year. */
export interface Kept extends Base {
  readonly kind: 'kept';
  /** Share claimed. */
  readonly claim: number;
}

/** Advice: the mix to take up, compared with what is advised to others. Judged by net contribution. */
export interface Advised extends Base {
  readonly kind: 'advice';
}

/** What can be read off one comparison. */
export type Claim = Measured | Kept | Advised;

/** Text in both languages. */
export const text = (en: string, zh: string): Localised => ({ en, zh });
