/** The page that `npm run ablation` writes. */

import { SCHEMES } from '../../../engine/schemes/index.ts';
import { mean, variance } from '../../../engine/statistics/moments.ts';
import { presetById } from '../../../engine/study/index.ts';
import { DRAWS, type Effects, LEVELS, TRADES } from './effects.ts';
import { MECHANISMS, type Mechanism } from './mechanisms.ts';

export type ByTrade = Readonly<Record<string, Effects>>;

/** Under this share of gross margin a change of an effect counts as none. */
const LITTLE = 0.01;

const PRACTICES = SCHEMES.map(({ id }) => id as string);

/** How a change's effect is another without the mechanism: difference of means, and its standard error, paired by luck. */
function shift(
  on: readonly number[],
  off: readonly number[],
): { readonly by: number; readonly error: number } {
  const differences = off.map((x, k) => x - on[k]!);
  return { by: mean(differences), error: Math.sqrt(variance(differences) / differences.length) };
}

const signed = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`;

function levelsLine(on: Effects, off: Effects): string {
  return LEVELS.map((id) => signed(mean(off.levels[id]!) / mean(on.levels[id]!) - 1)).join(' | ');
}

/** The changes whose effect is another by more than little and two standard errors, the largest first. */
function moved(on: Effects, off: Effects, ids: readonly string[]) {
  return ids
    .map((id) => ({ id, ...shift(on.changes[id]!, off.changes[id]!) }))
    .filter(({ by, error }) => Math.abs(by) > LITTLE && Math.abs(by) > 2 * error)
    .sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
}

function row({ id, en, zh }: Mechanism, on: Effects, off: Effects): string {
  const pay = Object.keys(on.changes).filter((one) => !PRACTICES.includes(one));
  const practices = moved(on, off, PRACTICES);
  const plans = moved(on, off, pay);
  const told = (list: ReturnType<typeof moved>): string =>
    list
      .slice(0, 3)
      .map((one) => `${one.id} ${signed(one.by)}`)
      .join(', ');
  return `| ${id} | ${en} ${zh} | ${levelsLine(on, off)} | ${practices.length} | ${told(practices)} | ${told(plans)} |`;
}

/** How much a mechanism decides: the mean over trades of the root mean square change of all effects, in gross margin. */
function weight(intact: ByTrade, off: ByTrade): number {
  return mean(
    TRADES.map((trade) => {
      const ids = Object.keys(intact[trade]!.changes);
      const squares = ids.map((id) => {
        const { by, error } = shift(intact[trade]!.changes[id]!, off[trade]!.changes[id]!);
        return Math.max(0, by * by - error * error);
      });
      return Math.sqrt(mean(squares));
    }),
  );
}

export function ablationPage(intact: ByTrade, without: ReadonlyMap<string, ByTrade>): string {
  const order = [...MECHANISMS].sort(
    (a, b) => weight(intact, without.get(b.id)!) - weight(intact, without.get(a.id)!),
  );
  const ranks = order.map(
    ({ id, en, zh }, i) =>
      `| ${i + 1} | ${id} | ${en} ${zh} | ${(100 * weight(intact, without.get(id)!)).toFixed(2)} |`,
  );
  const sections = TRADES.map((trade) => {
    const { name } = presetById(trade)!;
    return `## ${name.en} ${name.zh}

| off 关闭 | mechanism 机制 | ${LEVELS.map((id) => `${id} %`).join(' | ')} | practices moved 变化的做法 | most moved 变化最大 | pay moved 变化的薪酬改动 |
|---|---|${'---|'.repeat(LEVELS.length)}---|---|---|
${order.map((one) => row(one, intact[trade]!, without.get(one.id)![trade]!)).join('\n')}
`;
  });
  return `# What the answers rest on: each mechanism switched off · 结论依赖什么：逐一关闭机制

Made by \`npm run ablation\`; do not edit. 由 \`npm run ablation\` 生成，请勿手改。

A bare company of twelve takes up each of the ${PRACTICES.length} practices, and each of four changes of pay, for two years, ${DRAWS} replications,
once as the model is and once with one mechanism switched off, under the same luck. An **effect** is the change of net
value as a percentage of the bare company's gross margin. A mechanism that moves no effect anywhere could go; one at the
top is what a reader should doubt first. *Level* columns: how the bare company itself is another. *Moved*: effects that
change by more than ${100 * LITTLE} % of gross margin and two standard errors, with the largest three.
十二人的“裸”企业分别推行每项做法及四种薪酬改动，模拟两年；同样的运气下，一次按原模型，一次关闭一个机制。**效果**为净价值变化占毛利的
百分比。关闭后处处无变化的机制可以去掉；排在前面的机制最值得读者质疑。

Not switched off here: what pay plans state of themselves (a ratchet, a contest's prizes), and how a contest's next rank is
felt.
此处未关闭：薪酬方案自身规定的内容（目标棘轮、竞赛奖金）以及对竞赛名次的感受。

## How much each decides 各机制的分量

Root mean square change of all effects, mean over the trades, in per cent of gross margin, sampling error taken out.
全部效果变化的均方根（各行业平均，占毛利百分比，已扣除抽样误差）。

| rank | off 关闭 | mechanism 机制 | weight 分量 |
|---|---|---|---|
${ranks.join('\n')}

${sections.join('\n')}`;
}
