import type { Language } from './format.ts';
import type { Localised } from './quantity.ts';

/**
 * Work that could not be done, said in both languages. `code` is the stable name of the kind of failure; `message`
 * is the English text, for logs and stack traces.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: string;
  readonly text: Localised;

  constructor(code: string, text: Localised, cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause });
    this.code = code;
    this.text = text;
  }

  in(language: Language): string {
    return this.text[language];
  }
}
