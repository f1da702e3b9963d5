import type { VNode } from 'preact';
import type { Quantity } from '../../contract/index.ts';
import { at, isMap, type Json, type Path } from '../study/document.ts';
import { edit, study } from '../study/draft.ts';
import { type FieldUnit, likely, shown, written } from '../study/written.ts';
import { labelled, t } from '../texts/index.ts';
import { Field } from './field.tsx';
import { ProblemsAt } from './problems.tsx';

interface QuantityFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly unit: FieldUnit;
  readonly usual: Quantity;
  readonly currency: string;
  readonly help?: string;
}

/** A number that may be uncertain: one field, or low, most likely and high. */
export function QuantityField(props: QuantityFieldProps): VNode {
  const { path, label, unit, usual, currency, help } = props;
  const stored = at(study.value ?? {}, path);
  if (!isMap(stored)) {
    const x = likely(usual);
    return (
      <div class="quantity">
        <Field
          path={path}
          label={label}
          unit={unit}
          currency={currency}
          usual={x === null ? '' : shown(x, unit)}
          {...(help === undefined ? {} : { help })}
        />
        <button
          type="button"
          class="plain"
          aria-label={labelled(label, t('today.uncertain'))}
          onClick={() => edit(path, spreadAround(stored, usual, unit))}
        >
          {t('today.uncertain')}
        </button>
      </div>
    );
  }
  const three = Object.keys(stored).every((key) => ['low', 'mode', 'high'].includes(key));
  return (
    <fieldset class="field quantity three">
      <legend>{label}</legend>
      {three ? (
        (['low', 'mode', 'high'] as const).map((key) => (
          <Field
            key={key}
            path={[...path, key]}
            label={t(`today.${key}`)}
            unit={unit}
            currency={currency}
            usual=""
          />
        ))
      ) : (
        <p>
          <code>{JSON.stringify(stored)}</code> <small>{t('today.otherDistribution')}</small>
        </p>
      )}
      <button
        type="button"
        class="plain"
        aria-label={labelled(label, t('today.certain'))}
        onClick={() => edit(path, stored.mode ?? undefined)}
      >
        {t('today.certain')}
      </button>
      {!three && <ProblemsAt path={path} />}
    </fieldset>
  );
}

/** Low, mode and high to begin with: the industry's range where it has one, else a third either way. */
function spreadAround(stored: Json | undefined, usual: Quantity, unit: FieldUnit): Json {
  const text = (x: number): Json => written(shown(x, unit), unit) ?? x;
  if (stored === undefined && typeof usual !== 'number' && 'mode' in usual) {
    return { low: text(usual.low), mode: text(usual.mode), high: text(usual.high) };
  }
  const middle = stored ?? text(likely(usual) ?? 0);
  const number = Number.parseFloat(shown(middle, unit).replaceAll(',', ''));
  const scaled = (by: number): Json => {
    if (!Number.isFinite(number)) return middle;
    const x = String(Number((number * by).toPrecision(3)));
    const whole = shown(middle, unit);
    return written(whole.replace(/[−-]?[\d,]*\.?\d+/, x), unit) ?? middle;
  };
  return number < 0
    ? { low: scaled(1.33), mode: middle, high: scaled(0.67) }
    : { low: scaled(0.67), mode: middle, high: scaled(1.33) };
}
