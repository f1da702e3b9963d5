/** Longest time, in milliseconds, that work may keep the event loop from other requests. */
const TURN = 8;

/** Lets other requests have their turn when this work has had its own. */
export class Turns {
  #since = performance.now();

  /** Call between small pieces of work. */
  async rest(): Promise<void> {
    if (performance.now() - this.#since < TURN) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#since = performance.now();
  }
}
