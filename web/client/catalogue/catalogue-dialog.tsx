import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { catalogue } from '../api/catalogue.ts';
import { presetOf } from '../study/preset.ts';
import { t } from '../texts/index.ts';
import { SchemeCard } from './scheme-card.tsx';

interface CatalogueDialogProps {
  /** Practices there already. */
  readonly present: readonly string[];
  readonly onAdd: (id: string) => void;
  readonly onClose: () => void;
}

/** The illustrated catalogue of practices, the best fitting for the industry first. */
export function CatalogueDialog({ present, onAdd, onClose }: CatalogueDialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [sought, setSought] = useState('');
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const fits = presetOf().fits;
  const words = sought.trim().toLowerCase();
  const found = catalogue
    .value!.schemes.filter((one) => one.kind === 'scheme')
    .filter((one) =>
      [one.name.en, one.name.zh, one.summary.en, one.summary.zh].some((text) =>
        text.toLowerCase().includes(words),
      ),
    )
    .sort((a, b) => (fits[b.id] ?? 0) - (fits[a.id] ?? 0));
  return (
    <dialog ref={dialog} class="catalogue" aria-labelledby={`${id}-title`} onClose={onClose}>
      <div class="dialog-head">
        <h2 id={`${id}-title`}>{t('cat.title')}</h2>
        <label class="field" for={`${id}-find`}>
          <span class="unseen">{t('cat.find')}</span>
          <input
            id={`${id}-find`}
            type="search"
            placeholder={t('cat.find')}
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        </label>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('cat.close')}
        </button>
      </div>
      <div class="cards">
        {found.map((one) => (
          <SchemeCard
            key={one.id}
            scheme={one}
            present={present.includes(one.id)}
            onAdd={() => {
              onAdd(one.id);
              dialog.current?.close();
            }}
          />
        ))}
        {found.length === 0 && <p role="status">–</p>}
      </div>
    </dialog>
  );
}
