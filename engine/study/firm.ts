/** What a company is like at the modes of its numbers: nothing is simulated. */
import { exp } from '../kernel/math.ts';
import { modeOf } from '../kernel/quantity.ts';
import { BROUGHT_CHANNELS } from '../model/brought-channels.ts';
import type { Firm, SchemeContext } from '../schemes/contract.ts';
import type { NormalStudy } from './normal.ts';
import { PARAMETER } from './parameters.ts';
import { variableAtTarget } from './pay-figures.ts';

const MONTHS = 12;

/** What becomes of leads, and what they take, at the modes of a study. */
export interface Pipeline {
  /** Of worked leads, those that reach the first stage of proposing (the last stage where there is none), and deals. */
  readonly proposals: number;
  readonly wins: number;
  /** Rep hours a worked lead takes in all. */
  readonly hours: number;
  /** Median workdays from lead to close. */
  readonly days: number;
}

/** Follows a worked lead through the stages. */
export function pipelineOf({ world }: NormalStudy): Pipeline {
  let wins = 1;
  let proposals: number | null = null;
  let hours = 0;
  let days = 0;
  world.stages.forEach((stage, s) => {
    const proposes = stage.skill === 'propose' || s === world.stages.length - 1;
    if (proposals === null && proposes) proposals = wins;
    hours += wins * modeOf(stage.touches) * modeOf(stage.hours);
    wins *= modeOf(stage.conversion);
    days += modeOf(stage.days);
  });
  return { proposals: proposals ?? 1, wins, hours, days };
}

/** The mode of a scalar of a study, in its own unit and currency. */
export function scalarOf({ world }: NormalStudy): (id: string) => number {
  return (id) => modeOf(world.scalars[id] ?? PARAMETER.get(id)!.fallback);
}

/** Later business of a customer a year, as a share of the first deal's value: renewals, repeat orders, expansion. */
export function laterBusiness(scalar: (id: string) => number): number {
  return (
    scalar('customers.recurring') +
    scalar('customers.purchase-rate') *
      scalar('customers.repeat-conversion') *
      scalar('customers.repeat-value') +
    scalar('customers.expansion-rate') * scalar('customers.expansion-size')
  );
}

/** Figures of a company in its study's currency. */
export function firmOf(study: NormalStudy): Firm {
  const scalar = scalarOf(study);
  const { wins, proposals, days } = pipelineOf(study);
  const { pay } = study.alternatives[0]!;
  const month = pay.salary + variableAtTarget(pay, study.currency) / MONTHS;
  const spread = scalar('market.deal-spread');
  // The mean of a lognormal lies above its median.
  const dealMargin = scalar('market.deal-value') * exp((spread * spread) / 2) * scalar('market.gross-margin');
  const followed = scalar('market.follow-up');
  const customerMargin = dealMargin * laterBusiness(scalar);
  return {
    repMonth: month * (1 + scalar('people.on-costs')),
    proposals: followed * proposals,
    wins: followed * wins,
    dealMargin,
    customerMargin,
    leadWorth: followed * wins * (dealMargin + customerMargin),
    cycleDays: days,
    repMargin:
      MONTHS * scalar('market.leads-per-rep-month') * followed * wins * dealMargin +
      scalar('customers.base-per-rep') * customerMargin,
  };
}

/** What practices may look at when they state their numbers: the catalogue is in yuan. */
export function schemeContextOf(study: NormalStudy): SchemeContext {
  const scalar = scalarOf(study);
  const firm = firmOf(study);
  const { yuan } = study;
  return {
    reps: study.reps,
    covered: study.reps,
    coveredTeams: study.teamSizes.length,
    teams: study.teamSizes.length,
    stages: study.world.stages.map((s) => s.id),
    channels: [...study.world.channels, ...BROUGHT_CHANNELS].map((c) => c.id),
    scalar: (id) => scalar(id) * (PARAMETER.get(id)!.unit === 'money' ? yuan : 1),
    firm: {
      ...firm,
      repMonth: firm.repMonth * yuan,
      dealMargin: firm.dealMargin * yuan,
      leadWorth: firm.leadWorth * yuan,
      customerMargin: firm.customerMargin * yuan,
      repMargin: firm.repMargin * yuan,
    },
    yuan,
  };
}
