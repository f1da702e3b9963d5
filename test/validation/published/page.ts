import type { Localised } from '../../../engine/kernel/quantity.ts';
import type { NormalStudy } from '../../../engine/study/index.ts';
import { both, settingOf } from '../table.ts';
import { type Finding, type Statement, text } from './findings.ts';
import type { Estimate, Told } from './measure.ts';
import type { Observed } from './run.ts';
import { type Band, judge, type Verdict } from './verdict.ts';

type Language = 'en' | 'zh';

/** A finding with what came out. */
export interface Result {
  readonly finding: Finding;
  readonly study: NormalStudy;
  readonly observed: Observed;
}

const minus = (x: number, words: string): string => (x < 0 ? `−${words}` : words);
const signed = (x: number, words: string): string => (x < 0 ? `−${words}` : `+${words}`);

/** A figure in the terms of its measure. */
export function told(x: number, how: Told): string {
  const size = Math.abs(x);
  if (!Number.isFinite(x)) return Number.isNaN(x) ? '–' : minus(x, '∞');
  if (how === 'percent') return signed(x, `${(100 * size).toFixed(1)} %`);
  if (how === 'share') return signed(x, `${(100 * size).toFixed(2)} pp`);
  if (how === 'rate') return minus(x, `${(100 * size).toFixed(1)} %`);
  if (how === 'factor') return minus(x, `×${size.toFixed(2)}`);
  return signed(x, size.toFixed(2));
}

const pair = ([low, high]: readonly [number, number], how: Told): string =>
  `${told(low, how)} … ${told(high, how)}`;

/** A band: a sign, nothing give or take, or its ends. */
export function bandText(band: Band, how: Told): Localised {
  if (band.low === 0 && band.high === Number.POSITIVE_INFINITY) return text('above 0', '大于 0');
  if (band.high === 0 && band.low === Number.NEGATIVE_INFINITY) return text('below 0', '小于 0');
  if (band.low === -band.high) return both(`±${told(band.high, how).slice(1)}`);
  return both(pair([band.low, band.high], how));
}

const VERDICTS: Readonly<Record<Verdict, Localised>> = {
  hit: text('**hit**', '**命中**'),
  miss: text('**miss**', '**未中**'),
  'sign only': text('sign only', '仅方向一致'),
  undecided: text('undecided', '未定'),
};

function cells(statement: Statement, estimate: Estimate, language: Language): string[] {
  const how = statement.measure.told;
  const { band } = statement;
  return [
    statement.text[language],
    statement.published[language],
    `${told(estimate.value, how)} (${pair(estimate.interval, how)})`,
    pair(estimate.range, how),
    band === null ? '–' : bandText(band, how)[language],
    band === null ? '–' : verdictCell(judge(estimate.interval, band), statement, language),
  ];
}

/** The verdict, and unless it is a hit why the figure falls short, where that is known. */
function verdictCell(verdict: Verdict, { shortfall }: Statement, language: Language): string {
  const words = VERDICTS[verdict][language];
  if (verdict === 'hit' || shortfall === undefined) return words;
  return language === 'en' ? `${words}: ${shortfall.en}` : `${words}：${shortfall.zh}`;
}

const COLUMNS: Readonly<Record<Language, readonly string[]>> = {
  en: ['study', 'what is compared', 'published', 'simulated (90 % interval)', 'range', 'band', 'verdict'],
  zh: ['研究', '比较内容', '公布值', '模拟值（90% 区间）', '范围', '容许带', '判定'],
};

function tableOf(results: readonly Result[], language: Language): string {
  const line = (columns: readonly string[]): string => `| ${columns.join(' | ')} |`;
  const rows = results.flatMap(({ finding, observed }) =>
    finding.statements.map((statement, i) =>
      line([
        i === 0 ? `[${finding.id}](${finding.study}.yaml)` : '',
        ...cells(statement, observed.estimates[i]!, language),
      ]),
    ),
  );
  return [line(COLUMNS[language]), line(COLUMNS[language].map(() => '---')), ...rows].join('\n');
}

function notesOf(results: readonly Result[], language: Language): string {
  return results
    .map(({ finding, study, observed }) => {
      const parts = [finding.source, settingOf(study), finding.experiment, finding.caveat].map(
        (one) => one[language],
      );
      const stop = language === 'en' ? '. ' : '。';
      const count =
        language === 'en'
          ? `${observed.replications} replications${observed.precise ? '' : ', short of the precision asked for'}.`
          : `${observed.replications} 次重复${observed.precise ? '' : '，未达所要求的精度'}。`;
      const files = [finding.study, ...(finding.beside ?? [])].map((name) => `[${name}](${name}.yaml)`);
      return `- **${finding.id}** ${files.join(language === 'en' ? ', ' : '、')}: ${parts.join(stop)}${stop}${count}`;
    })
    .join('\n');
}

/** One line for each finding: where it comes from, and how many of its statements came out how. */
function overviewOf(results: readonly Result[], language: Language): string {
  const ids = [...new Set(results.map(({ finding }) => finding.id))];
  const heads = language === 'en' ? ['', 'finding', 'statements'] : ['', '研究', '各项'];
  const rows = ids.map((id) => {
    const some = results.filter(({ finding }) => finding.id === id);
    const sources = [...new Set(some.map(({ finding }) => finding.source[language]))];
    return [id, sources.join(language === 'en' ? '; ' : '；'), scoreText(some, language)];
  });
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** How many judged statements came out which way. */
export function score(results: readonly Result[]): Readonly<Record<Verdict, number>> {
  const count = { hit: 0, miss: 0, 'sign only': 0, undecided: 0 };
  for (const { finding, observed } of results)
    finding.statements.forEach(({ band }, i) => {
      if (band !== null) count[judge(observed.estimates[i]!.interval, band)]++;
    });
  return count;
}

const COUNTED: Readonly<Record<Verdict, Localised>> = {
  hit: text(' hit', ' 项命中'),
  'sign only': text(' right in sign only', ' 项仅方向一致'),
  undecided: text(' undecided', ' 项未定'),
  miss: text(' missed', ' 项未中'),
};

function scoreText(results: readonly Result[], language: Language): string {
  const count = score(results);
  const parts = (Object.keys(COUNTED) as Verdict[])
    .filter((verdict) => count[verdict] > 0)
    .map((verdict) => `${count[verdict]}${COUNTED[verdict][language]}`);
  return language === 'en' ? `${parts.join(', ')}.` : `${parts.join('，')}。`;
}

/** The whole page in one language. */
export function page(results: readonly Result[], language: Language): string {
  const validation = results.filter(({ finding }) => finding.use === 'validation');
  const calibration = results.filter(({ finding }) => finding.use === 'calibration');
  const { head, validated, calibrated, notes } = WORDS[language];
  const part = (title: string, some: readonly Result[]): string =>
    some.length === 0
      ? ''
      : `## ${title}\n\n${scoreText(some, language)}\n\n${overviewOf(some, language)}\n\n${tableOf(some, language)}\n\n### ${notes}\n\n${notesOf(some, language)}\n`;
  return `${head}\n${[part(validated, validation), part(calibrated, calibration)].filter((one) => one !== '').join('\n')}`;
}

const WORDS = {
  en: {
    validated: 'Findings held out',
    calibrated: 'Findings the model was set with in view',
    notes: 'Where the rows come from',
    head: `# Published experiments, and what the simulator says

[简体中文](README.zh.md)

Made by \`npm run published\` from the studies in this folder; do not edit. Each study runs by itself: \`npx schemelab run scenarios/published/b43-assistant.yaml\`. What the article that named the schemes claims is in [\`../article\`](../article/README.md).

Each study takes the preset nearest to the population of the publication, with what the publication or its kind of business implies changed, and makes the change that was made there. Settings come from the publication or its trade, not from the figure that came out, and no constant of a mechanism differs between studies. Where a plan has a quota and the publication does not say who reaches it, about half do, and what scales the firm's business is not uncertain, so that the quota fits it. Changes and references share their luck.

*Simulated*: the estimate, and in brackets the 90 % confidence interval that the number of replications leaves. *Range*: 5–95 %, over what is not known of practices and what the simulation leaves open. *Band*: where the figure must lie to agree: the published range widened a little, a factor of two, or a sign. *Verdict*: **hit** if the interval lies inside the band, **miss** if outside, *sign only* if outside but on the right side of nothing, *undecided* if it lies across an edge. Rows without a verdict are what the publication does not report. "pp" are percentage points.
`,
  },
  zh: {
    validated: '留作检验的研究',
    calibrated: '设定模型时参考过的研究',
    notes: '各行出处',
    head: `# 已发表的实验与模拟结果

[English](README.md)

由 \`npm run published\` 根据本目录的研究生成，请勿手改。每项研究可单独运行：\`npx schemelab run scenarios/published/b43-assistant.yaml --lang zh\`。提出各方案的文章所声称的结果见 [\`../article\`](../article/README.md)。

每项研究取最接近原研究对象的行业预设，只改动原文或其行业所隐含的条件，并作与原文相同的改变。设定取自原文或其行业，而非取决于得出的数字；各研究的机制常数完全相同。方案有目标而原文未说明达标者多少时，约半数达标，且决定业务规模的数字不取不确定值，使目标与之相称。改变前后共用同样的运气。

“模拟值”为估计值，括号内为重复次数所决定的 90% 置信区间。“范围”为方案效果未知部分的 5–95%（已剔除偶然波动）。“容许带”为视作一致的范围：略放宽的公布范围、两倍之内，或方向。“判定”：区间全在带内为**命中**，全在带外为**未中**，带外但方向正确为“仅方向一致”，跨越带边为“未定”。无判定的行为原文未报告的内容。“pp”为百分点。
`,
  },
} as const;
