import type { NormalStudy } from '../study/normal.ts';
import { UnitRunner } from './replicate.ts';
import type { Runner, UnitResult } from './runner.ts';

/** Runs units one after another in this thread, letting other events of the thread through between units. */
export class InlineRunner implements Runner {
  #study: NormalStudy | null = null;
  #units: UnitRunner | null = null;

  async run(
    study: NormalStudy,
    draws: readonly number[],
    onUnit: (unit: UnitResult) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    const units = this.#unitsOf(study);
    for (const draw of draws) {
      signal?.throwIfAborted();
      const unit = units.run(draw, () => signal?.aborted ?? false);
      if (unit !== null) onUnit(unit);
      await new Promise((resolve) => setTimeout(resolve));
    }
    signal?.throwIfAborted();
  }

  async close(): Promise<void> {
    this.#study = null;
    this.#units = null;
  }

  #unitsOf(study: NormalStudy): UnitRunner {
    if (this.#units === null || this.#study !== study) {
      this.#units = new UnitRunner(study);
      this.#study = study;
    }
    return this.#units;
  }
}
