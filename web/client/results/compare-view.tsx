import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CHARTS, MONTHLY, type Offered, type View } from '../../charts/index.ts';
import type { ChartData, Localised, Run } from '../../contract/index.ts';
import { request } from '../api/request.ts';
import { Choice } from '../parts/field.tsx';
import { language, theme } from '../shell/preferences.ts';
import { navigate } from '../shell/router.ts';
import { textOf } from '../study/check.ts';
import { roughNumber } from '../study/written.ts';
import { en } from '../texts/en.ts';
import { said, t } from '../texts/index.ts';
import { Drawing } from './drawing.tsx';
import { Figures } from './figures.tsx';
import { alternativeName } from './names.ts';
import { Verdicts } from './run-view.tsx';

/** Step 5: a sentence for each alternative, then the charts, the decisive first. */
export function CompareView({ run }: { run: Run }): VNode {
  const data = useSignal<ChartData | null>(null);
  const failure = useSignal<Localised | null>(null);
  const done = run.state === 'done';
  useEffect(() => {
    if (!done) return;
    const gone = new AbortController();
    request<ChartData>('GET', `/runs/${run.id}/charts`, undefined, gone.signal).then(
      (got) => {
        data.value = got;
      },
      (error: unknown) => {
        if (!gone.signal.aborted) failure.value = textOf(error);
      },
    );
    return () => gone.abort();
  }, [run.id, done]);
  return (
    <>
      <h1>{said(run.title)}</h1>
      <Verdicts run={run} />
      {run.result !== null && run.result.warnings.length > 0 && (
        <div class="notice">
          <strong>{t('compare.warnings')}</strong>
          <ul>
            {run.result.warnings.map((one) => (
              <li key={one}>{warningText(run, one)}</li>
            ))}
          </ul>
        </div>
      )}
      {failure.value !== null && (
        <p class="notice bad" role="alert">
          {said(failure.value)}
        </p>
      )}
      {data.value === null ? (
        <p role="status">{t(done ? 'app.loading' : 'compare.wait')}</p>
      ) : (
        <Charts data={data.value} />
      )}
      {run.result !== null && <Figures run={run} result={run.result} />}
      <div class="foot">
        <button type="button" class="first" onClick={() => navigate({ step: 'take', run: run.id })}>
          {t('compare.take')}
        </button>
      </div>
    </>
  );
}

/** A warning of the engine, `code` or `code:alternative`, in words. */
function warningText(run: Run, warning: string): string {
  const [code, id] = warning.split(':') as [string, string?];
  const key = `warning.${code}`;
  if (!(key in en)) return warning;
  return t(key as keyof typeof en, { name: id === undefined ? '' : alternativeName(run, id) });
}

function Charts({ data }: { data: ChartData }): VNode {
  const chosen = useSignal<string>(CHARTS[0]!.id);
  const offered = CHARTS.find((one) => one.id === chosen.value) ?? CHARTS[0]!;
  return (
    <section class="card charts" aria-label={t('compare.charts')}>
      <div class="chart-names">
        {CHARTS.map((one) => (
          <button
            type="button"
            key={one.id}
            aria-pressed={one.id === chosen.value}
            onClick={() => {
              chosen.value = one.id;
            }}
          >
            {t(`chart.${one.id}` as keyof typeof en)}
          </button>
        ))}
      </div>
      <OneChart key={offered.id} data={data} offered={offered} />
    </section>
  );
}

function OneChart({ data, offered }: { data: ChartData; offered: Offered }): VNode {
  const place = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const change = useSignal(0);
  const metric = useSignal(data.primary);
  const figure = useSignal('revenue');
  const budget = useSignal('');
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
    change: change.value,
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
            value={String(change.value)}
            options={data.alternatives.slice(1).map((one, i) => [String(i), said(one.name)] as const)}
            onPick={(value) => {
              change.value = Number(value);
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
      {chart === null ? (
        width.value > 0 && (
          <p class="muted">
            {t('compare.nothing')} {offered.id === 'why' && t('compare.nothingWhy')}
          </p>
        )
      ) : (
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
