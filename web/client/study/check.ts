import { computed, effect, signal } from '@preact/signals';
import type { Localised, Problem, Run, StudyAnswer } from '../../contract/index.ts';
import { Refused, request } from '../api/request.ts';
import { type Path, pathText } from './document.ts';
import { draft, noteRun, study } from './draft.ts';
import { runOptions } from './run-options.ts';

/** What is wrong with the study on the table. */
export const problems = signal<readonly Problem[]>([]);

/** What the engine understood of the study on the table; null while it is unsound. The last sound one stays. */
export const understood = signal<StudyAnswer | null>(null);

/** Why the study could not be checked at all, or null. */
export const checkFailure = signal<Localised | null>(null);

/** Whether the latest change still waits to be checked. */
export const checking = signal(false);

/** Time after the last change before the engine is asked, in milliseconds. */
const PAUSE_MS = 120;

/** Asks the engine whenever the study has changed. Called once, at the start. */
export function followChanges(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  let last: string | null = null;
  effect(() => {
    const now = study.value;
    const id = draft.value?.id ?? null;
    clearTimeout(timer);
    asked?.abort();
    if (id !== last) {
      understood.value = null;
      problems.value = [];
    }
    last = id;
    if (now === null) return;
    checking.value = true;
    asked = new AbortController();
    const { signal: aborted } = asked;
    timer = setTimeout(() => void check(now, aborted), PAUSE_MS);
  });
}

async function check(document: unknown, aborted: AbortSignal): Promise<void> {
  try {
    understood.value = await request<StudyAnswer>('POST', '/studies/check', { study: document }, aborted);
    problems.value = [];
    checkFailure.value = null;
  } catch (error) {
    if (aborted.aborted) return;
    problems.value = error instanceof Refused ? error.problems : [];
    const told = error instanceof Refused && error.problems.length > 0;
    checkFailure.value = told ? null : textOf(error);
  }
  checking.value = false;
}

/** The problems at a path, or inside it. */
export function problemsAt(path: Path): readonly Problem[] {
  const text = pathText(path);
  return problems.value.filter(
    (one) => one.path === text || one.path.startsWith(`${text}.`) || one.path.startsWith(`${text}[`),
  );
}

/** Whether the study on the table can be run. */
export const ready = computed(
  () => study.value !== null && problems.value.length === 0 && checkFailure.value === null,
);

/**
 * Starts a run of the study on the table.
 *
 * @returns the run's id
 * @throws Refused when the server will not
 */
export async function startRun(): Promise<string> {
  const { id } = await request<{ id: string }>('POST', '/runs', {
    study: study.value,
    options: runOptions(study.value ?? {}),
  });
  noteRun(id);
  return id;
}

/** The study of a run, as text. @throws Error when the server does not give it */
export async function studyTextOf(run: string): Promise<string> {
  const answer = await fetch(`api/v1/runs/${run}/files/study.yaml`);
  if (!answer.ok) throw new Error(`study.yaml: ${answer.status}`);
  return answer.text();
}

/**
 * Starts the study of a finished run once more, with every alternative taken apart into its steps.
 *
 * @param text the study
 * @returns the new run's id
 * @throws Refused when the server will not
 */
export async function runExplained(run: Run, text: string): Promise<string> {
  const pay = run.result !== null && 'pay' in run.result ? { pay: true } : {};
  const options = { ...pay, explain: true, seed: run.seed };
  const { id } = await request<{ id: string }>('POST', '/runs', { study: text, options });
  if (draft.value?.lastRun === run.id) noteRun(id);
  return id;
}

/** Any failure in both languages. */
export function textOf(error: unknown): Localised {
  if (error instanceof Refused) return error.text;
  const text = error instanceof Error ? error.message : String(error);
  return { en: text, zh: text };
}
