import type { VNode } from 'preact';
import { payTable } from '../../charts/index.ts';
import type { ChartData } from '../../contract/index.ts';
import { language } from '../shell/preferences.ts';

/** What every plan pays side by side; each figure can be asked what it is. */
export function PayView({ data }: { data: ChartData }): VNode | null {
  const table = payTable(data, language.value);
  if (table === null) return null;
  return (
    <details class="all pay-table" open>
      <summary>{table.title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach that */}
      <section class="card scroll" tabIndex={0} aria-label={table.title}>
        <table>
          <thead>
            <tr>
              {table.head.map((one, i) => (
                <th scope="col" key={i}>
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">
                  <details>
                    <summary>{row.name}</summary>
                    <small>{row.about}</small>
                  </details>
                </th>
                {row.cells.map((cell, i) => (
                  <td key={i}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
