import { customers, each, feeling, kept, months, tier } from './counts.ts';
import { type Finding, said, text } from './findings.ts';
import { type Arm, difference, relative } from './measure.ts';
import { nothing, sign } from './verdict.ts';

const UP = text('higher', '上升');

/** Month from which money is read: the third year. */
const SETTLED = 24;

/** What selling costs once tiering has settled. */
function sellingCost(arm: Arm): number {
  return months('pay-cost', SETTLED)(arm) + months('scheme-cost', SETTLED)(arm);
}

const TRADES = [
  ['b46-tiers-software', 'Software by subscription', '软件订阅'],
  ['b46-tiers-devices', 'Equipment and consumables', '设备与耗材'],
  ['b46-tiers-goods', 'Consumer goods', '快消品'],
] as const;

/** Customers sorted into tiers, in three of the many trades of the publication. */
export const TIERING: readonly Finding[] = TRADES.map(
  ([study, en, zh]): Finding => ({
    id: 'B46',
    use: 'validation',
    study,
    source: text(
      'Homburg, Droll & Totzek 2008, Journal of Marketing: 310 firms, survey and accounts',
      'Homburg、Droll、Totzek 2008（Journal of Marketing）：310 家企业，问卷与财务数据',
    ),
    experiment: text(
      `${en}, customers differing more than usual: tiering as in the catalogue; tiers of day 0, three years, money in the third`,
      `${zh}，客户差异大于常态：目录中的客户分级；按第 0 天等级，三年，金额取第三年`,
    ),
    caveat: text(
      'The publication compares firms; how strongly time follows tiers was set with it among others in view. “No worse” is read as within one percentage point kept over the three years',
      '原研究比较不同企业；时间随等级倾斜的强度设定时参考过它。“不变差”指三年留存相差一个百分点以内',
    ),
    statements: [
      said(
        'Top tier: satisfaction (points)',
        '高等级：满意度（分）',
        UP,
        difference('tiers', 'baseline', customers(feeling, tier(0)), 'points', customers(kept, tier(0))),
        sign(1),
        0.2,
      ),
      said(
        'Top tier: customers kept',
        '高等级：客户留存',
        UP,
        difference('tiers', 'baseline', customers(kept, tier(0)), 'share', customers(each, tier(0))),
        sign(1),
        0.001,
      ),
      said(
        'Bottom tier: customers kept',
        '低等级：客户留存',
        text('no worse', '不变差'),
        difference('tiers', 'baseline', customers(kept, tier(2)), 'share', customers(each, tier(2))),
        nothing(0.01),
        0.002,
        text(
          'time is taken from the bottom tier, and no cheaper channel serves it instead',
          '低等级客户的时间被挪走，又没有低成本渠道代为服务',
        ),
      ),
      said(
        'Pay and programme cost per unit of revenue',
        '单位收入的薪酬与方案成本',
        text('lower', '下降'),
        relative('tiers', 'baseline', sellingCost, months('revenue', SETTLED)),
        sign(-1),
        0.005,
        text(
          'pay is fixed but for commission: serving the bottom less saves none of it, the hours go into selling',
          '除提成外薪酬固定：少服务低等级并不省钱，工时转为销售',
        ),
      ),
      said(
        'Net contribution per unit of revenue',
        '单位收入的净贡献',
        UP,
        relative('tiers', 'baseline', months('net-contribution', SETTLED), months('revenue', SETTLED)),
        sign(1),
        0.005,
        text('what the top adds does not outweigh what the bottom loses', '高等级的增益抵不过低等级的损失'),
      ),
      said(
        'Net contribution',
        '净贡献',
        text('not told', '未报告'),
        relative('tiers', 'baseline', months('net-contribution', SETTLED)),
        null,
        0.01,
      ),
    ],
  }),
);
