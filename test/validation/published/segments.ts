import { both } from '../table.ts';
import { seats, skilled } from './counts.ts';
import { accounts, type Finding, type Statement, said, text } from './findings.ts';
import { type Measure, relative, smallest } from './measure.ts';
import { sign } from './verdict.ts';

/** Thirds would cut the core in two: a fifth each of stars and laggards, as most sales forces are spoken of. */
const SEGMENTS = [
  { id: 'stars', en: 'stars', zh: '明星', from: 0.8, to: 1 },
  { id: 'core', en: 'core performers', zh: '骨干', from: 0.2, to: 0.8 },
  { id: 'laggards', en: 'laggards', zh: '落后者', from: 0, to: 0.2 },
] as const;

type Segment = (typeof SEGMENTS)[number];

const LEVERS = [
  { arm: 'no-ceiling', for: 'stars', en: 'No ceiling, accelerator', zh: '不封顶加速', shortfall: undefined },
  {
    arm: 'tiers',
    for: 'core',
    en: 'Tiers and prizes',
    zh: '分档与多奖',
    shortfall: text(
      'stars are the nearest to the tier above quota, and win most of the prizes however many there are',
      '明星最接近目标以上的一档，奖项再多也多由其获得',
    ),
  },
  {
    arm: 'pacing',
    for: 'laggards',
    en: 'Quarterly target',
    zh: '季度目标',
    shortfall: text(
      'a quarter’s target starts everyone anew, and is as far above what laggards sell as the year’s',
      '季度目标让所有人重新开始，而对落后者与年度目标同样遥远',
    ),
  },
] as const;

const gain = (arm: string, { from, to }: Segment): Measure =>
  relative(arm, 'baseline', seats('bookings', skilled(from, to)));

/** A lever's row of the matrix: whether those it is meant for gain most, and what each segment gains. */
function rowOf(lever: (typeof LEVERS)[number]): Statement[] {
  const meant = SEGMENTS.find(({ id }) => id === lever.for)!;
  const others = SEGMENTS.filter((one) => one !== meant);
  return [
    said(
      `${lever.en}: ${meant.en} less the better of the others`,
      `${lever.zh}：${meant.zh}减其余两类中较高者`,
      text('they gain most', '获益最大'),
      smallest(others.map((other) => [gain(lever.arm, meant), gain(lever.arm, other)])),
      sign(1),
      0.003,
      lever.shortfall,
    ),
    ...SEGMENTS.map((segment) =>
      said(
        `${lever.en}: ${segment.en}`,
        `${lever.zh}：${segment.zh}`,
        both('–'),
        gain(lever.arm, segment),
        null,
        0.02,
      ),
    ),
  ];
}

/** Which part of a plan moves whom: a matrix of three segments by three levers, of bookings. */
export const SEGMENT_FINDINGS: readonly Finding[] = [
  {
    id: 'B02b',
    use: 'validation',
    study: 'b02b-segments',
    source: text(
      'Steenburgh & Ahearne 2012, Harvard Business Review: which part of a plan is for stars, core performers and laggards',
      'Steenburgh、Ahearne 2012（Harvard Business Review）：方案各部分分别激励明星、骨干与落后者',
    ),
    experiment: text(
      'Software sellers under a ceiling and one target a year, changed one part at a time; bookings of the best fifth, the middle three and the weakest by skill on day 0',
      '封顶、单一年度目标的软件销售，每次只改一处；按第 0 天技能分最佳五分之一、中间五分之三、最弱五分之一的签约额',
    ),
    caveat: text(
      'No sizes are published; amounts are made up; no bench of successors',
      '原文未给数值；金额为虚构；未含后备人选压力',
    ),
    statements: [
      ...LEVERS.flatMap(rowOf),
      ...LEVERS.flatMap(({ arm, en, zh }) => accounts(arm, 0.03, text(en, zh))),
    ],
  },
];
