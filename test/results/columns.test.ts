import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Localised } from '../../engine/kernel/quantity.ts';
import { MONTHLY, PER_SEAT } from '../../engine/model/tables/figures.ts';
import { KEYS } from '../../engine/results/index.ts';
import { columnName, columnsOf, detailColumns, metricColumns } from '../../engine/run/columns.ts';
import { layoutOf } from '../../engine/run/layout.ts';
import { SCHEMES } from '../../engine/schemes/registry.ts';
import { draftStudy } from '../../engine/study/draft.ts';
import { PRESETS } from '../../engine/study/presets/index.ts';

const PAGE = 'engine/results/columns.md';

/** The stage that stands for any in the page. */
const ANY_STAGE = { id: 'STAGE', name: { en: 'STAGE', zh: 'STAGE' } };

interface Row {
  readonly name: string;
  readonly unit: string;
  readonly meaning: Localised;
}

function table(rows: readonly Row[]): string {
  return [
    '| column 列 | unit 单位 | meaning | 含义 |',
    '|---|---|---|---|',
    ...rows.map(({ name, unit, meaning }) => `| \`${name}\` | ${unit} | ${meaning.en} | ${meaning.zh} |`),
  ].join('\n');
}

const figures = (of: Readonly<Record<string, Omit<Row, 'name'>>>): Row[] =>
  Object.entries(of).map(([id, figure]) => ({ ...figure, name: columnName(id) }));

/** The page that defines every column, made from what the columns are made from. */
function page(): string {
  const { alternative, draw, replication, month, seat } = KEYS;
  const who = [alternative, draw, replication];
  return `# The columns of a run’s tables · 数据表各列的定义

Each Parquet file says of itself, in its key-value metadata, which run it is of (\`schemelab.engine\`, \`.study\`,
\`.study_zh\`, \`.study_hash\`, \`.seed\`, \`.currency\`) and what each of its columns means (\`schemelab.columns\`: a JSON list
of \`{name, unit, meaning, meaning_zh}\`). This page says the same of all columns there can be.
每个 Parquet 文件的元数据注明所属运行（引擎、研究、研究哈希、种子、货币）与各列的单位和含义；本页汇总全部列。

Units: \`money\` is in the currency of the study, over the horizon or the month; \`share\` has 1 for the whole; \`workdays\`
count 5 a week, 21 a month, 252 a year; \`measure\` is what the main measure of the pay plan counts, mostly money. An empty
cell is a figure that is not defined in that replication.
单位：\`money\` 为研究的货币；\`share\` 以 1 为全部；\`workdays\` 每周 5、每月 21、每年 252 个工作日；\`measure\` 为薪酬方案主指标的
单位，多为金额。空格表示该次模拟中无定义。

## replications.parquet

${table([...who, ...metricColumns(), ...detailColumns([ANY_STAGE])])}

Every stage of the study has its own four columns, with the stage’s id in place of STAGE.
每个阶段各有四列，列名中的 STAGE 为该阶段的标识。

## timeline.parquet

Flows are of that month alone; the last month may be part of one. 流量只计当月；最后一个月可能不满。

${table([...who, month, ...figures(MONTHLY)])}

## reps.parquet

${table([...who, seat, ...figures(PER_SEAT)])}

## draws.parquet

One row per parameter draw: the value it gave to every uncertain number of the study, the same for all alternatives and
replications of the draw. A study in which everything is known has no column but \`draw\`.
每组参数抽样一行：研究中各不确定数值的取值，该组内所有备选与模拟相同。若没有不确定的数值，则只有 \`draw\` 一列。

${table([
  draw,
  {
    name: 'market_KEY, customers_KEY, people_KEY',
    unit: 'as in the study',
    meaning: { en: 'a number of the company and its market', zh: '公司与市场的数值' },
  },
  {
    name: 'stage_STAGE_FIELD, channel_CHANNEL_FIELD',
    unit: 'as in the study',
    meaning: { en: 'a number of a stage or a source of leads', zh: '阶段或线索来源的数值' },
  },
  {
    name: 'PRACTICE_LEVER',
    unit: 'shift',
    meaning: {
      en: 'how far the practice moves the lever, on the lever’s natural scale (log-odds, logarithm or hours)',
      zh: '该做法使杠杆移动的幅度（按杠杆的自然尺度：对数几率、对数或小时）',
    },
  },
  {
    name: 'PRACTICE_cost_ITEM',
    unit: 'money or hours',
    meaning: { en: 'what the practice costs', zh: '该做法的成本' },
  },
  {
    name: 'PRACTICE_months_to_half, PRACTICE_failure',
    unit: 'months, share',
    meaning: {
      en: 'months until half of those covered work the new way, and the chance that it never takes root',
      zh: '半数人采用所需月数与未能扎根的概率',
    },
  },
  {
    name: 'lever_LEVER_N',
    unit: 'shift',
    meaning: { en: 'a direct change of a lever in the study', zh: '研究中直接设定的杠杆移动' },
  },
])}
`;
}

describe('the page of columns', () => {
  it('defines what the tables hold; after a change, renew it with vitest -u', async () => {
    await expect(page()).toMatchFileSnapshot(`../../${PAGE}`);
  });

  it('leaves out no column of any industry’s study', () => {
    const text = readFileSync(PAGE, 'utf8');
    for (const preset of PRESETS) {
      const study = draftStudy(preset);
      const layout = layoutOf(study);
      const columns = columnsOf(study);
      expect(columns.replications.length).toBe(layout.metrics.length + layout.details.length);
      expect(columns.timeline.length).toBe(layout.timeline.length);
      expect(columns.reps.length).toBe(layout.reps.length);
      const names = [...layout.metrics, ...layout.details, ...layout.timeline, ...layout.reps].map((id) => {
        const stage = study.world.stages.find((one) => id.startsWith(`stage-${one.id}-`));
        return stage === undefined ? id : id.replace(`stage-${stage.id}-`, 'stage-STAGE-');
      });
      for (const name of names) expect(text).toContain(`| \`${columnName(name)}\` |`);
      const all = [...columns.replications, ...columns.timeline, ...columns.reps];
      expect(all.map((one) => one.name)).toEqual(
        [...layout.metrics, ...layout.details, ...layout.timeline, ...layout.reps].map(columnName),
      );
    }
  });
});

describe('the columns of uncertain numbers', () => {
  it('have names of their own, whatever practices are in use', () => {
    for (const preset of PRESETS) {
      const study = draftStudy(preset);
      const [baseline] = study.alternatives;
      const adoptions = SCHEMES.map(({ id }) => ({
        scheme: id,
        options: {},
        startDay: 0,
        stopDay: null,
        rampDays: 0,
        where: {},
      }));
      const { draws } = columnsOf({ ...study, alternatives: [{ ...baseline!, adoptions }] });
      expect(draws.length).toBeGreaterThan(SCHEMES.length);
      expect(new Set(draws.map((one) => one.name)).size).toBe(draws.length);
      for (const { name, unit } of draws) {
        expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
        expect(name).not.toMatch(/effect_\d/);
        expect(unit).toMatch(/\S/);
      }
    }
  });
});
