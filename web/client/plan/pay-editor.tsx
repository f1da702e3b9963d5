import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { PayCurve, Run } from '../../contract/index.ts';
import { chartsOf } from '../api/charts.ts';
import { request } from '../api/request.ts';
import { money, share } from '../format.ts';
import { Choice, Field } from '../parts/field.tsx';
import { ProblemsAt } from '../parts/problems.tsx';
import { understood } from '../study/check.ts';
import { at, isMap, type Json } from '../study/document.ts';
import { draft, edit, study } from '../study/draft.ts';
import { industries, presetOf } from '../study/preset.ts';
import { roughNumber, shown } from '../study/written.ts';
import { t } from '../texts/index.ts';
import {
  FLAT_KEYS,
  type FlatKey,
  type FlatValues,
  flatValues,
  isFull,
  payBase,
  payPath,
  withKey,
} from './flat.ts';
import { draggedTo, handlesOf, handleValue } from './handles.ts';
import { PayChart } from './pay-chart.tsx';
import { PlanText } from './plan-text.tsx';
import { costOf, payAt, type Spread, spreadOfRun, usualSpread } from './spread.ts';

/** The curve the engine last understood for an alternative, or null. */
function curveOf(alternative: string): PayCurve | null {
  return understood.value?.alternatives.find((one) => one.id === alternative)?.pay.curve ?? null;
}

/** A pay plan: its curve with marks to drag, its keys as fields, what it costs; any other plan as text. */
export function PayEditor({ alternative }: { alternative: string }): VNode {
  const asText = useSignal(false);
  const spread = useSpread();
  const preset = presetOf();
  const document = study.value!;
  const path = payPath(alternative);
  const pay = at(document, path);
  const values = flatValues(document, alternative, industries.value, preset);
  const curve = curveOf(alternative);
  const set = (key: FlatKey, value: Json | undefined): void =>
    edit(path, withKey(at(study.value!, path), payBase(document, alternative), key, value));
  const text = asText.value || values === null;
  return (
    <div class="pay-editor">
      <ProblemsAt path={path} except={text ? [] : FLAT_KEYS} />
      <div class="drawn">
        {curve === null ? (
          <p class="muted">{t('plan.drawn')}</p>
        ) : (
          <>
            <PayChart
              curve={curve}
              today={alternative === 'baseline' ? null : curveOf('baseline')}
              spread={curve.axis === 'attainment' ? spread : null}
              currency={preset.currency}
              handles={values === null ? [] : handlesOf(values, curve)}
              onDrag={(handle, level, money) => {
                const next = draggedTo(handle, level, money, values!, curve);
                if (next !== handle.value) set(handle.key, handleValue(handle.key, next));
              }}
              onStep={(handle, steps) => {
                const next = handle.value + steps * handle.step;
                const kept = Math.min(handle.max, Math.max(handle.min, next));
                set(handle.key, handleValue(handle.key, kept));
              }}
            />
            <Told alternative={alternative} curve={curve} spread={spread} dragged={values !== null} />
          </>
        )}
      </div>
      <div>
        {text ? (
          <PlanText path={path} pay={pay} full={isFull(pay) || values === null} />
        ) : (
          <Keys alternative={alternative} values={values} set={set} currency={preset.currency} />
        )}
        {values !== null && (
          <button type="button" class="plain" onClick={() => (asText.value = !asText.value)}>
            {t(asText.value ? 'plan.asForm' : 'plan.asText')}
          </button>
        )}
      </div>
    </div>
  );
}

/** The spread of attainment: of the last run of this draft, or the industry's usual one. */
function useSpread(): Spread {
  const ofRun = useSignal<Spread | null>(null);
  const run = draft.value?.lastRun ?? null;
  useEffect(() => {
    ofRun.value = null;
    if (run === null) return;
    const gone = new AbortController();
    request<Run>('GET', `/runs/${run}`, undefined, gone.signal)
      .then(async ({ state }) => {
        if (state !== 'done') return;
        ofRun.value = spreadOfRun(await chartsOf(run, gone.signal));
      })
      // A run not far enough, or deleted, has no spread to show.
      .catch(() => undefined);
    return () => gone.abort();
  }, [run]);
  return ofRun.value ?? usualSpread(presetOf());
}

function Told(props: {
  readonly alternative: string;
  readonly curve: PayCurve;
  readonly spread: Spread;
  readonly dragged: boolean;
}): VNode {
  const { alternative, curve, spread, dragged } = props;
  const { currency } = presetOf();
  const reps = understood.value?.reps ?? 0;
  const today = curveOf('baseline');
  const onQuota = curve.axis === 'attainment';
  const quota = (id: string): number | null =>
    roughNumber(flatValues(study.value!, id, industries.value, presetOf())?.quota);
  const [old, now] = [quota('baseline'), quota(alternative)];
  const stretch = old === null || now === null || now <= 0 ? 1 : old / now;
  const levels = onQuota ? [0.5, 0.8, 1, 1.2, 1.5, 2] : curve.points.map((one) => one.level).filter(every(8));
  const unit = money(1000, currency);
  return (
    <>
      <p class="key">
        <span class="swatch curve" /> {t('plan.this')}
        {alternative !== 'baseline' && (
          <>
            {' '}
            <span class="swatch today" /> {t('plan.today')}
          </>
        )}
        {dragged && <small> {t('plan.curve.drag')}</small>}
      </p>
      {onQuota && <small>{t(`plan.histogram.${spread.source}`)}</small>}
      <dl class="numbers">
        {onQuota && reps > 0 && (
          <div>
            <dt>{t('plan.cost')}</dt>
            <dd>
              {money(costOf(curve, spread, reps, stretch), currency)}{' '}
              {alternative !== 'baseline' && today?.axis === 'attainment' && (
                <small>
                  {t('plan.cost.today', { value: money(costOf(today, spread, reps, 1), currency) })}
                </small>
              )}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('plan.onTarget')}</dt>
          <dd>{money(curve.target, currency)}</dd>
        </div>
      </dl>
      {onQuota && <small>{t('plan.cost.note', { reps })}</small>}
      <details>
        <summary>{t('plan.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t(onQuota ? 'plan.attainment' : 'plan.amount')}</th>
              <th scope="col">{t('plan.pay')}</th>
              <th scope="col">{t('plan.marginal', { unit: onQuota ? '1 %' : unit })}</th>
            </tr>
          </thead>
          <tbody>
            {levels.map((level) => (
              <tr key={level}>
                <th scope="row">{onQuota ? share(level) : money(level, currency)}</th>
                <td>{money(payAt(curve, level), currency)}</td>
                <td>{money(marginalAt(curve, level) * (onQuota ? 0.01 : 1000), currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** Keeps about so many of a list, evenly. */
function every(count: number): (value: number, index: number, all: readonly number[]) => boolean {
  return (_, i, all) => i % Math.ceil(all.length / count) === 0 || i === all.length - 1;
}

/** What one unit of level more pays, just above a level. */
function marginalAt(curve: PayCurve, level: number): number {
  return curve.points.filter((one) => one.level <= level).at(-1)?.marginal ?? 0;
}

const UNITS = {
  salary: 'money',
  commission: 'share',
  quota: 'money',
  threshold: 'share',
  accelerator: 'ratio',
  'accelerator-from': 'share',
  cap: 'share',
  bonus: 'money',
  'team-share': 'share',
  'repeat-rate': 'share',
} as const;

const HELPED = ['threshold', 'accelerator', 'cap', 'team-share', 'repeat-rate'] as const;

function Keys(props: {
  readonly alternative: string;
  readonly values: FlatValues;
  readonly set: (key: FlatKey, value: Json | undefined) => void;
  readonly currency: string;
}): VNode {
  const { alternative, values, set, currency } = props;
  const path = payPath(alternative);
  const pay = at(study.value!, path);
  const own = (key: FlatKey): boolean => isMap(pay) && key in pay;
  const usual = (key: keyof typeof UNITS): string => {
    const value = values[key];
    return value === 'none' || value === null ? t('plan.none') : shown(value, UNITS[key]);
  };
  return (
    <div class="fields">
      {(Object.keys(UNITS) as (keyof typeof UNITS)[]).map((key) => {
        const helped = (HELPED as readonly string[]).includes(key);
        return (
          <div class="field" key={key}>
            <Field
              path={[...path, key]}
              label={t(`plan.${key}`)}
              unit={UNITS[key]}
              currency={currency}
              usual={own(key) && values[key] !== 'none' ? '' : usual(key)}
              {...(key === 'cap' ? { emptied: 'none' } : {})}
              {...(helped ? { help: t(`plan.${key as (typeof HELPED)[number]}.help`) } : {})}
              write={(value) => set(key, value)}
            />
            {key === 'cap' && values.cap !== 'none' && (
              <button type="button" class="plain" onClick={() => set('cap', 'none')}>
                {t('plan.noCap')}
              </button>
            )}
          </div>
        );
      })}
      <Choice
        label={t('plan.period')}
        value={String(values.period)}
        path={[...path, 'period']}
        options={(['month', 'quarter', 'year'] as const).map(
          (one) => [one, t(`plan.period.${one}`)] as const,
        )}
        onPick={(value) => set('period', value)}
      />
    </div>
  );
}
