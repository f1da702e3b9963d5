import type { KeyedRandom } from '../random/threefry.ts';
import type { CreditRules } from './credits.ts';
import type { ExtraRules } from './extras.ts';
import type { Offer } from './offer.ts';

/**
 * One alternative under one parameter draw, compiled to numbers: all that the day loop reads besides the world.
 * Arrays marked *scratch* are derived from the world and recomputed each week.
 */
export interface Model {
  readonly params: Params;
  readonly seats: number;
  readonly teams: number;
  readonly stages: number;
  readonly horizonDays: number;
  readonly stage: StageTables;
  readonly channel: ChannelTables;
  readonly practices: readonly Practice[];
  /** Direct lever changes of the study; they act at once and in full. */
  readonly changes: readonly Entry[];
  /** Per team: 0 by lot, 1 by skill, 2 best-scored leads to the best reps. Scratch. */
  readonly routing: Int32Array;
  /** One array per lever of LEVERS, in its own index space. Scratch. */
  readonly lever: readonly Float64Array[];
  /** [seat × WEEK_COLUMNS]: hours a day by use, and overtime (phases/week.ts). Scratch. */
  readonly week: Float64Array;
  /** Per seat: correlation of what it sees with true quality, and the rest of the unit variance. Scratch. */
  readonly seen: Float64Array;
  readonly unseen: Float64Array;
  /** Share of market leads each seat takes up, and the standard normal score from which it does. */
  readonly taken: Float64Array;
  readonly takenFrom: Float64Array;
  /** Log attention weight of each tier. Scratch. */
  readonly tierAppeal: Float64Array;
  /** Log chance per hour of a repeat order. */
  readonly repeatPath: number;
  /** [seat × stages + stage]: log-odds a touch starts from. Scratch. */
  readonly seatStage: Float64Array;
  /** [seat]: log-odds a repeat order's call starts from. Scratch. */
  readonly seatRepeat: Float64Array;
  /** [seat]: chance that an open deal is forgotten after a touch. Scratch. */
  readonly seatForget: Float64Array;
  /** [seat]: waiting between touches beside the usual, and mean hours until a lead is on the desk. Scratch. */
  readonly seatWait: Float64Array;
  /** [seat]: hours a touch takes beside the usual. Scratch. */
  readonly seatPace: Float64Array;
  readonly seatReply: Float64Array;
  /** Days in a pay period. Changes when the pay plan does. */
  periodDays: number;
  /** Workdays by which a rep can move a deal's close, at most the period's. */
  reachDays: number;
  /** Mean workdays from lead to close. */
  readonly cycleDays: number;
  /** Reward of service under the plan people are used to, at their usual drive to sell. */
  readonly serviceUsual: number;
  /** Share of variable pay that is the team's. Changes with the plan. */
  sharedPay: number;
  /** Share of usual variable pay that goes by rank among colleagues, contests of practices aside. Changes with the plan. */
  rankedPay: number;
  /** Contests of practices in the plan in force. Change with it. */
  contests: readonly FieldOfContest[];
  /** Part of what colleagues would share that they keep to themselves as rivals, 0–1. Scratch. */
  rivalry: number;
  /** What the plan in force offers people, and who comes for it. Changes with the plan. */
  offer: Offer;
  /** How sales and customers become credit, for the measures of all plans of the study. */
  readonly credits: CreditRules;
  /** Row of the measure by which quotas are told, or −1. Changes with the plan. */
  mainRow: number;
  /** Extra pay on single deals, and by side whether pay hangs on what becomes of sales. Change with the plan. */
  extras: ExtraRules;
  keepsSales: readonly [boolean, boolean];
  /** Log of the usual deal value and of its usual chance per hour: the zero of attention. */
  readonly logUsualValue: number;
  readonly logUsualPath: number;
  readonly seasonality: Float64Array;
  /** Coaching hours per rep relative to those at the context's usual span and share. */
  readonly coachingHours: number;
  /** Stage at which an expansion starts. */
  readonly expansionStage: number;
  readonly feelings: UsualFeelings;
  /** Share of leads each team's territory receives; constant. */
  readonly teamShare: Float64Array;
  /** First seat of each team, and one past the last. */
  readonly teamFirst: Int32Array;
  /** Seats that market leads are scaled to. */
  readonly leadSeats: number;
}

/** What satisfaction does in the usual population of customers, so that stated rates are those of the population. */
export interface UsualFeelings {
  /** Log-odds of leaving that satisfaction adds on average. */
  readonly leaving: number;
  /** What brings wishes to expand, and referrals, to what they were if customers felt alike. */
  readonly wish: number;
  readonly keen: number;
}

/** One lever moved by one practice or change. */
export interface Entry {
  readonly lever: number;
  /** Position in the lever's index, or −1 for all. */
  readonly at: number;
  /** 0 anyone, 1 novices (under 2 years), 2 veterans (over 5 years). */
  readonly tenure: number;
  /** 1 where it acts only as far as a seat's activity is on record; of levers of seats alone. */
  readonly recorded: number;
  /** Bit m set: acts in calendar month m. */
  readonly months: number;
  readonly shift: number;
  /** Workday from which it acts, and on which it ends. */
  readonly startDay: number;
  readonly endDay: number;
  /** Share a workday, in logs, by which what is left of it fades, and what is missing of it comes; 0 for none. */
  readonly fading: number;
  readonly building: number;
  /** For direct changes: the seats covered; practices carry their own. */
  readonly covered: Uint8Array | null;
}

/** A practice of this alternative, in numbers. */
export interface Practice {
  /** Row in World.adoption. */
  readonly row: number;
  readonly startDay: number;
  /** Workday it is dropped, or a day that never comes. */
  readonly stopDay: number;
  /** The practice that takes its place: whom that one reaches leaves this one while it lasts. */
  successor: Practice | null;
  readonly rampDays: number;
  /** 1 for each seat it is meant for. */
  readonly covered: Uint8Array;
  readonly tenureFrom: number;
  readonly tenureTo: number;
  readonly entries: readonly Entry[];
  /** The routing rule it brings, or −1 for none. */
  readonly routing: number;
  /** Adoption a workday, alone and at literacy ½. */
  readonly pace: number;
  readonly literacy: number;
  /** What it asks a seller to change, in whole programmes. */
  readonly change: number;
  /** Highest adoption it reaches; set for each replication, below 1 when it fails to take root. */
  ceiling: number;
  /** What it costs in money and manager hours, each as `SchemeCosts` of the catalogue says. */
  readonly setup: number;
  readonly setupPerRep: number;
  readonly monthly: number;
  readonly perRepMonth: number;
  readonly perLead: number;
  readonly perCustomerMonth: number;
  readonly perTopCustomerMonth: number;
  readonly managerHours: number;
  readonly managerHoursPerRep: number;
}

/** Who takes part in a contest that a practice holds. */
export interface FieldOfContest {
  readonly practice: Practice;
  /** Workdays from one contest to the next. */
  readonly periodDays: number;
  /** Its share of usual variable pay. */
  readonly share: number;
  /** 1 for each seat that takes part this week; the pay plan in force reads it. Scratch. */
  readonly entrants: Uint8Array;
}

/** Per stage, from the context. */
export interface StageTables {
  /** Log-odds of advancing when a touch resolves, at the baseline's average. */
  readonly base: Float64Array;
  /** Chance that a touch resolves the stage. */
  readonly resolve: Float64Array;
  /** Mean touches, over all stages, that leave open a deal that is won in the end: each may be forgotten. */
  readonly openTouches: number;
  readonly hours: Float64Array;
  /** 0 prospect, 1 discover, 2 propose, 3 close. */
  readonly skill: Int32Array;
  /** [stage × 1024 + u]: workdays until the buyer is ready for the next touch. */
  readonly wait: Float64Array;
  /** Log of the mean chance to win from here, and of the rep hours that takes. */
  readonly logPath: Float64Array;
  readonly logHours: Float64Array;
  /** Weight of perceived quality in what remains of the path. */
  readonly remaining: Float64Array;
  /** Part of a deal's quality that shows in each stage's log-odds. */
  readonly spread: number;
  /** Log-odds in every stage that together raise the usual population's log win chance by one. */
  readonly perWin: number;
  /** Log-odds in the first stage that raise the log of its conversion by one. */
  readonly contact: number;
  /** Fit of the usual new customer to the offer, in log win chance: quality and channel of the deals that are won. */
  readonly usualCustomer: number;
  /** Mean of the playbook's effect on a stage's log-odds, which the base already holds. */
  readonly usualFit: number;
  /** Conversion and resolve chance of a repeat order's only stage. */
  readonly repeatBase: number;
  readonly repeatHours: number;
}

/** Upper identity words of market leads: the context's channels from 16 on, those brought by practices from 48 on. */
export const MARKET_IDENTITY = 16;
export const BROUGHT_IDENTITY = 48;

/** Per channel: the context's own, then those that practices may bring (brought-channels.ts). */
export interface ChannelTables {
  readonly count: number;
  /** What keys a channel's arrivals and leads; the same however many channels the context has. */
  readonly identity: Int32Array;
  /** 0 market, 1 self, 2 referral. */
  readonly kind: Int32Array;
  /** Market leads a workday at demand 1, before levers. */
  readonly rate: Float64Array;
  /** All market leads a workday at demand 1, before levers. */
  readonly daily: number;
  readonly quality: Float64Array;
  readonly warmDays: Float64Array;
  readonly cost: Float64Array;
  /** Position of the self-found and of the referral channel, −1 for none; and of the one repeat deals count as. */
  readonly self: number;
  readonly referral: number;
  readonly home: number;
}

/** Scalars of the context, drawn. Names follow study/parameters.ts. */
export interface Params {
  readonly dealValue: number;
  readonly dealSpread: number;
  readonly grossMargin: number;
  readonly qualitySpread: number;
  readonly complexity: number;
  readonly demandVolatility: number;
  readonly competitorVolatility: number;
  readonly shiftRate: number;
  readonly shiftDepth: number;
  readonly controllableWait: number;
  readonly territorySpread: number;
  readonly freshness: number;
  readonly freshnessHours: number;
  readonly responseHours: number;
  readonly patience: number;
  readonly discountSlope: number;
  readonly listDiscount: number;
  readonly collection: number;
  readonly basePerRep: number;
  readonly recurring: number;
  readonly upfront: number;
  readonly renewal: number;
  readonly purchaseRate: number;
  readonly repeatValue: number;
  readonly repeatHours: number;
  readonly repeatConversion: number;
  readonly expansionRate: number;
  readonly expansionSize: number;
  readonly serviceHours: number;
  /** Part of the service a customer gets that others than its owner give. */
  readonly serviceElsewhere: number;
  readonly potentialSpread: number;
  readonly satisfaction: number;
  readonly satisfactionSpread: number;
  readonly churnSlope: number;
  readonly waking: number;
  readonly hoursPerDay: number;
  readonly admin: number;
  readonly travel: number;
  readonly internal: number;
  readonly displacedWork: number;
  readonly overtimeShare: number;
  readonly overtimeStrain: number;
  readonly playbookTeaching: number;
  readonly rivalry: number;
  readonly sharedMeetings: number;
  readonly changeDip: number;
  readonly changeMonths: number;
  readonly managedShare: number;
  readonly abilitySpread: number;
  readonly skillEffect: number;
  readonly rampDays: number;
  readonly startSkill: number;
  /** Learning and forgetting a workday under usual coaching. */
  readonly learningRate: number;
  readonly fadingRate: number;
  /** Proficiency at which learning and forgetting balance. */
  readonly fullSkill: number;
  /** 1 where reps differ between areas, 0 where nobody differs. */
  readonly areaNoise: number;
  readonly turnover: number;
  readonly replacementCost: number;
  readonly effortElasticity: number;
  readonly effortTime: number;
  readonly careEffect: number;
  readonly fatigue: number;
  /** Weight of a week in how tired one is. */
  readonly tiring: number;
  readonly boxTicking: number;
  /** Part of the distance to better colleagues that is closed a year where all advise all, and fading a year of it. */
  readonly advicePace: number;
  readonly adviceFade: number;
  readonly intrinsic: number;
  readonly outsideSkill: number;
  /** What others pay a usual seller a year. */
  readonly marketPay: number;
  readonly livingShare: number;
  readonly quitElasticity: number;
  readonly applicantElasticity: number;
  readonly fairness: number;
  readonly riskAversion: number;
  readonly multitask: number;
  readonly presentBias: number;
  readonly patienceMonth: number;
  readonly foresight: number;
  readonly lossWeight: number;
  /** Standard normal below which a lost opportunity stays on the list until the month's end. */
  readonly lingering: number;
  readonly span: number;
  readonly coaching: number;
  readonly managerHourCost: number;
  readonly onCosts: number;
  /** [tenure class × 1024 + u]: drop-out log-odds of customers that have already stayed 0…3 terms. */
  readonly dropTable: Float64Array;
  /** [u]: purchase rate of a customer relative to the mean. */
  readonly rateTable: Float64Array;
  /** [u]: standard normal quantile. */
  readonly normalTable: Float64Array;
  /** [u]: unit exponential quantile. */
  readonly exponentialTable: Float64Array;
}

/** What a phase needs to draw: the keyed generator of this replication. */
export type Random = KeyedRandom;
