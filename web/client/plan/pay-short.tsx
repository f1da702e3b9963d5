import type { VNode } from 'preact';
import { presets } from '../api/catalogue.ts';
import { money, plain, share } from '../format.ts';
import { understood } from '../study/check.ts';
import type { Json } from '../study/document.ts';
import { study } from '../study/draft.ts';
import { presetOf } from '../study/preset.ts';
import { roughNumber } from '../study/written.ts';
import { t } from '../texts/index.ts';
import { type FlatKey, flatValues } from './flat.ts';

const TOLD = ['salary', 'commission', 'quota', 'threshold', 'accelerator', 'cap', 'bonus'] as const;

/** Today's pay in a few lines: what the plan does not use is left out. */
export function PayInShort(): VNode {
  const preset = presetOf();
  const values = flatValues(study.value!, 'baseline', presets.value, preset);
  const target = understood.value?.alternatives.find((one) => one.id === 'baseline')?.pay.curve?.target;
  const cash = (x: number): string => money(x, preset.currency);
  const lines: readonly (readonly [string, string])[] =
    values === null
      ? target === undefined
        ? []
        : [[t('plan.onTarget'), cash(target)]]
      : TOLD.flatMap((key) => {
          const told = toldOf(key, values[key], cash);
          return told === null ? [] : [[t(`plan.${key}`), told] as const];
        });
  return (
    <dl class="short">
      {lines.map(([name, told]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{told}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A key's value as people read it; null where it changes nothing. */
function toldOf(key: FlatKey, value: Json, cash: (x: number) => string): string | null {
  const x = roughNumber(value);
  if (x === null || x === 0) return null;
  if (key === 'accelerator') return x === 1 ? null : `× ${plain(x)}`;
  return key === 'salary' || key === 'quota' || key === 'bonus' ? cash(x) : share(x);
}
