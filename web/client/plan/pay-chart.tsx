import type { VNode } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { PayCurve } from '../../contract/index.ts';
import { money, plain, share } from '../format.ts';
import { t } from '../texts/index.ts';
import type { Handle } from './handles.ts';
import { payAt, type Spread } from './spread.ts';

const WIDTH = 640;
const LEFT = 78;
const RIGHT = 30;
const TOP = 12;
const CURVE = 230;
/** Where the strip of marginal pay, and then the histogram, begin below the curve, and how high they are. */
const RATE_TOP = 272;
const RATE = 40;
const BARS_TOP = 326;
const BARS = 56;
const HEIGHT = BARS_TOP + BARS + 4;
/** Attainment shown: up to twice the quota, or three times where a plan's cap lies between. */
const USUAL_MOST = 2;
const FAR_MOST = 3;

interface PayChartProps {
  readonly curve: PayCurve;
  readonly today: PayCurve | null;
  readonly spread: Spread | null;
  readonly currency: string;
  readonly handles: readonly Handle[];
  /** A mark moved to a place on the curve. */
  readonly onDrag: (handle: Handle, level: number, pay: number) => void;
  /** A mark moved by so many steps of its own. */
  readonly onStep: (handle: Handle, steps: number) => void;
}

/** The payout curve with marks to drag, over a histogram of attainment. */
export function PayChart(props: PayChartProps): VNode {
  const { curve, today, spread, currency, handles, onDrag, onStep } = props;
  const svg = useRef<SVGSVGElement>(null);
  const id = useId();
  const amount = curve.axis === 'amount';
  const drawn = [curve, ...(today === null ? [] : [today])];
  const dragging = useRef(false);
  const held = useRef(USUAL_MOST);
  // Under a moving mark the scale must not move: along attainment it waits, along pay it goes in coarse steps.
  if (!dragging.current) held.current = drawn.some(bendsFar) ? FAR_MOST : USUAL_MOST;
  const most = amount ? Math.max(...curve.points.map((one) => one.level)) : held.current;
  const paid = drawn.flatMap((one) => shownOf(one, most).map(({ pay }) => pay));
  const top = niceAbove(Math.max(1, ...paid) * 1.05);
  const x = (level: number): number =>
    LEFT + (Math.min(Math.max(level, 0), most) / most) * (WIDTH - LEFT - RIGHT);
  const y = (pay: number): number => TOP + CURVE - (pay / top) * CURVE;
  const place = (event: PointerEvent): readonly [number, number] => {
    const box = svg.current!.getBoundingClientRect();
    const px = ((event.clientX - box.left) / box.width) * WIDTH;
    const py = ((event.clientY - box.top) / box.height) * HEIGHT;
    const level = ((px - LEFT) / (WIDTH - LEFT - RIGHT)) * most;
    return [Math.min(most, Math.max(0, level)), Math.max(0, ((TOP + CURVE - py) / CURVE) * top)];
  };
  const width = spread?.width ?? 1;
  const shares = spread === null ? [] : foldedAt(spread, most);
  const tallest = Math.max(...shares);
  // Quota is always among them.
  const ticks = (most === FAR_MOST ? [0, 1 / 3, 2 / 3, 1] : [0, 0.25, 0.5, 0.75, 1]).map(
    (part) => part * most,
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with sliders in it; SVG has no fieldset
    <svg
      ref={svg}
      class="pay-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-labelledby={`${id}-t`}
    >
      <title id={`${id}-t`}>{t('plan.curve')}</title>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line class="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(part * top)} y2={y(part * top)} />
          {part > 0 && (
            <text x={LEFT - 6} y={y(part * top) + 5} text-anchor="end">
              {money(part * top, currency)}
            </text>
          )}
        </g>
      ))}
      {ticks.map((level) => (
        // The first gives way to the mark that may stand at the origin.
        <text
          key={level}
          x={x(level) + (level === 0 ? 16 : 0)}
          y={TOP + CURVE + 19}
          text-anchor={level === 0 ? 'start' : 'middle'}
        >
          {amount ? money(level, currency) : share(level)}
        </text>
      ))}
      {!amount && <line class="quota" x1={x(1)} x2={x(1)} y1={TOP} y2={BARS_TOP + BARS} />}
      <text x={LEFT - 6} y={RATE_TOP + RATE / 2 + 5} text-anchor="end">
        {t('plan.marginalShort')}
      </text>
      <line class="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={RATE_TOP + RATE} y2={RATE_TOP + RATE} />
      <path class="rate" d={ratePath(curve, most, x)} />
      {shares.map((part, i) => (
        <rect
          key={i}
          class="bar"
          x={x(i * width) + 1}
          width={Math.max(1, x(width) - x(0) - 2)}
          y={BARS_TOP + BARS - (part / tallest) * BARS}
          height={(part / tallest) * BARS}
        >
          <title>{`${share(i * width)} – ${share((i + 1) * width)}: ${share(Math.round(part * 1000) / 1000)}`}</title>
        </rect>
      ))}
      {today !== null && <path class="today" d={pathOf(today, most, x, y)} />}
      <path class="curve" d={pathOf(curve, most, x, y)} />
      {handles.map((handle) => (
        <circle
          key={handle.key}
          class={`handle ${handle.along}`}
          cx={x(handle.level)}
          cy={y(handle.pay)}
          r="8"
          // In a drawing the attribute's name is taken to the letter.
          tabindex={0}
          role="slider"
          aria-label={t(`plan.handle.${handle.key}`)}
          aria-orientation={handle.along === 'level' ? 'horizontal' : 'vertical'}
          aria-valuemin={handle.min}
          aria-valuemax={handle.max}
          aria-valuenow={handle.value}
          aria-valuetext={handle.key === 'accelerator' ? plain(handle.value) : share(handle.value)}
          onPointerDown={(event) => {
            event.preventDefault();
            event.currentTarget.focus();
            event.currentTarget.setPointerCapture(event.pointerId);
            dragging.current = true;
          }}
          onLostPointerCapture={() => {
            dragging.current = false;
          }}
          onPointerMove={(event) => {
            if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(handle, ...place(event));
          }}
          onKeyDown={(event) => {
            const steps = STEPS[event.key];
            if (steps === undefined) return;
            event.preventDefault();
            onStep(handle, steps);
          }}
        />
      ))}
    </svg>
  );
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

/** Whether a curve bends beyond the usual axis, and not beyond the far one. */
function bendsFar(curve: PayCurve): boolean {
  if (curve.axis === 'amount') return false;
  return curve.points.some((point, i) => {
    const before = curve.points[i - 1];
    const bends = before !== undefined && point.marginal !== before.marginal;
    return bends && point.level > USUAL_MOST && point.level <= FAR_MOST;
  });
}

/** The points of a curve up to a level, and the one it reaches there. */
function shownOf(curve: PayCurve, most: number): PayCurve['points'] {
  const points = curve.points.filter((one) => one.level <= most);
  const last = points.at(-1);
  if (last === undefined || last.level === most) return points;
  return [...points, { level: most, pay: payAt(curve, most), marginal: last.marginal }];
}

/** Shares by attainment up to a level; those beyond are counted with the last. */
function foldedAt({ shares, width }: Spread, most: number): number[] {
  const bins = Math.round(most / width);
  const seen = shares.slice(0, bins);
  const beyond = shares.slice(bins).reduce((sum, one) => sum + one, 0);
  return beyond === 0 ? seen : seen.map((one, i) => (i === bins - 1 ? one + beyond : one));
}

function pathOf(
  curve: PayCurve,
  most: number,
  x: (level: number) => number,
  y: (pay: number) => number,
): string {
  const points = shownOf(curve, most);
  return points
    .map((one, i) => {
      if (i === 0) return `M${x(one.level)} ${y(one.pay)}`;
      // Along the slope to the point, and there up or down by the jump, if there is one.
      const before = points[i - 1]!;
      const reached = before.pay + before.marginal * (one.level - before.level);
      return `L${x(one.level)} ${y(reached)}L${x(one.level)} ${y(one.pay)}`;
    })
    .join('');
}

/** What the next unit of sales pays, as steps; a jump counts in the curve alone. */
function ratePath(curve: PayCurve, most: number, x: (level: number) => number): string {
  const points = shownOf(curve, most);
  const top = Math.max(1e-9, ...points.map((one) => one.marginal));
  const y = (rate: number): number => RATE_TOP + RATE - (Math.max(0, rate) / top) * RATE;
  return points
    .map((one, i) => {
      const next = points[i + 1]?.level ?? most;
      return `${i === 0 ? 'M' : 'L'}${x(one.level)} ${y(one.marginal)}L${x(next)} ${y(one.marginal)}`;
    })
    .join('');
}

/** The next of 1, 1.5, 2, 3, 4, 5, 7.5, 10 × a power of ten. */
function niceAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = [1, 1.5, 2, 3, 4, 5, 7.5, 10].find((one) => one * power >= value) ?? 10;
  return digit * power;
}
