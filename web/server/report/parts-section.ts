import type { Language } from '../../../engine/kernel/format.ts';
import { nameOf, partsTable } from '../../charts/index.ts';
import type { ChartData, RunResult } from '../../contract/index.ts';
import { plain } from './html.ts';

/** Net value and its parts by alternative, as part of the report; nothing where the run is judged by another figure. */
export function partsSection(result: RunResult, data: ChartData, language: Language): string {
  const table = partsTable(result, data, language);
  if (table === null) return '';
  const head = table.head.map((one) => `<th scope="col">${plain(one)}</th>`).join('');
  const rows = table.rows.map(({ alternative, cells, payback }) => {
    const name = nameOf(
      data,
      data.alternatives.findIndex((one) => one.id === alternative),
      language,
    );
    const figures = cells.map(
      ({ mean, range }) => `<td>${plain(mean)}<br><small>${plain(range)}</small></td>`,
    );
    return `<tr><th scope="row">${plain(name)}</th>${figures.join('')}<td>${plain(payback)}</td></tr>`;
  });
  return `<section><h2>${plain(table.title)}</h2>
<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>
<p>${plain(table.about)}</p></section>`;
}
