import type { ApiFailure, Localised, Problem } from '../../contract/index.ts';

/** An answer that is not what was asked for: said in both languages, with the study's problems where those are why. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  readonly text: Localised;
  readonly problems: readonly Problem[];

  constructor(code: string, text: Localised, problems: readonly Problem[] = []) {
    super(text.en);
    this.code = code;
    this.text = text;
    this.problems = problems;
  }
}

const UNREACHED: Localised = {
  en: 'The server does not answer. Is “schemelab serve” still running?',
  zh: '服务器没有响应。“schemelab serve”还在运行吗？',
};

/**
 * Asks the server. The answer is JSON.
 *
 * @throws Refused when the server says no or cannot be reached
 */
export async function request<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const answer = await fetch(`api/v1${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Refused('unreached', UNREACHED);
  });
  const text = await answer.text();
  if (answer.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  throw refusal(answer.status, text);
}

function refusal(status: number, text: string): Refused {
  try {
    const { error } = JSON.parse(text) as ApiFailure;
    return new Refused(error.code, error.message, error.problems);
  } catch {
    return new Refused('answer', { en: `The server answered ${status}.`, zh: `服务器返回了 ${status}。` });
  }
}
