import type { Goals, Pool, Rank, TeamMatch } from '../../incentive/language.ts';
import type { Located } from '../nodes.ts';
import { axisOf, type Reading } from './axis.ts';
import { contradiction, notSaid, titleOf } from './context.ts';

const AMONG = ['team', 'region', 'company'] as const;

/** Prizes by rank. */
export function readRank(at: Located, r: Reading): Rank | undefined {
  const keys = at.entries(['among', 'prizes', 'minimum', 'ties']);
  if (!at.isMap) return undefined;
  const axis = axisOf(r);
  const prizesAt = keys.get('prizes');
  if (prizesAt === undefined) {
    at.missing('prizes', 'expected a list of prizes, the first rank first', '应为奖金列表，第一名在前');
    return undefined;
  }
  const items = prizesAt.items();
  const prizes = items.map((item) => r.values.money(item, 0));
  const odd = items.find((item) => typeof item.scalar !== typeof items[0]!.scalar);
  if (odd !== undefined) {
    odd.wrong(
      'wrong-unit',
      'expected amounts written alike; inside brackets a comma ends a value, so write 2000 or 2k for 2,000',
      '各金额写法应一致；方括号内逗号表示值的结束，2,000 请写 2000 或 2k',
    );
    return undefined;
  }
  if (prizes.length === 0 || prizes.some((prize, i) => i > 0 && prize > prizes[i - 1]!)) {
    prizesAt.wrong(
      'bad-table',
      'expected prizes that do not rise from rank to rank',
      '名次越靠后奖金不应越高',
    );
    return undefined;
  }
  const minimum = keys.get('minimum');
  return {
    kind: 'rank',
    axis,
    among: among(keys.get('among'), at, r),
    prizes,
    minimum: minimum === undefined ? null : r.values.onAxis(minimum, axis, r.measure.metric, 0),
    ties: r.values.choice(keys.get('ties'), ['share', 'best'], 'share'),
  };
}

function among(found: Located | undefined, at: Located, r: Reading): Rank['among'] {
  if (found === undefined) {
    notSaid(at, 'among', AMONG, {
      en: 'the result depends on who competes',
      zh: '结果取决于在哪个范围内比较',
    });
  }
  return r.values.choice(found, AMONG, 'company');
}

/** Team against team. */
export function readMatch(at: Located, r: Reading): TeamMatch | undefined {
  const keys = at.entries(['prize', 'stake']);
  if (!at.isMap) return undefined;
  if (r.measure.scope === 'individual') {
    contradiction(
      at.key,
      'bad-plan',
      { en: 'a match of one person’s measure', zh: '个人指标不能用于团队 PK' },
      { en: 'expected a measure with scope team or region', zh: '应使用 scope 为 team 或 region 的指标' },
    );
  }
  const prize = keys.get('prize');
  if (prize === undefined) at.missing('prize', 'expected the prize for each winner', '应写明胜方每人奖金');
  return {
    kind: 'match',
    axis: axisOf(r),
    prize: r.values.money(prize, 0),
    stake: r.values.money(keys.get('stake'), 0),
  };
}

/** A pot divided among a group. */
export function readPool(at: Located, r: Reading): Pool | undefined {
  const keys = at.entries(['among', 'size', 'divide']);
  if (!at.isMap) return undefined;
  const sizeAt = keys.get('size');
  if (sizeAt === undefined) {
    at.missing(
      'size',
      'expected an amount, or {share: 2%} of the group’s result',
      '应为金额，或 {share: 2%}（按团队业绩）',
    );
    return undefined;
  }
  const size = sizeAt.isMap
    ? { share: r.values.share(sizeAt.entries(['share']).get('share'), 0) }
    : { money: r.values.money(sizeAt, 0) };
  const divideAt = keys.get('divide');
  const ways = ['equally', 'by-result', 'by-attainment'] as const;
  if (divideAt === undefined)
    notSaid(at, 'divide', ways, { en: 'a pool must be divided somehow', zh: '奖池必须写明分配方式' });
  const divide = r.values.choice(divideAt, ways, 'equally');
  if (divide === 'by-attainment' && 'share' in size)
    divideAt!.wrong(
      'bad-plan',
      'expected by-result where the pool is a share of results',
      '奖池按业绩提取时应为 by-result',
    );
  if (divide === 'by-attainment' && r.measure.quota === null)
    divideAt!.wrong(
      'bad-plan',
      'expected by-result: the measure has no quota',
      '应为 by-result：该指标没有目标',
    );
  return { kind: 'pool', among: among(keys.get('among'), at, r), size, divide };
}

/** Agreed goals with weights that sum to 100 %. */
export function readGoals(at: Located, r: Reading): Goals | undefined {
  const entries = [...at.entries()];
  if (!at.isMap) return undefined;
  if (r.measure.metric !== 'mbo')
    at.key.wrong('bad-plan', 'expected goals only where the measure is mbo', 'goals 仅用于 mbo 指标');
  const goals = entries.map(([id, one]) => {
    const keys = one.isMap ? one.entries(['title', 'weight']) : new Map([['weight', one]]);
    if (!keys.has('weight')) one.missing('weight', 'expected the weight of this goal', '应写明该目标的权重');
    return { id, title: titleOf(keys.get('title'), id), weight: r.values.share(keys.get('weight'), 0) };
  });
  const sum = goals.reduce((total, goal) => total + goal.weight, 0);
  if (Math.abs(sum - 1) > 1e-6) {
    const percent = Math.round(sum * 1e4) / 100;
    contradiction(
      at.key,
      'bad-weights',
      { en: `the weights of the goals add up to ${percent}%`, zh: `各目标权重合计 ${percent}%` },
      { en: 'expected 100%', zh: '应为 100%' },
    );
  }
  const scoring = r.keys.get('scoring');
  const ways = ['proportional', 'all-or-nothing'] as const;
  if (scoring === undefined)
    notSaid(at, 'scoring', ways, {
      en: 'a goal reached in part may count in part, or not at all',
      zh: '部分完成的目标可按比例计分，也可不计分',
    });
  return { kind: 'goals', goals, scoring: r.values.choice(scoring, ways, 'proportional') };
}
