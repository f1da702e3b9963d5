import { both } from '../table.ts';
import { allSeats, metric, months, seats, skilled } from './counts.ts';
import { accounts, type Finding, money, said, text } from './findings.ts';
import { type Count, difference, excess, quotient, relative, yieldOf } from './measure.ts';
import { between, nothing, sign } from './verdict.ts';

const bookings = (alternative: string, from: number, to: number) =>
  relative(alternative, 'baseline', seats('bookings', skilled(from, to)));

const allBookings = (alternative: string) => relative(alternative, 'baseline', allSeats('bookings'));

/** Bookings of months of the second year, and their mean over it. */
const month = (which: number): Count => months('bookings', which, which + 1);
const usualMonth: Count = (arm) => months('bookings', 12, 24)(arm) / 12;

/** Findings on incentive contracts: the contract of the publication as far as it is told there. */
export const PAY_FINDINGS: readonly Finding[] = [
  {
    id: 'B01',
    use: 'validation',
    study: 'b01-uncapped',
    source: text(
      'Misra & Nair 2011, QME: 87 field reps, quota and ceiling give way to a straight monthly commission',
      'Misra、Nair 2011（QME）：87 名外勤，取消目标与封顶，改为按月直线提成',
    ),
    experiment: text(
      'Quarterly commission between a ratcheted quota and 133 % of it, against a monthly commission from the first sale',
      '季度提成（目标至其 133% 之间，目标随业绩上调）对比从第一单起的月度提成',
    ),
    caveat: text(
      'Ceiling and share of commission are remembered, quota and ratchet assumed, the new rate is not told; a route of shops stands for practices of opticians',
      '封顶线与提成占比凭记忆，目标与上调幅度为假设，新比例原文未给；以门店路线代替验光诊所',
    ),
    statements: [
      said(
        'Revenue, same rate from the first sale',
        '收入：同一比例从第一单起',
        both('+9 %'),
        relative('same-rate', 'baseline', metric('revenue')),
        between(0.05, 0.13),
        0.01,
        text(
          'orders on a route hang on the shops’ demand more than on effort, and effort moves by a third of the log of its reward',
          '路线订单更多取决于门店需求；努力对回报的弹性只有约三分之一',
        ),
      ),
      said(
        'Revenue, same pay in the middle of the range',
        '收入：区间中点薪酬相同',
        both('+9 %'),
        relative('same-pay', 'baseline', metric('revenue')),
        between(0.05, 0.13),
        0.01,
        text(
          'at the same pay a straight rate is a seventh of the old one within its range: what those outside gain in drive, those inside lose',
          '同等薪酬下直线比例仅为原区间内比例的七分之一：区间外者的动力增加，区间内者减少',
        ),
      ),
      ...money('same-rate', 0.03, text('Same rate', '同一比例')),
      ...money('same-pay', 0.03, text('Same pay', '同等薪酬')),
    ],
  },
  {
    id: 'B02',
    use: 'validation',
    study: 'b02-portfolio',
    source: text(
      'Chung, Steenburgh & Sudhir 2014, Marketing Science: office equipment, parts of a plan taken away in a model',
      'Chung、Steenburgh、Sudhir 2014（Marketing Science）：办公设备，模型中逐项取消方案',
    ),
    experiment: text(
      'Software sellers; pay above quota ends, or the quarterly bonus; groups by skill on day 0',
      '软件销售；取消超额提成，或取消季度奖金；按第 0 天技能分组',
    ),
    caveat: text('Another trade; amounts are made up', '行业不同；金额为虚构'),
    statements: [
      said(
        'Nothing more above quota: best fifth less all',
        '超额不再提成：最佳五分之一减全体',
        text('the best lose more', '最佳者损失更大'),
        excess(bookings('no-overachievement', 0.8, 1), allBookings('no-overachievement')),
        sign(-1),
        0.01,
      ),
      said(
        'No quarterly bonus: weakest third',
        '取消季度奖金：最弱三分之一',
        text('lower', '更低'),
        bookings('no-quarterly', 0, 1 / 3),
        sign(-1),
        0.0012,
        text(
          'new deals fall, but hours not sold go to customers, who then buy more',
          '新单减少，但少花在销售上的时间转为维护客户，客户因而增购',
        ),
      ),
      said(
        'No quarterly bonus: weakest third less all',
        '取消季度奖金：最弱三分之一减全体',
        text('the weak lose more', '弱者损失更大'),
        excess(bookings('no-quarterly', 0, 1 / 3), allBookings('no-quarterly')),
        sign(-1),
        0.01,
        text(
          'without it the weak, the middle and the strong all try some 4 % less, and an hour of the weak brings the fewest deals',
          '取消后强、中、弱者的努力同样约降 4%，而弱者每小时带来的成交最少',
        ),
      ),
      ...accounts('no-overachievement', 0.03, text('Nothing more above quota', '超额不再提成')),
      ...accounts('no-quarterly', 0.03, text('No quarterly bonus', '取消季度奖金')),
    ],
  },
  {
    id: 'B04',
    use: 'validation',
    study: 'b04-fiscal-year',
    source: text(
      'Oyer 1998, QJE: US manufacturers, sales by month of the fiscal year',
      'Oyer 1998（QJE）：美国制造企业财年内各月销售',
    ),
    experiment: text(
      'A yearly quota with bonus and accelerator, no season; months of the second year against their mean',
      '年度目标加奖金与加速提成，无季节性；第二年各月相对均值',
    ),
    caveat: text(
      'The published size is remembered; software sellers stand for manufacturers, and demand and competitors do not swing',
      '公开幅度凭记忆；以软件销售代替制造企业，且需求与竞争不波动',
    ),
    statements: [
      said(
        'Last month against the mean',
        '最后一月相对均值',
        both('≈ +3 … +5 %'),
        quotient('baseline', month(23), usualMonth, 'percent', 1),
        between(0.02, 0.12),
        0.01,
      ),
      said(
        'First month against the mean',
        '第一月相对均值',
        text('below', '低于均值'),
        quotient('baseline', month(12), usualMonth, 'percent', 1),
        sign(-1),
        0.01,
      ),
    ],
  },
  {
    id: 'B05',
    use: 'validation',
    study: 'b05-discounts',
    source: text(
      'Larkin 2014, Journal of Labor Economics: enterprise software, accelerating quarterly commission',
      'Larkin 2014（Journal of Labor Economics）：企业软件，季度加速提成',
    ),
    experiment: text(
      'Licences that take over a year to sell, a quarterly commission from 2 to 25 %; up to 30 % at the seller’s discretion against none; price given away as a share of list value',
      '销售周期一年以上的许可，季度提成 2%–25%；可自行让价至 30% 对比无定价权；让价占标价的比例',
    ),
    caveat: text(
      'The rates at both ends are remembered, the steps between assumed; what customers pay later is left out',
      '两端比例凭记忆，中间档次为假设；未计客户日后付款',
    ),
    statements: [
      said(
        'Price given away',
        '让出的价格',
        both('6 … 8 %'),
        difference('discretion', 'baseline', metric('discount-share'), 'share'),
        between(0.04, 0.11),
        0.005,
        text(
          'most deals are brought forward, but the rate of this quarter is seldom so far above the next one’s that a large discount pays',
          '多数成交被提前，但本季比例很少高出下季太多，以致不值得大幅让价',
        ),
      ),
      ...accounts('discretion', 0.02),
    ],
  },
  {
    id: 'B12',
    use: 'validation',
    study: 'b12-contests',
    source: text(
      'Lim, Ahearne & Ham 2009, JMR: sales contests with the same budget',
      'Lim、Ahearne、Ham 2009（JMR）：同一预算下的销售竞赛',
    ),
    experiment: text(
      'Brokers in teams of ten for three months, nobody leaving or hired; one prize a month, three equal ones, three ranked ones',
      '十人一组的经纪人，三个月内无人进出；每月一个奖、三个等额奖、三个分等奖',
    ),
    caveat: text('Another trade and prize', '行业与奖金不同'),
    statements: [
      said(
        'Bookings, several winners against one',
        '签约额：多名获奖者对一名',
        text('higher', '更高'),
        relative('several', 'baseline', metric('bookings')),
        sign(1),
        0.0005,
        text(
          'the pot is some 4 % of pay, and how it is cut moves effort by no more than a thousandth',
          '奖金总额约为薪酬的 4%，如何分配对努力的影响不超过千分之一',
        ),
      ),
      said(
        'Bookings, ranked prizes against equal ones',
        '签约额：分等奖对等额奖',
        text('no difference', '无差别'),
        relative('ranked', 'several', metric('bookings')),
        nothing(0.02),
        0.005,
      ),
      said(
        'Effort, several winners against one',
        '努力：多名获奖者对一名',
        text('higher', '更高'),
        relative('several', 'baseline', allSeats('effort')),
        null,
        0.005,
      ),
      ...accounts('several', 0.01, text('Several', '多名')),
      ...accounts('ranked', 0.01, text('Ranked', '分等')),
    ],
  },
  {
    id: 'B14',
    use: 'validation',
    study: 'b14-team-bonus',
    source: text(
      'Friebel, Heinz, Krueger & Zubanov 2017, AER: team bonus in half of 193 bakery shops',
      'Friebel 等 2017（AER）：193 家面包店中一半设团队奖',
    ),
    experiment: text(
      'Shops of seven on a wage for three months; a bonus of up to 3.6 % of it, from the shop’s monthly target on',
      '七人门店，固定工资，三个月；自门店月度目标起发放，至多为工资的 3.6%',
    ),
    caveat: text(
      'Steps are remembered, the size is set by the published rise of wages; a route stands for a counter',
      '奖金档次凭记忆，金额按公布的工资升幅设定；以路线销售代替柜台',
    ),
    statements: [
      said(
        'Revenue',
        '收入',
        both('+3 %'),
        relative('team-bonus', 'baseline', metric('revenue')),
        between(0.01, 0.06),
        0.005,
        text(
          'one in seven of a small bonus moves effort little; what is gained comes from fewer people leaving',
          '小额奖金的七分之一几乎不影响努力；增益来自离职减少',
        ),
      ),
      said(
        'Gross margin for a unit of bonus',
        '每单位奖金带来的毛利',
        text('2.10 of profit', '利润 2.10'),
        yieldOf('team-bonus', 'baseline', metric('gross-margin'), metric('pay-cost')),
        null,
        0.5,
      ),
      said(
        'Pay',
        '薪酬成本',
        both('+2.2 %'),
        relative('team-bonus', 'baseline', metric('pay-cost')),
        null,
        0.02,
      ),
      ...money('team-bonus', 0.02).slice(1),
    ],
  },
];
