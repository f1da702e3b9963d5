import {
  type Axis,
  type Component,
  type Measure,
  measureOf,
  type PaidIn,
  type Plan,
  type Rates,
} from '../incentive/index.ts';
import type { Language } from '../kernel/format.ts';
import { exactMoney, joined, level, nameOf, percent } from './payout-format.ts';

/** How a result is turned into pay, in words. */
export function payoutWords(plan: Plan, component: Component, measure: Measure, language: Language): string {
  const zh = language === 'zh';
  const { payout } = component;
  const money = (x: number): string => exactMoney(x, plan.currency);
  const at = (x: number, axis: Axis): string => level(x, axis, measure, plan, language);
  switch (payout.kind) {
    case 'rates':
      return rateWords(payout, plan, measure, language);
    case 'curve': {
      const points = payout.points.map(([x, y]) =>
        zh
          ? `${at(x, payout.axis)} 发 ${pay(y, payout.in, plan, language)}`
          : `${at(x, payout.axis)} pays ${pay(y, payout.in, plan, language)}`,
      );
      const between =
        payout.interpolation === 'linear'
          ? zh
            ? '其间按直线'
            : 'in straight lines between'
          : zh
            ? '达到下一点前不变'
            : 'the same until the next point';
      const below =
        payout.below === 'nothing'
          ? zh
            ? '以下不发'
            : 'nothing below'
          : zh
            ? '以下同首点'
            : 'the same below';
      const above =
        payout.above === 'onward'
          ? zh
            ? '以上照此延伸'
            : 'and on along the last line above'
          : zh
            ? '以上不再增加'
            : 'no more above';
      return zh
        ? `${points.join('、')}，${between}，${below}，${above}`
        : `${joined(points, language)}; ${between}, ${below}, ${above}`;
    }
    case 'bonus': {
      const steps = payout.steps.map(({ at: x, amount }) =>
        zh
          ? `达 ${at(x, payout.axis)} 奖 ${pay(amount, payout.in, plan, language)}`
          : `${pay(amount, payout.in, plan, language)} for ${at(x, payout.axis)}`,
      );
      const stack =
        payout.steps.length < 2
          ? ''
          : payout.stack === 'sum'
            ? zh
              ? '，各档累加'
              : ', all that are reached'
            : zh
              ? '，只发最高一档'
              : ', only the highest reached';
      return `${joined(steps, language)}${stack}`;
    }
    case 'matrix': {
      const across = measureOf(plan, payout.across);
      const cells = payout.cells.flat();
      const range = [Math.min(...cells), Math.max(...cells)].map((cell) =>
        payout.in === 'credit' ? percent(cell) : pay(cell, payout.in, plan, language),
      );
      const size = `${payout.rows.length} × ${payout.columns.length}`;
      return zh
        ? `按 ${size} 矩阵与${nameOf(across, language)}共同确定，${range.join(' 至 ')}${payout.interpolation === 'linear' ? '，格间按直线' : ''}`
        : `read off a ${size} table against ${nameOf(across, language)}, from ${range.join(' to ')}${payout.interpolation === 'linear' ? ', in straight lines between the cells' : ''}`;
    }
    case 'rank': {
      const among = {
        team: ['the team', '团队'],
        region: ['the region', '区域'],
        company: ['the company', '公司'],
      }[payout.among];
      const minimum =
        payout.minimum === null
          ? ''
          : zh
            ? `，至少 ${at(payout.minimum, payout.axis)}`
            : `, for at least ${at(payout.minimum, payout.axis)}`;
      const prizes = joined(payout.prizes.map(money), language);
      return zh
        ? `${among[1]}内按名次发奖：${prizes}${minimum}`
        : `prizes by rank in ${among[0]}: ${prizes}${minimum}`;
    }
    case 'match':
      return zh
        ? `团队 PK：胜方每人 ${money(payout.prize)}${payout.stake > 0 ? `，负方每人扣 ${money(payout.stake)}` : ''}`
        : `team against team: ${money(payout.prize)} for each winner${payout.stake > 0 ? `, ${money(payout.stake)} from each loser` : ''}`;
    case 'pool': {
      const size =
        'money' in payout.size
          ? money(payout.size.money)
          : zh
            ? `业绩的 ${percent(payout.size.share)}`
            : `${percent(payout.size.share)} of the group’s result`;
      const divide = {
        equally: ['equally', '平均'],
        'by-result': ['by result', '按业绩'],
        'by-attainment': ['by attainment', '按达成率'],
      }[payout.divide];
      return zh ? `奖池 ${size}，${divide[1]}分配` : `a pool of ${size}, divided ${divide[0]}`;
    }
    case 'goals': {
      const goals = payout.goals.map(({ title, weight }) => `${title[language]} ${percent(weight)}`);
      const scoring =
        payout.scoring === 'proportional'
          ? zh
            ? '按完成比例计分'
            : 'each as far as it is reached'
          : zh
            ? '未完成不计分'
            : 'each only when reached whole';
      return zh
        ? `目标奖金按得分发放：${goals.join('、')}，${scoring}`
        : `target pay by score: ${joined(goals, language)}, ${scoring}`;
    }
  }
}

function pay(x: number, of: PaidIn, plan: Plan, language: Language): string {
  if (of === 'money') return exactMoney(x, plan.currency);
  if (language === 'zh') return `${of === 'target' ? '目标奖金' : '底薪'}的 ${percent(x)}`;
  return `${percent(x)} of ${of === 'target' ? 'target pay' : 'salary'}`;
}

function rateWords(rates: Rates, plan: Plan, measure: Measure, language: Language): string {
  const zh = language === 'zh';
  const at = (x: number): string => level(x, rates.axis, measure, plan, language);
  const one = (rate: number): string => {
    if (rates.of === 'unit')
      return zh ? `每单位 ${exactMoney(rate, plan.currency)}` : `${exactMoney(rate, plan.currency)} a unit`;
    if (rates.of === 'base-rate')
      return zh
        ? `基准费率的 ${Number(rate.toPrecision(8))} 倍`
        : `${Number(rate.toPrecision(8))} × the base rate`;
    return percent(rate);
  };
  const over =
    rates.excessOver > 0
      ? zh
        ? `，仅计超过${at(rates.excessOver)}的部分`
        : `, counting only what lies above ${at(rates.excessOver)}`
      : '';
  const [single] = rates.tiers;
  if (rates.tiers.length === 1)
    return zh
      ? `按 ${one(single!.rate)} 提成${over}`
      : `${one(single!.rate)}${rates.of === 'credit' ? ' of it' : ''}${over}`;
  const tiers = rates.tiers.map(({ from, rate }, i) => {
    const next = rates.tiers[i + 1];
    const range =
      next === undefined
        ? zh
          ? `${at(from)} 以上`
          : `above ${at(from)}`
        : i === 0
          ? zh
            ? `${at(next.from)} 以内`
            : `up to ${at(next.from)}`
          : zh
            ? `${at(from)} 至 ${at(next.from)}`
            : `from ${at(from)} to ${at(next.from)}`;
    return zh ? `${range} ${one(rate)}` : `${one(rate)} ${range}`;
  });
  const how =
    rates.apply === 'marginal'
      ? zh
        ? '各档只计本档部分'
        : 'each on the part in its tier'
      : zh
        ? '达到某档后全部业绩按该档计'
        : 'on everything, by the tier reached';
  return zh ? `${tiers.join('，')}；${how}${over}` : `${joined(tiers, language)}, ${how}${over}`;
}
