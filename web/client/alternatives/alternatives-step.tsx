import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { AllProblems } from '../parts/problems.tsx';
import { navigate } from '../shell/router.ts';
import { checking, problems, ready, startRun, textOf } from '../study/check.ts';
import { isMap } from '../study/document.ts';
import { change, edit, study } from '../study/draft.ts';
import { said, t } from '../texts/index.ts';
import { BaselineColumn, Column } from './column.tsx';

/** Step 3: today and the alternatives side by side, and the button that runs them. */
export function AlternativesStep(): VNode {
  const all = study.value!.alternatives;
  const ids = isMap(all) ? Object.keys(all) : [];
  const add = (): void => {
    const taken = new Set(ids);
    let n = ids.length + 1;
    while (taken.has(`alternative-${n}`)) n++;
    edit(['alternatives', `alternative-${n}`], { name: t('alt.new', { n }) });
  };
  return (
    <>
      <h1>{t('alt.title')}</h1>
      <p class="muted">{t('alt.lead')}</p>
      <AllProblems />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: columns scroll sideways, and the keyboard must reach that */}
      <section class="columns" aria-label={t('alt.title')} tabIndex={0}>
        <BaselineColumn />
        {ids.map((id) => (
          <Column key={id} id={id} onCopy={() => copy(id)} />
        ))}
        <div class="add">
          <button type="button" onClick={add}>
            + {t('alt.add')}
          </button>
          {ids.length === 0 && <p class="muted">{t('alt.none')}</p>}
        </div>
      </section>
      <Foot some={ids.length > 0} />
    </>
  );
}

function copy(id: string): void {
  change((before) => {
    const all = isMap(before.alternatives) ? before.alternatives : {};
    let n = 2;
    while (`${id}-${n}` in all) n++;
    return { ...before, alternatives: { ...all, [`${id}-${n}`]: all[id]! } };
  }, `copy ${id}`);
}

function Foot({ some }: { some: boolean }): VNode {
  const starting = useSignal(false);
  const failure = useSignal<string | null>(null);
  const start = async (): Promise<void> => {
    starting.value = true;
    failure.value = null;
    try {
      navigate({ step: 'run', run: await startRun() });
    } catch (error) {
      failure.value = said(textOf(error));
    }
    starting.value = false;
  };
  const wrong = problems.value.length;
  return (
    <div class="foot">
      {wrong > 0 && <span class="wrong">{t('next.problems', { n: wrong })}</span>}
      {failure.value !== null && (
        <span class="wrong" role="alert">
          {failure.value}
        </span>
      )}
      <button
        type="button"
        class="first"
        disabled={!some || !ready.value || checking.value || starting.value}
        onClick={() => void start()}
      >
        {t(starting.value ? 'next.running' : 'next.run')}
      </button>
    </div>
  );
}
