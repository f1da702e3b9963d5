import { degree, exclusion, type Fit, SCHEMES, type Scheme, type SchemeId } from '../schemes/index.ts';
import { habit } from '../study/draft.ts';
import type { Adoption, Alternative, NormalStudy } from '../study/normal.ts';
import { type Profile, profileOf } from './profile.ts';

/** Schemes a shortlist holds at least (where so many do not conflict) and at most. */
export const FEWEST = 3;
export const MOST = 5;

/** Score from which a practice is said to fit: its conditions hold, taken together. */
export const FITS = 0.5;

/** Workdays between two steps of a rollout: a quarter. */
const STEP_DAYS = 63;

/** One condition held against a company. */
export interface Checked extends Fit {
  readonly value: number;
  readonly met: boolean;
}

/** A practice held against a company. */
export interface Judged {
  readonly id: SchemeId;
  readonly kind: Scheme['kind'];
  /** Geometric mean of the degrees to which its conditions hold, 0–1; one that fails cannot be made up for. */
  readonly score: number;
  readonly conditions: readonly Checked[];
}

/** A practice of the shortlist, and how it stands to what is done beside it. */
export interface Advised extends Judged {
  /** False where it is listed for want of a better one: its score is under `FITS`. */
  readonly fits: boolean;
  /** Practices of the shortlist, and present habits, that go well with it. */
  readonly complements: readonly SchemeId[];
}

/** A practice that fits but is left out, because it conflicts with one that is in use or fits better. */
export interface LeftOut {
  readonly id: SchemeId;
  readonly score: number;
  readonly conflictsWith: readonly SchemeId[];
}

export interface Advice {
  readonly profile: Profile;
  /** Practices in use already, which are not advised again. */
  readonly inUse: readonly SchemeId[];
  /** At most one plan type, first; then the schemes, best first. */
  readonly shortlist: readonly Advised[];
  readonly leftOut: readonly LeftOut[];
  /** Every practice, best first. */
  readonly scores: readonly Judged[];
}

/** Every practice held against a company, the best fit first; ties stand in catalogue order. */
export function judge(profile: Profile): Judged[] {
  return SCHEMES.map((scheme): Judged => {
    const degrees = scheme.fits.map((fit) => degree(fit, profile[fit.trait]));
    return {
      id: scheme.id,
      kind: scheme.kind,
      score: degrees.reduce((product, x) => product * x, 1) ** (1 / degrees.length),
      conditions: scheme.fits.map((fit, i) => ({
        ...fit,
        value: profile[fit.trait],
        met: degrees[i]! >= 0.5,
      })),
    };
  }).sort((a, b) => b.score - a.score);
}

/**
 * Shortlists practices for a study's company by their stated conditions; nothing is simulated. What the baseline does
 * already is left out, and so is whatever conflicts with it or with a better fit. A plan type is advised only if it fits,
 * beside those in use; one that excludes a present one takes its place only if it fits better.
 */
export function advise(study: NormalStudy): Advice {
  const profile = profileOf(study);
  const scores = judge(profile);
  const inUse = study.alternatives[0]!.adoptions.filter((one) => one.stopDay === null).map(
    (one) => one.scheme as SchemeId,
  );
  const free = scores.filter((one) => !inUse.includes(one.id));
  const leftOut: LeftOut[] = [];
  const chosen: Judged[] = [];

  /** Takes a practice unless it conflicts; says whether it was taken. */
  const take = (one: Judged, beside: readonly SchemeId[]): boolean => {
    const conflictsWith = beside.filter((other) => conflict(one.id, other));
    if (conflictsWith.length === 0) chosen.push(one);
    else if (one.score >= FITS) leftOut.push({ id: one.id, score: one.score, conflictsWith });
    return conflictsWith.length === 0;
  };
  for (const one of free.filter(({ kind }) => kind === 'scheme')) {
    if (chosen.length >= MOST || (chosen.length >= FEWEST && one.score < FITS)) break;
    take(one, [...inUse, ...chosen.map(({ id }) => id)]);
  }
  const schemes = chosen.map(({ id }) => id);
  let kept = inUse;
  for (const one of free.filter(({ kind }) => kind === 'plan-type')) {
    if (one.score < FITS) break;
    const replaced = scores.find(({ id }) => inUse.includes(id) && exclusion(one.id, id) !== null);
    if (replaced !== undefined && one.score <= replaced.score) continue;
    const others = inUse.filter((id) => id !== replaced?.id);
    if (!take(one, [...others, ...schemes])) continue;
    kept = others;
    break;
  }
  const shortlist = [...chosen].sort((a, b) => Number(a.kind === 'scheme') - Number(b.kind === 'scheme'));
  const beside = [...shortlist.map(({ id }) => id), ...kept];
  return {
    profile,
    inUse,
    shortlist: shortlist.map((one) => ({
      ...one,
      fits: one.score >= FITS,
      complements: beside.filter((id) => id !== one.id && complement(one.id, id)),
    })),
    leftOut,
    scores,
  };
}

/**
 * The study with the shortlist in place of its alternatives: each practice alone, all at once, and one every quarter
 * in the order of the list. Steps that would begin after the horizon are left out of the last.
 */
export function shortlistStudy(study: NormalStudy, advice: Advice): NormalStudy {
  const baseline = study.alternatives[0]!;
  const ids = advice.shortlist.map((one) => one.id);
  const alone = ids.map((id) => ({
    ...taking(baseline, [[id, 0]]),
    id,
    name: nameOf(id),
  }));
  const together = {
    ...taking(
      baseline,
      ids.map((id) => [id, 0]),
    ),
    id: 'all-at-once',
    name: { en: 'All of them at once', zh: '全部同时上' },
  };
  const steps = ids
    .map((id, k): [SchemeId, number] => [id, k * STEP_DAYS])
    .filter(([, day]) => day < study.run.horizonDays);
  const stepwise = {
    ...taking(baseline, steps),
    id: 'one-a-quarter',
    name: {
      en: `One a quarter: ${steps.map(([id]) => nameOf(id)!.en).join(', ')}`,
      zh: `每季度上一项：${steps.map(([id]) => nameOf(id)!.zh).join('、')}`,
    },
  };
  return {
    ...study,
    alternatives: [baseline, ...alone, ...(ids.length > 1 ? [together, stepwise] : [])],
  };
}

/** The baseline with practices taken up on their days; whatever they exclude ends then. */
function taking(baseline: Alternative, uses: readonly (readonly [SchemeId, number])[]): Alternative {
  const kind = (id: string): Scheme['kind'] | undefined => SCHEMES.find((one) => one.id === id)?.kind;
  const kept = baseline.adoptions.flatMap((one): Adoption[] => {
    const change = uses.find(([id]) => exclusion(id, one.scheme) !== null);
    if (change === undefined || one.stopDay !== null) return [one];
    return one.startDay >= change[1] ? [] : [{ ...one, stopDay: change[1] }];
  });
  // A practice that the baseline tries for a time gives way to the same one taken up for good.
  const others = kept.filter((one) => !uses.some(([id]) => id === one.scheme));
  const added = uses.map(([id, day]): Adoption => ({ ...habit(id), startDay: day }));
  const adoptions = [...others, ...added];
  const first = adoptions.filter((one) => kind(one.scheme) === 'plan-type');
  return { ...baseline, adoptions: [...first, ...adoptions.filter((one) => !first.includes(one))] };
}

function nameOf(id: SchemeId): Alternative['name'] {
  return SCHEMES.find((one) => one.id === id)!.name;
}

function conflict(a: SchemeId, b: SchemeId): boolean {
  return names(a, b, 'conflicts') || names(b, a, 'conflicts');
}

function complement(a: SchemeId, b: SchemeId): boolean {
  return names(a, b, 'complements') || names(b, a, 'complements');
}

function names(a: SchemeId, b: SchemeId, list: 'complements' | 'conflicts'): boolean {
  return SCHEMES.find((one) => one.id === a)![list].includes(b);
}
