import type { VNode } from 'preact';
import type { Run, RunResult } from '../../contract/index.ts';
import { t } from '../texts/index.ts';
import { alternativeName, figureText, rangeText } from './names.ts';

/**
 * The primary difference of every alternative: what we do not know as a thick bar, simulation noise as a thin one. Before
 * there are two parameter draws neither is known, and a dot stands for the mean.
 */
export function Bars({ run, result }: { run: Run; result: RunResult }): VNode {
  const rows = result.comparisons.flatMap((one) => {
    const figures = one.metrics[run.primary];
    return figures === undefined ? [] : [{ id: one.alternative, figures }];
  });
  const ends = rows.flatMap(({ figures }) => [...figures.credible, ...figures.interval, figures.mean]);
  const reach = Math.max(1e-9, ...ends.map((x) => Math.abs(x ?? 0))) * 1.05;
  const at = (x: number): number => 50 + (x / reach) * 50;
  return (
    <div class="bars">
      {rows.map(({ id, figures }) => {
        const text = (x: number | null): string => figureText(x, figures.unit, run.currency, true);
        const known = figures.interval[0] !== null && figures.interval[1] !== null;
        const [low, high] = figures.credible[0] === null ? figures.interval : figures.credible;
        const name = alternativeName(run, id);
        const values = { name, mean: text(figures.mean), low: text(low), high: text(high) };
        return (
          <div class="bar-row" key={id}>
            <span>{name}</span>
            <svg
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              role="img"
              aria-label={t(known ? 'run.bar' : 'run.barRough', values)}
            >
              <line class="zero" x1="50" x2="50" y1="0" y2="10" />
              {known && low !== null && high !== null && (
                <>
                  <Bar kind="credible" from={at(low)} to={at(high)} top={2} height={6} />
                  <Bar
                    kind="interval"
                    from={at(figures.interval[0]!)}
                    to={at(figures.interval[1]!)}
                    top={4.2}
                    height={1.6}
                  />
                </>
              )}
              {!known && figures.mean !== null && (
                <Bar
                  kind="interval"
                  from={at(figures.mean) - 0.3}
                  to={at(figures.mean) + 0.3}
                  top={2}
                  height={6}
                />
              )}
            </svg>
            <span class="value">
              {values.mean}
              {known && <small>{rangeText([low, high], figures.unit, run.currency)}</small>}
            </span>
          </div>
        );
      })}
    </div>
  );
}

function Bar(props: {
  readonly kind: 'credible' | 'interval';
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
}): VNode {
  const { kind, from, to, top, height } = props;
  return <rect class={kind} x={from} width={Math.max(0.3, to - from)} y={top} height={height} />;
}
