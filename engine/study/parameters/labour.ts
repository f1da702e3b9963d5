import { A, type Parameter, p } from './entry.ts';

/** What people could have elsewhere, and what they do about it. */
export const LABOUR: readonly Parameter[] = [
  p(
    'people.market-pay',
    'money',
    [1, 1e9],
    150_000,
    ['What others pay here', '同业薪酬水平'],
    [
      'Pay a year, salary included, that others pay a usual seller for the same work; it does not follow what this company pays',
      '同业为同样工作支付给普通销售的年薪（含底薪）；不随本公司的薪酬变动',
    ],
    A('what the same work usually earns in the trade'),
  ),
  p(
    'people.outside-skill',
    'ratio',
    [0, 2],
    { low: 0.3, mode: 0.5, high: 0.7 },
    ['Outside option by skill', '能力的外部回报'],
    [
      'How far the pay a rep could have elsewhere rises with ability and with what has been learnt: its elasticity',
      '能力越强、业务越熟，外部薪酬越高的程度（弹性）',
    ],
    A('pay follows results less closely elsewhere than under commission: .3/.5/.7'),
  ),
  p(
    'people.quit-elasticity',
    'ratio',
    [0, 10],
    { low: 1, mode: 2.5, high: 4 },
    ['Quits against pay', '离职对薪酬的弹性'],
    [
      'How strongly exits fall as pay rises beside what a rep could earn elsewhere: its elasticity',
      '薪酬相对外部机会上升时离职减少的程度（弹性）',
    ],
    {
      grade: 'experiment',
      source: 'turnover against pay: 3–4.5 among staff of a large retailer, 1 over all US firms; 1/2.5/4',
    },
  ),
  p(
    'people.applicant-elasticity',
    'ratio',
    [0, 10],
    { low: 0.5, mode: 1.5, high: 3.5 },
    ['Applicants against pay', '应聘对薪酬的弹性'],
    [
      'How strongly the number of applicants for a vacancy rises with what is offered: its elasticity. Time to fill, ability and experience of newcomers follow from it',
      '应聘人数随所给薪酬上升的程度（弹性）；招聘周期、新人能力与经验由此而来',
    ],
    {
      grade: 'correlation',
      source:
        'recruitment against pay: .4 of applications to a posted wage, 1.4–2.2 in Germany, 3–4.5 at a large retailer; .5/1.5/3.5',
    },
  ),
  p(
    'people.living-share',
    'share',
    [0, 1],
    { low: 0.15, mode: 0.25, high: 0.4 },
    ['Least pay one can live on', '维持生活的最低薪酬'],
    [
      'Share of what others pay (of what this company pays, if that is less) below which people leave at once and nobody applies',
      '低于同业薪酬（若本公司更低则为本公司薪酬）的这一比例时，人员立即离开，也无人应聘',
    ],
    A('minimum wages are 17–33 % of average pay in Chinese provinces (2010); .15/.25/.4'),
  ),
  p(
    'people.fairness',
    'ratio',
    [0, 10],
    { low: 0, mode: 1, high: 1.4 },
    ['Fairness', '公平感'],
    [
      'How far effort falls where a plan pays less than both what people were used to and what others pay: κ in e^(−κ·ln² of the shortfall); a raise moves nothing',
      '方案薪酬低于以往且低于同业时努力下降的程度：e^(−κ·ln²缺口) 中的 κ；加薪无影响',
    ],
    {
      grade: 'experiment',
      source:
        'a third off the promised wage cost a fifth of output in a field experiment, a third more gained none: 1.4; shrunk, 0/1/1.4',
    },
  ),
];
