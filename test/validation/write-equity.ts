/**
 * `npm run equity`: the closed forms of customer equity and pipeline value against the same worlds run on for ten years,
 * every industry's baseline at its modes. Arguments: where to write the page; replications (24); industries, if not all.
 */
import { writeFileSync } from 'node:fs';
import { draftStudy } from '../../engine/study/draft.ts';
import type { NormalStudy } from '../../engine/study/normal.ts';
import { PRESETS } from '../../engine/study/presets/index.ts';
import { customersBring, expected, pipelineBrings, warm } from './run-on.ts';

const YEARS = 10;

const [, , target, replications = '24', ...only] = process.argv as [string, string, string, ...string[]];

/** Ratio of sums, and its standard error from leaving out one replication at a time. */
function ratio(closed: readonly number[], ran: readonly number[]): { mean: number; error: number } {
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  const [all, came] = [sum(closed), sum(ran)];
  const without = closed.map((one, i) => (all - one) / (came - ran[i]!));
  const middle = sum(without) / without.length;
  const spread = without.reduce((total, x) => total + (x - middle) ** 2, 0);
  return { mean: all / came, error: Math.sqrt(((without.length - 1) / without.length) * spread) };
}

const shown = ({ mean, error }: { mean: number; error: number }): string =>
  `${mean.toFixed(3)} ± ${error.toFixed(3)}`;

const rows = PRESETS.filter(({ id }) => only.length === 0 || only.includes(id)).map((preset) => {
  process.stderr.write(`${preset.id}\n`);
  const draft = draftStudy(preset);
  const study: NormalStudy = {
    ...draft,
    run: { ...draft.run, seed: 'equity', horizonDays: 252 * YEARS, effects: 'mode', context: 'mode' },
  };
  const customers: number[][] = [[], []];
  const pipeline: number[][] = [[], []];
  for (let k = 0; k < Number(replications); k++) {
    const closed = expected(warm(study, k), YEARS);
    customers[0]!.push(closed.customers);
    pipeline[0]!.push(closed.pipeline);
    customers[1]!.push(customersBring(warm(study, k), YEARS));
    pipeline[1]!.push(pipelineBrings(warm(study, k), YEARS));
  }
  const [held, open] = [ratio(customers[0]!, customers[1]!), ratio(pipeline[0]!, pipeline[1]!)];
  return `| ${preset.name.en} ${preset.name.zh} | ${shown(held)} | ${shown(open)} |`;
});

const page = `# Value beyond the horizon, against worlds run on · 期后价值与续跑世界的对照

Made by \`npm run equity\`; do not edit. 由 \`npm run equity\` 生成，请勿手改。

Closed form ÷ discounted margin of the same worlds run on for ${YEARS} years under today's management, ± standard error;
${replications} replications, each industry's baseline at its modes. 公式值 ÷ 同一批世界按现状续跑 ${YEARS} 年的折现毛利，± 标准误；
${replications} 次模拟，各行业基线取众数。

| Industry 行业 | Customers held 在册客户 | Open opportunities 未结商机 |
|---|---|---|
${rows.join('\n')}
`;
writeFileSync(target, page);
