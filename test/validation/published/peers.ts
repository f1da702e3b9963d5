import { REP_FIGURES, SEAT } from '../../../engine/model/tables/tally.ts';
import { both } from '../table.ts';
import { stayed } from './counts.ts';
import { accounts, type Finding, said, text } from './findings.ts';
import type { Arm, Arms, Measure } from './measure.ts';
import { sign, tight } from './verdict.ts';

/** Something of a seat, under one or several alternatives. */
type OfSeat = (arms: Arms, seat: number) => number;

/** Mean log ability of a seat's colleagues in its team at day 0: what lasts, not how far each has learnt the job yet. */
const colleagues: OfSeat = (arms, seat) => {
  const { start, world } = arms('baseline');
  const { team, active, ability } = start.reps;
  let sum = 0;
  let count = 0;
  for (let other = 0; other < world.size.seats; other++) {
    if (other === seat || team[other] !== team[seat] || active[other] === 0) continue;
    sum += ability[other]!;
    count++;
  }
  return sum / count;
};

const figure = ({ world }: Arm, seat: number, name: keyof typeof SEAT): number =>
  world.seatTally[seat * REP_FIGURES.length + SEAT[name]]!;

/** Log of a seat's mean effort. */
const effort =
  (id: string): OfSeat =>
  (arms, seat) =>
    Math.log(figure(arms(id), seat, 'effort') / figure(arms(id), seat, 'days-active'));

const bookings =
  (id: string): OfSeat =>
  (arms, seat) =>
    figure(arms(id), seat, 'bookings');

/**
 * Slope of what seats do on what their colleagues are able to do, over seats whose occupants stayed under both plans;
 * with `against`, as a share of its mean. Deviations are from means over all replications: within one, whoever is able
 * has less able colleagues than average, for not being one's own colleague.
 */
export function onColleagues(y: OfSeat, against?: OfSeat): Measure {
  const sum = (of: OfSeat) => (arms: Arms) => {
    let total = 0;
    for (let seat = 0; seat < arms('baseline').world.size.seats; seat++)
      if (stayed(arms('baseline'), seat) && stayed(arms('shared'), seat)) total += of(arms, seat);
    return total;
  };
  const x = colleagues;
  const figures: readonly OfSeat[] = [
    x,
    y,
    (arms, seat) => x(arms, seat) * y(arms, seat),
    (arms, seat) => x(arms, seat) ** 2,
    against ?? (() => 1),
  ];
  const count = sum(() => 1);
  return {
    ratios: figures.map((of) => ({ numerator: sum(of), denominator: count })),
    combine: ([mx, my, xy, xx, level]) => (xy! - mx! * my!) / (xx! - mx! * mx!) / level!,
    told: 'elasticity',
  };
}

const SOURCE = text(
  'Chan, Li & Pierce 2014, Management Science, and a trial among 116 Chinese sellers 2019, Marketing Science: stars lift colleagues under shared pay and hurt them under own pay',
  'Chan、Li、Pierce 2014（Management Science）及 2019 年 116 名中国销售的随机试验（Marketing Science）：共享薪酬下明星带动同事，个人薪酬下则相反',
);

/** Findings on colleagues that the model's pull of colleagues was set by. */
export const PEER_FINDINGS: readonly Finding[] = [
  {
    id: 'B16',
    use: 'calibration',
    study: 'b16-stars',
    source: SOURCE,
    experiment: text(
      'Counters of seven, on each one’s own commission or on the counter’s; what one does by how able the six others are, as an elasticity',
      '七人柜台，个人提成或柜台共享提成；本人表现对六名同事能力的弹性',
    ),
    caveat: text(
      'The pull of colleagues is an input; by the luck of who is at which counter, nobody is moved',
      '同事影响为输入值；依各柜台人员的随机差异，并未调动人员',
    ),
    statements: [
      said(
        'Effort by colleagues’ ability, shared pay',
        '努力对同事能力：共享薪酬',
        text('positive', '正'),
        onColleagues(effort('shared')),
        sign(1),
        0.02,
      ),
      said(
        'Effort by colleagues’ ability, own pay',
        '努力对同事能力：个人薪酬',
        text('negative', '负'),
        onColleagues(effort('baseline')),
        sign(-1),
        0.02,
      ),
      said(
        'Bookings by colleagues’ ability, shared pay less own',
        '签约额对同事能力：共享减个人',
        text('positive', '正'),
        onColleagues(
          (arms, seat) => bookings('shared')(arms, seat) - bookings('baseline')(arms, seat),
          bookings('baseline'),
        ),
        sign(1),
        0.03,
      ),
      ...accounts('shared', 0.03),
    ],
  },
  {
    id: 'B17',
    use: 'calibration',
    study: 'b16-stars',
    source: text(
      'Mas & Moretti 2009, American Economic Review: beside cashiers who do 10 % more, others do 1.5–1.7 % more (remembered)',
      'Mas、Moretti 2009（American Economic Review）：同事效率高 10%，本人高 1.5–1.7%（凭记忆）',
    ),
    experiment: text(
      'The same counters under shared pay: elasticity of effort to colleagues’ ability',
      '同上，共享薪酬：努力对同事能力的弹性',
    ),
    caveat: text(
      'The pull of colleagues is an input; ability stands for what colleagues get done',
      '同事影响为输入值；以能力代替同事产出',
    ),
    statements: [
      said(
        'Effort by colleagues’ ability, shared pay',
        '努力对同事能力：共享薪酬',
        both('0.15 … 0.17'),
        onColleagues(effort('shared')),
        tight(0.16),
        0.01,
        text(
          'the pull is that of the team’s mean, oneself included, against what is usual in the firm, which the team is part of',
          '影响来自含本人在内的团队均值与公司常态之差，而团队亦属公司',
        ),
      ),
    ],
  },
];
