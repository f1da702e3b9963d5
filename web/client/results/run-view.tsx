import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { horizonText, sizeText } from '../../../engine/experiment/said.ts';
import type { Run } from '../../contract/index.ts';
import { request } from '../api/request.ts';
import { digits } from '../format.ts';
import { language } from '../shell/preferences.ts';
import { hrefOf, navigate } from '../shell/router.ts';
import { openText } from '../start/open-file.ts';
import { studyTextOf, textOf } from '../study/check.ts';
import { createDraft, draft, noteRun } from '../study/draft.ts';
import { said, t } from '../texts/index.ts';
import { Bars } from './bars.tsx';
import { alternativeName, figureText, metricName, unbroken } from './names.ts';
import { Parts } from './parts.tsx';

/** Step 4: rough results at once, sharper while one watches. */
export function RunView({ run, reload }: { run: Run; reload: () => void }): VNode {
  const busy = run.state === 'running' || run.state === 'queued';
  return (
    <>
      <h1>{said(run.title)}</h1>
      <Progress run={run} />
      {run.failure !== null && (
        <p class="notice bad" role="alert">
          {said(run.failure.message)}
        </p>
      )}
      {!busy && run.result !== null && <p class="muted">{sizeText(run.result.run, language.value)}</p>}
      <Buttons run={run} busy={busy} reload={reload} />
      {run.result === null ? (
        busy && <p class="muted">{t('run.soon')}</p>
      ) : (
        <section class="card">
          <h2>
            {t('run.primary', {
              metric: metricName(run.primary),
              span: horizonText(run.horizonDays, language.value),
            })}
          </h2>
          <Bars run={run} result={run.result} />
          <small>
            {t(run.result.run.draws < 2 ? 'run.firstLook' : 'run.key')}{' '}
            {busy && run.result.run.draws >= 2 && t('run.rough')}
          </small>
        </section>
      )}
      {run.result !== null && run.result.run.draws >= 2 && <Parts run={run} result={run.result} />}
      {run.result !== null && <Verdicts run={run} />}
    </>
  );
}

/** One sentence for each alternative. */
export function Verdicts({ run }: { run: Run }): VNode | null {
  const comparisons = run.result?.comparisons ?? [];
  if (comparisons.length === 0) return null;
  return (
    <>
      <ul class="verdicts">
        {comparisons.map((one) => (
          <li class="card" key={one.alternative}>
            <strong>{alternativeName(run, one.alternative)}</strong>
            {language.value === 'zh' ? '：' : ': '}
            {unbroken(language.value === 'zh' ? one.verdictZh : one.verdict)}
          </li>
        ))}
      </ul>
      <details class="reading">
        <summary>{t('verdict.about')}</summary>
        {(['expected', 'years', 'parts', 'watch', 'assumption'] as const).map((one) => (
          <p key={one}>{t(`verdict.${one}`)}</p>
        ))}
      </details>
    </>
  );
}

function Progress({ run }: { run: Run }): VNode {
  const { expected, rate, secondsLeft, precision } = run.progress;
  // The very first result comes before a whole parameter draw is counted.
  const finished = Math.max(run.progress.finished, run.result?.run.replications ?? 0);
  const running = run.state === 'running';
  const unit = run.result?.comparisons[0]?.metrics[run.primary]?.unit ?? '';
  const parts = [
    t(`run.state.${run.state}`, { n: run.queue ?? 1 }),
    run.state === 'done'
      ? t('run.progressDone', { n: finished })
      : t('run.progress', { n: finished, of: Math.max(expected, finished) }),
    ...(running && rate !== null ? [t('run.rate', { n: digits(rate) })] : []),
    ...(running && secondsLeft !== null ? [t('run.left', { n: Math.ceil(secondsLeft) })] : []),
  ];
  const half = (x: number | null): string => figureText(x, unit, run.currency);
  return (
    <div class="progress">
      <progress
        max={Math.max(expected, finished, 1)}
        value={run.state === 'done' ? Math.max(expected, finished, 1) : finished}
        aria-label={t('step.run')}
      />
      <p>
        {parts.join(' · ')}
        {precision !== null && (
          <small> · {t('run.precision', { now: half(precision.now), wanted: half(precision.wanted) })}</small>
        )}
      </p>
      {/* Figures that tick would be read out without end: the state alone is, and that there is a first result. */}
      <span class="unseen" role="status">
        {running
          ? `${parts[0]}. ${run.result === null ? '' : t('run.heard')}`
          : parts.slice(0, 2).join(' · ')}
      </span>
    </div>
  );
}

function Buttons({ run, busy, reload }: { run: Run; busy: boolean; reload: () => void }): VNode {
  const failure = useSignal<string | null>(null);
  const ask = async (path: string, body?: unknown): Promise<void> => {
    failure.value = null;
    try {
      const { id } = await request<{ id: string }>('POST', `/runs/${run.id}/${path}`, body);
      if (id === run.id) reload();
      else navigate({ step: 'run', run: id });
    } catch (error) {
      failure.value = said(textOf(error));
    }
  };
  // A run reached by its link alone: its study becomes a draft of this browser.
  const takeUp = async (): Promise<void> => {
    failure.value = null;
    try {
      const made = createDraft('file', await openText(await studyTextOf(run.id)));
      noteRun(run.id);
      navigate({ step: 'alternatives', study: made.id });
    } catch (error) {
      failure.value = said(textOf(error));
    }
  };
  return (
    <div class="row buttons">
      {busy && (
        <button type="button" onClick={() => void ask('stop')}>
          {t('run.stop')}
        </button>
      )}
      {(run.state === 'stopped' || run.state === 'interrupted') && (
        <button type="button" onClick={() => void ask('continue', {})}>
          {t('run.goOn')}
        </button>
      )}
      {run.state === 'done' && (
        <>
          <button type="button" onClick={() => void ask('continue', { precision: 0.5 })}>
            {t('run.finer')}
          </button>
          <button type="button" class="first" onClick={() => navigate({ step: 'compare', run: run.id })}>
            {t('run.see')}
          </button>
        </>
      )}
      {draft.value?.lastRun === run.id ? (
        <a href={hrefOf({ step: 'alternatives', study: draft.value.id })}>{t('run.edit')}</a>
      ) : (
        <button type="button" onClick={() => void takeUp()}>
          {t('run.edit')}
        </button>
      )}
      {failure.value !== null && (
        <span class="wrong" role="alert">
          {failure.value}
        </span>
      )}
    </div>
  );
}
