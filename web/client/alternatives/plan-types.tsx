import type { VNode } from 'preact';
import { catalogue, schemes } from '../api/catalogue.ts';
import { Choice } from '../parts/field.tsx';
import { ProblemsAt } from '../parts/problems.tsx';
import { at, isList, type Path } from '../study/document.ts';
import { edit, study } from '../study/draft.ts';
import { type Entry, planTypesOf, planTypesValue } from '../study/practices.ts';
import { said, t } from '../texts/index.ts';
import { Rollout } from './rollout.tsx';

interface PlanTypesProps {
  readonly path: Path;
  /** Plan types in force where the alternative begins; null where the study's own are edited. */
  readonly before: readonly Entry[] | null;
  readonly rollout: boolean;
}

/** Plan types as boxes to tick: several may be in use together; the engine says which exclude each other. */
export function PlanTypes({ path, before, rollout }: PlanTypesProps): VNode {
  const value = at(study.value!, path);
  const chosen = value === undefined ? (before ?? []) : planTypesOf(value);
  const own = before === null || value !== undefined;
  const types = catalogue.value!.schemes.filter((one) => one.kind === 'plan-type');
  const put = (next: readonly Entry[]): void =>
    edit(path, before === null && next.length === 0 ? undefined : planTypesValue(next));
  const toggle = (id: string): void =>
    put(
      chosen.some((one) => one.id === id)
        ? chosen.filter((one) => one.id !== id)
        : [...chosen, { id, settings: {} }],
    );
  return (
    <section>
      {before !== null && (
        <Choice
          label={t('alt.planTypes')}
          value={own ? 'own' : ''}
          options={[
            ['', t('alt.unchanged')],
            ['own', t('alt.planTypes.own')],
          ]}
          onPick={(picked) => edit(path, picked === '' ? undefined : planTypesValue(before))}
        />
      )}
      {own && (
        <fieldset class="ticks">
          <legend class={before === null ? 'label' : 'unseen'}>{t('alt.planTypes')}</legend>
          {types.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={chosen.some((one) => one.id === id)}
                onChange={() => toggle(id)}
              />{' '}
              {said(name)}
            </label>
          ))}
        </fieldset>
      )}
      {own &&
        chosen.map((entry, i) => {
          const scheme = schemes.value.get(entry.id);
          if (scheme === undefined) return null;
          return (
            <div key={entry.id}>
              <small>{said(scheme.summary)}</small>
              {rollout && (
                <Rollout
                  name={said(scheme.name)}
                  entry={entry}
                  path={isList(value) ? [...path, i] : path}
                  onChange={(next) => put(chosen.map((one, j) => (j === i ? next : one)))}
                />
              )}
            </div>
          );
        })}
      <ProblemsAt path={path} />
    </section>
  );
}
