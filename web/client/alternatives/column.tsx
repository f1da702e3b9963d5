import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { schemes } from '../api/catalogue.ts';
import { Field } from '../parts/field.tsx';
import { ProblemsAt } from '../parts/problems.tsx';
import { PayEditor } from '../plan/pay-editor.tsx';
import { PayInShort } from '../plan/pay-short.tsx';
import { language } from '../shell/preferences.ts';
import { hrefOf } from '../shell/router.ts';
import { at, isList, isMap, type Json, withAt } from '../study/document.ts';
import { change, draft, edit, study } from '../study/draft.ts';
import {
  entriesOf,
  mixOf,
  mixValue,
  planTypesOf,
  startingPlanTypes,
  startingPractices,
} from '../study/practices.ts';
import { shown } from '../study/written.ts';
import { labelled, said, t } from '../texts/index.ts';
import { PlanTypes } from './plan-types.tsx';
import { PracticeList } from './practice-list.tsx';

/** What an alternative is called. */
export function nameOf(id: string): string {
  const name = at(study.value!, ['alternatives', id, 'name']);
  if (typeof name === 'string') return name;
  if (isMap(name)) return String(name[language.value] ?? name.en ?? id);
  return id === 'baseline' ? t('alt.baseline') : id;
}

/** Names one after the other. */
function named(names: readonly string[]): string {
  return names.join(language.value === 'zh' ? '、' : ', ');
}

function schemeName(id: string): string {
  const scheme = schemes.value.get(id);
  return scheme === undefined ? id : said(scheme.name);
}

/** The baseline, as the column the others are measured against. */
export function BaselineColumn(): VNode {
  const planTypes = planTypesOf(at(study.value!, ['baseline', 'plan-type']));
  const practices = entriesOf(at(study.value!, ['baseline', 'schemes']));
  return (
    <article class="card column baseline" aria-label={t('alt.baseline')}>
      <h2>
        <a href={hrefOf({ step: 'today', study: draft.value!.id })}>{t('alt.baseline')}</a>
      </h2>
      <h3>{t('alt.planTypes')}</h3>
      <p>{planTypes.length === 0 ? t('today.none') : named(planTypes.map(({ id }) => schemeName(id)))}</p>
      <h3>{t('alt.practices')}</h3>
      {practices.length === 0 ? (
        <p>{t('today.none')}</p>
      ) : (
        <ul>
          {practices.map((one) => (
            <li key={one.id}>{schemeName(one.id)}</li>
          ))}
        </ul>
      )}
      <h3>{t('alt.pay')}</h3>
      <PayInShort />
    </article>
  );
}

/** One alternative: its name, plan type, practices with their rollout, and pay plan. */
export function Column({ id, onCopy }: { id: string; onCopy: () => void }): VNode {
  const name = nameOf(id);
  const path = ['alternatives', id];
  const base = at(study.value!, [...path, 'extends']);
  const levers = at(study.value!, [...path, 'levers']);
  // A name in both languages is edited in the one being read.
  const namePath = [...path, 'name', ...(isMap(at(study.value!, [...path, 'name'])) ? [language.value] : [])];
  return (
    <article class="card column" aria-label={name}>
      <Field path={namePath} label={t('alt.name')} unit="text" usual={id} />
      <p class="row">
        <button type="button" class="plain" aria-label={labelled(t('alt.copy'), name)} onClick={onCopy}>
          {t('alt.copy')}
        </button>
        <button
          type="button"
          class="plain"
          aria-label={labelled(t('alt.remove'), name)}
          onClick={() => edit(path, undefined)}
        >
          {t('alt.remove')}
        </button>
      </p>
      {typeof base === 'string' && base !== 'baseline' && <p>{t('alt.from', { name: nameOf(base) })}</p>}
      <Field path={[...path, 'start']} label={t('alt.start')} unit="months" usual="0" />
      <PlanTypes
        path={[...path, 'plan-type']}
        before={startingPlanTypes(study.value!, typeof base === 'string' ? base : 'baseline')}
        rollout={true}
      />
      <Practices id={id} base={typeof base === 'string' ? base : 'baseline'} name={name} />
      {isList(levers) && <p>{t('alt.levers', { n: levers.length })}</p>}
      <Pay id={id} name={name} />
      <ProblemsAt path={[...path, 'levers']} />
    </article>
  );
}

function Practices({ id, base, name }: { id: string; base: string; name: string }): VNode {
  const path = ['alternatives', id, 'schemes'];
  const mix = mixOf(at(study.value!, path));
  const before = mix.full ? [] : startingPractices(study.value!, base);
  const put = (value: Json | undefined): void => edit(path, value);
  return (
    <section>
      <h3>{t('alt.practices')}</h3>
      {before.length > 0 && (
        <>
          <small>{t('alt.keeps')}</small>
          <div class="chips">
            {before.map((one) => {
              const dropped = mix.removed.includes(one);
              const next = dropped ? mix.removed.filter((other) => other !== one) : [...mix.removed, one];
              const label = { name: schemeName(one) };
              return (
                <span class={dropped ? 'chip dropped' : 'chip'} key={one}>
                  <span class="label">{schemeName(one)}</span>
                  <button
                    type="button"
                    class="plain"
                    aria-label={dropped ? t('alt.keepPractice', label) : t('alt.dropPractice', label)}
                    onClick={() => put(mixValue({ ...mix, removed: next }))}
                  >
                    {dropped ? '+' : '×'}
                  </button>
                </span>
              );
            })}
          </div>
        </>
      )}
      <PracticeList
        owner={name}
        path={mix.full ? path : [...path, 'add']}
        entries={mix.entries}
        present={before}
        rollout={true}
        onChange={(entries) => put(mixValue({ ...mix, entries }))}
      />
      <ProblemsAt path={[...path, 'remove']} />
    </section>
  );
}

function Pay({ id, name }: { id: string; name: string }): VNode {
  const path = ['alternatives', id, 'pay'];
  const startPath = ['alternatives', id, 'pay-start'];
  const open = useSignal(at(study.value!, path) !== undefined);
  const changed = at(study.value!, path) !== undefined;
  return (
    <section>
      <h3>{t('alt.pay')}</h3>
      {open.value || changed ? (
        <>
          <Field
            path={startPath}
            label={t('alt.payStart')}
            unit="months"
            usual={shown(at(study.value!, ['alternatives', id, 'start']), 'months') || '0'}
            help={t('alt.payStart.help')}
          />
          <PayEditor alternative={id} />
          <button
            type="button"
            class="plain"
            onClick={() => {
              open.value = false;
              change((before) => withAt(withAt(before, path, undefined), startPath, undefined), `pay ${id}`);
            }}
          >
            {t('alt.pay.back')}
          </button>
        </>
      ) : (
        <p>
          {t('alt.pay.same')}{' '}
          <button
            type="button"
            aria-label={t('alt.pay.edit', { name })}
            onClick={() => {
              open.value = true;
            }}
          >
            {t('alt.pay.change')}
          </button>
        </p>
      )}
    </section>
  );
}
