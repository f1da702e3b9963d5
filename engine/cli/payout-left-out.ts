import type { LeftOut, Plan } from '../incentive/index.ts';
import type { Language } from '../kernel/format.ts';

/** Why a part is left out, as a sentence says it after the names. */
const WHY: Readonly<Record<LeftOut['reason'], Readonly<Record<Language, string>>>> = {
  'single-deals': { en: 'paid on single deals', zh: '按单笔成交计' },
  'fate-of-sales': { en: 'depends on cash and cancellations', zh: '取决于回款与退单' },
  credit: { en: 'results count as given, already credited', zh: '业绩按表中数字计，视为已折算' },
  others: { en: 'depends on others', zh: '取决于他人' },
  newcomers: { en: 'for newcomers only', zh: '仅适用于新人' },
  'no-cash': { en: 'no cash', zh: '非现金' },
  salary: { en: 'raises salary', zh: '影响底薪' },
  'open-period': { en: 'its period is not over', zh: '考核期未结束' },
  'one-score': { en: 'one score for all its goals', zh: '各目标按同一得分计' },
};

/** Names of a plan's parts: titles where they have some, else what the plan calls them. */
function nameOf(plan: Plan, id: string, language: Language): string {
  const component = plan.components.find((one) => one.id === id);
  const measure = plan.measures.find((one) => one.id === id);
  if (component !== undefined) return component.title[language];
  return measure?.title[language] ?? KEYS[id]?.[language] ?? id;
}

const KEYS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  clawback: { en: 'clawback', zh: '追回' },
  holdback: { en: 'holdback', zh: '待回款发放' },
  guarantee: { en: 'guarantee', zh: '新人保障' },
  ramp: { en: 'ramp', zh: '新人目标爬坡' },
  draw: { en: 'draw', zh: '预支' },
  club: { en: 'club', zh: '精英俱乐部' },
  promotion: { en: 'promotion', zh: '晋升' },
};

/** One sentence that names what a figure leaves out of a plan, and why; null where it leaves out nothing. */
export function leftOutWords(plan: Plan, parts: readonly LeftOut[], language: Language): string | null {
  if (parts.length === 0) return null;
  const zh = language === 'zh';
  const reasons = [...new Set(parts.map(({ reason }) => reason))];
  const groups = reasons.map((reason) => {
    const names = parts
      .filter((one) => one.reason === reason)
      .map(({ id }) => nameOf(plan, id, language))
      .map((name) => (reason !== 'credit' ? name : zh ? `${name}的折算` : `credit for ${name}`));
    const why = WHY[reason][language];
    return zh ? `${names.join('、')}（${why}）` : `${names.join(', ')} (${why})`;
  });
  return zh ? `${plan.id} 未计入：${groups.join('；')}。` : `Left out of ${plan.id}: ${groups.join('; ')}.`;
}
