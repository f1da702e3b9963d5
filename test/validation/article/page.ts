import type { Language } from '../../../engine/kernel/format.ts';
import { presetById } from '../../../engine/study/presets/index.ts';
import { type Headings, inBoth, meanOf, percent, type Row, settingOf, span, tableOf } from '../table.ts';
import { text } from './claims.ts';
import type { Surveyed } from './confounding.ts';
import { bestOf, type Counted, countVerdict } from './count.ts';
import { selectionTable } from './growth.ts';
import { shareTable } from './lag.ts';
import { sizesTable, type Tried } from './sizes.ts';

/** All that the page shows. */
export interface Findings {
  readonly rows: readonly Row[];
  readonly firms: readonly Surveyed[];
  readonly sizes: readonly Tried[];
  readonly counted: readonly (readonly [study: string, counted: Counted])[];
}

const HEADINGS: Headings = {
  id: text('', ''),
  claim: text('claimed by the article', '原文声称'),
  setting: text('setting', '情境'),
  simulated: text('simulated', '模拟结果'),
  interval: text('90 % interval', '90% 区间'),
  replications: text('replications', '重复次数'),
  verdict: text('verdict, and why', '判定与原因'),
};

/** The row of how many schemes to take up in one industry. */
export function countRow(study: string, { trial, counts, among }: Counted): Row {
  const best = bestOf(counts);
  return {
    id: 'D14',
    study,
    claim: text('Pick 3–5 of the 20 that fit best', '20 种中选最匹配的 3–5 种'),
    setting: settingOf(trial.study),
    simulated: inBoth((l) => {
      const few = counts
        .filter((one) => one.count <= 5 || one.count === 8 || one.count === 20)
        .map((one) => `${one.count}: ${percent(one.effect.mean)}`)
        .join(l === 'en' ? '; ' : '；');
      return l === 'en'
        ? `best ${best.count}: ${meanOf(best.effect, percent)} (${few})`
        : `前 ${best.count} 种：${meanOf(best.effect, percent)}（${few}）`;
    }),
    interval: inBoth(() => span(best.effect.range, percent)),
    replications: trial.sample.draws * trial.sample.replications,
    verdict: countVerdict(counts, among),
    why: text(
      'Gains on the same margin saturate, while costs, meetings and the load of change add up.',
      '同一环节的收益递减，而成本、会议与变革负担累加。',
    ),
  };
}

function countTable(counted: Findings['counted'], language: Language): string {
  const zh = language === 'zh';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [
    zh ? '同时采用的方案数' : 'schemes at once',
    ...counted.map(([, { trial }]) => presetById(trial.study.context)!.name[language]),
  ];
  const rows = counted[0]![1].counts.map(({ count }, i) =>
    line([String(count), ...counted.map(([, one]) => meanOf(one.counts[i]!.effect, percent))]),
  );
  const orders = counted.map(
    ([, { trial, order }]) =>
      `- ${presetById(trial.study.context)!.name[language]}${zh ? '：' : ': '}${order.join(', ')}`,
  );
  const note = zh ? '单独收益从高到低：' : 'In the order of what each brings alone:';
  return [line(head), line(head.map(() => '---')), ...rows, '', note, '', ...orders].join('\n');
}

/** The whole page in one language. */
export function page({ rows, firms, sizes, counted }: Findings, language: Language): string {
  const ordered = rows.map((row, i) => ({ row, i }));
  ordered.sort((a, b) => (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : a.i - b.i));
  const table = tableOf(
    ordered.map(({ row }) => row),
    HEADINGS,
    language,
  );
  const parts: Readonly<Record<string, string>> = {
    main: table,
    selection: selectionTable(firms, language),
    sizes: sizesTable(sizes, language),
    counts: countTable(counted, language),
    shares: shareTable(language),
  };
  return (language === 'en' ? ENGLISH : CHINESE).replace(/\{(\w+)\}/g, (_, part: string) => parts[part]!);
}

const ENGLISH = `# What the article claims, and what comes out

[简体中文](README.zh.md)

Made by \`npm run article\` from the studies in this folder; do not edit. Every study can be run by itself, for instance
\`npx schemelab run scenarios/article/d01-agile-devices.yaml\`. Published field studies are held against the simulator in the
same way in [../published](../published/README.md).

- A firm is the preset of its industry unless the setting says what is different. Effects are against the same firm without
  the change, under the same luck.
- *Simulated*: the mean, and in brackets the 90 % confidence interval of the mean. Advice is told by net contribution, in
  percent of what there is without it. It counts what is earned within the months simulated; where customers pay for years,
  what is sold earns on after that, so bookings are told beside it.
- *90 % interval*: 5–95 % of the expected effect, over what is not known of the practices and what the runs leave open.
  For the survey across firms, the confidence interval of what it finds; for D09–D11, from the lowest to the highest end over
  the industries.
- *Reached* means a chance of at least a half that the expected effect is at or beyond the claim, *in the tail* of at least
  one in twenty.
  A direction or a gain is *clear* when the confidence interval leaves out zero.

{main}

## D08: what selection makes of a true effect

{selection}

## D09–D11: advice by size, in six industries

Change of net contribution against a firm that does nothing, with its 90 % confidence interval; the advice to the size in
bold.

{sizes}

## D14: how many schemes at once

Change of net contribution by the number of schemes taken up at once, those first that bring most alone, with its 90 %
confidence interval.

{counts}

## D15: what a survey's share can say

{shares}
`;

const CHINESE = `# 原文声称与模拟结果

[English](README.md)

由 \`npm run article\` 根据本目录的研究生成，请勿手改。每个研究都可单独运行，例如
\`npx schemelab run scenarios/article/d01-agile-devices.yaml\`。已发表的实地研究以同样方式与模拟器对照，见
[../published](../published/README.zh.md)。

- 除“情境”另有说明外，公司取所属行业的预设。效果均为同一公司、同样运气下与不作改变时相比。
- “模拟结果”为均值，括号内为均值的 90% 置信区间。建议类以净贡献计，为占不做时净贡献的百分比；只计模拟期内所得，若客户付费多年，售出之后还会继续带来收益，故同时列出签约额。
- “90% 区间”为方案效果未知部分（参数抽样，已剔除偶然波动）的 5–95%。横向调查为其所得之差的置信区间；D09–D11 为各行业区间的最低端到最高端。
- “达到”指预期效果达到或超过声称值的概率至少一半，“仅在尾部达到”指至少二十分之一。方向或收益“明确”指置信区间不含零。

{main}

## D08：选择偏差如何放大真实效果

{selection}

## D09–D11：六个行业中按规模的建议

净贡献相对于什么都不做的变化及其 90% 置信区间；针对该规模的建议以粗体标出。

{sizes}

## D14：一次采用多少种方案

按同时采用的方案数（单独收益高者优先），净贡献的变化及其 90% 置信区间。

{counts}

## D15：调查比例能说明什么

{shares}
`;
