import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { catalogue } from '../api/catalogue.ts';
import { canRedo, canUndo, draft, redo, saving, undo } from '../study/draft.ts';
import { t } from '../texts/index.ts';
import { language, type ThemeChoice, themeChoice } from './preferences.ts';
import { hrefOf, type Route, route } from './router.ts';

const STEPS = ['start', 'today', 'alternatives', 'run', 'compare', 'take'] as const;

/** Name, steps, undo, language and theme. */
export function Header(): VNode {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      // Text fields keep their own undo while they are being written in.
      if (event.target instanceof HTMLTextAreaElement) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <header class="top">
      <a class="name" href="#/">
        {t('app.name')}
      </a>
      <Steps />
      <Tools />
    </header>
  );
}

function Steps(): VNode {
  const here = route.value;
  return (
    <nav class="steps" aria-label={t('app.steps')}>
      <ol>
        {STEPS.map((step, i) => {
          const to = addressOf(step, here);
          const current = here.step === step;
          const label = (
            <>
              <span class="number">{i + 1}</span> <span class="label">{t(`step.${step}`)}</span>
            </>
          );
          return (
            <li key={step}>
              {to === null ? (
                <span class="off">{label}</span>
              ) : (
                <a href={to} aria-current={current ? 'step' : undefined}>
                  {label}
                </a>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Where a step is reached from here, or null when it cannot be yet. */
function addressOf(step: (typeof STEPS)[number], here: Route): string | null {
  if (step === 'start') return '#/';
  if (step === 'today' || step === 'alternatives') {
    const study = 'study' in here ? here.study : draft.value?.id;
    return study === undefined ? null : hrefOf({ step, study });
  }
  const run = 'run' in here ? here.run : draft.value?.lastRun;
  return run === null || run === undefined ? null : hrefOf({ step, run });
}

function Tools(): VNode {
  const editing = 'study' in route.value;
  return (
    <div class="tools">
      {editing && (
        <>
          <span class={`saving ${saving.value}`} role="status">
            {t(`save.${saving.value}`)}
          </span>
          <button type="button" disabled={!canUndo.value} onClick={undo} title="Ctrl+Z">
            {t('app.undo')}
          </button>
          <button type="button" disabled={!canRedo.value} onClick={redo} title="Ctrl+Y">
            {t('app.redo')}
          </button>
        </>
      )}
      <button
        type="button"
        lang={language.value === 'en' ? 'zh-CN' : 'en'}
        onClick={() => {
          language.value = language.value === 'en' ? 'zh' : 'en';
        }}
      >
        {t('app.language')}
      </button>
      <label class="theme">
        <span class="unseen">{t('app.theme')}</span>
        <select
          value={themeChoice.value}
          onChange={(event) => {
            themeChoice.value = event.currentTarget.value as ThemeChoice;
          }}
        >
          {(['auto', 'light', 'dark'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`app.theme.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {catalogue.value?.guarded === true && (
        <form method="post" action="logout">
          <button type="submit">{t('app.logOut')}</button>
        </form>
      )}
    </div>
  );
}
