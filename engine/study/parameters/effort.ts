import { A, type Parameter, p } from './entry.ts';

/** How reps answer to what moves them: how hard they work, how well, and for how long. */
export const EFFORT: readonly Parameter[] = [
  p(
    'people.effort-elasticity',
    'ratio',
    [0, 2],
    { low: 0.15, mode: 0.3, high: 0.6 },
    ['Effort elasticity', '努力弹性'],
    [
      'Elasticity of a rep’s effort to marginal pay, at usual pay: what field studies of piece rates measure where there is work to be had',
      '常态薪酬下个人努力对边际报酬的弹性：即有活可干时计件工资实地研究所测得的数值',
    ],
    { grade: 'structural', source: 'field studies of piece rates: .2–.5' },
  ),
  p(
    'people.effort-time',
    'share',
    [0, 1],
    { low: 0.25, mode: 0.5, high: 0.75 },
    ['Time in effort', '努力中的工时占比'],
    [
      'Share of the log of effort that shows as hours; the rest is care: preparation, prompt answers, persistence. 1: all of it is hours',
      '努力的对数中体现为工时的部分；其余为用心：准备、及时答复、锲而不舍。1 表示全部为工时',
    ],
    A('working harder and working smarter go together in surveys of sellers; half and half, .25–.75'),
  ),
  p(
    'people.care-effect',
    'ratio',
    [0, 2],
    { low: 0.2, mode: 0.4, high: 0.8 },
    ['Effect of care', '用心的效果'],
    ['Elasticity of the chance to win a deal with respect to care', '赢单概率对用心程度的弹性'],
    A('.2–.8; with hours it makes sales answer to effort by .2–.5'),
  ),
  p(
    'people.fatigue',
    'ratio',
    [0, 20],
    { low: 0, mode: 1.5, high: 3 },
    ['Fatigue', '疲劳'],
    [
      'Log effort lost per squared log effort above one’s own usual of late: a fifth more for long costs 6 %, a twentieth hardly anything; 0: nobody tires',
      '近期高出本人常态的努力（对数）的平方每单位所损失的努力（对数）：长期多两成约损失 6%，多 5% 几乎无损；0 表示不会疲劳',
    ],
    A('effort beyond the usual cannot be kept up: sales fall below where they were after a push; 0–3'),
  ),
  p(
    'people.recovery',
    'workdays',
    [1, 500],
    { low: 10, mode: 20, high: 60 },
    ['Recovery', '恢复期'],
    ['Workdays in which half of what effort has cost is recovered', '疲劳恢复一半所需的工作日'],
    A('some weeks: 10–60'),
  ),
  p(
    'people.box-ticking',
    'ratio',
    [0, 5],
    { low: 0, mode: 0.5, high: 1 },
    ['Box-ticking', '凑数倾向'],
    [
      'How far touches become more and each of them less where touches themselves are paid: elasticity to what they pay beside all that moves one',
      '当拜访、电话本身计酬时，次数增多而单次质量下降的程度：对其在全部动力中占比的弹性',
    ],
    A('multitask theory: what is counted is done more, what is not less; 0–1'),
  ),
  p(
    'people.advice-pace',
    'per-year',
    [0, 50],
    { low: 1, mode: 3, high: 6 },
    ['Pace of advice', '经验分享的速度'],
    [
      'Rate a year at which the distance to better colleagues closes where everyone is advised by everyone',
      '人人互相请教时，与更优秀同事的差距每年缩小的速率',
    ],
    {
      grade: 'experiment',
      source:
        'Sandvik et al. 2020: advice in pairs raised sales by some 24 % within four weeks, most of all those of the weaker; shrunk for a team that meets',
    },
  ),
  p(
    'people.advice-fade',
    'per-year',
    [0, 10],
    { low: 0.3, mode: 0.6, high: 1.2 },
    ['Fading of advice', '经验分享的遗忘'],
    [
      'Rate a year at which what colleagues showed one fades; what is taught in courses fades by 15 % a month',
      '同事传授的经验每年衰减的速率；培训课程所学每月衰减 15%',
    ],
    {
      grade: 'experiment',
      source:
        'Sandvik et al. 2020: sales of those who met to exchange advice stay up by 15 % and more for at least 20 weeks after',
    },
  ),
  p(
    'people.clean-up',
    'share',
    [0, 1],
    { low: 0.2, mode: 0.5, high: 0.8 },
    ['Month-end clean-up', '月末清理'],
    [
      'Share of lost opportunities that stay on the list of open ones until it is cleaned up on the month’s last day',
      '已丢失却仍挂在商机列表中、到月末最后一天才清理的商机占比',
    ],
    A(
      'vendor’s count of some millions of deals: eleven times as many losses a day on a month’s last two days',
    ),
  ),
];
