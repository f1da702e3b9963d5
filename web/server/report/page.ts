import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sizeText, warningText } from '../../../engine/experiment/index.ts';
import type { Language } from '../../../engine/kernel/format.ts';
import { readFinished } from '../../../engine/results/index.ts';
import { CHARTS, type Chart, nameOf, type View } from '../../charts/index.ts';
import type { ChartData, RunResult } from '../../contract/index.ts';
import { chartsOfRun } from '../charts/index.ts';
import { Turns } from '../charts/pause.ts';
import { escaped, plain } from './html.ts';
import { partsSection } from './parts-section.ts';
import { paySection } from './pay-section.ts';
import { svgOf } from './svg.ts';
import { WORDS } from './words.ts';

/** Width of a chart in the report, in pixels; it shrinks with the page. */
const WIDTH = 760;

/** Group of the charts that show all alternatives. */
const ALL = 'all';

/** Language, where the run is to be seen, and the command line that makes the same result. */
export interface ReportOptions {
  readonly lang: Language;
  readonly link: string;
  readonly command: string;
}

/**
 * The report of a finished run as one page: verdicts, every chart with its words and table, the study, and how to make
 * it again. No script, nothing fetched. The same run gives the same text.
 *
 * @param charts its chart data, if they are at hand
 * @throws Failure `run-missing`, `run-damaged`
 */
export async function reportHtml(
  dir: string,
  { lang, link, command }: ReportOptions,
  charts?: ChartData,
): Promise<string> {
  const data = charts ?? (await chartsOfRun(dir));
  const run = readFinished(dir);
  const result = run.result as RunResult;
  const words = WORDS[lang];
  const names = data.alternatives.map((_, a) => plain(nameOf(data, a, lang)));
  const verdicts = result.comparisons.map((one) => plain(lang === 'zh' ? one.verdictZh : one.verdict));
  const turns = new Turns();
  const all = await sections(chartsOf(data, lang, null), lang, ALL, turns);
  const own: string[] = [];
  for (const [i, verdict] of verdicts.entries()) {
    const group = `change-${i + 1}`;
    const charts = await sections(chartsOf(data, lang, i), lang, group, turns);
    own.push(`<h2 class="own" id="${group}">${names[i + 1]}</h2><p>${verdict}</p>\n${charts}`);
  }
  const made = words.made(sizeText(result.run, lang), data.reps, result.engine, result.study.seed);
  const byId = (id: string): string => {
    const a = data.alternatives.findIndex((one) => one.id === id);
    return a < 0 ? id : nameOf(data, a, lang);
  };
  const warned = result.warnings.map((one) => warningText(result, one, byId, lang));
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(data.title[lang])}</title><style>${STYLE}</style></head><body>
<h1>${plain(data.title[lang])}</h1>
<p class="made">${plain(made)}</p>
<h2>${words.verdicts}</h2><ul class="verdicts">
${verdicts.map((one, i) => `<li><a href="#change-${i + 1}"><strong>${names[i + 1]}</strong></a>${lang === 'zh' ? '：' : ': '}${one}</li>`).join('\n')}
</ul>
${partsSection(result, data, lang)}
${warned.map((text) => `<p class="alarm">⚠ ${plain(text)}</p>`).join('\n')}
${all}
${paySection(data, lang)}
${own.join('\n')}
<h2>${words.again}</h2><pre>${escaped(command)}</pre>
<p><a href="${escaped(link)}">${words.run}</a></p>
<details open><summary>${words.study}</summary><pre class="study">${escaped(readFileSync(join(run.dir, 'study.yaml'), 'utf8'))}</pre></details>
</body></html>
`;
}

/** Charts that show all alternatives at once, or one change against today: those that have something to show. */
function chartsOf(data: ChartData, language: Language, change: number | null): Chart[] {
  const view: View = {
    language,
    theme: 'light',
    width: WIDTH,
    change: change ?? 0,
    metric: data.primary,
    figure: 'revenue',
    budget: null,
  };
  return CHARTS.filter(({ asks }) => asks.includes('change') === (change !== null)).flatMap(
    ({ make }) => make(data, view) ?? [],
  );
}

async function sections(
  charts: readonly Chart[],
  language: Language,
  group: string,
  turns: Turns,
): Promise<string> {
  const drawn: string[] = [];
  for (const chart of charts) {
    drawn.push(await section(chart, language, group));
    await turns.rest();
  }
  return drawn.join('\n');
}

async function section(chart: Chart, language: Language, group: string): Promise<string> {
  const level = group === ALL ? 2 : 3;
  const words = WORDS[language];
  const { head, rows } = chart.table;
  const cells = (row: readonly string[]): string =>
    row.map((one, i) => (i === 0 ? `<th scope="row">${plain(one)}</th>` : `<td>${plain(one)}</td>`)).join('');
  return `<section><h${level}>${plain(chart.title)}</h${level}>
<div role="img" aria-label="${plain(chart.words)}"><div aria-hidden="true">${await svgOf(chart.spec, `${group}-${chart.id}`)}</div></div>
<p>${plain(chart.words)}</p>
<details><summary>${words.about}</summary>${chart.about.map((one) => `<p>${plain(one)}</p>`).join('')}</details>
<details><summary>${words.table}</summary><table><thead><tr>${head.map((one) => `<th scope="col">${plain(one)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table></details>
</section>`;
}

const STYLE = `
body { font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; color: #1c2733; background: #fff; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; margin-bottom: 0.3rem; } h2 { font-size: 1.1rem; margin: 1.8rem 0 0.5rem; }
.made, summary { color: #55616e; } .alarm { border-left: 4px solid #b35900; padding-left: 0.6rem; } .verdicts li { margin-bottom: 0.5rem; font-size: 1.05rem; }
section { break-inside: avoid; } svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; font-size: 0.85rem; } th, td { padding: 0.2rem 0.6rem; border-bottom: 1px solid #e3e7eb; text-align: right; font-weight: 400; } th:first-child { text-align: left; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f6f8; padding: 0.75rem; font-size: 0.8rem; }
h3 { font-size: 1rem; margin: 1.4rem 0 0.4rem; } h2.own { font-size: 1.35rem; margin-top: 2.4rem; }
@page { size: A4; margin: 14mm; }
@media print {
  body { margin: 0; max-width: none; font-size: 12px; } h2.own { break-before: page; } svg { max-height: 62mm; } section { margin: 0; } h2, h3 { margin-top: 0.9rem; }
  h2, h3 { break-after: avoid; } details:not([open]) { display: none; } .study { font-size: 9px; }
}
`;
