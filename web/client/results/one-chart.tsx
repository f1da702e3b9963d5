import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MONTHLY, type Offered, type View } from '../../charts/index.ts';
import type { ChartData } from '../../contract/index.ts';
import { Choice } from '../parts/field.tsx';
import { language, theme } from '../shell/preferences.ts';
import { roughNumber } from '../study/written.ts';
import { said, t } from '../texts/index.ts';
import type { Chosen } from './charts-card.tsx';
import { Drawing } from './drawing.tsx';

interface OneChartProps {
  readonly data: ChartData;
  readonly offered: Offered;
  readonly chosen: Chosen;
  /** Changes that the chart has something to show for, from 0. */
  readonly changes: readonly number[];
}

/** A chart with what may be chosen in it, asked what it is, and as a table. */
export function OneChart({ data, offered, chosen, changes }: OneChartProps): VNode {
  const place = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const { metric, figure, budget } = chosen;
  // A change chosen elsewhere that has nothing here gives way to the first that has.
  const change = changes.includes(chosen.change.value) ? chosen.change.value : changes[0]!;
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      width.value = Math.round(entry!.contentRect.width);
    });
    watch.observe(place.current!);
    return () => watch.disconnect();
  }, []);
  const view: View = {
    language: language.value,
    theme: theme.value,
    width: Math.min(980, width.value),
    change,
    metric: metric.value,
    figure: figure.value,
    budget: roughNumber(budget.value),
  };
  const chart = width.value === 0 ? null : offered.make(data, view);
  const asks = (what: Offered['asks'][number]): boolean => offered.asks.includes(what);
  return (
    <div ref={place}>
      <div class="fields choices">
        {asks('change') && data.alternatives.length > 2 && (
          <Choice
            label={t('compare.change')}
            value={String(change)}
            options={changes.map((i) => [String(i), said(data.alternatives[i + 1]!.name)] as const)}
            onPick={(value) => {
              chosen.change.value = Number(value);
            }}
          />
        )}
        {asks('metric') && (
          <Choice
            label={t('compare.metric')}
            value={metric.value}
            options={data.metrics.map((one) => [one.id, said(one.name)] as const)}
            onPick={(value) => {
              metric.value = value;
            }}
          />
        )}
        {asks('figure') && (
          <Choice
            label={t('compare.month')}
            value={figure.value}
            options={data.months.map(
              ({ id }) => [id, said(MONTHLY[id as keyof typeof MONTHLY] ?? { en: id, zh: id })] as const,
            )}
            onPick={(value) => {
              figure.value = value;
            }}
          />
        )}
        {asks('budget') && (
          <label class="field">
            <span class="label">{t('compare.budget')}</span>
            <input
              value={budget.value}
              onInput={(event) => {
                budget.value = event.currentTarget.value;
              }}
            />
          </label>
        )}
      </div>
      {chart !== null && (
        <>
          <h2>{chart.title}</h2>
          <Drawing chart={chart} />
          <details>
            <summary>{t('compare.about')}</summary>
            {chart.about.map((one) => (
              <p key={one}>{one}</p>
            ))}
          </details>
          <details>
            <summary>{t('compare.table')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach that */}
            <section class="scroll" tabIndex={0} aria-label={chart.title}>
              <table>
                <thead>
                  <tr>
                    {chart.table.head.map((one, i) => (
                      <th scope="col" key={i}>
                        {one}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {chart.table.rows.map((row, i) => (
                    <tr key={i}>
                      {row.map((one, j) => (j === 0 ? <th scope="row">{one}</th> : <td key={j}>{one}</td>))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        </>
      )}
    </div>
  );
}
