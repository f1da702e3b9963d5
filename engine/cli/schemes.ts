import { inBrackets } from '../experiment/index.ts';
import { formatValue, type Language } from '../kernel/format.ts';
import { GRADES, modeOf, type Quantity } from '../kernel/quantity.ts';
import { LEVER_INDEX, LEVERS } from '../model/levers.ts';
import {
  contestText,
  costsOf,
  meantScheme,
  optionKey,
  optionsOf,
  optionUnit,
  restsOn,
  SCHEMES,
  type Scheme,
  type SchemeContext,
  type Shift,
  schemeById,
} from '../schemes/index.ts';
import { draftStudy, presetById, schemeContextOf, sourceNote } from '../study/index.ts';
import { usageFailure } from './options.ts';
import { textTable, wrap } from './text-table.ts';
import { weekLines, weeksOfPractice } from './week.ts';

const COLUMNS = 100;

const WORDS = {
  en: {
    kind: { 'plan-type': 'Plan type', scheme: 'Scheme' },
    suits: 'Suits',
    known: 'What is known',
    limits: 'Limits',
    options: 'Options',
    levers: 'What it moves, at full adoption (low / likely / high, on the lever’s own scale)',
    for: (name: string, reps: number) =>
      `Numbers that depend on the company are those of a usual one of “${name}”, ${reps} reps; --context takes another.`,
    contest: 'What it adds to the pay plan in force, as a component of it',
    fixed: 'What it costs whomever it covers',
    scaling: 'What it costs for those it covers',
    adoption: 'How it takes root',
    complements: 'Works well with',
    conflicts: 'Pulls against',
    head: ['Lever', 'Scale', 'Low', 'Likely', 'High', 'Evidence'],
    novice: 'newcomers',
    veteran: 'old hands',
    needs: 'as far as it is on record',
    after: (m: number) => `from month ${m} on`,
    until: (m: number) => `until month ${m}`,
    builds: (m: number) => `half of it there after ${m} months`,
    fades: (m: number) => `half of it gone after ${m} months`,
    inMonths: (n: number) => `in ${n} months of the year`,
    half: (m: string) => `half of those covered work this way after ${m} months`,
    failure: (p: string) => `it never takes root in ${p} of cases`,
    literacy: 'faster where people are at home with data',
    scales: { log: 'log', odds: 'log-odds', fisher: 'correlation', hours: 'hours', level: 'as it is' },
    default: 'here by default',
    rule: (text: string) => ` (${text})`,
    unknown: (id: string) => `there is no practice called “${id}”.`,
    meant: (id: string) => ` Did you mean “${id}”?`,
    hint: 'schemelab schemes ID prints the mechanism, numbers and sources of one.',
  },
  zh: {
    kind: { 'plan-type': '计划类型', scheme: '方案' },
    suits: '适用',
    known: '已知情况',
    limits: '局限',
    options: '可调项',
    levers: '完全落地时改变什么（低 / 最可能 / 高，按各杠杆自身尺度）',
    for: (name: string, reps: number) =>
      `随公司而变的数字取“${name}”的通常公司（${reps} 名销售）；--context 可换行业。`,
    contest: '在现行薪酬方案中增加的组成部分',
    fixed: '与覆盖范围无关的代价',
    scaling: '随覆盖范围而变的代价',
    adoption: '如何落地',
    complements: '相辅',
    conflicts: '相冲',
    head: ['杠杆', '尺度', '低', '最可能', '高', '依据'],
    novice: '新人',
    veteran: '老手',
    needs: '只对有记录的部分起作用',
    after: (m: number) => `第 ${m} 个月起`,
    until: (m: number) => `至第 ${m} 个月`,
    builds: (m: number) => `${m} 个月后达到一半`,
    fades: (m: number) => `${m} 个月后减半`,
    inMonths: (n: number) => `每年 ${n} 个月`,
    half: (m: string) => `覆盖人员中一半在 ${m} 个月后按此工作`,
    failure: (p: string) => `有 ${p} 的可能始终未能落地`,
    literacy: '数据素养越高，落地越快',
    scales: { log: '对数', odds: '对数几率', fisher: '相关', hours: '小时', level: '原值' },
    default: '本例默认',
    rule: (text: string) => `（${text}）`,
    unknown: (id: string) => `没有名为“${id}”的方案。`,
    meant: (id: string) => `您是否想写“${id}”？`,
    hint: 'schemelab schemes 编号 可查看某一方案的机制、数字与来源。',
  },
} as const;

/** The catalogue, one line each with its summary. */
export function catalogueText(language: Language): string {
  const words = WORDS[language];
  const lines: string[] = [];
  for (const scheme of SCHEMES) {
    lines.push(
      `${scheme.id}  ${scheme.name[language]}${inBrackets(`${words.kind[scheme.kind]} ${scheme.number}`, language)}`,
    );
    lines.push(...wrap(scheme.summary[language], COLUMNS, '    '), '');
  }
  lines.push(words.hint);
  return lines.join('\n');
}

/** The industry whose usual company the catalogue shows where none is asked for. */
const USUAL = 'b2b-saas';

/** A practice by its id. @throws Failure `usage` when there is no such practice */
function practiceOf(id: string): Scheme {
  const scheme = schemeById(id);
  if (scheme !== undefined) return scheme;
  const meant = meantScheme(id);
  const say = (w: (typeof WORDS)[Language]): string => w.unknown(id) + (meant === null ? '' : w.meant(meant));
  throw usageFailure(say(WORDS.en), say(WORDS.zh));
}

/** One scheme in full as JSON, both languages beside each other. @throws Failure as `schemeText` */
export function schemeJson(id: string, industry: string = USUAL): string {
  const scheme = practiceOf(id);
  const context = schemeContextOf(draftStudy(presetById(industry)!));
  const options = optionsOf(scheme, {}, context);
  const { kind, number, name, summary, suits, known, limits, adoption, complements, conflicts } = scheme;
  const told = {
    id,
    kind,
    number,
    name,
    summary,
    suits,
    known,
    limits,
    context: industry,
    options: Object.entries(scheme.options).map(([key, { default: usual, ...one }]) => ({
      key: optionKey(key),
      ...one,
      default: options[key]!,
      rule: typeof usual === 'number' ? null : usual.text,
    })),
    shifts: scheme.shifts(options, context).map(({ evidence, ...shift }) => ({
      ...shift,
      evidence: { grade: evidence.grade, source: sourceNote(evidence.source) },
    })),
    costs: costsOf(scheme, options, context),
    adoption,
    week: weeksOfPractice(id, industry),
    complements,
    conflicts,
  };
  return JSON.stringify(told, null, 2);
}

/** One scheme in full, for a usual company of an industry. @throws Failure `usage` when there is no such scheme */
export function schemeText(id: string, language: Language, industry: string = USUAL): string {
  const words = WORDS[language];
  const scheme = practiceOf(id);
  const usual = presetById(industry)!;
  const context = schemeContextOf(draftStudy(usual));
  const options = optionsOf(scheme, {}, context);
  const lines = [
    `${scheme.name[language]} · ${scheme.id}${inBrackets(`${words.kind[scheme.kind]} ${scheme.number}`, language)}`,
    '',
    ...wrap(scheme.summary[language], COLUMNS),
    '',
    ...wrap(`${words.suits}: ${scheme.suits[language]}`, COLUMNS),
    ...wrap(`${words.known}: ${scheme.known[language]}`, COLUMNS),
    `${words.limits}:`,
    ...scheme.limits.flatMap((limit) => wrap(`- ${limit[language]}`, COLUMNS, '  ')),
  ];
  if (Object.keys(scheme.options).length > 0) {
    lines.push(`${words.options}:`);
    for (const [name, option] of Object.entries(scheme.options)) {
      const range = option.choices?.join(', ') ?? `${option.min} – ${option.max}`;
      const unit = optionUnit(option.unit)[language];
      const what = `${optionKey(name)}: ${option.name[language]}, ${range} ${unit}`;
      const rule = typeof option.default === 'number' ? '' : words.rule(option.default.text[language]);
      lines.push(...wrap(`- ${what}; ${words.default} ${plain(options[name]!)}${rule}`, COLUMNS, '  '));
    }
  }
  const shifts = scheme.shifts(options, context);
  if (shifts.length > 0) {
    lines.push('', `${words.levers}:`);
    lines.push(
      ...textTable(
        words.head,
        shifts.map((shift) => shiftRow(shift, language)),
        ['left', 'left', 'right', 'right', 'right', 'left'],
      ),
    );
  }
  const contest = contestText(scheme, options, context, (yuan) => ({
    en: formatValue(yuan, 'money', 'CNY', 'en'),
    zh: formatValue(yuan, 'money', 'CNY', 'zh'),
  }));
  if (contest !== null) lines.push('', ...wrap(`${words.contest}: ${contest[language]}`, COLUMNS));
  const sources = restsOn(scheme, options, context).map(
    ({ grade, source }) => `${GRADES[grade][language]}: ${sourceNote(source)[language]}`,
  );
  lines.push('', ...sources.flatMap((source) => wrap(`- ${source}`, COLUMNS, '  ')));
  lines.push('', ...costLines(scheme, options, context, language));
  if (contest === null) lines.push(`${words.adoption}: ${adoption(scheme, language)}`);
  lines.push('', ...weekLines(weeksOfPractice(id, industry), language), '');
  const named = (ids: Scheme['complements']): string =>
    ids
      .map((id) => (language === 'zh' ? `${schemeById(id)!.name.zh}（${id}）` : id))
      .join(language === 'zh' ? '、' : ', ');
  if (scheme.complements.length > 0) lines.push(`${words.complements}: ${named(scheme.complements)}`);
  if (scheme.conflicts.length > 0) lines.push(`${words.conflicts}: ${named(scheme.conflicts)}`);
  lines.push('', ...wrap(words.for(usual.name[language], context.reps), COLUMNS));
  return lines.join('\n');
}

function shiftRow(shift: Shift, language: Language): string[] {
  const words = WORDS[language];
  const lever = LEVERS[LEVER_INDEX.get(shift.lever)!]!;
  const where = [
    shift.at === undefined ? '' : typeof shift.at === 'number' ? ['A', 'B', 'C'][shift.at]! : shift.at,
    shift.tenure === undefined ? '' : words[shift.tenure],
    ...timing(shift, language),
  ].filter((part) => part !== '');
  const [low, mode, high] = ends(shift.by);
  const show = (x: number): string => x.toFixed(2).replace('-', '−');
  return [
    lever.meaning[language] +
      (where.length > 0 ? inBrackets(where.join(language === 'zh' ? '，' : ', '), language) : ''),
    words.scales[lever.scale],
    show(low),
    show(mode),
    show(high),
    GRADES[shift.evidence.grade][language],
  ];
}

/** When a shift sets in, ends, fades or builds up. */
function timing({ needs, after, until, fades, builds, months }: Shift, language: Language): string[] {
  const words = WORDS[language];
  return [
    needs === undefined ? '' : words.needs,
    after === undefined ? '' : words.after(after),
    until === undefined ? '' : words.until(until),
    builds === undefined ? '' : words.builds(builds),
    fades === undefined ? '' : words.fades(fades),
    months === undefined ? '' : words.inMonths(months.length),
  ].filter((part) => part !== '');
}

/** Low, likely and high of a prior. */
function ends(q: Quantity): [number, number, number] {
  if (typeof q === 'number') return [q, q, q];
  if ('mode' in q) return [q.low, q.mode, q.high];
  if ('uniform' in q) return [q.uniform[0], (q.uniform[0] + q.uniform[1]) / 2, q.uniform[1]];
  if ('normal' in q)
    return [q.normal[0] - 1.645 * q.normal[1], q.normal[0], q.normal[0] + 1.645 * q.normal[1]];
  const spread = Math.exp(1.645 * q.lognormal[1]);
  return [q.lognormal[0] / spread, q.lognormal[0], q.lognormal[0] * spread];
}

function costLines(
  scheme: Scheme,
  options: Readonly<Record<string, number>>,
  context: SchemeContext,
  language: Language,
): string[] {
  const words = WORDS[language];
  const costs = costsOf(scheme, options, context);
  const told = (scales: boolean): string =>
    costs
      .filter((one) => one.scales === scales)
      .flatMap(({ name, unit, amount }) => {
        const [low, mode, high] = ends(amount);
        if (high === 0) return [];
        const show = (x: number): string =>
          unit === 'money' ? formatValue(x, 'money', 'CNY', language) : plain(x);
        return [`${name[language]} ${low === high ? show(mode) : `${show(low)} – ${show(high)}`}`];
      })
      .join(language === 'zh' ? '；' : '; ');
  return [
    [words.fixed, told(false)],
    [words.scaling, told(true)],
  ].flatMap(([title, items]) => (items === '' ? [] : wrap(`${title}: ${items}`, COLUMNS)));
}

/** Up to three significant digits, no more than it takes. */
function plain(x: number): string {
  return String(Number(x.toPrecision(3)));
}

function adoption(scheme: Scheme, language: Language): string {
  const words = WORDS[language];
  const [low, , high] = ends(scheme.adoption.monthsToHalf);
  const parts = [words.half(low === high ? String(low) : `${low} – ${high}`)];
  parts.push(words.failure(`${Math.round(modeOf(scheme.adoption.failure) * 100)} %`));
  if (scheme.adoption.literacy >= 0.5) parts.push(words.literacy);
  return parts.join(language === 'zh' ? '；' : '; ');
}
