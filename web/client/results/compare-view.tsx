import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { sizeText, warningText } from '../../../engine/experiment/said.ts';
import type { ChartData, Localised, Run, RunResult } from '../../contract/index.ts';
import { chartsOf } from '../api/charts.ts';
import { language } from '../shell/preferences.ts';
import { navigate } from '../shell/router.ts';
import { textOf } from '../study/check.ts';
import { said, t } from '../texts/index.ts';
import { ChartsCard } from './charts-card.tsx';
import { Explain } from './explain.tsx';
import { Figures } from './figures.tsx';
import { alternativeName } from './names.ts';
import { Parts } from './parts.tsx';
import { Verdicts } from './run-view.tsx';

/** Step 5: a sentence for each alternative, then the charts, the decisive first. */
export function CompareView({ run }: { run: Run }): VNode {
  const data = useSignal<ChartData | null>(null);
  const share = useSignal<number | null>(null);
  const failure = useSignal<Localised | null>(null);
  const done = run.state === 'done';
  useEffect(() => {
    if (!done) return;
    const gone = new AbortController();
    chartsOf(run.id, gone.signal, (made) => {
      share.value = made;
    }).then(
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
      {run.result !== null && <p class="muted">{sizeText(run.result.run, language.value)}</p>}
      <Verdicts run={run} />
      {run.result !== null && <Parts run={run} result={run.result} />}
      {run.result !== null && run.result.warnings.length > 0 && (
        <div class="notice">
          <strong>{t('compare.warnings')}</strong>
          <ul>
            {run.result.warnings.map((one) => (
              <li key={one}>{warned(run, run.result!, one)}</li>
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
        failure.value === null && <p role="status">{waiting(done, share.value)}</p>
      ) : (
        <ChartsCard data={data.value} />
      )}
      <Explain run={run} />
      {run.result !== null && <Figures run={run} result={run.result} />}
      <div class="foot">
        <button type="button" class="first" onClick={() => navigate({ step: 'take', run: run.id })}>
          {t('compare.take')}
        </button>
      </div>
    </>
  );
}

/** What is said where the charts will be. */
function waiting(done: boolean, share: number | null): string {
  if (!done) return t('compare.wait');
  return share === null ? t('app.loading') : t('compare.making', { n: Math.floor(share * 100) });
}

function warned(run: Run, result: RunResult, warning: string): string {
  return warningText(result, warning, (id) => alternativeName(run, id), language.value);
}
