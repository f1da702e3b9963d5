/** The page that `npm run matrix` writes. */
import { SCHEMES } from '../../../engine/schemes/index.ts';
import { presetById } from '../../../engine/study/index.ts';
import { adviceTable } from './advised.ts';
import { type Cell, MIXES, type Size } from './cells.ts';
import { BESIDE, CONTEXTS, EXPECTED, SIZES } from './expected.ts';
import { found, judged, LITTLE, oneSided, rankCorrelation } from './judge.ts';
import { expectedOf, mixOf } from './mixes.ts';

type RowOf = (context: string, size: Size) => readonly Cell[];

const ALL = Object.keys(SIZES) as Size[];

const percent = (x: number, digits = 1): string =>
  `${x >= 0 ? '+' : '−'}${Math.abs(100 * x).toFixed(digits)}`;

const HEAD = `# Every practice alone, in six trades at three sizes 各做法单独推行：六个行业、三种规模

Made by \`npm run matrix\`; do not edit. 由 \`npm run matrix\` 生成，请勿手改。

A bare company of each trade (usual pay, no practices) takes up one practice, at its default options, and is simulated for two years beside itself without it. **Value** is the change of net value a year as a percentage of the bare company's yearly gross margin, with its 90 % interval; *inside* is the part of it within the two years. *Hours* is the change of selling hours, *cost* what the practice itself costs. **Expected** was written down and committed before anything was computed (\`test/validation/matrix/expected.ts\`), from what is published of where each practice suits: + helps, 0 changes little, − loses. *Found* is + or − where the interval leaves out 0, 0 where it lies within ${percent(LITTLE, 0).slice(1)} % of gross margin, ? where the replications do not tell. How strong practices are is drawn from their ranges; the trade's own numbers stand at their modes.

各行业的“裸”企业（常规薪酬、无任何做法）按默认选项推行一项做法，与不推行的自身对照模拟两年。**价值** 为每年净价值变化占该企业年毛利的百分比及其 90 % 区间；*期内* 为其中两年以内的部分；*工时* 为销售工时的变化；*成本* 为做法自身的成本。**预期** 在计算之前写下并提交，依据公开文献中各做法的适用条件：+ 有益，0 变化很小，− 有损。*结果*：区间不含 0 时为 + 或 −，区间在毛利的 ${percent(LITTLE, 0).slice(1)} % 以内为 0，模拟次数不足以判断为 ?。
`;

/** One practice of one row. */
function line(cell: Cell, context: string, size: Size): string {
  const expected = expectedOf(cell.id, context, size);
  const shown = found(cell);
  const mark = { agrees: '✓', differs: '', opposite: '✗', open: '' }[judged(expected, shown)];
  const [low, high] = cell.interval;
  return `| ${cell.id} | ${expected} | ${shown} ${mark} | ${percent(cell.value)} (${percent(low)} … ${percent(high)}) | ${percent(cell.inside)} | ${percent(cell.bookings)} | ${percent(cell.hours)} | ${percent(cell.cost)} |`;
}

function section(context: string, size: Size, row: readonly Cell[]): string {
  const preset = presetById(context)!;
  const head = `### ${preset.name.en} ${preset.name.zh}, ${SIZES[size]} reps

| practice | expected 预期 | found 结果 | value 价值 % | inside 期内 % | bookings 签约 % | hours 工时 % | cost 成本 % |
| --- | --- | --- | --- | --- | --- | --- | --- |`;
  const practices = row.filter((cell) => EXPECTED[cell.id] !== undefined);
  const mixes = row
    .filter((cell) => EXPECTED[cell.id] === undefined)
    .map((cell) => {
      const [low, high] = cell.interval;
      return `| ${cell.id} | | ${found(cell)} | ${percent(cell.value)} (${percent(low)} … ${percent(high)}) | ${percent(cell.inside)} | ${percent(cell.bookings)} | ${percent(cell.hours)} | ${percent(cell.cost)} |`;
    });
  const names = MIXES.slice(0, 2).map((many) => `mix-${many}: ${mixOf(context, size, many).join(', ')}`);
  return [
    head,
    ...practices.map((cell) => line(cell, context, size)),
    ...mixes,
    '',
    names.join('; '),
    '',
  ].join('\n');
}

/** Counts of agreement, by expectation. */
function agreement(rowOf: RowOf): string {
  const lines = ['+', '0', '-'].map((expected) => {
    const counts = { agrees: 0, differs: 0, opposite: 0, open: 0 };
    let value = 0;
    let cells = 0;
    for (const context of CONTEXTS)
      for (const size of ALL)
        for (const cell of rowOf(context, size)) {
          if (EXPECTED[cell.id] === undefined || expectedOf(cell.id, context, size) !== expected) continue;
          counts[judged(expected, found(cell))]++;
          value += cell.value;
          cells++;
        }
    return `| ${expected} | ${cells} | ${counts.agrees} | ${counts.differs} | ${counts.opposite} | ${counts.open} | ${percent(value / cells)} |`;
  });
  return `| expected 预期 | cells 格数 | agrees 一致 | differs 不同 | opposite sign 反号 | undecided 未决 | mean value 平均价值 % |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}`;
}

/** The expectations beside the cells, each with what was found. */
function beside(rowOf: RowOf): string {
  const practices = (context: string, size: Size): Cell[] =>
    rowOf(context, size).filter((cell) => EXPECTED[cell.id] !== undefined);
  const mix = (context: string, size: Size, many: number): number =>
    rowOf(context, size).find((cell) => cell.id === `mix-${many}`)!.value;
  const each = CONTEXTS.flatMap((context) => ALL.map((size) => ({ context, size })));
  const sided = each.filter(({ context, size }) => oneSided(practices(context, size)));
  const pairs = CONTEXTS.flatMap((a, i) => CONTEXTS.slice(i + 1).map((b) => [a, b] as const));
  const values = (context: string): number[] => practices(context, 'usual').map((cell) => cell.value);
  const correlations = pairs.map(([a, b]) => rankCorrelation(values(a), values(b)));
  const first = CONTEXTS.map(
    (context) => practices(context, 'usual').reduce((a, b) => (b.value > a.value ? b : a)).id,
  );
  const best = ({ context, size }: (typeof each)[number]): number =>
    Math.max(...practices(context, size).map((cell) => cell.value));
  const several = (at: (typeof each)[number]): number =>
    Math.max(...BESIDE.bestMixOf.map((many) => mix(at.context, at.size, many)));
  const beatsOne = each.filter((at) => several(at) > best(at)).length;
  const beatsTwelve = each.filter((at) => several(at) > mix(at.context, at.size, 12)).length;
  const helpful = each.map(({ context, size }) => {
    const cells = practices(context, size);
    const wins = cells.filter((cell) => found(cell) === '+').length;
    const loses = cells.filter((cell) => found(cell) === '-').length;
    return `| ${context} | ${SIZES[size]} | ${wins} | ${loses} | ${percent(mix(context, size, 3))} | ${percent(mix(context, size, 5))} | ${percent(mix(context, size, 12))} | ${percent(mix(context, size, 25))} |`;
  });
  return `- Rows in which more than ${100 * BESIDE.mostOneSided} % of practices go one way 一边倒的行: **${sided.length} of ${each.length}** (wanted 0).
- Rank correlation of practices between trades, ${SIZES.usual} reps 行业间排序相关: ${Math.min(...correlations).toFixed(2)} … ${Math.max(...correlations).toFixed(2)} (wanted below ${BESIDE.mostRankCorrelation}).
- First in the six trades 六个行业的第一名: ${first.join(', ')}; automation first in ${first.filter((id) => id === 'automation').length} (wanted at most ${BESIDE.automationFirstAtMost}).
- Three or five practices chosen by expectation beat the best single one in **${beatsOne} of ${each.length}** rows, and twelve in **${beatsTwelve} of ${each.length}**.

| trade 行业 | reps 人数 | helps 有益 | loses 有损 | mix of 3 三项 % | of 5 五项 % | of 12 十二项 % | all 全部 % |
| --- | --- | --- | --- | --- | --- | --- | --- |
${helpful.join('\n')}`;
}

/** Every cell whose sign is the opposite of what was expected, with the expectation's reason. */
function disagreements(rowOf: RowOf): string {
  const lines = SCHEMES.flatMap(({ id }) => {
    const where = CONTEXTS.flatMap((context) =>
      ALL.flatMap((size) => {
        const cell = rowOf(context, size).find((one) => one.id === id)!;
        const expected = expectedOf(id, context, size);
        const opposite = judged(expected, found(cell)) === 'opposite';
        return opposite ? [`${context} ${SIZES[size]} (${percent(cell.value)})`] : [];
      }),
    );
    return where.length === 0
      ? []
      : [`- **${id}**: ${where.join(', ')}. Reason of the expectation: ${EXPECTED[id]!.why}.`];
  });
  return lines.length === 0 ? 'None. 无。' : lines.join('\n');
}

/** The whole page. */
export function matrixPage(rowOf: RowOf): string {
  return [
    HEAD,
    '## Agreement 一致程度\n',
    agreement(rowOf),
    '',
    beside(rowOf),
    '\n## Advice and simulation 建议与模拟\n',
    adviceTable(rowOf, percent),
    '\n## Opposite signs 反号\n',
    disagreements(rowOf),
    '\n## Cells 各格\n',
    ...CONTEXTS.flatMap((context) => ALL.map((size) => section(context, size, rowOf(context, size)))),
  ].join('\n');
}
