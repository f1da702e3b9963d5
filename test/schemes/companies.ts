import type { SchemeContext } from '../../engine/schemes/contract.ts';
import { draftStudy, teamSizes } from '../../engine/study/draft.ts';
import { schemeContextOf } from '../../engine/study/firm.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import { PRESETS } from '../../engine/study/presets/index.ts';

/** A usual company of an industry with so many reps, in teams of about eight. */
export function company(preset: (typeof PRESETS)[number], reps: number): NormalStudy {
  const sizes = teamSizes(reps, Math.max(1, Math.round(reps / 8)));
  return {
    ...draftStudy(preset),
    reps,
    teamSizes: sizes,
    teamNames: sizes.map((_, t) => `team-${t + 1}`),
  };
}

/** Every industry with so many reps. */
export function companies(reps: number): NormalStudy[] {
  return PRESETS.map((preset) => company(preset, reps));
}

/** Firms a practice may be asked about: every industry, small, usual and large; and one with a single stage and channel. */
export const CONTEXTS: readonly SchemeContext[] = [
  ...[8, 30, 150].flatMap((reps) => companies(reps).map(schemeContextOf)),
  { ...schemeContextOf(company(PRESETS[0]!, 3)), stages: ['lead'], channels: ['walk-in'] },
];
