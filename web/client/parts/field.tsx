import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { currencySign, money, plain } from '../format.ts';
import { language } from '../shell/preferences.ts';
import { problemsAt, understood } from '../study/check.ts';
import { at, type Json, type Path } from '../study/document.ts';
import { edit, study } from '../study/draft.ts';
import { type FieldUnit, shown, written } from '../study/written.ts';
import { t } from '../texts/index.ts';
import { ProblemsAt } from './problems.tsx';

interface FieldProps {
  readonly path: Path;
  readonly label: string;
  readonly unit: FieldUnit | 'text';
  /** What holds when nothing is written. */
  readonly usual?: string;
  readonly help?: string;
  readonly currency?: string;
  /** Label for screen readers only. */
  readonly quiet?: boolean;
  /** What is written when the field is emptied; absent: the key goes. */
  readonly emptied?: Json;
  /** How a change is written; absent: at the path. */
  readonly write?: (value: Json | undefined) => void;
}

/** A number or text of the study, with its unit, what holds when empty, and what is wrong beside it. */
export function Field(props: FieldProps): VNode {
  const { path, label, unit, usual, help, quiet, emptied } = props;
  const write = props.write ?? ((value: Json | undefined) => edit(path, value));
  const id = useId();
  const stored = at(study.value ?? {}, path);
  const text =
    stored === emptied
      ? ''
      : unit === 'text'
        ? String(stored ?? '')
        : shown(stored as Json | undefined, unit);
  const [typed, setTyped] = useState(text);
  const meant = useRef<Json | undefined>(stored);
  // What is typed stands as long as the study says the same: "35." is not turned into "35" under one's hands.
  useEffect(() => {
    if (JSON.stringify(meant.current) !== JSON.stringify(stored)) {
      meant.current = stored;
      setTyped(text);
    }
  }, [stored, text]);
  const wrong = problemsAt(path).length > 0;
  const described = [help === undefined ? '' : `${id}-help`, wrong ? `${id}-wrong` : ''].join(' ').trim();
  return (
    <div class="field">
      <label for={id} class={quiet ? 'unseen' : 'label'}>
        {label}
      </label>
      <div class="entry">
        <input
          id={id}
          value={typed}
          placeholder={unit === 'money' ? grouped(usual ?? '') : (usual ?? '')}
          inputMode={unit === 'text' ? 'text' : unit === 'money' ? 'text' : 'decimal'}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={wrong}
          aria-describedby={described === '' ? undefined : described}
          onInput={(event) => {
            const next = event.currentTarget.value;
            setTyped(next);
            const value = unit === 'text' ? next || undefined : written(next, unit);
            meant.current = value ?? emptied;
            write(value ?? emptied);
          }}
        />
        {unit !== 'text' && <UnitMark unit={unit} currency={props.currency} />}
      </div>
      {unit === 'money' && <InShort text={typed} currency={props.currency} />}
      {help !== undefined && <small id={`${id}-help`}>{help}</small>}
      <ProblemsAt path={path} id={`${id}-wrong`} />
    </div>
  );
}

/** A long amount in short: a row of zeros is misread. */
function InShort({ text, currency }: { text: string; currency?: string | undefined }): VNode | null {
  const amount = /^[\d,.]+$/.test(text.trim()) ? Number(text.replaceAll(',', '')) : Number.NaN;
  if (!(amount >= 10_000)) return null;
  return <small>= {money(amount, currency ?? understood.value?.currency ?? '')}</small>;
}

/** Digits of a usual amount in the groups people read: 1,500,000; 150 万. Typed like this it is understood too. */
function grouped(text: string): string {
  const amount = text === '' ? Number.NaN : Number(text);
  if (!(amount >= 10_000)) return text;
  return language.value === 'zh' ? `${plain(amount / 1e4)} 万` : amount.toLocaleString('en');
}

/** The unit beside a field. */
export function UnitMark({
  unit,
  currency,
}: {
  unit: FieldUnit;
  currency?: string | undefined;
}): VNode | null {
  const text = t(`unit.${unit}`, { currency: currencySign(currency ?? understood.value?.currency ?? '') });
  return text === '' ? null : <span class="unit">{text}</span>;
}

/** A choice with its label. */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onPick: (value: string) => void;
  readonly path?: Path;
  readonly quiet?: boolean;
}): VNode {
  const id = useId();
  return (
    <div class="field">
      <label for={id} class={props.quiet ? 'unseen' : 'label'}>
        {props.label}
      </label>
      <select id={id} value={props.value} onChange={(event) => props.onPick(event.currentTarget.value)}>
        {props.options.map(([value, text]) => (
          <option key={value} value={value} selected={value === props.value}>
            {text}
          </option>
        ))}
      </select>
      {props.path !== undefined && <ProblemsAt path={props.path} />}
    </div>
  );
}
