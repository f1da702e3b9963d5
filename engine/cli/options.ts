import { availableParallelism } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { Failure } from '../kernel/failure.ts';
import { harmless, type Language } from '../kernel/format.ts';

/** Something the caller got wrong outside a study file: exit status 2, nothing written. */
export function usageFailure(en: string, zh: string): Failure {
  return new Failure('usage', { en, zh });
}

/** Options every verb takes. */
export interface Common {
  readonly lang: Language;
}

/** The language to speak: the environment's, if it is Chinese; otherwise English. `--lang` overrides it. */
export function usualLanguage(env: NodeJS.ProcessEnv): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** All cores of the machine. */
export function usualThreads(): number {
  return availableParallelism();
}

/** Reads a whole number of at least 1 and at most `most`, for commander. */
export function wholeNumber(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
    throw new InvalidArgumentError(`expected a whole number from 1 to ${most}, found “${text}”.`);
  };
}

/** Reads a seed: any text that is not blank and can be shown, as in a study. */
export function seedText(text: string): string {
  if (text.trim() !== '' && text.length <= 200 && harmless(text) === text) return text;
  throw new InvalidArgumentError('expected a text of 1 to 200 characters, none of them invisible.');
}
