import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Weeks } from '../../contract/index.ts';
import { loadWeeks, weeks } from '../api/weeks.ts';
import { presetOf } from '../study/preset.ts';
import { said, t } from '../texts/index.ts';

type Week = Weeks['practices'][string]['before'];

/** A rep's week in hours before a practice, in its first week and a year on: an entry of a list, none until known. */
export function WeekTable({ id }: { id: string }): VNode | null {
  const context = presetOf().id;
  useEffect(() => void loadWeeks(context), [context]);
  const known = weeks.value.get(context);
  const three = known?.practices[id];
  if (known === undefined || three === undefined) return null;
  const columns = [three.before, three.starting, three.settled];
  const row = (name: string, of: (week: Week) => number): VNode => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {columns.map((week, i) => (
        <td key={i}>{of(week).toFixed(1)}</td>
      ))}
    </tr>
  );
  // What no hours go to in any of them is left out.
  const uses = known.uses.filter((use) => columns.some(({ hours }) => hours[use.id]! >= 0.05));
  return (
    <>
      <dt>{t('cat.week')}</dt>
      <dd>
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('cat.week.before')}</th>
              <th scope="col">{t('cat.week.starting')}</th>
              <th scope="col">{t('cat.week.settled')}</th>
            </tr>
          </thead>
          <tbody>
            {uses.map((use) => row(said(use.name), ({ hours }) => hours[use.id]!))}
            {row(t('cat.week.overtime'), ({ overtime }) => overtime)}
          </tbody>
        </table>
      </dd>
    </>
  );
}
