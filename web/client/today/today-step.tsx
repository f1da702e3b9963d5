import type { VNode } from 'preact';
import type { CataloguePreset } from '../../contract/index.ts';
import { PlanTypes } from '../alternatives/plan-types.tsx';
import { PracticeList } from '../alternatives/practice-list.tsx';
import { catalogue } from '../api/catalogue.ts';
import { Choice, Field } from '../parts/field.tsx';
import { AllProblems, ProblemsAt } from '../parts/problems.tsx';
import { QuantityField } from '../parts/quantity-field.tsx';
import { PayEditor } from '../plan/pay-editor.tsx';
import { language } from '../shell/preferences.ts';
import { hrefOf, navigate } from '../shell/router.ts';
import { at, isMap } from '../study/document.ts';
import { draft, edit, study } from '../study/draft.ts';
import { entriesOf, entryValue } from '../study/practices.ts';
import { currency, HOME, presetOf } from '../study/preset.ts';
import type { FieldUnit } from '../study/written.ts';
import { said, t } from '../texts/index.ts';
import { AllParameters } from './all-parameters.tsx';

const SHORT = {
  market: [
    'market.leads-per-rep-month',
    'market.deal-value',
    'market.gross-margin',
    'market.follow-up',
    'customers.base-per-rep',
  ],
  people: ['people.turnover', 'people.ramp', 'people.span'],
} as const;

/** Step 2: the baseline in short, everything else one fold below. */
export function TodayStep(): VNode {
  const preset = presetOf();
  const id = draft.value!.id;
  return (
    <>
      <h1>{t('today.title')}</h1>
      <p class="muted">{t('today.lead')}</p>
      <AllProblems />
      <div class="today">
        <Company preset={preset} />
        <Scalars title={t('today.market')} ids={SHORT.market} preset={preset} tall={true} />
        <Scalars title={t('today.people')} ids={SHORT.people} preset={preset} />
        <Management />
        <section class="card wide">
          <h2>{t('today.pay')}</h2>
          <PayEditor alternative="baseline" />
        </section>
      </div>
      <AllParameters preset={preset} />
      <div class="foot">
        <button
          type="button"
          class="first"
          onClick={() => navigate(hrefOf({ step: 'alternatives', study: id }))}
        >
          {t('next.alternatives')}
        </button>
      </div>
    </>
  );
}

function Company({ preset }: { preset: CataloguePreset }): VNode {
  const teams = at(study.value!, ['company', 'teams']);
  const named = typeof teams === 'object' && teams !== null;
  const names = Array.isArray(teams) ? teams.map(String) : named ? Object.keys(teams) : [];
  const title = study.value?.title;
  return (
    <section class="card">
      <h2>{t('today.company')}</h2>
      <div class="fields">
        <Field
          // A title in both languages is edited in the one being read.
          key={language.value}
          path={['title', ...(isMap(title) ? [language.value] : [])]}
          label={t('today.studyTitle')}
          unit="text"
          usual={said(preset.name)}
        />
        <Field
          path={['company', 'reps']}
          label={t('today.reps')}
          unit="count"
          usual={String(Math.round(preset.reps.mode))}
        />
        <Currencies />
        {named ? (
          <div class="field">
            <span class="label">{t('today.teams')}</span>
            <span>{t('today.teams.names', { names: names.join(', ') })}</span>
            <ProblemsAt path={['company', 'teams']} />
          </div>
        ) : (
          <Field
            path={['company', 'teams']}
            label={t('today.teams')}
            unit="count"
            usual={String(preset.teams)}
          />
        )}
      </div>
    </section>
  );
}

/** The currency everything is told in, and what one unit is taken for: industries are known in yuan. */
function Currencies(): VNode {
  const { currencies } = catalogue.value!;
  const { code } = currency.value;
  return (
    <>
      <Choice
        label={t('today.currency')}
        value={code}
        path={['currency']}
        options={Object.keys(currencies).map((one) => [one, t(`currency.${one as 'CNY'}`)] as const)}
        onPick={(next) =>
          edit(['currency'], next === HOME ? undefined : { code: next, yuan: currencies[next]! })
        }
      />
      {isMap(study.value?.currency) && (
        <Field
          path={['currency', 'yuan']}
          label={t('today.yuan', { code })}
          unit="ratio"
          usual={String(currencies[code])}
          help={t('today.yuan.help')}
        />
      )}
    </>
  );
}

function Scalars(props: {
  readonly title: string;
  readonly ids: readonly string[];
  readonly preset: CataloguePreset;
  /** Beside two cards, one under the other. */
  readonly tall?: boolean;
}): VNode {
  const { parameters } = catalogue.value!;
  return (
    <section class={props.tall ? 'card tall' : 'card'}>
      <h2>{props.title}</h2>
      <div class="fields">
        {props.ids.map((id) => {
          const parameter = parameters.find((one) => one.id === id)!;
          return (
            <QuantityField
              key={id}
              path={id.split('.')}
              label={said(parameter.name)}
              help={said(parameter.meaning)}
              unit={parameter.unit as FieldUnit}
              usual={props.preset.scalars[id]?.value ?? parameter.fallback}
              currency={props.preset.currency}
            />
          );
        })}
      </div>
    </section>
  );
}

function Management(): VNode {
  const entries = entriesOf(at(study.value!, ['baseline', 'schemes']));
  return (
    <section class="card">
      <h2>{t('today.management')}</h2>
      <PlanTypes path={['baseline', 'plan-type']} before={null} rollout={false} />
      <h3>{t('today.practices')}</h3>
      <PracticeList
        owner={t('alt.baseline')}
        path={['baseline', 'schemes']}
        entries={entries}
        rollout={false}
        onChange={(next) =>
          edit(['baseline', 'schemes'], next.length === 0 ? undefined : next.map(entryValue))
        }
      />
    </section>
  );
}
