import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { GRADES } from '../../../engine/kernel/quantity.ts';
import type { CatalogueScheme } from '../../contract/index.ts';
import { schemes } from '../api/catalogue.ts';
import { money, plain, share } from '../format.ts';
import { language } from '../shell/preferences.ts';
import { presetOf } from '../study/preset.ts';
import { labelled, said, t } from '../texts/index.ts';
import { Pictogram } from './pictogram.tsx';
import { WeekTable } from './week-table.tsx';

interface SchemeCardProps {
  readonly scheme: CatalogueScheme;
  readonly present: boolean;
  readonly onAdd: () => void;
}

/** A practice: what it does at a glance, what it costs and how we know one fold below. */
export function SchemeCard({ scheme, present, onAdd }: SchemeCardProps): VNode {
  const name = said(scheme.name);
  return (
    <article class="card scheme">
      <header>
        <Pictogram id={scheme.id} />
        <h3>{name}</h3>
        {present ? (
          <small>{t('cat.in')}</small>
        ) : (
          <button type="button" aria-label={labelled(t('cat.add'), name)} onClick={onAdd}>
            {t('cat.add')}
          </button>
        )}
      </header>
      <p>{said(scheme.summary)}</p>
      <small>
        {t(fitWord(presetOf().fits[scheme.id] ?? 0))} {said(scheme.known)}
      </small>
      <SchemeDetails scheme={scheme} />
    </article>
  );
}

/** In words: conditions are rules of thumb, so a share would claim too much. */
function fitWord(score: number): 'cat.fits' | 'cat.fitsPartly' | 'cat.fitsNot' {
  return score >= 0.5 ? 'cat.fits' : score >= 0.25 ? 'cat.fitsPartly' : 'cat.fitsNot';
}

/** Costs, limits and evidence of a practice, folded. */
export function SchemeDetails({ scheme }: { scheme: CatalogueScheme }): VNode {
  const [open, setOpen] = useState(false);
  const names = (ids: readonly string[]): string =>
    ids
      .map((id) => schemes.value.get(id))
      .flatMap((one) => (one === undefined ? [] : said(one.name)))
      .join(language.value === 'zh' ? '、' : ', ');
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('cat.more')}</summary>
      <dl>
        <dt>{t('cat.suits')}</dt>
        <dd>{said(scheme.suits)}</dd>
        <dt>{t('cat.limits')}</dt>
        {scheme.limits.map((one) => (
          <dd key={one.en}>{said(one)}</dd>
        ))}
        <dt>{t('cat.costs')}</dt>
        <Costs id={scheme.id} />
        <dd>
          {t('cat.half', { n: plain(scheme.adoption.monthsToHalf.mode) })};{' '}
          {t('cat.fails', { p: share(scheme.adoption.failure) })}
        </dd>
        {open && <WeekTable id={scheme.id} />}
        {scheme.complements.length > 0 && (
          <>
            <dt>{t('cat.complements')}</dt>
            <dd>{names(scheme.complements)}</dd>
          </>
        )}
        {scheme.conflicts.length > 0 && (
          <>
            <dt>{t('cat.conflicts')}</dt>
            <dd>{names(scheme.conflicts)}</dd>
          </>
        )}
        <dt>{t('cat.evidence')}</dt>
        {scheme.evidence.map(({ grade, source }) => (
          <dd key={source.en}>
            <small>
              {said(GRADES[grade])}: {said(source)}
            </small>
          </dd>
        ))}
      </dl>
    </details>
  );
}

function Costs({ id }: { id: string }): VNode {
  const preset = presetOf();
  const costs = preset.costs[id] ?? [];
  if (costs.length === 0) return <dd>{t('cat.noCost')}</dd>;
  const groups = [
    [t('cat.fixed'), costs.filter((one) => !one.scales)],
    [t('cat.scaling'), costs.filter((one) => one.scales)],
  ] as const;
  return (
    <>
      {groups
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <dd key={title}>
            {title}
            {items.map(({ key, name, unit, by }) => {
              const text = (x: number): string => (unit === 'money' ? money(x, preset.currency) : plain(x));
              return (
                <div key={key}>
                  {said(name)} {text(by.mode)}{' '}
                  {by.low !== by.high && (
                    <small>
                      ({text(by.low)} – {text(by.high)})
                    </small>
                  )}
                </div>
              );
            })}
          </dd>
        ))}
    </>
  );
}
