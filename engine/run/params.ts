import { log, logit, pow } from '../kernel/math.ts';
import { normalQuantile } from '../kernel/normal.ts';
import { TABLE_SIZE } from '../model/draw.ts';
import type { Params } from '../model/model.ts';
import { TENURE_CLASSES } from '../model/phases/customers.ts';
import { betaQuantile } from '../random/distributions/beta.ts';
import { gammaQuantile } from '../random/distributions/gamma.ts';
import type { NormalStudy } from '../study/normal.ts';
import { PARAMETERS } from '../study/parameters.ts';
import { type Drawing, NAMESPACE } from './draws.ts';

/** Every scalar of a study under one parameter draw, by `section.key`. */
export type Scalars = ReadonlyMap<string, number>;

/** Draws all scalars of the study's world, within their legal ranges. */
export function drawScalars(study: NormalStudy, drawing: Drawing): Scalars {
  const values = new Map<string, number>();
  PARAMETERS.forEach((parameter, i) => {
    const stated = study.world.scalars[parameter.id] ?? parameter.fallback;
    const value = drawing.value(stated, NAMESPACE.scalar, i, 0);
    values.set(parameter.id, Math.min(parameter.max, Math.max(parameter.min, value)));
  });
  return values;
}

/** Quantile tables at the midpoints of 1,024 equal cells; the normal one at the cells' edges. */
function table(quantile: (u: number) => number): Float64Array {
  return Float64Array.from({ length: TABLE_SIZE }, (_, i) => quantile((i + 0.5) / TABLE_SIZE));
}

/** Tables that depend on no parameter, made once per process: values never change, so sharing them is safe. */
const NORMAL_EDGES = Float64Array.from({ length: TABLE_SIZE + 1 }, (_, i) =>
  i === 0 || i === TABLE_SIZE ? 0 : normalQuantile(i / TABLE_SIZE),
);
const EXPONENTIAL = table((u) => -log(u));

/**
 * Log-odds of drop-out for customers that have stayed 0, 1, 2, 3 terms: the Beta mix thinned by survival,
 * Beta(α, β + terms).
 */
function dropTable(alpha: number, beta: number, termsPerClass: number): Float64Array {
  const values = new Float64Array(TENURE_CLASSES * TABLE_SIZE);
  for (let k = 0; k < TENURE_CLASSES; k++) {
    for (let u = 0; u < TABLE_SIZE; u++) {
      const p = betaQuantile((u + 0.5) / TABLE_SIZE, alpha, beta + k * termsPerClass);
      values[k * TABLE_SIZE + u] = logit(Math.min(0.999, Math.max(1e-7, p)));
    }
  }
  return values;
}

/** The tables of customers' mixes, kept by their shapes because they are costly: a cache of pure values. */
export class MixTables {
  readonly #drop = new Map<string, Float64Array>();
  readonly #rate = new Map<number, Float64Array>();

  drop(alpha: number, beta: number, terms: number): Float64Array {
    const key = `${alpha} ${beta} ${terms}`;
    let values = this.#drop.get(key);
    if (values === undefined) this.#drop.set(key, (values = dropTable(alpha, beta, terms)));
    return values;
  }

  rate(shape: number): Float64Array {
    let values = this.#rate.get(shape);
    if (values === undefined) this.#rate.set(shape, (values = table((u) => gammaQuantile(u, shape, shape))));
    return values;
  }
}

/** The standard normal below which a share of all lies, the whole line for 0 and 1. */
function quantileOf(share: number): number {
  if (share <= 0) return Number.NEGATIVE_INFINITY;
  return share >= 1 ? Number.POSITIVE_INFINITY : normalQuantile(share);
}

/** Months to workdays. */
const MONTH = 21;

/** Gathers the drawn scalars into the record that the phases read. */
export function paramsOf(scalars: Scalars, mixes: MixTables): Params {
  const get = (id: string): number => {
    const value = scalars.get(id);
    if (value === undefined) throw new Error(`no parameter named ${id}`);
    return value;
  };
  const rampDays = Math.max(1, get('people.ramp') * MONTH);
  const startSkill = get('people.start-skill');
  const fading = get('people.forgetting') / 252;
  const learning = learningRate(startSkill, rampDays, fading);
  const recurring = get('customers.recurring');
  // A starting customer of class k has stayed k contract terms, or k years of purchases.
  const terms = recurring > 0 ? 1 : Math.max(1, get('customers.purchase-rate'));
  return {
    dealValue: get('market.deal-value'),
    dealSpread: get('market.deal-spread'),
    grossMargin: get('market.gross-margin'),
    qualitySpread: get('market.quality-spread'),
    complexity: get('market.complexity'),
    demandVolatility: get('market.demand-volatility'),
    competitorVolatility: get('market.competitor-volatility'),
    shiftRate: get('market.shift-rate'),
    shiftDepth: get('market.shift-depth'),
    controllableWait: get('market.controllable-wait'),
    territorySpread: get('market.territory-spread'),
    freshness: get('market.freshness'),
    freshnessHours: get('market.freshness-hours'),
    responseHours: get('market.response-hours'),
    patience: get('market.patience'),
    discountSlope: get('market.discount-slope'),
    listDiscount: get('market.list-discount'),
    collection: get('market.collection'),
    basePerRep: get('customers.base-per-rep'),
    recurring,
    upfront: get('customers.upfront'),
    renewal: get('customers.renewal'),
    purchaseRate: get('customers.purchase-rate'),
    repeatValue: get('customers.repeat-value'),
    repeatHours: get('customers.repeat-hours'),
    repeatConversion: get('customers.repeat-conversion'),
    expansionRate: get('customers.expansion-rate'),
    expansionSize: get('customers.expansion-size'),
    serviceHours: get('customers.service-hours'),
    serviceElsewhere: get('customers.service-elsewhere'),
    potentialSpread: get('customers.potential-spread'),
    satisfaction: get('customers.satisfaction'),
    satisfactionSpread: get('customers.satisfaction-spread'),
    churnSlope: get('customers.churn-slope'),
    waking: get('customers.waking'),
    hoursPerDay: get('people.hours-per-day'),
    admin: get('people.admin'),
    travel: get('people.travel'),
    internal: get('people.internal'),
    displacedWork: get('people.displaced-work'),
    overtimeShare: get('people.overtime-share'),
    overtimeStrain: get('people.overtime-strain'),
    sharedMeetings: get('people.shared-meetings'),
    changeDip: get('people.change-dip'),
    changeMonths: get('people.change-months'),
    managedShare: get('people.managed-share'),
    abilitySpread: get('people.ability-spread'),
    areaNoise: Math.min(1, get('people.ability-spread') / 0.2),
    skillEffect: get('people.skill-effect'),
    rampDays,
    startSkill,
    learningRate: learning,
    fadingRate: fading,
    fullSkill: learning / (learning + fading),
    turnover: get('people.turnover'),
    replacementCost: get('people.replacement-cost'),
    effortElasticity: get('people.effort-elasticity'),
    effortTime: get('people.effort-time'),
    careEffect: get('people.care-effect'),
    fatigue: get('people.fatigue'),
    boxTicking: get('people.box-ticking'),
    playbookTeaching: get('people.playbook-teaching'),
    rivalry: get('people.rivalry'),
    advicePace: get('people.advice-pace'),
    adviceFade: get('people.advice-fade'),
    tiring: 1 - pow(0.5, 5 / get('people.recovery')),
    intrinsic: get('people.intrinsic'),
    outsideSkill: get('people.outside-skill'),
    marketPay: get('people.market-pay'),
    livingShare: get('people.living-share'),
    quitElasticity: get('people.quit-elasticity'),
    applicantElasticity: get('people.applicant-elasticity'),
    fairness: get('people.fairness'),
    riskAversion: get('people.risk-aversion'),
    multitask: get('people.multitask'),
    presentBias: get('people.present-bias'),
    patienceMonth: get('people.patience-month'),
    foresight: get('people.foresight'),
    lossWeight: get('people.loss-weight'),
    lingering: quantileOf(get('people.clean-up')),
    span: get('people.span'),
    coaching: get('people.coaching'),
    managerHourCost: get('people.manager-hour-cost'),
    onCosts: get('people.on-costs'),
    dropTable: mixes.drop(get('customers.churn-alpha'), get('customers.churn-beta'), terms),
    rateTable: mixes.rate(get('customers.purchase-shape')),
    normalTable: NORMAL_EDGES,
    exponentialTable: EXPONENTIAL,
  };
}

/** Steps in which a rate of learning is sought before it is narrowed down. */
const STEPS = 64;

/**
 * The rate of learning λ a workday at which a hire who learns (1 − k)·λ and forgets k·f a day reaches 80 % of the level
 * k∞ = λ ÷ (λ + f) where both balance after exactly `rampDays`: (λ + f)·ramp = ln((k∞ − k0) ÷ (0.2·k∞)), the largest
 * such λ. Where forgetting is too fast for the stated ramp, the rate that would do without forgetting.
 */
export function learningRate(startSkill: number, rampDays: number, fading: number): number {
  const unforgetting = log((1 - startSkill) / 0.2) / rampDays;
  /** Whether the ramp takes at least as long as stated; below k0 ÷ 0.8 a hire is ramped from the start. */
  const slow = (rate: number): boolean => {
    const full = rate / (rate + fading);
    return 0.8 * full > startSkill && (rate + fading) * rampDays <= log((full - startSkill) / (0.2 * full));
  };
  // With forgetting the level is lower and its 80 % sooner reached, so the rate is less than that without.
  for (let k = STEPS - 1; k > 0; k--) {
    let low = (unforgetting * k) / STEPS;
    if (!slow(low)) continue;
    let high = (unforgetting * (k + 1)) / STEPS;
    for (let i = 0; i < 50; i++) {
      const middle = (low + high) / 2;
      if (slow(middle)) low = middle;
      else high = middle;
    }
    return high;
  }
  return unforgetting;
}

/** Share of a hire's learning that a rep of average stay still lacks, as mean log proficiency. Used for placing skill. */
export function usualSkill(p: Params): number {
  const stay = 252 / Math.max(0.02, p.turnover);
  const closing = p.learningRate + p.fadingRate;
  // Proficiency seen by an exponential age at rate 1/stay.
  const mean = p.fullSkill - ((p.fullSkill - p.startSkill) * (1 / stay)) / (1 / stay + closing);
  return log(mean) - 0.5 * pow(0.1, 2);
}
