import type { Localised } from '../kernel/quantity.ts';
import { automation } from './automation.ts';
import { channelSelling } from './channel.ts';
import type { Scheme } from './contract.ts';
import { crossDepartment } from './cross-department.ts';
import { customerExperience } from './customer-experience.ts';
import { customerLifecycle } from './customer-lifecycle.ts';
import { digital } from './digital.ts';
import { eventMarketing } from './event-marketing.ts';
import { goalOriented } from './goal-oriented.ts';
import { incentiveDriven } from './incentive-driven.ts';
import { jointSelling } from './joint-selling.ts';
import { keyAccount } from './key-account.ts';
import { lean } from './lean.ts';
import { agile } from './plan-types/agile.ts';
import { customerTiering } from './plan-types/customer-tiering.ts';
import { dataDriven } from './plan-types/data-driven.ts';
import { structured } from './plan-types/structured.ts';
import { teamBased } from './plan-types/team-based.ts';
import { processControl } from './process-control.ts';
import { productLine } from './product-line.ts';
import { projectBased } from './project-based.ts';
import { regionIndustry } from './region-industry.ts';
import { socialMedia } from './social-media.ts';
import { teamCollaboration } from './team-collaboration.ts';
import { telephone } from './telephone.ts';
import { training } from './training.ts';

/** Every practice the simulator knows, in catalogue order; its position is its column in the world. */
export const SCHEMES: readonly Scheme[] = [
  structured,
  agile,
  customerTiering,
  dataDriven,
  teamBased,
  goalOriented,
  processControl,
  customerLifecycle,
  regionIndustry,
  productLine,
  projectBased,
  keyAccount,
  channelSelling,
  automation,
  socialMedia,
  telephone,
  eventMarketing,
  jointSelling,
  teamCollaboration,
  incentiveDriven,
  training,
  customerExperience,
  lean,
  crossDepartment,
  digital,
];

/** Position by id. */
export const SCHEME_INDEX: ReadonlyMap<string, number> = new Map(SCHEMES.map((one, i) => [one.id, i]));

/** Why two practices cannot be in use for the same people at the same time; null where they can. */
export function exclusion(a: string, b: string): Localised | null {
  const of = (one: string, other: string): Localised | undefined =>
    schemeById(one)?.excludes?.find(({ id }) => id === other)?.why;
  return of(a, b) ?? of(b, a) ?? null;
}

/** The practice with this id, if there is one. */
export function schemeById(id: string): Scheme | undefined {
  return SCHEMES[SCHEME_INDEX.get(id) ?? -1];
}
