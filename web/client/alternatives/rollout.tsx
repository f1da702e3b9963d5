import type { VNode } from 'preact';
import { Choice, Field } from '../parts/field.tsx';
import { ProblemsAt } from '../parts/problems.tsx';
import { understood } from '../study/check.ts';
import { at, isList, isMap, type Json, type Path } from '../study/document.ts';
import { study } from '../study/draft.ts';
import { type Entry, withSetting } from '../study/practices.ts';
import { t } from '../texts/index.ts';
import type { Course } from './course.ts';
import { monthsOf, monthsValue } from './months.ts';
import { Timeline } from './timeline.tsx';

interface RolloutProps {
  readonly name: string;
  readonly entry: Entry;
  readonly path: Path;
  readonly onChange: (next: Entry) => void;
}

/** When a practice starts, how fast it spreads, when it ends, and whom it covers: on a small timeline, and to be typed. */
export function Rollout({ name, entry, path, onChange }: RolloutProps): VNode {
  const horizon = Math.max(12, Math.round((understood.value?.horizonDays ?? 252) / 21));
  const { settings } = entry;
  const begins = beginning(path);
  const course: Course = {
    start: monthsOf(settings.start) ?? begins,
    ramp: monthsOf(settings.ramp) ?? 0,
    stop: monthsOf(settings.stop),
  };
  const set = (key: string, value: Json | undefined): void => onChange(withSetting(entry, key, value));
  const move = (next: Course): void => {
    const put = (to: Entry, key: keyof Course, usual: number | null): Entry =>
      next[key] === course[key]
        ? to
        : withSetting(
            to,
            key,
            next[key] === null || next[key] === usual ? undefined : monthsValue(next[key]),
          );
    const changed = put(put(put(entry, 'start', begins), 'ramp', 0), 'stop', null);
    if (changed !== entry) onChange(changed);
  };
  return (
    <fieldset class="rollout">
      <legend class="unseen">{t('roll.title', { name })}</legend>
      <Timeline name={name} course={course} horizon={horizon} onMove={move} />
      <details>
        <summary>
          <small>{t('roll.all')}</small>
        </summary>
        <div class="fields">
          {(['start', 'ramp', 'stop'] as const).map((key) => (
            <Field
              key={key}
              path={[...path, entry.id, key]}
              label={t(`roll.${key}`)}
              unit="months"
              usual={key === 'start' ? String(begins) : key === 'ramp' ? '0' : t('roll.never')}
              write={(value) => set(key, value)}
            />
          ))}
          <Whom where={settings.where} onSet={(where) => set('where', where)} />
        </div>
      </details>
      <ProblemsAt path={[...path, entry.id, 'where']} />
    </fieldset>
  );
}

/** Month in which what a list changes takes place unless it says otherwise: that of its alternative. */
function beginning(path: Path): number {
  return monthsOf(at(study.value!, [...path.slice(0, 2), 'start'])) ?? 0;
}

function Whom({
  where,
  onSet,
}: {
  where: Json | undefined;
  onSet: (where: Json | undefined) => void;
}): VNode {
  const teams = understood.value?.teams.map((one) => one.name) ?? [];
  const fixed: Readonly<Record<string, Json>> = {
    novices: { tenure: [0, '2 years'] },
    veterans: { tenure: ['5 years', 'none'] },
    share: { share: '50%' },
  };
  const now = whomOf(where);
  const options: (readonly [string, string])[] = [
    ['everyone', t('roll.everyone')],
    ...teams.map((name) => [`team:${name}`, teamText(name)] as const),
    ['novices', t('roll.novices')],
    ['veterans', t('roll.veterans')],
    ['share', t('roll.share')],
  ];
  if (!options.some(([value]) => value === now)) options.push([now, t('roll.asWritten')]);
  return (
    <Choice
      label={t('roll.whom')}
      value={now}
      options={options}
      onPick={(value) => {
        if (value === 'everyone') onSet(undefined);
        else if (value.startsWith('team:')) onSet({ team: value.slice(5) });
        else if (fixed[value] !== undefined) onSet(fixed[value]);
      }}
    />
  );
}

/** A team's name as people read it: teams that nobody has named are numbered. */
function teamText(name: string): string {
  const number = /^team-(\d+)$/.exec(name)?.[1];
  return number === undefined ? t('roll.team', { name }) : t('roll.teamNumber', { n: number });
}

/** Which of the choices a `where` is; `written` for any other. */
function whomOf(where: Json | undefined): string {
  if (!isMap(where) || Object.keys(where).length === 0) return 'everyone';
  if (Object.keys(where).length > 1) return 'written';
  if (typeof where.team === 'string') return `team:${where.team}`;
  if (isList(where.tenure)) {
    const [from, to] = where.tenure;
    if (from === 0 && to === '2 years') return 'novices';
    if (from === '5 years' && to === 'none') return 'veterans';
  }
  return where.share === '50%' || where.share === 0.5 ? 'share' : 'written';
}
