import type { Language } from '../../engine/kernel/format.ts';
import type { Localised } from '../../engine/kernel/quantity.ts';

/** How a report is wanted: its language, a link to the run, and the command line that makes the same result. */
export interface ReportWanted {
  readonly lang: Language;
  readonly link: string;
  readonly command: string;
  /** As PDF; otherwise as one page of HTML. */
  readonly pdf: boolean;
}

/** What is to be made of a finished run. */
export interface PaperTask {
  readonly number: number;
  /** The run's folder. */
  readonly dir: string;
  /** File of its chart data; made if it is not there. */
  readonly charts: string;
  /** Besides the chart data. */
  readonly report: ReportWanted | null;
}

/** What is told of a task. */
export type PaperNews =
  | { readonly kind: 'share'; readonly number: number; readonly share: number }
  | { readonly kind: 'made'; readonly number: number; readonly report: string | Uint8Array | null }
  | {
      readonly kind: 'failed';
      readonly number: number;
      /** Null for a mistake of the program. */
      readonly failure: { readonly code: string; readonly text: Localised } | null;
      readonly log: string;
    };
