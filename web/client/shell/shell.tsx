import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { AlternativesStep } from '../alternatives/alternatives-step.tsx';
import { catalogue, catalogueFailure, loadCatalogue } from '../api/catalogue.ts';
import { StartStep } from '../start/start-step.tsx';
import { draft, openDraft } from '../study/draft.ts';
import { said, t } from '../texts/index.ts';
import { TodayStep } from '../today/today-step.tsx';
import { Header } from './header.tsx';
import { ResultsStep } from './results-step.tsx';
import { route } from './router.ts';

/** The whole page: header with the steps, and the step the address names. */
export function Shell(): VNode {
  useArrival();
  return (
    <>
      <button type="button" class="skip" onClick={skip}>
        {t('app.skip')}
      </button>
      <Header />
      <main id="main" tabIndex={-1}>
        <Step />
      </main>
    </>
  );
}

/** At a new step reading begins at its top, for the eye, the keyboard and the screen reader. */
function useArrival(): void {
  const { step } = route.value;
  const before = useRef(step);
  const name = step === 'nowhere' ? null : t(`step.${step}`);
  useEffect(() => {
    document.title = name === null ? t('app.name') : `${name} · ${t('app.name')}`;
  }, [name]);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
  }, [step]);
}

// The part of the address behind # is the route's: a button moves the focus where a link would go.
function skip(): void {
  document.querySelector<HTMLElement>('#main')?.focus();
}

function Step(): VNode {
  const here = route.value;
  if ('run' in here) return <ResultsStep run={here.run} view={here.step} />;
  if (catalogue.value === null) return <Waiting />;
  if (here.step === 'start') return <StartStep />;
  if (here.step === 'nowhere') return <Lost>{t('app.nowhere')}</Lost>;
  if (!openDraft(here.study) || draft.value === null) return <Lost>{t('app.noDraft')}</Lost>;
  return here.step === 'today' ? <TodayStep /> : <AlternativesStep />;
}

function Waiting(): VNode {
  const failure = catalogueFailure.value;
  if (failure === null) return <p role="status">{t('app.loading')}</p>;
  return (
    <div class="notice bad" role="alert">
      <p>{said(failure)}</p>
      <button type="button" onClick={() => void loadCatalogue()}>
        {t('app.retry')}
      </button>
    </div>
  );
}

function Lost({ children }: { children: ComponentChildren }): VNode {
  return (
    <div class="notice">
      <p>{children}</p>
      <a href="#/">{t('app.home')}</a>
    </div>
  );
}
