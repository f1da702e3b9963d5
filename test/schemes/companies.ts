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

/** Firms a practice may be asked about: small, usual and large ones of unlike industries; one with one stage and channel. */
export const CONTEXTS: readonly SchemeContext[] = [
  ...[8, 30, 150].map((reps, i) => schemeContextOf(company(PRESETS[2 * i]!, reps))),
  schemeContextOf(company(PRESETS[1]!, 24)),
  { ...schemeContextOf(company(PRESETS[0]!, 3)), stages: ['lead'], channels: ['walk-in'] },
];
