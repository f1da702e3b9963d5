import type { Localised } from '../../../engine/kernel/quantity.ts';
import { mean } from '../../../engine/statistics/moments.ts';
import { type Effect, effect, effectOf, type Trial, valuesOf } from '../effects.ts';
import { inBoth, meanOf, percent, type Row, settingOf, signed, span } from '../table.ts';
import { sizeVerdict } from '../verdicts.ts';
import { text } from './claims.ts';
import {
  adoption,
  type Estimate,
  type Survey,
  type Surveyed,
  selectionFor,
  survey,
  trueEffect,
} from './confounding.ts';
import { SPREAD } from './firms.ts';

/** Growth of firms with three practices over that of firms with one. */
const CLAIMED = 0.28;

/** How strongly firms that grow anyway take up more, in the table of selection. */
const SELECTIONS = [0, 0.25, 0.5, 0.75, 1] as const;

/** Percentage points of growth. */
const points = (x: number, zh = false): string => `${signed(100 * x)} ${zh ? '个百分点' : 'pp'}`;

/** The bundles of three, and what is said of each. */
export const BUNDLES: readonly { readonly study: string; readonly text: Localised }[] = [
  {
    study: 'd08-three-or-one',
    text: text(
      'Three or more schemes grow 28 % more than one: automation, data, lifecycle (bookings against the year before)',
      '三种以上方案比一种增长高 28%：自动化、数据驱动、生命周期（签约额同比）',
    ),
  },
  {
    study: 'd08-goals-contests-training',
    text: text('The same: goals, incentives, training', '同上：目标、激励、培训'),
  },
  {
    study: 'd08-tiers-automation-lifecycle',
    text: text('The same: tiers, automation, lifecycle', '同上：分级、自动化、生命周期'),
  },
  {
    study: 'd08-standard-automation-territories',
    text: text('The same: standard process, automation, territories', '同上：标准流程、自动化、分区'),
  },
];

/** What all three practices do against each of them alone, as shares of the firm's bookings without any. */
export interface Together {
  /** Against the mean of the three alone: firms of a single practice may have any. */
  readonly average: Effect;
  /** Against the one that brings most alone. */
  readonly best: Effect;
  readonly bestId: string;
}

/** @param trial `three` and then the three alone */
export function together(trial: Trial): Together {
  const singles = trial.study.alternatives.slice(2).map(({ id }) => id);
  const bookings = (id: string): Float64Array => valuesOf(trial, id, 'bookings');
  const scale = 1 / mean(bookings('baseline'));
  const three = bookings('three').map((x) => scale * x);
  const alone = singles.map(bookings);
  const average = three.map(
    (_, i) => (scale * alone.reduce((sum, list) => sum + list[i]!, 0)) / alone.length,
  );
  const brings = singles.map((id) => effectOf(trial, id, 'baseline', 'bookings', 'relative').mean);
  const at = brings.indexOf(Math.max(...brings));
  const each = trial.sample.replications;
  return {
    average: effect(three, average, each, CLAIMED),
    best: effect(
      three,
      alone[at]!.map((x) => scale * x),
      each,
    ),
    bestId: singles[at]!,
  };
}

/** The row of one bundle in one and the same firm. */
export function bundleRow(study: string, claim: Localised, trial: Trial): Row {
  const { average, best, bestId } = together(trial);
  const { name } = trial.study.alternatives.find((one) => one.id === bestId)!;
  return {
    id: 'D08',
    study,
    claim,
    setting: settingOf(trial.study),
    simulated: {
      en: `against the average of the three alone ${meanOf(average, percent)}; against the best of them (${name!.en}) ${meanOf(best, percent)}`,
      zh: `对比三者各自单用的平均 ${meanOf(average, percent)}；对比其中最好者（${name!.zh}）${meanOf(best, percent)}`,
    },
    interval: inBoth(() => span(average.range, percent)),
    replications: average.replications,
    verdict: sizeVerdict(average, 1),
    why: text(
      'Practices that work on the same hours and leads add up to less than their sum, and three changes at once slow each other down.',
      '作用于同样工时与线索的做法合起来小于各自之和，三项变革同时进行会互相拖慢。',
    ),
  };
}

const shown = ({ mean: centre, interval }: Estimate, zh = false): string =>
  meanOf({ mean: centre, interval }, (x) => points(x, zh));

/** By how much the growth rate of firms with three is higher, as a share of that of firms with one; NaN without growth. */
const rateRatio = ({ one, three }: Survey): number => (one > 0 ? three / one - 1 : Number.NaN);

/** The row of what a survey across firms makes of the true effect. */
export function surveyRow(study: string, firms: readonly Surveyed[], setting: Localised): Row {
  const truth = trueEffect(firms);
  const full = survey(firms, adoption(firms, 1));
  const needed = selectionFor(firms, CLAIMED);
  const { naive } = full;
  const short = Math.ceil(10 * ((CLAIMED - truth.mean) / (naive.mean - truth.mean))) / 10;
  const rate = selectionFor(firms, CLAIMED, rateRatio);
  const points28: Localised =
    needed === null
      ? {
          en: `no selection makes 28 points, for which firms would have to differ ${short.toFixed(1)} times as much`,
          zh: `任何选择强度都到不了 28 个百分点，公司间差异须为此处的 ${short.toFixed(1)} 倍`,
        }
      : { en: `a selection of ${needed} makes 28 points`, zh: `选择强度 ${needed} 即得 28 个百分点` };
  const percent28: Localised =
    rate === null
      ? { en: 'none makes a growth rate 28 % higher', zh: '任何选择强度都得不出“增长率高出 28%”' }
      : {
          en: `a selection of ${rate} makes a growth rate 28 % higher`,
          zh: `选择强度 ${rate} 即得“增长率高出 28%”`,
        };
  const verdict: Localised = {
    en: `Selection inflates a true ${points(truth.mean)} to as much as ${points(naive.mean)}: ${percent28.en}; ${points28.en}`,
    zh: `选择偏差最多可把真实的 ${points(truth.mean, true)}放大到 ${points(naive.mean, true)}：${percent28.zh}；${points28.zh}`,
  };
  return {
    id: 'D08',
    study,
    claim: text(
      'The same claim as a survey across firms would find it, larger, better-run and growing firms taking up more',
      '同一声称，以公司间横向调查得出：规模大、管理好、在增长的公司采用更多',
    ),
    setting,
    simulated: {
      en: `true effect ${shown(truth)}; found with full selection ${shown(naive)}, and ${shown(full.adjusted)} once firms of like size, market and management are compared`,
      zh: `真实效果 ${shown(truth, true)}；完全选择时调查得 ${shown(naive, true)}，改为比较规模、市场、管理相近的公司则为 ${shown(full.adjusted, true)}`,
    },
    interval: inBoth((l) => span(naive.interval, (x) => points(x, l === 'zh'))),
    replications: firms.length,
    verdict,
    why: text(
      'A firm whose market grows and whose people get better by themselves reports more growth whatever it has taken up; the survey counts that as the schemes’.',
      '市场在增长、自身在进步的公司，无论采用什么增长都更高；调查把这部分也算在方案头上。',
    ),
  };
}

/** The table of how strength of selection changes what a survey finds. */
export function selectionTable(firms: readonly Surveyed[], language: 'en' | 'zh'): string {
  const zh = language === 'zh';
  const truth = trueEffect(firms);
  const head = zh
    ? [
        '选择强度',
        '三种方案的公司增长',
        '一种方案的公司增长',
        '调查所得之差（90% 区间）',
        '可比公司之差（90% 区间）',
        '调查所得的“增长率高出”',
      ]
    : [
        'strength of selection',
        'growth with three',
        'growth with one',
        'difference found (90 % interval)',
        'between like firms (90 % interval)',
        'read as “growth rate higher by”',
      ];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = SELECTIONS.map((selection) => {
    const found: Survey = survey(firms, adoption(firms, selection));
    const ratio = rateRatio(found);
    return line([
      String(selection),
      percent(found.three),
      percent(found.one),
      shown(found.naive, zh),
      shown(found.adjusted, zh),
      Number.isNaN(ratio) ? '–' : percent(ratio),
    ]);
  });
  const needed = selectionFor(firms, CLAIMED);
  const seats = String(SPREAD.seats);
  const note = zh
    ? `真实效果：${shown(truth, true)}。${firms.length} 家公司的席位中位数为 ${seats}（对数标准差 ${SPREAD.size}），次年市场顺风的对数标准差 ${SPREAD.market}，次年每次接触质量提升的标准差 ${SPREAD.management}（对数技能），三者均为事先假设。选择强度指采用三种方案与这三者之和的相关系数：0 为抽签，1 为完全由它们决定。${needed === null ? '任何强度都达不到 28 个百分点。' : `达到 28 个百分点需要强度 ${needed}。`}`
    : `True effect: ${shown(truth)}. The ${firms.length} firms have a median of ${seats} seats (standard deviation of the log ${SPREAD.size}), a tailwind of their market in year 2 (${SPREAD.market} in the log) and touches that get better by year 2 (${SPREAD.management} in log skill): all three assumed beforehand. Strength of selection is the correlation of taking up three schemes with the sum of the three: 0 is by lot, 1 wholly by them. ${needed === null ? 'No strength makes 28 points.' : `28 points need a strength of ${needed}.`}`;
  return [line(head), line(head.map(() => '---')), ...rows, '', note].join('\n');
}
