import { language } from '../shell/preferences.ts';
import { en, type Texts } from './en.ts';
import { zh } from './zh.ts';

const TEXTS: Readonly<Record<'en' | 'zh', Texts>> = { en, zh };

/** The text of a key in the reader's language, with `{name}` filled in. */
export function t(key: keyof Texts, values: Readonly<Record<string, string | number>> = {}): string {
  return TEXTS[language.value][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}

/** A text that comes in both languages, in the reader's. */
export function said(text: { readonly en: string; readonly zh: string }): string {
  return text[language.value];
}

/** A text after the name of what it belongs to. */
export function labelled(name: string, text: string): string {
  return language.value === 'zh' ? `${name}：${text}` : `${name}: ${text}`;
}
