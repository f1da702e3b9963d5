import type { Localised } from '../kernel/quantity.ts';
import { METRICS, type MetricUnit } from '../model/metrics.ts';
import { type Figure, MONTHLY, PER_SEAT, PER_STAGE, PER_TIER } from '../model/tables/figures.ts';
import { REP_FIGURES, STAGE_FIGURES, TENTHS, TIER_FIGURES, TIMELINE } from '../model/tables/tally.ts';
import type { NormalStudy } from '../study/normal.ts';
import { MIDDLE_ATTAINMENT, SUMMED, TIER_NAMES } from './layout.ts';
import { type UncertainNumber, uncertainNumbers } from './uncertain.ts';

/** What a column of a table holds. */
export interface ColumnMeaning {
  /** Unique within its table; words joined by `_`. */
  readonly name: string;
  /** `money` is the study's currency, `share` has 1 for the whole. */
  readonly unit: string;
  readonly meaning: Localised;
}

/** The columns of a run's tables beside those that say which row it is, in the order of the layout. */
export interface RunColumns {
  readonly replications: readonly ColumnMeaning[];
  readonly timeline: readonly ColumnMeaning[];
  readonly reps: readonly ColumnMeaning[];
  /** The study's uncertain numbers, in the order they are drawn. */
  readonly draws: readonly ColumnMeaning[];
}

/** The columns of the tables of a study's run. */
export function columnsOf(study: NormalStudy): RunColumns {
  return {
    replications: [
      ...metricColumns(),
      ...detailColumns(study.world.stages.map(({ id, name }) => ({ id, name }))),
    ],
    timeline: TIMELINE.map((id) => column(id, MONTHLY[id])),
    reps: REP_FIGURES.map((id) => column(id, PER_SEAT[id])),
    draws: uncertainNumbers(study).map(drawnColumn),
  };
}

/** A figure's or number's id as the name of a column: words joined by `_`, as SQL and data frames want them. */
export function columnName(id: string): string {
  return id.replace(/[^\p{L}\p{N}]+/gu, '_');
}

const METRIC_UNITS: Readonly<Record<MetricUnit, string>> = {
  share: 'share',
  money: 'money',
  days: 'workdays',
  points: 'points',
  ratio: 'ratio',
  'money-per-day': 'money a workday',
};

/** All metrics, in the order of every result. */
export function metricColumns(): ColumnMeaning[] {
  return METRICS.map(({ id, unit, name, formula }) => ({
    name: columnName(id),
    unit: METRIC_UNITS[unit],
    meaning: { en: `${name.en}: ${formula.en}`, zh: `${name.zh}：${formula.zh}` },
  }));
}

/** The whole-run figures that follow the metrics: per stage, per customer tier, sums of months, tenths of the pay period. */
export function detailColumns(
  stages: readonly { readonly id: string; readonly name: Localised }[],
): ColumnMeaning[] {
  return [
    ...stages.flatMap(({ id, name }) =>
      STAGE_FIGURES.map((one) =>
        column(`stage-${id}-${one}`, PER_STAGE[one], { en: `stage “${name.en}”`, zh: `“${name.zh}”阶段` }),
      ),
    ),
    ...TIER_NAMES.flatMap((tier) =>
      TIER_FIGURES.map((one) => {
        const of = { en: `customers of tier ${tier.toUpperCase()}`, zh: `${tier.toUpperCase()} 层级客户` };
        return column(`tier-${tier}-${one}`, PER_TIER[one], of);
      }),
    ),
    ...SUMMED.map((one) => column(`all-${one}`, MONTHLY[one], { en: 'whole horizon', zh: '全期' })),
    ...Array.from({ length: TENTHS }, (_, i) => ({
      name: `bookings_tenth_${i + 1}`,
      unit: 'money',
      meaning: {
        en: `value signed, after discount, in tenth ${i + 1} of ${TENTHS} of the main pay period`,
        zh: `主考核期第 ${i + 1}/${TENTHS} 段的折后签约金额`,
      },
    })),
    {
      name: columnName(MIDDLE_ATTAINMENT),
      unit: 'share',
      meaning: {
        en: 'attainment of the middle seat, each seat’s credit over the horizon beside its quotas',
        zh: '居中席位的达成率（全期计入业绩 ÷ 目标）',
      },
    },
  ];
}

function column(id: string, { unit, meaning }: Figure, of?: Localised): ColumnMeaning {
  return {
    name: columnName(id),
    unit,
    meaning: of === undefined ? meaning : { en: `${of.en}: ${meaning.en}`, zh: `${of.zh}：${meaning.zh}` },
  };
}

/** An uncertain number's column, with the spread it is drawn from. */
function drawnColumn({ id, name, unit, quantity }: UncertainNumber): ColumnMeaning {
  const spread = JSON.stringify(quantity);
  return {
    name: columnName(id),
    unit,
    meaning: { en: `${name.en}, drawn from ${spread}`, zh: `${name.zh}，抽自 ${spread}` },
  };
}
