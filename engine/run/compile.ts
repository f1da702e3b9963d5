import { creditRules } from '../incentive/credit-rules.ts';
import { payInForce } from '../incentive/in-force.ts';
import { repeatAppeal } from '../incentive/response.ts';
import { exp, log } from '../kernel/math.ts';
import { normalDensity, normalQuantile } from '../kernel/normal.ts';
import { modeOf, type Quantity } from '../kernel/quantity.ts';
import { LeverTable } from '../model/lever-table.ts';
import { LEVER_INDEX, LEVERS } from '../model/levers.ts';
import type { ChannelTables, Entry, Model, Params, StageTables, UsualFeelings } from '../model/model.ts';
import { WEEK_COLUMNS } from '../model/phases/week.ts';
import { TIERS } from '../model/world.ts';
import { parameterKey, studyKey } from '../random/key.ts';
import { KeyedRandom } from '../random/threefry.ts';
import { usualCycle } from '../study/draft.ts';
import type { Alternative, NormalStudy } from '../study/normal.ts';
import { PARAMETER } from '../study/parameters.ts';
import { presetById } from '../study/presets/index.ts';
import { businessOf } from './business.ts';
import { channelTables, stageTables } from './context-tables.ts';
import { coveredSeats } from './coverage.ts';
import { AT_MODE, type Drawing, NAMESPACE, ParameterDraw } from './draws.ts';
import { usualFeelings } from './feelings.ts';
import { drawScalars, type MixTables, paramsOf, type Scalars, usualSkill } from './params.ts';
import { type PayContext, type PayPhase, paidOf, payOf, phaseOf, plansOf, usePay } from './pay.ts';
import { type Practices, practicesOf } from './practices.ts';

const EVERY_MONTH = 0xfff;

/** An alternative ready to run; what it says of pay is in force from `payStartDay` on. */
export interface Compiled extends PayPhase {
  readonly model: Model;
  readonly levers: LeverTable;
  /** Pay until then: the baseline's, with the contests of this alternative's practices; null where that is never. */
  readonly before: PayPhase | null;
  readonly payStartDay: number;
  /** Chance that each practice of the model fails, by practice. */
  readonly failure: readonly number[];
}

/** All alternatives of a study under one parameter draw, the baseline first. */
export interface CompiledStudy {
  readonly alternatives: readonly Compiled[];
  readonly key: readonly [number, number, number];
}

/**
 * Folds a study into numbers for one parameter draw. The context's numbers are drawn once and shared; each
 * alternative's practices are drawn at places of their own, so adding an alternative changes no other.
 */
export function compileStudy(study: NormalStudy, draw: number, mixes: MixTables): CompiledStudy {
  const drawn = new ParameterDraw(new KeyedRandom(parameterKey(studyKey(study.run.seed))), draw);
  const { context, effects } = drawings(study, drawn);
  return compileUnder(study, context, effects, mixes);
}

/** What of a study is drawn and what stands at its mode, as its run says. */
export function drawings(
  study: NormalStudy,
  drawn: Drawing,
): { readonly context: Drawing; readonly effects: Drawing } {
  const { context, effects } = study.run;
  return { context: context === 'mode' ? AT_MODE : drawn, effects: effects === 'mode' ? AT_MODE : drawn };
}

/** The same with values from elsewhere: of the context's numbers, and of what practices and lever changes do. */
export function compileUnder(
  study: NormalStudy,
  context: Drawing,
  effects: Drawing,
  mixes: MixTables,
): CompiledStudy {
  const key = studyKey(study.run.seed);
  const drawn = drawContext(study, context, mixes);
  const practices = study.alternatives.map((one) => practicesOf(study, one, effects, key));
  const paying = payContext(study, drawn, practices);
  return {
    key,
    alternatives: study.alternatives.map((alternative, i) =>
      compileAlternative(study, alternative, drawn, paying, practices[i]!, effects, key),
    ),
  };
}

/** The context's own numbers under one parameter draw; every alternative reads the same tables. */
interface DrawnContext {
  readonly scalars: Scalars;
  readonly params: Params;
  readonly channel: ChannelTables;
  readonly stage: StageTables;
  readonly feelings: UsualFeelings;
}

function drawContext(study: NormalStudy, context: Drawing, mixes: MixTables): DrawnContext {
  const scalars = drawScalars(study, context);
  const params = paramsOf(scalars, mixes);
  const scalar = (id: string): number => scalars.get(id)!;
  let channelOrdinal = 0;
  let stageOrdinal = 0;
  const drawChannel = (q: Quantity): number => context.value(q, NAMESPACE.channel, 0, channelOrdinal++);
  const channel = channelTables(study, drawChannel, scalar('market.leads-per-rep-month'));
  const shares = Array.from(channel.rate);
  const mean = (weight: (quality: number) => number): number => {
    const weights = shares.map((share, i) => share * weight(channel.quality[i]!));
    const sum = weights.reduce((a, b) => a + b, 0);
    return sum > 0 ? weights.reduce((total, w, i) => total + (w / sum) * channel.quality[i]!, 0) : 0;
  };
  const gap = params.shiftRate / (params.shiftRate + scalar('people.playbook-rate') + 1e-9);
  const stage = stageTables(study, (q) => context.value(q, NAMESPACE.stage, 0, stageOrdinal++), {
    qualitySpread: params.qualitySpread,
    abilitySpread: params.abilitySpread,
    skillEffect: params.skillEffect,
    shiftDepth: params.shiftDepth,
    usualGap: gap,
    leakage: scalar('market.leakage'),
    rework: scalar('market.rework'),
    meanChannel: mean(() => 1),
    wonChannel: mean(exp),
    meanTaken: params.qualitySpread * takenQuality(scalar('market.follow-up'), scalar('people.triage')),
    meanSkill: usualSkill(params),
    repeatConversion: params.repeatConversion,
    repeatHours: params.repeatHours,
  });
  return { scalars, params, channel, stage, feelings: usualFeelings(params) };
}

/** What all plans of a study are compiled with. @param practices by alternative */
function payContext(
  study: NormalStudy,
  { scalars, params }: DrawnContext,
  practices: readonly Practices[],
): PayContext {
  const plans = study.alternatives.map((one, i) => plansOf(study, one, practices[i]!.contests));
  const credits = creditRules(
    [...plans.map(({ felt }) => felt.plan), ...plans.map(({ before }) => before.plan)],
    params.dealValue,
    plans.flatMap(({ paid }) => (paid === null ? [] : [paid.plan])),
  );
  const business = businessOf(study, scalars, params);
  const usual = payInForce(plans[0]!.felt.plan, credits, business, -study.run.warmupDays);
  return { business, credits, usual };
}

/** Mean quality of leads of which the best-looking `share` is taken up, seen with correlation `seen`: seen·φ(z) ÷ share. */
function takenQuality(share: number, seen: number): number {
  if (share >= 1 || share <= 0) return 0;
  return (seen * normalDensity(normalQuantile(share))) / share;
}

function compileAlternative(
  study: NormalStudy,
  alternative: Alternative,
  drawn: DrawnContext,
  paying: PayContext,
  { practices, failure, contests }: Practices,
  effects: Drawing,
  key: readonly [number, number, number],
): Compiled {
  const { scalars, params, channel, stage, feelings } = drawn;
  const seats = study.reps + study.inertReps;
  const teams = study.teamSizes.length;
  const base = leverBases(scalars, seats, stage.base.length, channel.count);
  const { before, felt, paid: paidPlan } = plansOf(study, alternative, contests);
  const start = alternative.payStartDay;
  const pay = payOf(felt, start, before, paying);
  const paid = paidPlan === null ? null : paidOf(paidPlan, start, pay, paying);
  const phase = phaseOf(pay, paid, felt, paying, params);
  const teamFirst = new Int32Array(teams + 1);
  study.teamSizes.forEach((size, t) => {
    teamFirst[t + 1] = teamFirst[t]! + size;
  });
  teamFirst[teams] = seats;
  const changes: Entry[] = alternative.levers.map((change, i) => {
    const lever = LEVER_INDEX.get(change.lever)!;
    // Drawn at the lever's own place, so that changes of other levers beside it do not matter.
    const earlier = alternative.levers.slice(0, i).filter((other) => other.lever === change.lever).length;
    return {
      lever,
      at: -1,
      tenure: 0,
      recorded: 0,
      months: EVERY_MONTH,
      shift: effects.value(change.shift, NAMESPACE.change, lever, earlier),
      startDay: change.startDay,
      endDay: 0x7fffffff,
      fading: 0,
      building: 0,
      covered: coveredSeats(study, change.where, key),
    };
  });
  const model: Model = {
    params,
    seats,
    teams,
    stages: stage.base.length,
    horizonDays: study.run.horizonDays,
    stage,
    channel,
    practices,
    changes,
    routing: new Int32Array(teams),
    lever: base.map((values) => values.slice()),
    week: new Float64Array(seats * WEEK_COLUMNS),
    seen: new Float64Array(seats),
    unseen: new Float64Array(seats),
    taken: new Float64Array(seats),
    takenFrom: new Float64Array(seats),
    tierAppeal: new Float64Array(TIERS),
    repeatPath: log(Math.max(0.001, params.repeatConversion) / stage.repeatHours),
    seatStage: new Float64Array(seats * stage.base.length),
    seatRepeat: new Float64Array(seats),
    seatForget: new Float64Array(seats),
    seatWait: new Float64Array(seats).fill(1),
    seatPace: new Float64Array(seats).fill(1),
    seatReply: new Float64Array(seats).fill(params.responseHours),
    periodDays: pay.periodDays,
    reachDays: 0,
    cycleDays: usualCycle(study.world.stages),
    sharedPay: pay.shared,
    rankedPay: 0,
    contests: [],
    rivalry: 0,
    offer: phase.offers.on,
    serviceUsual: exp(repeatAppeal(Math.min(1, pay.usual.repeatPaid))) + pay.usual.servicePaid,
    credits: paying.credits,
    mainRow: pay.main?.row ?? -1,
    extras: pay.extras,
    keepsSales: [pay.keepsSales, false],
    logUsualValue: log(params.dealValue),
    logUsualPath: stage.logPath[0]! - stage.logHours[0]!,
    seasonality: Float64Array.from(study.world.seasonality),
    coachingHours: params.coaching / params.span / usualCoaching(study),
    expansionStage: Math.max(1, stage.base.length - 2),
    feelings,
    teamShare: Float64Array.from(study.teamSizes, (size) => size / study.reps),
    teamFirst,
    leadSeats: study.reps,
  };
  usePay(model, phase, -study.run.warmupDays);
  return {
    model,
    levers: new LeverTable(base),
    ...phase,
    before: start > 0 ? phaseOf(payOf(before, 0, before, paying), null, before, paying, params) : null,
    payStartDay: start,
    failure,
  };
}

/** Coaching share per rep managed that the context's ramp and forgetting go with: its own, before any override. */
function usualCoaching(study: NormalStudy): number {
  const preset = presetById(study.context);
  const usual = (id: string): number => modeOf(preset?.scalars[id]?.value ?? PARAMETER.get(id)!.fallback);
  return Math.max(1e-6, usual('people.coaching')) / usual('people.span');
}

/** Base values of every lever, in its index space. */
function leverBases(scalars: Scalars, seats: number, stages: number, channels: number): Float64Array[] {
  const sizes = { rep: seats, tier: TIERS, stage: stages, channel: channels, company: 1 } as const;
  return LEVERS.map((lever) => {
    const base = typeof lever.base === 'number' ? lever.base : scalars.get(lever.base)!;
    return new Float64Array(sizes[lever.index]).fill(base);
  });
}
