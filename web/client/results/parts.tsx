import type { VNode } from 'preact';
import { partsTable } from '../../charts/index.ts';
import type { Run, RunResult } from '../../contract/index.ts';
import { language } from '../shell/preferences.ts';
import { alternativeName, unbroken } from './names.ts';

/** Both parts of net value beside it, and the payback time; nothing where the run is judged by another figure. */
export function Parts({ run, result }: { run: Run; result: RunResult }): VNode | null {
  const table = partsTable(result, run, language.value);
  if (table === null) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach that
    <section class="card scroll" tabIndex={0} aria-label={table.title}>
      <h2>{table.title}</h2>
      <table class="parts">
        <thead>
          <tr>
            {table.head.map((one) => (
              <th scope="col" key={one}>
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.alternative}>
              <th scope="row">{alternativeName(run, row.alternative)}</th>
              {row.cells.map(({ mean, range }, i) => (
                <td key={table.head[i + 1]}>
                  {unbroken(mean)}
                  <br />
                  <small>{unbroken(range)}</small>
                </td>
              ))}
              <td>{unbroken(row.payback)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <small>{table.about}</small>
    </section>
  );
}
