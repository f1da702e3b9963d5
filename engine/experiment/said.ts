/**
 * Words that a result is told in, wherever it is told: terminal, page and report. This file imports nothing but the format
 * of numbers, so that the page can have it too.
 */
import { counted, type Language } from '../kernel/format.ts';

const STOP = {
  en: {
    decided: 'stopped because every verdict is decided',
    precision: 'stopped because the differences are as precise as asked',
    budget: 'stopped at the largest number of draws allowed, before every verdict was decided or precise',
    fixed: 'as many as were asked for',
    unfinished: 'not finished',
  },
  zh: {
    decided: '各项结论均已明确而停止',
    precision: '差异已达到要求的精度而停止',
    budget: '抽样次数已用完，仍有结论未明确、精度未达到',
    fixed: '已达到指定次数',
    unfinished: '尚未结束',
  },
} as const;

/** How large a run was, and why it ended (Result.run). */
export function sizeText(
  run: { readonly replications: number; readonly draws: number; readonly stoppedBy: string },
  language: Language,
): string {
  const stop = STOP[language][run.stoppedBy as keyof (typeof STOP)['en']] ?? run.stoppedBy;
  return language === 'zh'
    ? `${run.draws} 组参数抽样，共 ${run.replications} 次模拟；${stop}。`
    : `${counted(run.replications, 'replication')} over ${counted(run.draws, 'parameter draw')}; ${stop}.`;
}

const WARNINGS = {
  en: {
    'precision-not-reached': () =>
      'Not every verdict is decided, nor its change as precise as asked: allow more draws, or ask for less.',
    'few-draws': () => 'Fewer than 10 parameter draws: the intervals are rough.',
    'pairing-hurts': (name: string) =>
      `${name}: the shared random numbers made this comparison noisier, not sharper; read its interval with care.`,
  },
  zh: {
    'precision-not-reached': () => '仍有结论未明确，变化也未达到要求的精度：请增加抽样次数，或放宽要求。',
    'few-draws': () => '参数抽样少于 10 组：区间较粗略。',
    'pairing-hurts': (name: string) => `${name}：共用随机数反而使这一比较更嘈杂，请谨慎看待其区间。`,
  },
} as const;

/** A warning of a result in words; a sanity alarm has its own. @param nameOf an alternative's name for people */
export function warningText(
  result: {
    readonly alarms: readonly { readonly code: string; readonly text: Readonly<Record<Language, string>> }[];
  },
  warning: string,
  nameOf: (id: string) => string,
  language: Language,
): string {
  const alarm = result.alarms.find((one) => one.code === warning);
  if (alarm !== undefined) return alarm.text[language];
  const [code, id = ''] = warning.split(':');
  return WARNINGS[language][code as keyof (typeof WARNINGS)['en']]?.(nameOf(id)) ?? warning;
}

const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ZH_COUNTS = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** A horizon in words: a year, two years, half a year, 15 months; 一年, 两年, 半年, 15 个月. Amounts are told over it and never scaled. */
export function horizonText(horizonDays: number, language: Language): string {
  const months = Number((horizonDays / 21).toFixed(1));
  const years = months / 12;
  const whole = Number.isInteger(years) && years < COUNTS.length;
  if (language === 'zh') return months === 6 ? '半年' : whole ? `${ZH_COUNTS[years]}年` : `${months} 个月`;
  if (months === 6) return 'half a year';
  if (whole) return years === 1 ? 'a year' : `${COUNTS[years]} years`;
  return months === 1 ? 'a month' : `${months} months`;
}

/** Brackets behind a figure, as each language writes them. */
export function inBrackets(text: string, language: Language): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}

/** A payback time in words (ComparisonResult.payback). */
export function paybackText(
  payback: {
    readonly months: number | null;
    readonly interval: readonly [number | null, number | null];
  } | null,
  language: Language,
): string {
  if (payback === null) return '–';
  const never = language === 'zh' ? '期内未回本' : 'not within the horizon';
  const open = language === 'zh' ? '未定' : 'open';
  const later = language === 'zh' ? '期后' : 'later';
  const { months, interval } = payback;
  if (months === null && interval[0] === null) return never;
  const unit = language === 'zh' ? ' 个月' : ' months';
  const middle = months === null ? open : `${months}${unit}`;
  const [low, high] = interval.map((x) => (x === null ? later : String(x)));
  return low === high ? middle : `${middle}${inBrackets(`${low} … ${high}`, language)}`;
}

/** What may be said of a change from the confidence interval of its mean. */
export type Mark = 'better' | 'worse' | 'changed' | 'small' | 'unclear' | 'same';

/** How terminal and page mark it. */
export const MARKS: Readonly<Record<Mark, string>> = {
  better: '▲',
  worse: '▼',
  changed: '•',
  small: '≈',
  unclear: '·',
  same: '=',
};

/**
 * @param better direction of the metric
 * @param worthSaying whether it is among the comparison's `worthSaying`: what is sure but too small to matter is no news
 */
export function markOf(
  difference: { readonly interval: readonly [number | null, number | null]; readonly tied: number | null },
  better: 'higher' | 'lower' | 'none',
  worthSaying: boolean,
): Mark {
  const [low, high] = difference.interval;
  if (difference.tied === 1) return 'same';
  if (low === null || high === null || (low <= 0 && high >= 0)) return 'unclear';
  if (!worthSaying) return 'small';
  if (better === 'none') return 'changed';
  return low > 0 === (better === 'higher') ? 'better' : 'worse';
}
