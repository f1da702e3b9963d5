import { expectedReplications } from '../conduct/index.ts';
import type { CompareProgress } from '../experiment/index.ts';
import type { Language } from '../kernel/format.ts';

/** Milliseconds between redraws of the bar, and between lines where there is no terminal. */
const REDRAW = 100;
const LINE_EVERY = 4000;

const BAR = 24;

const WORDS = {
  en: { replications: 'replications', rate: '/s', left: 'left', precision: 'precision', wanted: 'wanted' },
  zh: { replications: '次模拟', rate: ' 次/秒', left: '剩余', precision: '精度', wanted: '目标' },
} as const;

/** Where progress is shown, and what time it is there. */
export interface ProgressStage {
  readonly write: (text: string) => void;
  readonly terminal: boolean;
  /** Milliseconds, from any start. */
  readonly now: () => number;
}

/**
 * Shows how far a run is: replications done, their rate, the time left, the precision now and wanted. A bar on a
 * terminal; elsewhere a line every few seconds.
 */
export class ProgressView {
  readonly #stage: ProgressStage;
  readonly #language: Language;
  readonly #most: number;
  readonly #start: number;
  #startFinished = -1;
  #shown = Number.NEGATIVE_INFINITY;
  #drawn = false;

  /** @param most replications the run may need at most */
  constructor(stage: ProgressStage, language: Language, most: number) {
    this.#stage = stage;
    this.#language = language;
    this.#most = most;
    this.#start = stage.now();
  }

  update(progress: CompareProgress): void {
    if (this.#startFinished < 0) this.#startFinished = progress.finished;
    const now = this.#stage.now();
    if (now - this.#shown < (this.#stage.terminal ? REDRAW : LINE_EVERY)) return;
    if (!this.#stage.terminal && now - this.#start < LINE_EVERY) return;
    this.#shown = now;
    const line = this.#line(progress, (now - this.#start) / 1000);
    this.#stage.write(this.#stage.terminal ? `\r\u001b[2K${line}` : `${line}\n`);
    this.#drawn = true;
  }

  /** Clears the bar. */
  end(): void {
    if (this.#stage.terminal && this.#drawn) this.#stage.write('\r\u001b[2K');
  }

  #line(progress: CompareProgress, seconds: number): string {
    const words = WORDS[this.#language];
    const goal = expectedReplications(progress, this.#most);
    const share = Math.min(1, progress.finished / Math.max(1, goal));
    const rate = (progress.finished - this.#startFinished) / Math.max(0.001, seconds);
    const full = Math.round(share * BAR);
    const parts = [
      `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.round(share * 100)} %`,
      `${progress.finished} ${words.replications}`,
    ];
    if (rate > 0) {
      parts.push(`${rate.toFixed(rate < 10 ? 1 : 0)}${words.rate}`);
      parts.push(`${words.left} ${duration((goal - progress.finished) / rate, this.#language)}`);
    }
    if (progress.precision && Number.isFinite(progress.precision.now) && progress.precision.wanted > 0) {
      const ratio = progress.precision.now / progress.precision.wanted;
      parts.push(`${words.precision} ±${ratio.toFixed(2)} × ${words.wanted}`);
    }
    return parts.join(' · ');
  }
}

/** A time left in words as short as they get. */
export function duration(seconds: number, language: Language): string {
  const s = Math.max(0, Math.ceil(seconds));
  if (language === 'zh')
    return s < 90 ? `${s} 秒` : s < 5400 ? `${Math.round(s / 60)} 分` : `${(s / 3600).toFixed(1)} 小时`;
  return s < 90 ? `${s} s` : s < 5400 ? `${Math.round(s / 60)} min` : `${(s / 3600).toFixed(1)} h`;
}
