/** Writes engine/model/baselines.md afresh: every published range of every industry against its simulated baseline. */
import { writeFileSync } from 'node:fs';
import { PRESETS } from '../../engine/study/presets/index.ts';
import { baselineStudy, simulateBaseline } from './baseline.ts';
import { sectionOf } from './baseline-table.ts';

/** Activities of a year grow with the seats; so many seats are simulated in all for each industry, at least. */
const SEAT_YEARS = 1800;

const HEAD = `# Baselines of the six industries 六个行业的基线

Made by \`npm run baselines\`; do not edit. 由 \`npm run baselines\` 生成，请勿手改。

Each industry's usual team at the modes of its numbers, without any scheme, for one year after the warm-up. A row marked *input* is the stated value of a parameter, so agreement only shows that the model keeps it; a row marked *outcome* comes out of the mechanisms. No constant of a mechanism differs between industries. "Inside" means that the mean lies within the published range. Money in CNY, days in workdays. Sources in words; where a row says "computed from the modes" the published numbers multiply to it and the range is ± 35 %.

各行业按参数众数、常规团队规模、不采用任何方案，预热后运行一年。“输入”行是参数的给定值，一致只说明模型保持了它；“结果”行由机制自行产生。机制常数在各行业间完全相同。“命中”指均值落在公开区间内。金额为人民币，天数为工作日。

Below each table: stages as stated and as simulated (a deal that cools while it waits, or changes hands, is lost beyond the stated share), and inputs with a published range. Pay plans, quotas, hours per touch and customer bases have none; how they were chosen is in [README.md](README.md), section 8.

每张表下方：各阶段的给定值与模拟值（等待中变冷或转手的商机计为额外流失），以及有公开区间的输入。薪酬方案、目标、单次接触工时与客户基数没有公开区间，其取法见 [README.md](README.md) 第 8 节。

Not expressible, hence not listed: distributor margin and switching, promotion bumps, bid cost as a share of value, replacement age of equipment, response to a sales-force-effectiveness programme, referrals per satisfied client, survival of agents beyond the first year.

未列入（模型不表达）：经销商毛利与更换、促销波峰、投标成本占比、设备更新年限、销售效能项目的效果、满意客户的转介绍数、代理人首年后的留存。
`;

const sections = PRESETS.map((preset) => {
  const study = baselineStudy(preset);
  const replications = Math.max(8, Math.ceil(SEAT_YEARS / study.reps));
  process.stderr.write(`${preset.id}: ${replications} replications, twice\n`);
  return sectionOf(preset, simulateBaseline(preset, replications), replications, study.run.warmupDays);
});
writeFileSync(process.argv[2]!, `${HEAD}\n${sections.join('\n')}`);
