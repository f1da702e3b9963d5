import { REP_FIGURES, SEAT } from '../../../engine/model/tables/tally.ts';
import type { World } from '../../../engine/model/world.ts';
import { mean } from '../../../engine/statistics/moments.ts';
import type { NormalStudy } from '../../../engine/study/index.ts';
import { clear, type Effect, effect } from '../effects.ts';
import { Replications } from '../published/run.ts';
import { inBoth, meanOf, type Row, settingOf, signed, span } from '../table.ts';
import { text } from './claims.ts';
import { sampled, trueShare } from './survey-share.ts';

/** Share of teams that name the plan. */
const SAID = 0.7;

/** Chances that a team names the plan when something else is the cause, in the table of what the share can mean. */
const WRONGLY = [0, 0.2, 0.4, 0.6, 0.7] as const;

/** Chance that a team whose plan is the cause says so. Assumed. */
const RIGHTLY = 0.9;

/** Share of teams short of their quota, of a study's baseline and of its first alternative. */
export function lagging(study: NormalStudy): { before: Effect; after: Effect; change: Effect } {
  const runs = new Replications(study);
  const before: number[] = [];
  const after: number[] = [];
  for (let draw = 0; draw < study.run.maxDraws; draw++) {
    runs.each(draw, (arms) => {
      before.push(shareBehind(arms('baseline').world, study));
      after.push(shareBehind(arms(study.alternatives[1]!.id).world, study));
    });
  }
  const none = before.map(() => 0);
  const each = study.run.replicationsPerDraw;
  return {
    before: effect(before, none, each),
    after: effect(after, none, each),
    change: effect(after, before, each),
  };
}

function shareBehind({ seatTally, reps }: World, study: NormalStudy): number {
  const short = study.teamSizes.map((_, team) => {
    let ahead = 0;
    for (let seat = 0; seat < study.reps; seat++) {
      if (reps.team[seat] !== team) continue;
      const at = seat * REP_FIGURES.length;
      ahead += seatTally[at + SEAT.credit]! - seatTally[at + SEAT.quota]!;
    }
    return ahead < 0 ? 1 : 0;
  });
  return mean(short);
}

/** The row of the survey on what makes teams lag. */
export function lagRow(file: string, study: NormalStudy): Row {
  const { before, after, change } = lagging(study);
  const share = (x: number): string => `${(100 * x).toFixed(0)} %`;
  const blamed = Math.max(0, -change.mean / before.mean);
  const points = (x: number): string => `${signed(100 * x)} pp`;
  const helps = clear(change) < 0;
  return {
    id: 'D15',
    study: file,
    claim: text(
      'More than 70 % of teams name a plan that does not fit as first cause of lagging',
      '超 70% 团队认为方案不匹配是业绩滞后的首要原因',
    ),
    setting: settingOf(study, text('ten teams under one plan', '十个团队用同一方案')),
    simulated: {
      en: `${share(before.mean)} of teams fall short under one plan for all; ${share(after.mean)} under another mix: ${meanOf(change, points)}`,
      zh: `同一方案下 ${share(before.mean)} 的团队未达标；换一种组合为 ${share(after.mean)}：${meanOf(change, points)}`,
    },
    interval: inBoth(() => span(change.range, points)),
    replications: before.replications,
    verdict: helps
      ? {
          en: `A survey cannot tell: here another mix would spare ${share(blamed)} of the teams that lag`,
          zh: `调查无法判断：此处换一种组合可使 ${share(blamed)} 的滞后团队免于滞后`,
        }
      : {
          en: 'A survey cannot tell: here another mix would spare no team clearly',
          zh: '调查无法判断：此处换一种组合并不能明确使团队免于滞后',
        },
    why: text(
      'Teams under the same plan differ by luck, people and territory; any gain lifts some over an unchanged quota; and what is said of the cause depends on how readily people blame the plan.',
      '同一方案下的团队因运气、人员和区域而不同；目标不变时，任何收益都会使一部分团队达标；而说是什么原因，取决于人们多容易归咎于方案。',
    ),
  };
}

/** What the survey's share can mean, by how readily a plan is blamed wrongly. */
export function shareTable(language: 'en' | 'zh'): string {
  const zh = language === 'zh';
  const share = (x: number): string => `${(100 * x).toFixed(0)} %`;
  const head = zh
    ? ['其他原因时误归咎于方案的几率', '方案确为原因的团队占比']
    : ['chance to blame the plan when it is not the cause', 'share of teams whose plan is the cause'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rows = WRONGLY.map((wrongly) => line([share(wrongly), share(trueShare(SAID, RIGHTLY, wrongly))]));
  const among = (n: number): string => {
    const [low, high] = sampled(SAID, n);
    return `${share(low)} … ${share(high)}`;
  };
  const note = zh
    ? `设方案确为原因者中有 ${share(RIGHTLY)} 会说出（假设）；由“说的比例”推算“真的比例”用 Rogan 与 Gladen（1978）的公式。原文未给样本量：若为 50 个团队，70% 的 90% 区间为 ${among(50)}；若为 500 个，为 ${among(500)}。`
    : `Taken that ${share(RIGHTLY)} of those whose plan is the cause say so (assumed); from what is said to what is true by the formula of Rogan and Gladen (1978). No number of teams is given: of 50, 70 % has a 90 % interval of ${among(50)}; of 500, ${among(500)}.`;
  return [line(head), line(head.map(() => '---')), ...rows, '', note].join('\n');
}
