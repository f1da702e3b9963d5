import type { Axis, Boundary } from './payout.ts';

/** Below it nothing is paid. Once reached, pay counts from it, or from the first yuan. */
export interface Threshold {
  readonly at: number;
  readonly pays: 'from-threshold' | 'from-first';
}

/**
 * From this attainment (or amount) on, up to the next change, the rate is this multiple of what the table says: an
 * accelerator above 1, a decelerator below.
 */
export interface RateChange {
  readonly from: number;
  readonly times: number;
}

/** A limit of a component's pay in a period. */
export type Limit =
  /** Results beyond it (on the component's axis) pay nothing more. */
  | { readonly on: 'result'; readonly at: number }
  /** Multiple of the component's target pay. */
  | { readonly on: 'target'; readonly times: number }
  | { readonly on: 'money'; readonly amount: number };

/** Pay hangs on another measure. */
export interface Gate {
  /** Measure by id. */
  readonly measure: string;
  readonly axis: Axis;
  readonly at: number;
  readonly boundary: Boundary;
  /** When it is not reached: nothing is paid, accelerators do not apply, or only a share is paid. */
  readonly otherwise: 'nothing' | 'no-accelerator' | { readonly share: number };
}

/** A factor on a component's pay read off another measure. Below the first point: as at it. */
export interface Modifier {
  readonly measure: string;
  readonly axis: Axis;
  readonly points: readonly (readonly [x: number, factor: number])[];
  readonly interpolation: 'linear' | 'step';
  readonly boundary: Boundary;
}
