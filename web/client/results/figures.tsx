import type { VNode } from 'preact';
import type { Run, RunResult } from '../../contract/index.ts';
import { catalogue } from '../api/catalogue.ts';
import { said, t } from '../texts/index.ts';
import { alternativeName, figureText, metricName } from './names.ts';

/** Every metric of a run: today, and each alternative's change; each name can be asked for its formula. */
export function Figures({ run, result }: { run: Run; result: RunResult }): VNode {
  const baseline = result.alternatives[0];
  const metrics = Object.entries(baseline?.metrics ?? {});
  return (
    <details class="all">
      <summary>{t('compare.all')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach that */}
      <section class="card scroll" tabIndex={0} aria-label={t('compare.all')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('compare.metric')}</th>
              <th scope="col">{t('alt.baseline')}</th>
              {result.comparisons.map((one) => (
                <th scope="col" key={one.alternative}>
                  {alternativeName(run, one.alternative)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.map(([id, metric]) => (
              <tr key={id}>
                <th scope="row">
                  <Asked id={id} />
                </th>
                <td>{figureText(metric.mean, metric.unit, run.currency)}</td>
                {result.comparisons.map((one) => {
                  const figures = one.metrics[id];
                  if (figures === undefined) return <td key={one.alternative}>–</td>;
                  const text = (x: number | null): string => figureText(x, figures.unit, run.currency, true);
                  return (
                    <td key={one.alternative}>
                      {text(figures.mean)}
                      <br />
                      <small>
                        {text(figures.interval[0])} … {text(figures.interval[1])}
                      </small>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function Asked({ id }: { id: string }): VNode {
  const metric = catalogue.value?.metrics.find((one) => one.id === id);
  if (metric === undefined) return <>{metricName(id)}</>;
  return (
    <details>
      <summary>{said(metric.name)}</summary>
      <small>{t('compare.formula', { formula: said(metric.formula) })}</small>
    </details>
  );
}
