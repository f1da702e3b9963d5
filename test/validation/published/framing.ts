import { both } from '../table.ts';
import { metric, months } from './counts.ts';
import { accounts, type Finding, said, text } from './findings.ts';
import { relative } from './measure.ts';
import { nothing, sign } from './verdict.ts';

const BOOKINGS = metric('bookings');

/** Bonuses framed as gains and as losses, gifts, and what is left when a bonus ends. */
export const FRAMING_FINDING: Finding = {
  id: 'B09',
  use: 'validation',
  study: 'b09-framing',
  source: text(
    'Chung & Narayandas 2017, JMR: 80 sellers of household durables in India, bonuses of 27 % of a monthly wage for half a year',
    'Chung、Narayandas 2017（JMR）：印度 80 名家用耐用品销售，奖金约为月薪的 27%，为期半年',
  ),
  experiment: text(
    'A monthly quota bonus, the same given first and taken back, the same money for nothing, and a bonus that ends after six months; each against none',
    '按月达标奖金、先发后扣、同额无条件发放、六个月后终止的奖金；均与无奖金相比',
  ),
  caveat: text(
    'Months stand for weeks, wages are made up; framing is not judged here: that it does nothing is an input (see B11)',
    '以月代替周，薪资为虚构；表述不在此判定：其无效为输入值（见 B11）',
  ),
  statements: [
    said(
      'Bookings, quota bonus',
      '签约额：达标奖金',
      text('higher', '更高'),
      relative('gain', 'baseline', BOOKINGS),
      sign(1),
      0.01,
    ),
    said(
      'Bookings, bonus taken back against bonus given',
      '签约额：先发后扣对达标奖金',
      text('no difference', '无差别'),
      relative('loss', 'gain', BOOKINGS),
      null,
      0.01,
    ),
    said(
      'Bookings of the first three months, gift',
      '前三个月签约额：馈赠',
      text('not higher', '不升高'),
      relative('gift', 'baseline', months('bookings', 0, 3)),
      nothing(0.02),
      0.005,
    ),
    said(
      'Bookings of the three months after a bonus ended',
      '奖金终止后三个月的签约额',
      text('lower', '更低'),
      relative('ended', 'baseline', months('bookings', 6, 9)),
      sign(-1),
      0.01,
      text(
        'nobody tires of trying and few deals can be brought forward: what the bonus began and whom it kept goes on paying a little',
        '模型中无人因努力而疲惫，可提前的成交也少：奖金期间的商机与留任者仍略有余效',
      ),
    ),
    ...accounts('gain', 0.02, text('Quota bonus', '达标奖金')),
    ...accounts('loss', 0.02, text('Taken back', '先发后扣')),
    ...accounts('gift', 0.02, text('Gift', '馈赠')),
    ...accounts('ended', 0.02, text('Ended', '已终止')),
  ],
};

/** The row on framing that the weight of losses was set by. */
export const FRAMING_CALIBRATION: Finding = {
  id: 'B11',
  use: 'calibration',
  study: 'b11-factory',
  beside: ['b11-losses'],
  source: text(
    'Hossain & List 2012, Management Science: teams in a Chinese factory, a weekly bonus of 80 yuan as gain or loss; Ferraro & Tracy 2022: field experiments together, .02 standard deviations',
    'Hossain、List 2012（Management Science）：中国工厂班组，每周 80 元奖金表述为所得或损失；Ferraro、Tracy 2022：实地实验合计 0.02 个标准差',
  ),
  experiment: text(
    'Fourteen to a team on a wage, a bonus of about a quarter of it for the month of the team or of each alone; given first and taken back, against given after',
    '十四人班组，固定工资，团队或个人月度达标奖金约为工资四分之一；先发后扣对比事后发放',
  ),
  caveat: text(
    'The weight of losses, 0, is an input; beside it what a weight of 1 would give',
    '损失权重 0 为输入值；另列权重为 1 时的结果',
  ),
  statements: [
    said(
      'Sales, team bonus taken back against given after',
      '销售额：团队奖先发后扣对事后发放',
      text('about +1 %', '约 +1%'),
      relative('loss', 'gain', BOOKINGS),
      nothing(0.02),
      0.01,
    ),
    said(
      'Sales, bonus of one’s own taken back against given after',
      '销售额：个人奖先发后扣对事后发放',
      text('no difference', '无差别'),
      relative('own-loss', 'own', BOOKINGS),
      nothing(0.02),
      0.01,
    ),
    said(
      'Bonus of one’s own, losses weighing twice against not',
      '个人奖：损失权重加倍对不加倍',
      both('–'),
      relative('b11-losses/own', 'own', BOOKINGS),
      null,
      0.01,
    ),
    ...(
      [
        ['gain', 'Team bonus', '团队奖'],
        ['own', 'Bonus of one’s own', '个人奖'],
      ] as const
    ).flatMap(([arm, en, zh]) => [
      said(
        `Sales, ${en.toLowerCase()} against none`,
        `销售额：${zh}对无奖金`,
        text('higher', '更高'),
        relative(arm, 'baseline', BOOKINGS),
        null,
        0.01,
      ),
      ...accounts(arm, 0.02, text(en, zh)),
    ]),
  ],
};
