import { both } from '../table.ts';
import { customers, each, kept, months, satisfied, stage } from './counts.ts';
import { type Finding, said, text } from './findings.ts';
import { logOddsGap, relative } from './measure.ts';
import { between, nothing, sign } from './verdict.ts';

/** Findings that the model's numbers were chosen with in view: they must come out, and prove nothing by doing so. */
export const CALIBRATION_FINDINGS: readonly Finding[] = [
  {
    id: 'B30',
    use: 'calibration',
    study: 'b30-response',
    source: text(
      'Oldroyd et al. 2007, 2011: response times of 6 and 42 firms, shrunk for the better leads being called first',
      'Oldroyd 等 2007、2011：6 家与 42 家公司的响应时间（已就先打好线索作收缩）',
    ),
    experiment: text('Answer within an hour instead of 42', '由 42 小时改为 1 小时内响应'),
    caveat: text('The exponent of the decay is an input', '衰减指数是输入值'),
    statements: [
      said(
        'Leads that get past the first stage',
        '通过首阶段的线索占比',
        both('×1.4 … ×3.1'),
        relative('fast', 'baseline', stage(0, 'advanced'), stage(0, 'entered')),
        between(0.3, 2),
        0.02,
      ),
    ],
  },
  {
    id: 'B35',
    use: 'calibration',
    study: 'b35-switch',
    source: text(
      'Ahearne, Lam, Mathieu & Bolander 2010, Journal of Marketing: 400 pharmaceutical reps get new software',
      'Ahearne、Lam、Mathieu、Bolander 2010（Journal of Marketing）：400 名医药代表更换软件',
    ),
    experiment: text(
      'The digital practice from day 0 on; bookings by month against the same firm without it',
      '第 0 天起采用数字化；逐月签约额与不采用时相比',
    ),
    caveat: text(
      'Consumer goods stand for pharmaceuticals; depth is assumed',
      '以快消代替医药；下降幅度为假设',
    ),
    statements: [
      said(
        'Months 1–2',
        '第 1–2 月',
        text('dip', '下降'),
        relative('digital', 'baseline', months('bookings', 0, 2)),
        sign(-1),
        0.005,
      ),
      said(
        'Months 10–12',
        '第 10–12 月',
        text('recovered', '恢复'),
        relative('digital', 'baseline', months('bookings', 9, 12)),
        nothing(0.05),
        0.01,
      ),
    ],
  },
  {
    id: 'B38',
    use: 'calibration',
    study: 'b38-satisfaction',
    source: text(
      'Kriss 2014, Harvard Business Review: two firms, one-year retention 43 % after the worst and 74 % after the best experience (log-odds 1.33, shrunk)',
      'Kriss 2014（Harvard Business Review）：两家公司，体验最差者一年留存 43%，最好者 74%（对数几率 1.33，已收缩）',
    ),
    experiment: text(
      'Nothing changed; business software, retention over a year of the most and the least satisfied tenth of day 0',
      '不作改变；企业软件，第 0 天满意度最高与最低十分之一的一年留存',
    ),
    caveat: text('The spread of satisfaction was chosen with this in view', '满意度离散度设定时参考过'),
    statements: [
      said(
        'Gap in log-odds of staying',
        '留存对数几率之差',
        both('0.5 … 1.3'),
        logOddsGap(
          'baseline',
          [customers(kept, satisfied(0.9, 1)), customers(each, satisfied(0.9, 1))],
          [customers(kept, satisfied(0, 0.1)), customers(each, satisfied(0, 0.1))],
        ),
        between(0.5, 1.3),
        0.1,
      ),
    ],
  },
];
