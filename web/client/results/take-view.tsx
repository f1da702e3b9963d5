import type { VNode } from 'preact';
import type { Run } from '../../contract/index.ts';
import { language } from '../shell/preferences.ts';
import { said, t } from '../texts/index.ts';

/** Step 6: files, report, the command line that makes the same, and the link. */
export function TakeView({ run }: { run: Run }): VNode {
  const path = `/api/v1/runs/${run.id}`;
  return (
    <>
      <h1>
        {t('take.title')}: {said(run.title)}
      </h1>
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
                </a>{' '}
                {file.bytes !== null && (
                  <small>{t('take.bytes', { n: Math.max(1, Math.round(file.bytes / 1000)) })}</small>
                )}
              </li>
            ))}
          </ul>
        </section>
        <section class="card">
          <h2>{t('take.command')}</h2>
          <pre>
            <code>{run.command}</code>
          </pre>
          <h2>{t('take.link')}</h2>
          <p class="link">
            <a href={`#/runs/${run.id}`}>{location.href.replace(/#.*/, `#/runs/${run.id}`)}</a>
          </p>
        </section>
      </div>
    </>
  );
}
