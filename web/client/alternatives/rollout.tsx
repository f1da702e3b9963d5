import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Choice } from '../parts/field.tsx';
import { ProblemsAt } from '../parts/problems.tsx';
import { understood } from '../study/check.ts';
import { isList, isMap, type Json, type Path } from '../study/document.ts';
import { type Entry, withSetting } from '../study/practices.ts';
import { t } from '../texts/index.ts';
import { monthsOf, monthsValue } from './months.ts';

interface RolloutProps {
  readonly name: string;
  readonly entry: Entry;
  readonly path: Path;
  readonly onChange: (next: Entry) => void;
}

/** When a practice starts, how fast it spreads, when it ends, and whom it covers, on a small timeline. */
export function Rollout({ name, entry, path, onChange }: RolloutProps): VNode {
  const horizon = Math.max(12, Math.round((understood.value?.horizonDays ?? 252) / 21));
  const { settings } = entry;
  const start = monthsOf(settings.start) ?? 0;
  const ramp = monthsOf(settings.ramp) ?? 0;
  const stop = monthsOf(settings.stop);
  const set = (key: string, value: Json | undefined): void => onChange(withSetting(entry, key, value));
  return (
    <fieldset class="rollout">
      <legend class="unseen">{t('roll.title', { name })}</legend>
      <Timeline name={name} start={start} ramp={ramp} stop={stop} horizon={horizon} />
      <details>
        <summary>
          <small>{t('roll.all')}</small>
        </summary>
        <Slider
          label={t('roll.start')}
          value={start}
          max={horizon}
          onSet={(x) => set('start', x === 0 ? undefined : monthsValue(x))}
        />
        <Slider
          label={t('roll.ramp')}
          value={ramp}
          max={horizon}
          onSet={(x) => set('ramp', x === 0 ? undefined : monthsValue(x))}
        />
        <Slider
          label={t('roll.stop')}
          value={stop ?? horizon + 1}
          max={horizon + 1}
          text={stop === null ? t('roll.never') : undefined}
          onSet={(x) => set('stop', x > horizon ? undefined : monthsValue(x))}
        />
        <Whom where={settings.where} onSet={(where) => set('where', where)} />
      </details>
      <ProblemsAt path={[...path, entry.id]} />
    </fieldset>
  );
}

function Timeline(props: {
  readonly name: string;
  readonly start: number;
  readonly ramp: number;
  readonly stop: number | null;
  readonly horizon: number;
}): VNode {
  const { name, start, ramp, stop, horizon } = props;
  const x = (month: number): number => (Math.min(month, horizon) / horizon) * 240;
  const full = Math.min(start + ramp, stop ?? Number.POSITIVE_INFINITY);
  const end = stop ?? horizon;
  const height = stop === null || ramp === 0 ? 12 : 12 * Math.min(1, (end - start) / ramp);
  const top = 16 - height;
  const values = { name, start, full: start + ramp };
  const label = stop === null ? t('roll.bar', values) : t('roll.barStop', { ...values, stop });
  return (
    <svg class="timeline" viewBox="0 -2 240 30" role="img" aria-label={label}>
      <line class="axis" x1="0" x2="240" y1="16" y2="16" />
      {Array.from({ length: Math.floor(horizon / 3) + 1 }, (_, i) => (
        <line key={i} class="axis" x1={x(i * 3)} x2={x(i * 3)} y1="16" y2="19" />
      ))}
      <path class="bar" d={`M${x(start)} 16L${x(full)} ${top}L${x(end)} ${top}L${x(end)} 16Z`} />
      <text x="0" y="27">
        0
      </text>
      <text x="240" y="27" text-anchor="end">
        {horizon}
      </text>
    </svg>
  );
}

function Slider(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly text?: string | undefined;
  readonly onSet: (value: number) => void;
}): VNode {
  const id = useId();
  const { label, value, max, text, onSet } = props;
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min="0"
        max={max}
        step="1"
        value={Math.min(value, max)}
        aria-valuetext={text}
        onInput={(event) => onSet(event.currentTarget.valueAsNumber)}
      />
      <output for={id}>{text ?? Number(value.toFixed(1))}</output>
    </div>
  );
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
    ...teams.map((name) => [`team:${name}`, t('roll.team', { name })] as const),
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
