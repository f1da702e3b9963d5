import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { catalogue } from '../api/catalogue.ts';
import { Choice } from '../parts/field.tsx';
import { openText, yamlText } from '../start/open-file.ts';
import type { Json, Path } from '../study/document.ts';
import { edit } from '../study/draft.ts';
import { said, t } from '../texts/index.ts';

/** A plan as text, in the full plan language, and the library to take one from. */
export function PlanText({ path, pay, full }: { path: Path; pay: Json | undefined; full: boolean }): VNode {
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const meant = useRef<string | null>(null);
  const id = useId();
  const stored = JSON.stringify(pay ?? null);
  useEffect(() => {
    // What is typed stays as typed while it means what the study says.
    if (meant.current === stored) return;
    meant.current = stored;
    setWrong(null);
    if (pay === undefined) setText('');
    else if (typeof pay === 'string') setText(pay);
    else void yamlText(pay).then(setText);
  }, [stored]);
  const take = async (next: string): Promise<void> => {
    setText(next);
    try {
      const value = /^[\w./-]+\s*$/.test(next) ? next.trim() : await openText(next);
      meant.current = JSON.stringify(value);
      setWrong(null);
      edit(path, value);
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div class="field">
      {full && <p>{t('plan.text')}</p>}
      <Choice
        label={t('plan.library')}
        value=""
        options={[
          ['', t('plan.choose')],
          ...catalogue.value!.plans.map((one) => [one.id, said(one.title)] as const),
        ]}
        onPick={(value) => {
          const plan = catalogue.value!.plans.find((one) => one.id === value);
          if (plan !== undefined) void take(plan.yaml);
        }}
      />
      <label for={id}>{t('plan.textLabel')}</label>
      <textarea
        id={id}
        rows={14}
        spellcheck={false}
        value={text}
        aria-invalid={wrong !== null}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onInput={(event) => void take(event.currentTarget.value)}
      />
      {wrong !== null && (
        <p class="wrong" role="alert" id={`${id}-wrong`}>
          {t('plan.textWrong', { why: wrong })}
        </p>
      )}
    </div>
  );
}
