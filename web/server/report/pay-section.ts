import type { Language } from '../../../engine/kernel/format.ts';
import { payTable } from '../../charts/index.ts';
import type { ChartData } from '../../contract/index.ts';
import { plain } from './html.ts';
import { WORDS } from './words.ts';

/** Changes that stand beside today in one table; a printed page is no wider. */
const MOST_BESIDE = 4;

/** What every plan pays side by side, as part of the report; nothing where the run was not asked for it. */
export function paySection(data: ChartData, language: Language): string {
  const table = payTable(data, language);
  if (table === null) return '';
  const changes = table.head.length - 2;
  const tables = Array.from({ length: Math.max(1, Math.ceil(changes / MOST_BESIDE)) }, (_, k) => {
    // Today, then the changes of this table.
    const some = <T>(all: readonly T[]): T[] => [
      all[0]!,
      ...all.slice(1 + k * MOST_BESIDE, 1 + (k + 1) * MOST_BESIDE),
    ];
    const [figure, ...names] = table.head;
    const head = [figure!, ...some(names)].map((one) => `<th scope="col">${plain(one)}</th>`).join('');
    const rows = table.rows.map(
      ({ name, cells }) =>
        `<tr><th scope="row">${plain(name)}</th>${some(cells)
          .map((one) => `<td>${plain(one)}</td>`)
          .join('')}</tr>`,
    );
    return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  });
  const about = table.rows.map((one) => `<p><strong>${plain(one.name)}</strong> ${plain(one.about)}</p>`);
  return `<section><h2>${plain(table.title)}</h2>
${tables.join('\n<br>\n')}
<details><summary>${WORDS[language].about}</summary>${about.join('')}</details>
</section>`;
}
