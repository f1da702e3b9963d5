import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../engine/kernel/format.ts';
import { readFinished } from '../../../engine/results/index.ts';
import { CHARTS, type Chart, nameOf, type View } from '../../charts/index.ts';
import type { ChartData, RunResult } from '../../contract/index.ts';
import { chartsOfRun } from '../charts/index.ts';
import { svgOf } from './svg.ts';
import { WORDS } from './words.ts';

/** Width of a chart in the report, in pixels; it shrinks with the page. */
const WIDTH = 760;

/** Alternatives whose own charts are drawn; more would make a book. */
const MOST_CHANGES = 4;

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
 * @throws Failure `run-missing`, `run-damaged`
 */
export async function reportHtml(dir: string, { lang, link, command }: ReportOptions): Promise<string> {
  const data = await chartsOfRun(dir);
  const run = readFinished(dir);
  const result = run.result as RunResult;
  const words = WORDS[lang];
  const verdicts = result.comparisons.map((one, i) => {
    const name = data.alternatives[i + 1]?.name[lang] ?? one.alternative;
    return `<li><strong>${plain(name)}</strong>${lang === 'zh' ? '：' : ': '}${plain(lang === 'zh' ? one.verdictZh : one.verdict)}</li>`;
  });
  const drawn: string[] = [];
  for (const chart of chartsToDraw(data, lang)) drawn.push(await section(chart, lang));
  const made = words.made(
    result.run.replications,
    result.run.draws,
    data.reps,
    result.engine,
    result.study.seed,
  );
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${plain(data.title[lang])}</title><style>${STYLE}</style></head><body>
<h1>${plain(data.title[lang])}</h1>
<p class="made">${plain(made)}</p>
<h2>${words.verdicts}</h2><ul class="verdicts">${verdicts.join('')}</ul>
${drawn.join('\n')}
<h2>${words.again}</h2><pre>${plain(command)}</pre>
<p><a href="${plain(link)}">${words.run}</a></p>
<details><summary>${words.study}</summary><pre>${plain(readFileSync(join(run.dir, 'study.yaml'), 'utf8'))}</pre></details>
</body></html>
`;
}

/** Every chart that has something to show; those about one change once for each. */
function chartsToDraw(data: ChartData, language: Language): Chart[] {
  const several = data.alternatives.length > 2;
  const changes = Math.min(MOST_CHANGES, data.alternatives.length - 1);
  const view = (change: number): View => ({
    language,
    theme: 'light',
    width: WIDTH,
    change,
    metric: data.primary,
    figure: 'revenue',
    budget: null,
  });
  return CHARTS.flatMap(({ make, asks }) => {
    const times = asks.includes('change') ? changes : 1;
    return Array.from({ length: times }, (_, change) => change).flatMap((change) => {
      const chart = make(data, view(change));
      if (chart === null) return [];
      if (!several || times === 1) return [chart];
      return [{ ...chart, title: `${chart.title} (${nameOf(data, change + 1, language)})` }];
    });
  });
}

async function section(chart: Chart, language: Language): Promise<string> {
  const words = WORDS[language];
  const { head, rows } = chart.table;
  const cells = (row: readonly string[]): string =>
    row.map((one, i) => (i === 0 ? `<th scope="row">${plain(one)}</th>` : `<td>${plain(one)}</td>`)).join('');
  return `<section><h2>${plain(chart.title)}</h2>
<div role="img" aria-label="${plain(chart.words)}"><div aria-hidden="true">${await svgOf(chart.spec)}</div></div>
<p>${plain(chart.words)}</p>
<details><summary>${words.about}</summary>${chart.about.map((one) => `<p>${plain(one)}</p>`).join('')}</details>
<details><summary>${words.table}</summary><table><thead><tr>${head.map((one) => `<th scope="col">${plain(one)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table></details>
</section>`;
}

/** Text as HTML writes it. */
function plain(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE = `
body { font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; color: #1c2733; background: #fff; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; margin-bottom: 0.3rem; } h2 { font-size: 1.1rem; margin: 1.8rem 0 0.5rem; }
.made, summary { color: #55616e; } .verdicts li { margin-bottom: 0.5rem; font-size: 1.05rem; }
section { break-inside: avoid; } svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; font-size: 0.85rem; } th, td { padding: 0.2rem 0.6rem; border-bottom: 1px solid #e3e7eb; text-align: right; font-weight: 400; } th:first-child { text-align: left; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f6f8; padding: 0.75rem; font-size: 0.8rem; }
@page { size: A4; margin: 16mm; } @media print { body { margin: 0; max-width: none; } }
`;
