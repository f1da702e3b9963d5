import type { VNode } from 'preact';
import type { Run, RunResult } from '../../contract/index.ts';
import { t } from '../texts/index.ts';
import { alternativeName, figureText } from './names.ts';

/** The primary difference of every alternative: what we do not know as a thick bar, simulation noise as a thin one. */
export function Bars({ run, result }: { run: Run; result: RunResult }): VNode {
  const rows = result.comparisons.flatMap((one) => {
    const figures = one.metrics[run.primary];
    return figures === undefined ? [] : [{ id: one.alternative, figures }];
  });
  const ends = rows.flatMap(({ figures }) => [...figures.credible, ...figures.interval, 0]);
  const reach = Math.max(1e-9, ...ends.map((x) => Math.abs(x ?? 0))) * 1.05;
  const at = (x: number | null): number => 50 + ((x ?? 0) / reach) * 50;
  return (
    <div class="bars">
      {rows.map(({ id, figures }) => {
        const text = (x: number | null): string => figureText(x, figures.unit, run.currency, true);
        const [low, high] = figures.credible[0] === null ? figures.interval : figures.credible;
        const values = {
          name: alternativeName(run, id),
          mean: text(figures.mean),
          low: text(low),
          high: text(high),
        };
        return (
          <div class="bar-row" key={id}>
            <span>{values.name}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={t('run.bar', values)}>
              <line class="zero" x1="50" x2="50" y1="0" y2="10" />
              <rect class="credible" x={at(low)} width={Math.max(0.3, at(high) - at(low))} y="2" height="6" />
              <rect
                class="interval"
                x={at(figures.interval[0])}
                width={Math.max(0.3, at(figures.interval[1]) - at(figures.interval[0]))}
                y="4.2"
                height="1.6"
              />
            </svg>
            <span class="value">{values.mean}</span>
          </div>
        );
      })}
    </div>
  );
}
