import type { VNode } from 'preact';
import { MARKS, markOf, paybackText } from '../../../engine/experiment/said.ts';
import type { Run, RunDifference, RunResult } from '../../contract/index.ts';
import { catalogue } from '../api/catalogue.ts';
import { share } from '../format.ts';
import { language } from '../shell/preferences.ts';
import { said, t } from '../texts/index.ts';
import { alternativeName, figureText, metricName, rangeText } from './names.ts';

/** Every metric of a run: today, and each alternative's change; each name can be asked for its formula. */
export function Figures({ run, result }: { run: Run; result: RunResult }): VNode {
  const baseline = result.alternatives[0];
  const metrics = Object.entries(baseline?.metrics ?? {});
  return (
    <details class="all">
      <summary>{t('compare.all')}</summary>
      <p class="muted">{t('compare.marks', { confidence: share(run.confidence) })}</p>
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
                  <Asked id={id} run={run} />
                </th>
                <td>{figureText(metric.mean, metric.unit, run.currency)}</td>
                {result.comparisons.map((one) => {
                  const figures = one.metrics[id];
                  if (figures === undefined) return <td key={one.alternative}>–</td>;
                  const said = one.worthSaying?.includes(id) ?? true;
                  return (
                    <Change
                      key={one.alternative}
                      id={id}
                      figures={figures}
                      currency={run.currency}
                      worthSaying={said}
                    />
                  );
                })}
              </tr>
            ))}
            {result.comparisons.some((one) => one.payback != null) && (
              <tr>
                <th scope="row">{t('figure.payback')}</th>
                <td />
                {result.comparisons.map((one) => (
                  <td key={one.alternative}>{paybackText(one.payback ?? null, language.value)}</td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** A change with the interval of its mean, and whether it is for the better. */
function Change(props: {
  id: string;
  figures: RunDifference;
  currency: string;
  worthSaying: boolean;
}): VNode {
  const { id, figures, currency, worthSaying } = props;
  const better = catalogue.value?.metrics.find((one) => one.id === id)?.better ?? 'none';
  const standing = markOf(figures, better, worthSaying);
  return (
    <td>
      {figureText(figures.mean, figures.unit, currency, true)}{' '}
      <span class={standing}>
        <span aria-hidden="true">{MARKS[standing]}</span>
        <span class="unseen">{t(`compare.${standing}`)}</span>
      </span>
      {standing !== 'same' && figures.interval[0] !== null && (
        <>
          <br />
          <small>{rangeText(figures.interval, figures.unit, currency)}</small>
        </>
      )}
    </td>
  );
}

function Asked({ id, run }: { id: string; run: Run }): VNode {
  const metric = catalogue.value?.metrics.find((one) => one.id === id);
  if (metric === undefined) return <>{metricName(id)}</>;
  const months = Math.round((run.horizonDays / 252) * 120) / 10;
  return (
    <details class="asked">
      <summary>{said(metric.name)}</summary>
      <p>{t('figure.formula', { formula: said(metric.formula) })}</p>
      <p>{t('figure.better', { which: t(`figure.better.${metric.better}`) })}</p>
      <p>{t('figure.uncertainty', { confidence: share(run.confidence) })}</p>
      <p>{t('figure.assumption', { months })}</p>
    </details>
  );
}
