/** One row per team. */
export const TEAMS = {
  /** Where the team's way of selling stands; the market's best way is in the market row. */
  playbook: 'f64',
  /** Deals closed since the last revision. */
  evidence: 'f64',
  /** Exits in the last three months, fading. */
  exits: 'f64',
  /** Mean log skill of its reps, refreshed weekly. */
  skill: 'f64',
  /** Share of its seats that are filled, refreshed weekly. */
  filled: 'f64',
} as const;

/** A single row. */
export const MARKET = {
  /** Demand relative to its mean. */
  demand: 'f64',
  /** Competitors' pressure in log-odds. */
  competitor: 'f64',
  /** Where the best way of selling stands. */
  position: 'f64',
  /** Log of the pressure to leave at which the stated turnover comes out, learnt in the warm-up, and the months it rests on. */
  quitUsual: 'f64',
  quitMonths: 'f64',
  /**
   * Drive to sell that people have been used to during the warm-up, as a mean of drive^−multitask (0 before the first
   * week), and its sum and number over the running stretch.
   */
  driveUsual: 'f64',
  driveSum: 'f64',
  /** Usual mean log skill of colleagues, and the sum and number it is learnt from. */
  skillUsual: 'f64',
  skillSum: 'f64',
  skillCount: 'f64',
  driveCount: 'f64',
  /** Closed deals on record that a scoring model can learn from. */
  labelled: 'f64',
  freeDeal: 'i32',
  dealsOpen: 'i32',
  customers: 'i32',
} as const;
