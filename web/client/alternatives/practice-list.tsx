import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { CatalogueOption } from '../../contract/index.ts';
import { schemes } from '../api/catalogue.ts';
import { CatalogueDialog } from '../catalogue/catalogue-dialog.tsx';
import { Pictogram } from '../catalogue/pictogram.tsx';
import { SchemeDetails } from '../catalogue/scheme-card.tsx';
import { Field } from '../parts/field.tsx';
import { ProblemsAt } from '../parts/problems.tsx';
import { understood } from '../study/check.ts';
import type { Path } from '../study/document.ts';
import { type Entry, withSetting } from '../study/practices.ts';
import { currency, HOME, presetOf } from '../study/preset.ts';
import { type FieldUnit, shown } from '../study/written.ts';
import { said, t } from '../texts/index.ts';
import { Rollout } from './rollout.tsx';

interface PracticeListProps {
  /** Whose practices these are, for names of buttons. */
  readonly owner: string;
  /** Where the list stands in the study. */
  readonly path: Path;
  readonly entries: readonly Entry[];
  /** Practices that cannot be added because they are there by other ways. */
  readonly present?: readonly string[];
  readonly rollout: boolean;
  readonly onChange: (entries: readonly Entry[]) => void;
}

/** Practices of a column, each with its options and rollout one fold below, and the catalogue to add from. */
export function PracticeList(props: PracticeListProps): VNode {
  const { owner, path, entries, present = [], rollout, onChange } = props;
  const [choosing, setChoosing] = useState(false);
  return (
    <div class="practices">
      {entries.map((entry, i) => (
        <Practice
          key={entry.id}
          entry={entry}
          path={[...path, i]}
          rollout={rollout}
          onChange={(next) => onChange(entries.map((one, j) => (j === i ? next : one)))}
          onRemove={() => onChange(entries.filter((_, j) => j !== i))}
        />
      ))}
      <button
        type="button"
        aria-label={`${t('alt.addPractice')} (${owner})`}
        onClick={() => setChoosing(true)}
      >
        + {t('alt.addPractice')}
      </button>
      {choosing && (
        <CatalogueDialog
          present={[...present, ...entries.map((one) => one.id)]}
          onAdd={(id) => onChange([...entries, { id, settings: {} }])}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  );
}

function Practice(props: {
  readonly entry: Entry;
  readonly path: Path;
  readonly rollout: boolean;
  readonly onChange: (next: Entry) => void;
  readonly onRemove: () => void;
}): VNode {
  const { entry, path, rollout, onChange, onRemove } = props;
  const scheme = schemes.value.get(entry.id);
  const name = scheme === undefined ? entry.id : said(scheme.name);
  return (
    <div class="practice">
      <div class="practice-head">
        <Pictogram id={entry.id} />
        <strong>{name}</strong>
        <button type="button" class="plain" aria-label={t('alt.removePractice', { name })} onClick={onRemove}>
          ×
        </button>
      </div>
      {scheme !== undefined && <small>{said(scheme.summary)}</small>}
      {rollout && <Rollout name={name} entry={entry} path={path} onChange={onChange} />}
      {scheme !== undefined && scheme.options.length > 0 && (
        <details>
          <summary>{t('cat.options')}</summary>
          <div class="fields">
            {scheme.options.map((option) => (
              <Field
                key={option.key}
                path={[...path, entry.id, option.key]}
                label={said(option.name)}
                unit={fieldUnit(option.unit)}
                usual={shown(usualOf(entry.id, option), fieldUnit(option.unit))}
                {...(option.rule === null ? {} : { help: t('cat.rule', { rule: said(option.rule) }) })}
                currency={currency.value.code}
                write={(value) => onChange(withSetting(entry, option.key, value))}
              />
            ))}
          </div>
        </details>
      )}
      {scheme !== undefined && <SchemeDetails scheme={scheme} />}
      <ProblemsAt path={path} />
    </div>
  );
}

/** What an option is where nobody sets it: in the company of the study, or while that is unsound in a usual one. */
function usualOf(scheme: string, { key, unit, min }: CatalogueOption): number {
  const defaults = understood.value?.defaults ?? presetOf().defaults;
  const usual = defaults[scheme]?.[key] ?? min;
  return unit === HOME ? Math.round(usual / currency.value.yuan) : usual;
}

const UNITS = ['share', 'money', 'workdays', 'months', 'weeks', 'hours', 'per-year', 'per-month', 'points'];

/** A practice's own unit, as far as fields know it. */
function fieldUnit(unit: string): FieldUnit {
  if (unit === 'days') return 'workdays';
  if (unit === HOME) return 'money';
  return UNITS.includes(unit) ? (unit as FieldUnit) : 'count';
}
