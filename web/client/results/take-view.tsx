import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import type { Run, RunFile } from '../../contract/index.ts';
import { language } from '../shell/preferences.ts';
import { en } from '../texts/en.ts';
import { labelled, said, t } from '../texts/index.ts';

/** Step 6: files, report, the command line that makes the same, and the link. */
export function TakeView({ run }: { run: Run }): VNode {
  const path = `api/v1/runs/${run.id}`;
  const link = location.href.replace(/#.*/, `#/runs/${run.id}`);
  return (
    <>
      <h1>{labelled(t('take.title'), said(run.title))}</h1>
      <div class="today">
        <section class="card">
          <h2>{t('take.report')}</h2>
          {run.state === 'done' ? (
            <ul>
              <li>
                <a href={`${path}/report?lang=${language.value}`}>{t('take.html')}</a>
              </li>
              <li>
                <a href={`${path}/report.pdf?lang=${language.value}`}>{t('take.pdf')}</a>
              </li>
            </ul>
          ) : (
            <p class="muted">{t('take.later')}</p>
          )}
        </section>
        <section class="card">
          <h2>{t('take.files')}</h2>
          {run.files.length === 0 && <p class="muted">{t('take.later')}</p>}
          <ul>
            {run.files.map((file) => (
              <li key={file.name}>
                <a href={`${path}/files/${file.name}`} download={file.name}>
                  {file.name}
                </a>
                {known(file.name) && <> {t(`take.file.${file.name}`)}</>}{' '}
                {file.bytes !== null && (
                  <small>{t('take.bytes', { n: Math.max(1, Math.round(file.bytes / 1000)) })}</small>
                )}
              </li>
            ))}
          </ul>
          <small>{t('take.charts')}</small>
        </section>
        <section class="card">
          <h2>{t('take.command')}</h2>
          <p>{t('take.howto')}</p>
          <pre>
            <code>{run.command}</code>
          </pre>
          <Copy text={run.command} what={t('take.command')} />
          <h2>{t('take.link')}</h2>
          <p class="link">
            <a href={`#/runs/${run.id}`}>{link}</a>
          </p>
          <Copy text={link} what={t('take.link')} />
        </section>
      </div>
    </>
  );
}

/** Whether there is a word on what a file holds. */
function known(name: string): name is RunFile {
  return `take.file.${name}` in en;
}

/** Puts a text on the clipboard; not offered where the browser keeps it closed. */
function Copy({ text, what }: { text: string; what: string }): VNode | null {
  const copied = useSignal(false);
  // Browsers open it to pages of this machine and to encrypted ones alone.
  if (!window.isSecureContext) return null;
  return (
    <p>
      <button
        type="button"
        aria-label={labelled(t('take.copy'), what)}
        onClick={() => {
          void navigator.clipboard.writeText(text).then(() => {
            copied.value = true;
          });
        }}
      >
        {t('take.copy')}
      </button>{' '}
      <small role="status">{copied.value && t('take.copied')}</small>
    </p>
  );
}
