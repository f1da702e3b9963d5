import type {
  Boundary,
  Component,
  Gate,
  Limit,
  Modifier,
  Payout,
  RateChange,
} from '../../incentive/language.ts';
import { tidy } from '../../incentive/parts/rounding.ts';
import type { Located } from '../nodes.ts';
import { axisColumn, axisOf, type Reading } from './axis.ts';
import { MOST, notSaid } from './context.ts';
import { referTo } from './measures.ts';
import { jumps } from './payouts.ts';
import { readTable } from './tables.ts';

/** Keys that bend or bound a component's pay. */
export const LIMIT_KEYS = ['threshold', 'accelerators', 'decelerators', 'cap', 'floor', 'gates', 'modifiers'];

const BOUNDARIES = ['at-or-above', 'above'] as const;

const WHO = {
  en: 'a result exactly on a boundary may count as having reached it, or not',
  zh: '业绩恰好等于边界时可算达到，也可不算',
};

type Limits = Pick<
  Component,
  'boundary' | 'threshold' | 'rateChanges' | 'caps' | 'capsAfter' | 'floor' | 'gates' | 'modifiers'
>;

/** Reads what bends and bounds a component's pay, and notes what does not go with its payout. */
export function readLimits(r: Reading, payout: Payout): Limits {
  const { keys } = r;
  const own = payout.kind !== 'rank' && payout.kind !== 'match' && payout.kind !== 'pool';
  if (!own || payout.kind === 'goals') {
    const bending = own ? ['threshold', 'accelerators', 'decelerators'] : LIMIT_KEYS;
    for (const key of bending)
      keys
        .get(key)
        ?.key.wrong('bad-plan', 'expected it only where pay follows a table', '仅适用于按表计酬的组成');
    if (!own) return NO_LIMITS;
  }
  const threshold = readThreshold(r);
  const rateChanges = readRateChanges(r, payout);
  const { caps, capsAfter } = readCaps(r, payout, threshold);
  const floorAt = keys.get('floor');
  const gates = readGates(r, rateChanges);
  const modifiers = readModifiers(r);
  return {
    boundary: readBoundary(r, jumps(payout) || threshold?.pays === 'from-first'),
    threshold,
    rateChanges,
    caps,
    capsAfter,
    floor: floorAt === undefined || floorAt.scalar === 'none' ? null : r.values.money(floorAt, 0),
    gates,
    modifiers,
  };
}

const NO_LIMITS: Limits = {
  boundary: 'at-or-above',
  threshold: null,
  rateChanges: [],
  caps: [],
  capsAfter: [],
  floor: null,
  gates: [],
  modifiers: [],
};

function readBoundary({ at, keys }: Reading, matters: boolean): Boundary {
  const found = keys.get('boundary');
  if (found === undefined && matters) notSaid(at.key, 'boundary', BOUNDARIES, WHO);
  return found?.choice(BOUNDARIES) ?? 'at-or-above';
}

function readThreshold(r: Reading): Component['threshold'] {
  const found = r.keys.get('threshold');
  if (found === undefined || found.scalar === 'none') return null;
  const keys = found.isMap ? found.entries(['at', 'pays']) : new Map([['at', found]]);
  const ways = ['from-threshold', 'from-first'] as const;
  const pays = keys.get('pays')?.choice(ways);
  if (!keys.has('pays')) {
    notSaid(found, 'pays', ways, {
      en: 'once the threshold is reached, what lies below it may be paid too, or not',
      zh: '达到起付线后，其下部分可计酬，也可不计',
    });
  }
  return {
    at: r.values.onAxis(keys.get('at'), axisOf(r), r.measure.metric, 0),
    pays: pays ?? 'from-threshold',
  };
}

function readRateChanges(r: Reading, payout: Payout): RateChange[] {
  const changes: RateChange[] = [];
  for (const [key, min, max] of [
    ['accelerators', 1, 100],
    ['decelerators', 0, 1],
  ] as const) {
    const at = r.keys.get(key);
    if (at === undefined || at.scalar === 'none') continue;
    const marginal =
      (payout.kind === 'rates' && payout.apply === 'marginal') ||
      (payout.kind === 'curve' && payout.interpolation === 'linear');
    if (!marginal) {
      at.key.wrong(
        'bad-plan',
        'expected it only on marginal rates and linear curves: a table of whole amounts says itself what is paid',
        '仅适用于边际费率和直线曲线；整额表已写明金额',
      );
      continue;
    }
    const x = axisColumn(axisOf(r), r.measure);
    const rows = readTable(at, x, { unit: 'ratio', min, max }, r.values.values.currency) ?? [];
    changes.push(...rows.map((row) => ({ from: row.x, times: row.y })));
  }
  changes.sort((a, b) => a.from - b.from);
  if (changes.some((one, i) => i > 0 && one.from === changes[i - 1]!.from)) {
    r.keys
      .get('decelerators')!
      .wrong('bad-plan', 'expected no accelerator where a decelerator begins', '同一点不能既加速又减速');
  }
  return changes;
}

function readCaps(
  r: Reading,
  payout: Payout,
  threshold: Component['threshold'],
): Pick<Component, 'caps' | 'capsAfter'> {
  const found = r.keys.get('cap');
  if (found === undefined || found.scalar === 'none') return { caps: [], capsAfter: [] };
  const keys = found.isMap
    ? found.entries(['result', 'target', 'money', 'after-modifiers'])
    : new Map([['result', found]]);
  const caps: Limit[] = [];
  const result = keys.get('result');
  if (result !== undefined) {
    const at = r.values.onAxis(result, axisOf(r), r.measure.metric, 1);
    caps.push({ on: 'result', at });
    if (threshold !== null && at <= threshold.at) {
      const show = (x: number): string => (axisOf(r) === 'attainment' ? `${tidy(x * 100)}%` : String(x));
      result.wrong(
        'cap-below-threshold',
        `expected the cap (${show(at)}) above the threshold (${show(threshold.at)})`,
        `封顶（${show(at)}）应高于起付线（${show(threshold.at)}）`,
      );
    }
  }
  const after = keys.get('after-modifiers')?.truth() === true;
  const pay: Limit[] = [];
  const target = keys.get('target');
  if (target !== undefined)
    pay.push({ on: 'target', times: r.values.values.number(target, 'share', 0, 100, 1) });
  const money = keys.get('money');
  if (money !== undefined) pay.push({ on: 'money', amount: r.values.money(money, MOST) });
  if (pay.length > 0 && payout.kind === 'matrix' && !after)
    found.wrong(
      'bad-plan',
      'expected a matrix’s cap in its cells, or after-modifiers: yes',
      '矩阵的封顶应写在单元格中，或写 after-modifiers: yes',
    );
  return after ? { caps, capsAfter: pay } : { caps: [...caps, ...pay], capsAfter: [] };
}

function readGates(r: Reading, rateChanges: readonly RateChange[]): Gate[] {
  const found = r.keys.get('gates');
  if (found === undefined || found.scalar === 'none') return [];
  return found.items().flatMap((item) => {
    const keys = item.entries(['measure', 'axis', 'at-least', 'above', 'otherwise']);
    if (!item.isMap) return [];
    const on = otherMeasure(item, keys.get('measure'), r);
    const marks = [keys.get('at-least'), keys.get('above')].filter((one) => one !== undefined);
    if (marks.length !== 1) {
      item.wrong(
        'bad-plan',
        'expected at-least or above, with what must be reached',
        '应写明 at-least 或 above 及须达到的值',
      );
      return [];
    }
    const otherwise = readOtherwise(item, keys.get('otherwise'), r);
    if (otherwise === 'no-accelerator' && !rateChanges.some(({ times }) => times > 1)) {
      keys
        .get('otherwise')!
        .wrong(
          'bad-plan',
          'expected accelerators in this component for the gate to withhold',
          '本组成没有可停用的 accelerators',
        );
    }
    if (on === undefined) return [];
    const axis = r.values.choice(
      keys.get('axis'),
      ['attainment', 'amount'],
      on.quota === null ? 'amount' : 'attainment',
    );
    const gate: Gate = {
      measure: on.id,
      axis,
      at: r.values.onAxis(marks[0]!, axis, on.metric, 0),
      boundary: keys.has('above') ? 'above' : 'at-or-above',
      otherwise,
    };
    return [gate];
  });
}

function readOtherwise(item: Located, at: Located | undefined, r: Reading): Gate['otherwise'] {
  if (at === undefined) {
    notSaid(item, 'otherwise', ['nothing', 'no-accelerator', '{share: 50%}'], {
      en: 'a gate that is not reached may stop all pay, or part of it',
      zh: '未达门槛时可全部不发，也可只影响一部分',
    });
    return 'nothing';
  }
  if (at.isMap) return { share: r.values.share(at.entries(['share']).get('share'), 0) };
  return at.choice(['nothing', 'no-accelerator'] as const) ?? 'nothing';
}

/** The measure a gate or modifier looks at, which must be another than the component's own. */
function otherMeasure(item: Located, at: Located | undefined, r: Reading) {
  if (at === undefined) {
    item.missing('measure', 'expected the measure it looks at', '应写明所看的指标');
    return undefined;
  }
  const found = referTo(at, r.measures);
  if (found?.id === r.measure.id)
    at.wrong(
      'bad-plan',
      'expected another measure than the component’s own (use its table or threshold)',
      '应为其他指标（本指标请用表格或起付线）',
    );
  return found;
}

function readModifiers(r: Reading): Modifier[] {
  const found = r.keys.get('modifiers');
  if (found === undefined || found.scalar === 'none') return [];
  const modifiers = found.items().flatMap((item) => {
    const keys = item.entries(['measure', 'axis', 'table', 'interpolation', 'boundary']);
    if (!item.isMap) return [];
    const on = otherMeasure(item, keys.get('measure'), r);
    const table = keys.get('table');
    if (table === undefined) item.missing('table', 'expected factors by result', '应写明各档系数');
    const interpolation = keys.get('interpolation')?.choice(['linear', 'step'] as const);
    if (!keys.has('interpolation')) {
      notSaid(item, 'interpolation', ['linear', 'step'], {
        en: 'between two rows the factor may rise with the result, or stay until the next',
        zh: '两档之间系数可按直线递增，也可保持到下一档',
      });
    }
    if (interpolation === 'step' && !keys.has('boundary')) notSaid(item, 'boundary', BOUNDARIES, WHO);
    if (on === undefined || table === undefined) return [];
    const axis = r.values.choice(
      keys.get('axis'),
      ['attainment', 'amount'],
      on.quota === null ? 'amount' : 'attainment',
    );
    const rows = readTable(
      table,
      axisColumn(axis, on),
      { unit: 'share', min: 0, max: 100 },
      r.values.values.currency,
    );
    if (rows === undefined) return [];
    const modifier: Modifier = {
      measure: on.id,
      axis,
      points: rows.map(({ x, y }) => [x, y] as const),
      interpolation: interpolation ?? 'step',
      boundary: keys.get('boundary')?.choice(BOUNDARIES) ?? 'at-or-above',
    };
    return [modifier];
  });
  const sloping = modifiers.filter((one) => one.interpolation === 'linear').map((one) => one.measure);
  if (new Set(sloping).size < sloping.length)
    found.wrong('bad-plan', 'expected one linear modifier a measure', '每个指标最多一个直线系数');
  return modifiers;
}
