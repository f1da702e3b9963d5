import { type Signal, useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { CHARTS, type Offered, type View } from '../../charts/index.ts';
import type { ChartData } from '../../contract/index.ts';
import type { Texts } from '../texts/en.ts';
import { t } from '../texts/index.ts';
import { OneChart } from './one-chart.tsx';
import { PayView } from './pay-view.tsx';

const GROUPS = ['answer', 'pay', 'business'] as const;

/** What the reader has chosen; it stays from chart to chart. */
export interface Chosen {
  readonly change: Signal<number>;
  readonly metric: Signal<string>;
  readonly figure: Signal<string>;
  readonly budget: Signal<string>;
}

/** The charts of a run behind tabs, those with nothing to show left out. */
export function ChartsCard({ data }: { data: ChartData }): VNode {
  const tab = useSignal<string>(CHARTS[0]!.id);
  const chosen: Chosen = {
    change: useSignal(0),
    metric: useSignal(data.primary),
    figure: useSignal('revenue'),
    budget: useSignal(''),
  };
  const offered = useMemo(() => CHARTS.filter((one) => changesOf(data, one).length > 0), [data]);
  const shown = offered.find((one) => one.id === tab.value) ?? offered[0];
  if (shown === undefined) return <p class="muted">{t('compare.nothing')}</p>;
  return (
    <>
      <section class="card charts" aria-label={t('compare.charts')}>
        {GROUPS.map((group) => {
          const charts = offered.filter((one) => one.group === group);
          if (charts.length === 0) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a row of buttons under a name, no form
            <div class="chart-names" role="group" aria-label={t(`charts.${group}`)} key={group}>
              <span class="group" aria-hidden="true">
                {t(`charts.${group}`)}
              </span>
              {charts.map((one) => (
                <button
                  type="button"
                  key={one.id}
                  aria-pressed={one.id === shown.id}
                  onClick={() => {
                    tab.value = one.id;
                  }}
                >
                  {t(`chart.${one.id}` as keyof Texts)}
                </button>
              ))}
            </div>
          );
        })}
        <OneChart
          key={shown.id}
          data={data}
          offered={shown}
          chosen={chosen}
          changes={changesOf(data, shown)}
        />
      </section>
      <PayView data={data} />
    </>
  );
}

/** Changes for which a chart has something to show, from 0; a chart of all alternatives has one view. */
function changesOf(data: ChartData, { asks, make }: Offered): number[] {
  const changes = Math.max(1, data.alternatives.length - 1);
  const views = asks.includes('change') ? Array.from({ length: changes }, (_, change) => change) : [0];
  return views.filter((change) => make(data, { ...PROBE, metric: data.primary, change }) !== null);
}

/** Whether there is anything to show depends on nothing but the data and the change. */
const PROBE: View = {
  language: 'en',
  theme: 'light',
  width: 600,
  change: 0,
  metric: '',
  figure: 'revenue',
  budget: null,
};
