import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';
import { GRADES } from '../../../engine/kernel/quantity.ts';
import type { CatalogueParameter, CataloguePreset, Quantity } from '../../contract/index.ts';
import { catalogue } from '../api/catalogue.ts';
import { money, plain, share } from '../format.ts';
import { Field } from '../parts/field.tsx';
import { QuantityField } from '../parts/quantity-field.tsx';
import { at } from '../study/document.ts';
import { edit, study } from '../study/draft.ts';
import { type FieldUnit, likely, shown } from '../study/written.ts';
import { said, t } from '../texts/index.ts';
import { StageTable } from './stage-table.tsx';

/** Every number of the study with its range and source, behind a fold. */
export function AllParameters({ preset }: { preset: CataloguePreset }): VNode {
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  const id = useId();
  const all = catalogue.value!.parameters;
  const words = sought.trim().toLowerCase();
  const found = all.filter((one) =>
    [one.id, one.name.en, one.name.zh, one.meaning.en, one.meaning.zh].some((text) =>
      text.toLowerCase().includes(words),
    ),
  );
  return (
    <details class="all" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('today.all', { n: all.length })}</summary>
      {open && (
        <>
          <div class="field find">
            <label for={id}>{t('today.find')}</label>
            <input
              id={id}
              type="search"
              value={sought}
              onInput={(event) => setSought(event.currentTarget.value)}
            />
            <small role="status">{t('today.found', { n: found.length })}</small>
          </div>
          <div class="parameters">
            {found.map((one) => (
              <Parameter key={one.id} parameter={one} preset={preset} />
            ))}
          </div>
          <StageTable preset={preset} />
          <RunOptions />
        </>
      )}
    </details>
  );
}

function Parameter(props: { parameter: CatalogueParameter; preset: CataloguePreset }): VNode {
  const { parameter, preset } = props;
  const unit = parameter.unit as FieldUnit;
  const sourced = preset.scalars[parameter.id] ?? { value: parameter.fallback, evidence: parameter.evidence };
  const path = parameter.id.split('.');
  const text = (x: number): string =>
    unit === 'money' ? money(x, preset.currency) : unit === 'share' ? share(x) : plain(x);
  const set = at(study.value!, path) !== undefined;
  return (
    <div class="card parameter">
      <QuantityField
        path={path}
        label={said(parameter.name)}
        help={said(parameter.meaning)}
        unit={unit}
        usual={sourced.value}
        currency={preset.currency}
      />
      <small>
        {t('today.range')}: {text(parameter.min)} – {text(parameter.max)}
        {rangeText(sourced.value, text)}
        <br />
        {t('today.source')}: {said(sourced.evidence.source)} ({said(GRADES[sourced.evidence.grade])})
      </small>
      {set && (
        <p class="set">
          <strong>{t('today.set')}</strong>{' '}
          <button type="button" class="plain" onClick={() => edit(path, undefined)}>
            {t('today.reset', { value: shown(likely(sourced.value) ?? '', unit) })}
          </button>
        </p>
      )}
    </div>
  );
}

/** What an uncertain number is usually between. */
function rangeText(q: Quantity, text: (x: number) => string): string {
  if (typeof q === 'number' || !('mode' in q)) return '';
  return ` · ${text(q.low)} / ${text(q.mode)} / ${text(q.high)}`;
}

function RunOptions(): VNode {
  return (
    <section class="card">
      <h2>{t('today.run')}</h2>
      <div class="fields">
        <Field path={['run', 'horizon']} label={t('today.horizon')} unit="months" usual="12" />
        <Field path={['run', 'precision']} label={t('today.precision')} unit="share" usual="2" />
        <Field path={['run', 'seed']} label={t('today.seed')} unit="text" usual="schemelab" />
      </div>
    </section>
  );
}
