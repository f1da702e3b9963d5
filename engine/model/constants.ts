/**
 * Numbers of the mechanisms that no context changes. Each says where it comes from; `assumed` ones are listed in the
 * model's documentation as such.
 */

/** How far a rep can move a deal's close, as a share of the usual cycle: .1–.25 assumed, their middle. */
export const CLOSING_REACH = 0.175;

/** Log win chance that full help brings to a fully complex deal: bid teams ×1.1/1.25/1.5, several contacts ×1.05/1.15/1.35. */
export const HELP_LOG_WIN = 0.4;

/** Extra hours of the team's own a fully helped touch takes: briefing, and a colleague who is there half of the time.
 * Assumed, below the lab figure. */
export const HELP_HOURS = 0.5;

/** Workdays a hand-off between roles adds per unit of the hand-off lever: 1/3/7 days at 2/5/12 % lost. */
export const HANDOFF_DAYS = 60;

/** Peer spillover on effort, by whether pay is individual (0) or wholly the team's (1): −.05 … +.15. */
export const PEER_INDIVIDUAL = -0.05;
export const PEER_TEAM = 0.15;

/** What reps do for customers whatever the plan pays, as a share of full service. Assumed. */
export const UNPAID_DUTY = 0.7;

/** Largest share of a rep's net hours that service may take. Assumed. */
export const SERVICE_CEILING = 0.6;

/** Service a vacant seat's customers still get from a team whose other seats are filled. Assumed. */
export const VACANT_SERVICE = 0.5;

/** Monthly move of satisfaction toward what was experienced, and how much faster it falls: .1/.2/.4, ×1.5–2.5. */
export const SATISFACTION_PACE = 0.2;
export const SATISFACTION_FALL = 1.5;

/** Points of satisfaction per unit of log service. Assumed. */
export const SERVICE_POINTS = 12;

/** Monthly standard deviation of experience, in points. Assumed. */
export const EXPERIENCE_NOISE = 6;

/** What a relationship is worth in win log-odds of repeat business, and its growth a month. Assumed. */
export const RELATIONSHIP_LOG_ODDS = 0.8;
export const RELATIONSHIP_PACE = 0.08;

/** Relationship of a customer who has been served as due for a while, rep exits included: the zero of its effects.
 * Computed: the stationary mean at usual service. */
export const USUAL_RELATIONSHIP = 0.7;

/** Log-odds by which a full relationship lowers drop-out against none. Assumed. */
export const RELATIONSHIP_KEEPS = 1;

/** Fall of drop-out log-odds per unit of log win chance that a customer's fit to the offer brought: who needs what is
 * sold buys more readily and stays longer. Assumed. */
export const FIT_KEEPS = 0.2;

/** Relationship kept when a customer's rep leaves: sales to such accounts fall 13–18 %. */
export const RELATIONSHIP_KEPT = 0.5;
export const EXIT_POINTS = -4;

/** Largest correlation a scoring model reaches with true quality, and closed deals for half of its square. */
export const MODEL_CEILING = 0.75;
export const MODEL_HALF_DEALS = 200;

/** How much each further practice in adoption slows the others. Assumed. */
export const CHANGE_CROWDING = 0.35;

/** Manager hours a month that a whole programme of change takes of each manager at its start: 8–40 a practice. Assumed. */
export const CHANGE_MANAGER_HOURS = 40;

/** Half-life in workdays of a practice once it is dropped. Assumed. */
export const DROPPED_HALF_LIFE = 42;

/** Evidence (closed deals) at which a playbook revision moves half way to what it believes, and its error from one
 * deal: a ten-deal test at 25 % wins has a standard error of 14 points. */
export const PLAYBOOK_PRIOR = 5;
export const PLAYBOOK_ERROR = 1;

/** How fast weak teams lose the art of revising well, per unit of mean log skill. Assumed. */
export const PLAYBOOK_SKILL = 2;

/**
 * How far own pay counts that is off what the plan offers people of one's ability, beside a change of what it offers: poor
 * performers leave more often by a correlation of −.17 only (meta-analysis of turnover, from memory), which is a
 * third to a half of the elasticity to what employers offer.
 */
export const QUIT_LUCK = 0.4;

/** Log quit hazard per missed period in a row, per recent exit on the team. Assumed; signs published. */
export const QUIT_MISSED = 0.15;
export const QUIT_PEERS = 0.3;

/** Part of a territory's log potential that lies in the number of leads and customers; the rest is their size. Assumed. */
export const TERRITORY_NUMBERS = 0.25;

/** Log sales to equal effort per log of leads and customers: with sales = numbers^(1−η)·effort^η and η .31 (meta-analysis
 * of sales-effort elasticities). Quotas follow what a territory yields by it. */
export const NUMBERS_YIELD = 0.69;

/** Least weight of a warm-up month in the pressure at which the stated turnover comes out. Assumed. */
export const QUIT_MEMORY = 0.15;

/** Log quit hazard of newcomers (under 6 months) and of old hands (over 3 years). Assumed. */
export const QUIT_NEW = 0.35;
export const QUIT_OLD = -0.35;

/** Training: log skill a day of training adds to a novice, a veteran's share of it, and its ceiling. */
export const TRAINING_GAIN = 0.02;
export const TRAINING_VETERAN = 0.3;
export const TRAINING_CEILING = 0.3;

/** Fading of trained skill a month without coaching beyond usual: half-life of 8 weeks uncoached, a year coached. */
export const TRAINING_FADE = 0.15;

/** Weight of a week in a rep's forecast of own daily credit. Assumed. */
export const FORECAST_WEIGHT = 0.08;

/** Over-confidence: reps' forecast error as a share of the true one, .7–1. */
export const FORECAST_CONFIDENCE = 0.85;

/** Credited share of a period's quota at which the usual plan is valued. Assumed. */
export const USUAL_ATTAINMENT = 0.95;
export const USUAL_SPREAD = 0.35;

/** Log abilities, a step apart, at which what a plan offers is tabled. */
export const ABILITY_STEP = 0.25;
export const ABILITIES: readonly number[] = Array.from({ length: 17 }, (_, i) => -2 + ABILITY_STEP * i);
