import { both } from '../table.ts';
import { allSeats, metric, months, seats, skilled, tenured } from './counts.ts';
import { type Finding, money, said, text } from './findings.ts';
import { excess, type Measure, relative } from './measure.ts';
import { REFERRED } from './referred.ts';
import { TIERING } from './tiering.ts';
import { between, medium, nothing, sign } from './verdict.ts';

const perHour = (group: ReturnType<typeof skilled>): Measure =>
  relative('assistant', 'baseline', seats('wins', group), seats('selling-hours', group));

const lowest = perHour(skilled(0, 0.2));
const highest = perHour(skilled(0.8, 1));

/** Findings that need no pay plan beyond the presets' own. */
export const PRACTICE_FINDINGS: readonly Finding[] = [
  {
    id: 'B43',
    use: 'validation',
    study: 'b43-assistant',
    source: text(
      'Brynjolfsson, Li & Raymond 2025, QJE: 5,172 support agents get an AI assistant in stages',
      'Brynjolfsson、Li、Raymond 2025（QJE）：5,172 名客服分批使用智能助手',
    ),
    experiment: text(
      'A lever lifts skill short of the standard by .38, the share of suggestions followed; wins per selling hour; groups by skill on day 0',
      '把低于标准的技能按 0.38（建议被采纳的占比）补齐；衡量每销售工时成交数；按第 0 天技能分组',
    ),
    caveat: text(
      'Selling stands for support. The lever lifts toward a median experienced rep, while the assistant was taught by the best; by how much each group gains follows from how far skills differ',
      '以销售代替客服。该杠杆向中位熟手看齐，而助手学自最佳员工；各组受益多少由技能差异推出',
    ),
    statements: [
      said(
        'All: cases an hour',
        '全体：每小时处理量',
        both('+15 %'),
        relative('assistant', 'baseline', allSeats('wins'), allSeats('selling-hours')),
        medium(0.15),
        0.01,
        text(
          'those above a median experienced rep, who close most, gain nothing',
          '高于中位熟手者成交最多，却不受益',
        ),
      ),
      said('Lowest fifth by skill', '技能最低的五分之一', both('+30 … +34 %'), lowest, medium(0.34), 0.04),
      said('Highest fifth by skill', '技能最高的五分之一', both('≈ 0'), highest, nothing(0.05), 0.02),
      said(
        'Lowest fifth less highest fifth',
        '最低减最高',
        text('positive', '为正'),
        excess(lowest, highest),
        sign(1),
        0.05,
      ),
      ...money('assistant', 0.02),
    ],
  },
  {
    id: 'B19',
    use: 'validation',
    study: 'b19-monitoring',
    source: text(
      'Pierce, Snow & McAfee 2015, Management Science: 392 restaurants take up monitoring of bills',
      'Pierce、Snow、McAfee 2015（Management Science）：392 家餐厅采用账单监控',
    ),
    experiment: text(
      'Monitoring as strong as in process control, without its logging; staff paid a wage and a share of sales',
      '监控强度同过程管控，但无需填报；员工拿底薪加销售分成',
    ),
    caveat: text(
      'The strength of monitoring was set with this study among others in view; theft is not in the model',
      '监控强度设定时参考过此研究；模型不含偷盗',
    ),
    statements: [
      said(
        'Revenue',
        '收入',
        both('+7 %'),
        relative('watched', 'baseline', metric('revenue')),
        between(0.03, 0.1),
        0.005,
        text(
          'only those who give less than usual are moved, and orders hang on demand more than on effort',
          '只影响投入不足者，且订单更多取决于需求而非努力',
        ),
      ),
      ...money('watched', 0.02),
    ],
  },
  {
    id: 'B19',
    use: 'validation',
    study: 'b19-veterans',
    source: text(
      'Sabnis, Chatterjee, Grewal & Lilien 2013, Journal of Marketing: 461 reps of 4 firms, tracking of leads',
      'Sabnis 等 2013（Journal of Marketing）：4 家公司 461 名销售，跟踪线索跟进',
    ),
    experiment: text(
      'Process control as in the catalogue; new business of those with over five years in the job on day 0',
      '目录中的过程管控；第 0 天在职五年以上者的新单',
    ),
    caveat: text(
      'The effect on old hands was set with this study in view',
      '对老员工的影响设定时参考过此研究',
    ),
    statements: [
      said(
        'Old hands: bookings',
        '老员工：签约额',
        text('falls', '下降'),
        relative('tracked', 'baseline', seats('bookings', tenured(5))),
        sign(-1),
        0.01,
      ),
      said(
        'Under two years: bookings, beside old hands',
        '两年以下：签约额（与老员工之差）',
        text('gain more', '受益更多'),
        excess(
          relative('tracked', 'baseline', seats('bookings', tenured(0, 2))),
          relative('tracked', 'baseline', seats('bookings', tenured(5))),
        ),
        sign(1),
        0.015,
      ),
      ...money('tracked', 0.02),
    ],
  },
  ...(
    [
      ['b31-territories-devices', 'Medical devices', '医疗器械'],
      ['b31-territories-routes', 'Consumer goods on routes', '快消线路拜访'],
    ] as const
  ).map(
    ([study, en, zh]): Finding => ({
      id: 'B31',
      use: 'validation',
      study,
      source: text(
        'Zoltners & Lorimer 2000, JPSSM; Zoltners & Sinha: about 1,500 realignments, no controls',
        'Zoltners、Lorimer 2000（JPSSM）；Zoltners、Sinha：约 1,500 次区域重划，无对照',
      ),
      experiment: text(
        `${en}: managing by region as in the catalogue, cut by area, two years`,
        `${zh}：目录中的区域管理（按地域），两年`,
      ),
      caveat: text(
        'How evenly leads are dealt out was chosen with these projects in view; what evenness is worth was not',
        '线索均分程度设定时参考过这些项目；均分值多少则由模型推出',
      ),
      statements: [
        said(
          'Sales',
          '销售额',
          both('+2 … +7 %'),
          relative('redrawn', 'baseline', metric('bookings')),
          between(0.01, 0.08),
          0.004,
          text(
            'leads are evened out, but standing customers, who bring most of the sales, stay with their rep',
            '均分的是线索，而贡献大部分销售的老客户仍归原销售',
          ),
        ),
        said(
          'Second year alone',
          '仅第二年',
          both('–'),
          relative('redrawn', 'baseline', months('bookings', 12, 24)),
          null,
          0.01,
        ),
        ...money('redrawn', 0.02),
      ],
    }),
  ),
  REFERRED,
  ...TIERING,
];
