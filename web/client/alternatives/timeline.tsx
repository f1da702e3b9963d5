import type { VNode } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { t } from '../texts/index.ts';
import { type Course, moved, shifted } from './course.ts';

/** Drawn size, in units of the drawing; there is room for half a mark at either end. */
const WIDTH = 240;
const MARGIN = 9;
const BASE = 22;
const HEIGHT = 14;
const BOX = { x: -MARGIN, y: 0, width: WIDTH + 2 * MARGIN, height: 38 } as const;

interface TimelineProps {
  readonly name: string;
  readonly course: Course;
  /** Simulated months. */
  readonly horizon: number;
  readonly onMove: (next: Course) => void;
}

/** The rollout as a bar over the months: its marks and the bar itself can be dragged, the marks moved by arrow keys too. */
export function Timeline({ name, course, horizon, onMove }: TimelineProps): VNode {
  const svg = useRef<SVGSVGElement>(null);
  /** What is being dragged as a whole: month of the pointer and course at its beginning. */
  const held = useRef<{ readonly month: number; readonly course: Course } | null>(null);
  const id = useId();
  const { start, ramp, stop } = course;
  const x = (month: number): number => (Math.min(month, horizon) / horizon) * WIDTH;
  const monthAt = (event: PointerEvent): number => {
    const box = svg.current!.getBoundingClientRect();
    const at = BOX.x + ((event.clientX - box.left) / box.width) * BOX.width;
    return (at / WIDTH) * horizon;
  };
  const full = Math.min(start + ramp, stop ?? Number.POSITIVE_INFINITY);
  const end = stop ?? horizon;
  const height = stop === null || ramp === 0 ? HEIGHT : HEIGHT * Math.min(1, (end - start) / ramp);
  const top = BASE - height;
  const values = { name, start: short(start), full: short(start + ramp) };
  const label = stop === null ? t('roll.bar', values) : t('roll.barStop', { ...values, stop: short(stop) });
  const marks: readonly {
    readonly mark: keyof Course;
    readonly month: number;
    readonly y: number;
    readonly now: number;
  }[] = [
    { mark: 'start', month: start, y: BASE, now: start },
    { mark: 'ramp', month: full, y: top, now: ramp },
    { mark: 'stop', month: end, y: BASE, now: stop ?? horizon + 1 },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with sliders in it; SVG has no fieldset
    <svg
      ref={svg}
      class="timeline"
      viewBox={`${BOX.x} ${BOX.y} ${BOX.width} ${BOX.height}`}
      role="group"
      aria-labelledby={`${id}-t`}
    >
      <title id={`${id}-t`}>{label}</title>
      <line class="axis" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
      {Array.from({ length: Math.floor(horizon / 3) + 1 }, (_, i) => (
        <line key={i} class="axis" x1={x(i * 3)} x2={x(i * 3)} y1={BASE} y2={BASE + 3} />
      ))}
      <path
        class="bar"
        d={`M${x(start)} ${BASE}L${x(full)} ${top}L${x(end)} ${top}L${x(end)} ${BASE}Z`}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = { month: monthAt(event), course };
        }}
        onPointerMove={(event) => {
          if (held.current === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
          const { month, course: from } = held.current;
          onMove(shifted(from, Math.round(monthAt(event) - month), horizon));
        }}
        onPointerUp={() => {
          held.current = null;
        }}
      />
      {marks.map(({ mark, month, y, now }) => (
        <circle
          key={mark}
          class="handle"
          cx={x(month)}
          cy={y}
          r="5"
          // In a drawing the attribute's name is taken to the letter.
          tabindex={0}
          role="slider"
          aria-label={t(`roll.mark.${mark}`, { name })}
          aria-valuemin={0}
          aria-valuemax={mark === 'stop' ? horizon + 1 : horizon}
          aria-valuenow={now}
          aria-valuetext={mark === 'stop' && stop === null ? t('roll.never') : short(now)}
          onPointerDown={(event) => {
            event.preventDefault();
            event.currentTarget.focus();
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => {
            if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
            const to = Math.round(monthAt(event));
            onMove(moved(course, mark, mark === 'ramp' ? to - start : to, horizon));
          }}
          onKeyDown={(event) => {
            const to = keyed(event.key, now, mark === 'stop' ? horizon + 1 : horizon);
            if (to === null) return;
            event.preventDefault();
            onMove(moved(course, mark, to, horizon));
          }}
        />
      ))}
      <text x="0" y={BASE + 14} text-anchor="middle">
        0
      </text>
      <text x={WIDTH} y={BASE + 14} text-anchor="middle">
        {horizon}
      </text>
    </svg>
  );
}

/** Where a key takes a mark; null for keys that move nothing. */
function keyed(key: string, now: number, most: number): number | null {
  const steps = STEPS[key];
  if (steps !== undefined) return now + steps;
  return key === 'Home' ? 0 : key === 'End' ? most : null;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -3,
  PageUp: 3,
};

function short(months: number): string {
  return String(Number(months.toFixed(1)));
}
