import type { Language } from '../../../engine/kernel/format.ts';
import { payTable } from '../../charts/index.ts';
import type { ChartData } from '../../contract/index.ts';
import { plain } from './html.ts';

/** What every plan pays side by side, as part of the report; nothing where the run was not asked for it. */
export function paySection(data: ChartData, language: Language): string {
  const table = payTable(data, language);
  if (table === null) return '';
  const head = table.head.map((one) => `<th scope="col">${plain(one)}</th>`).join('');
  const rows = table.rows.map(
    ({ name, about, cells }) =>
      `<tr><th scope="row">${plain(name)}<br><small>${plain(about)}</small></th>${cells.map((one) => `<td>${plain(one)}</td>`).join('')}</tr>`,
  );
  return `<section><h2>${plain(table.title)}</h2>
<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>
</section>`;
}
