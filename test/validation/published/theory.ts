import { REP_FIGURES, SEAT } from '../../../engine/model/tables/tally.ts';
import { metric, months } from './counts.ts';
import { accounts, type Finding, said, text } from './findings.ts';
import { best, type Objective, type Point } from './grid.ts';
import { type Arm, type Arms, difference, excess, relative } from './measure.ts';
import { sign } from './verdict.ts';

/** Rates of commission that the search for the best one tries. */
const RATES: readonly Point[] = [
  { at: 0.02, arm: 'at-2' },
  { at: 0.04, arm: 'at-4' },
  { at: 0.07, arm: 'baseline' },
  { at: 0.1, arm: 'at-10' },
  { at: 0.13, arm: 'at-13' },
  { at: 0.16, arm: 'at-16' },
];

const usualContribution = (arms: Arms): number => arms('baseline').metric('net-contribution');

/** Net contribution relative to the usual, and a share of the usual for each point of satisfaction. */
function contribution(point: number): Objective {
  return {
    value: (arms, arm) => {
      const { metric } = arms(arm);
      return metric('net-contribution') + point * metric('satisfaction') * usualContribution(arms);
    },
    per: usualContribution,
  };
}

/** Shares of salary in pay that the search for the best mix tries, in the calm or the noisy setting. */
const mixes = (setting: string): readonly Point[] =>
  [20, 35, 50, 65, 80].map((share) => ({
    at: share / 100,
    arm: `${setting}${share === 50 ? 'baseline' : `salary-${share}`}`,
  }));

const CALM = mixes('');
const NOISY = mixes('b20-noisy/');

/**
 * What a firm would have to pay its sellers beyond their mean pay for them to be as well off as with certain pay: the
 * mean of a year's pay over those who were there all year, less its certainty equivalent under the model's relative risk
 * aversion, for every seat and with on-costs. It counts what nobody knows of own ability and territory as risk too, in
 * the calm setting as in the noisy one.
 */
export function riskPremium({ world, model }: Arm): number {
  const { riskAversion, onCosts } = model.params;
  const figure = (seat: number, name: keyof typeof SEAT): number =>
    world.seatTally[seat * REP_FIGURES.length + SEAT[name]]!;
  let mean = 0;
  let felt = 0;
  let count = 0;
  for (let seat = 0; seat < world.size.seats; seat++) {
    if (figure(seat, 'exits') > 0 || world.reps.active[seat] === 0) continue;
    const pay = figure(seat, 'salary') + figure(seat, 'variable-pay');
    mean += pay;
    felt += pay ** (1 - riskAversion);
    count++;
  }
  const certain = (felt / count) ** (1 / (1 - riskAversion));
  return world.size.seats * (1 + onCosts) * (mean / count - certain);
}

/** Net contribution, less the premium if sellers must be as well off whatever the mix. */
function afterRisk(premium: 0 | 1): Objective {
  return {
    value: (arms, arm) => arms(arm).metric('net-contribution') - premium * riskPremium(arms(arm)),
    per: () => 1,
  };
}

/** What theory says of pay: no sizes are published, or none that were measured. */
export const THEORY_FINDINGS: readonly Finding[] = [
  {
    id: 'B20',
    use: 'validation',
    study: 'b20-calm',
    beside: ['b20-noisy'],
    source: text(
      'Basu, Lal, Srinivasan & Staelin 1985, Marketing Science, theory: the less sure results are, the more of pay is salary; Joseph & Kalwani 1995, survey',
      'Basu、Lal、Srinivasan、Staelin 1985（Marketing Science，理论）：结果越不确定，固定薪酬占比越高；Joseph、Kalwani 1995（调查）',
    ),
    experiment: text(
      'Straight commissions of the same expected pay cost, 20 to 80 % of it salary, where deals and demand are even and where they are not; the best share for net contribution less what sellers would have to be paid for the risk',
      '期望薪酬成本相同的直线提成，固薪占 20%–80%，分成交与需求平稳、多变两种情形；以净贡献减风险补偿取最佳占比',
    ),
    caveat: text(
      'The premium is worked out beside the model, from the spread of pay and the risk aversion assumed there; in the model itself risk only makes people leave and apply elsewhere',
      '风险补偿在模型之外由薪酬离散度与设定的风险厌恶算得；模型内风险只影响离职与应聘',
    ),
    statements: [
      said(
        'Best share of salary, noisy less calm',
        '最佳固薪占比：多变减平稳',
        text('higher', '更高'),
        excess(best(NOISY, afterRisk(1), 'share'), best(CALM, afterRisk(1), 'share')),
        sign(1),
        0.05,
      ),
      said(
        'Best share of salary, calm',
        '最佳固薪占比：平稳',
        text('not told', '未报告'),
        best(CALM, afterRisk(1), 'rate'),
        null,
        0.1,
      ),
      said(
        'Best share of salary, noisy',
        '最佳固薪占比：多变',
        text('not told', '未报告'),
        best(NOISY, afterRisk(1), 'rate'),
        null,
        0.1,
      ),
      said(
        'Best share by net contribution alone, noisy less calm',
        '仅计净贡献的最佳占比：多变减平稳',
        text('not told', '未报告'),
        excess(best(NOISY, afterRisk(0), 'share'), best(CALM, afterRisk(0), 'share')),
        null,
        0.1,
      ),
      ...(
        [
          ['', 'calm', '平稳'],
          ['b20-noisy/', 'noisy', '多变'],
        ] as const
      ).map(([setting, en, zh]) =>
        said(
          `Pay, a fifth of it salary against four fifths, ${en}`,
          `薪酬成本：固薪 20% 对比 80%，${zh}`,
          text('the same', '相同'),
          relative(`${setting}salary-20`, `${setting}salary-80`, metric('pay-cost')),
          null,
          0.02,
        ),
      ),
    ],
  },
  {
    id: 'B21',
    use: 'validation',
    study: 'b21-multitask',
    source: text(
      'Holmström & Milgrom 1991, theory: pay for one task takes from the other',
      'Holmström、Milgrom 1991（理论）：只奖一项任务会挤占另一项',
    ),
    experiment: text(
      'Software sellers who also serve customers; commission on new business alone doubles',
      '兼顾客户维护的软件销售；仅新单提成加倍',
    ),
    caveat: text(
      'A theory, not a measured size; crowding-out was built with it in view',
      '理论而非实测；挤占机制据此设计',
    ),
    statements: [
      said(
        'Customer satisfaction',
        '客户满意度',
        text('lower', '更低'),
        difference('double', 'baseline', metric('satisfaction'), 'points'),
        sign(-1),
        0.2,
      ),
      said(
        'Customer churn a year',
        '客户年流失率',
        text('higher', '更高'),
        difference('double', 'baseline', metric('churn'), 'share'),
        sign(1),
        0.002,
      ),
      ...accounts('double', 0.02),
    ],
  },
  {
    id: 'B21',
    use: 'validation',
    study: 'b21-slope',
    source: text(
      'Holmström & Milgrom 1991, theory: pay for one task takes from the other',
      'Holmström、Milgrom 1991（理论）：只奖一项任务会挤占另一项',
    ),
    experiment: text(
      'The same sellers at commissions from 2 to 16 %; the best rate for a firm that counts net contribution, and for one to which each point of satisfaction is worth 1 % of it besides',
      '同样的销售，提成 2%–16%；只计净贡献的公司与另将每一点满意度计为净贡献 1% 的公司各自的最佳比例',
    ),
    caveat: text(
      'A theory; what a point is worth is made up; best among six rates, by the parabola through the best three',
      '理论；每点价值为虚构；六档中取最佳三点的抛物线顶点',
    ),
    statements: [
      said(
        'Best commission, satisfaction counted less not',
        '最佳提成：计入满意度减不计',
        text('lower', '更低'),
        excess(best(RATES, contribution(0.01), 'share'), best(RATES, contribution(0), 'share')),
        sign(-1),
        0.002,
      ),
      said(
        'Best commission, satisfaction not counted',
        '最佳提成：不计满意度',
        text('not told', '未报告'),
        best(RATES, contribution(0), 'rate'),
        null,
        0.01,
      ),
      said(
        'Best commission, satisfaction counted',
        '最佳提成：计入满意度',
        text('not told', '未报告'),
        best(RATES, contribution(0.01), 'rate'),
        null,
        0.01,
      ),
    ],
  },
  {
    id: 'B22',
    use: 'validation',
    study: 'b22-ratchet',
    source: text(
      'Leone, Misra & Zimmerman 2004, working paper: quotas rise more than they fall',
      'Leone、Misra、Zimmerman 2004（工作论文）：目标上调多于下调',
    ),
    experiment: text(
      'A yearly quota that takes up half of an excess and a fifth of a shortfall, against a fixed one; three years',
      '年度目标吸收一半超额、五分之一缺口，对比固定目标；三年',
    ),
    caveat: text(
      'Its effect on sales is theory; −1 … −6 % is an assumption',
      '对销售的影响属理论；−1…−6% 为假设',
    ),
    statements: [
      said(
        'Bookings',
        '签约额',
        text('lower', '更低'),
        relative('ratchet', 'baseline', metric('bookings')),
        sign(-1),
        0.005,
        text(
          'hours not sold go to customers, who then buy more: new deals fall, expansions rise',
          '少花在销售上的时间转为维护客户，客户因而增购：新单下降、增购上升',
        ),
      ),
      said(
        'New deals won',
        '新签客户数',
        text('not told', '未报告'),
        relative('ratchet', 'baseline', months('wins')),
        null,
        0.005,
      ),
      ...accounts('ratchet', 0.02),
    ],
  },
];
