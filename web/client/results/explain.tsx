import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Run } from '../../contract/index.ts';
import { navigate } from '../shell/router.ts';
import { openText } from '../start/open-file.ts';
import { runExplained, studyTextOf, textOf } from '../study/check.ts';
import { stepsTogether } from '../study/run-options.ts';
import { said, t } from '../texts/index.ts';

/** Offers to run a study once more with its alternatives taken apart, where one takes several steps. */
export function Explain({ run }: { run: Run }): VNode | null {
  const text = useSignal<string | null>(null);
  const failure = useSignal<string | null>(null);
  useEffect(() => {
    text.value = null;
    if (run.state !== 'done' || run.explain) return;
    studyTextOf(run.id).then(
      async (study) => {
        if (stepsTogether(await openText(study)) > 0) text.value = study;
      },
      // Without its study a run cannot be made again: nothing is offered.
      () => undefined,
    );
  }, [run.id, run.state]);
  const begin = async (study: string): Promise<void> => {
    failure.value = null;
    try {
      navigate({ step: 'run', run: await runExplained(run, study) });
    } catch (error) {
      failure.value = said(textOf(error));
    }
  };
  const study = text.value;
  if (study === null) return null;
  return (
    <p class="row explain">
      <button type="button" onClick={() => void begin(study)}>
        {t('compare.explain')}
      </button>{' '}
      <small>{t('compare.explain.more')}</small>
      {failure.value !== null && (
        <span class="wrong" role="alert">
          {failure.value}
        </span>
      )}
    </p>
  );
}
