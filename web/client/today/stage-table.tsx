import type { VNode } from 'preact';
import type { CataloguePreset, Quantity } from '../../contract/index.ts';
import { Field } from '../parts/field.tsx';
import { at, isMap, type Path } from '../study/document.ts';
import { study } from '../study/draft.ts';
import { type FieldUnit, likely, shown } from '../study/written.ts';
import { labelled, said, t } from '../texts/index.ts';

/** The stages a deal passes and the channels leads come by, as tables one can write in. */
export function StageTable({ preset }: { preset: CataloguePreset }): VNode {
  const stages = preset.stages.map((one) => ({
    name: said(one.name),
    path: ['stages', one.id] as Path,
    cells: [
      cell('conversion', 'share', one.conversion),
      cell('days', 'workdays', one.days),
      cell('touches', 'count', one.touches),
      cell('hours', 'hours', one.hours),
    ],
  }));
  const channels = preset.channels
    .filter((one) => one.kind === 'market')
    .map((one) => ({
      name: said(one.name),
      path: ['channels', one.id] as Path,
      cells: [cell('share', 'share', one.share), cell('cost-per-lead', 'money', one.costPerLead)],
    }));
  return (
    <>
      <Grid
        title={t('today.stages')}
        heads={[t('today.conversion'), t('today.days'), t('today.touches'), t('today.hours')]}
        rows={stages}
        currency={preset.currency}
      />
      <Grid
        title={t('today.channels')}
        heads={[t('today.share'), t('today.costPerLead')]}
        rows={channels}
        currency={preset.currency}
      />
    </>
  );
}

interface Cell {
  readonly key: string;
  readonly unit: FieldUnit;
  readonly usual: Quantity;
}

function cell(key: string, unit: FieldUnit, usual: Quantity): Cell {
  return { key, unit, usual };
}

function Grid(props: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly name: string; readonly path: Path; readonly cells: readonly Cell[] }[];
  readonly currency: string;
}): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and the keyboard must reach that
    <section class="card scroll" tabIndex={0} aria-label={props.title}>
      <h2>{props.title}</h2>
      <table>
        <thead>
          <tr>
            <td />
            {props.heads.map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {row.cells.map((one, i) => {
                const path = [...row.path, one.key];
                const stored = at(study.value!, path);
                return (
                  <td key={one.key}>
                    {isMap(stored) ? (
                      <code>{JSON.stringify(stored)}</code>
                    ) : (
                      <Field
                        path={path}
                        label={labelled(row.name, props.heads[i]!)}
                        quiet
                        unit={one.unit}
                        usual={shown(likely(one.usual) ?? '', one.unit)}
                        currency={props.currency}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
