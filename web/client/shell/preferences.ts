import { computed, effect, signal } from '@preact/signals';

/** Languages of the page. */
export type Language = 'en' | 'zh';
/** What the reader asked for; `auto` follows the device. */
export type ThemeChoice = 'auto' | 'light' | 'dark';

const LANGUAGE_KEY = 'schemelab.language';
const THEME_KEY = 'schemelab.theme';

/** The language everything is shown in. */
export const language = signal<Language>(firstLanguage());

/** Whether light, dark, or as the device says. */
export const themeChoice = signal<ThemeChoice>(firstTheme());

const deviceIsDark = signal(false);

/** The theme in force. */
export const theme = computed<'light' | 'dark'>(() =>
  themeChoice.value === 'auto' ? (deviceIsDark.value ? 'dark' : 'light') : themeChoice.value,
);

/** Keeps the document's language, theme and the stored choice in step with the signals. Called once, at the start. */
export function followPreferences(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  deviceIsDark.value = dark.matches;
  dark.addEventListener('change', () => {
    deviceIsDark.value = dark.matches;
  });
  window.addEventListener('storage', (event) => {
    if (event.key === LANGUAGE_KEY) language.value = firstLanguage();
    if (event.key === THEME_KEY) themeChoice.value = firstTheme();
  });
  effect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
    remember(LANGUAGE_KEY, language.value);
  });
  effect(() => {
    document.documentElement.dataset.theme = theme.value;
    remember(THEME_KEY, themeChoice.value);
  });
}

/** Reads a stored value; null where storage is closed to the page. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    if (localStorage.getItem(key) !== value) localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse storage: the choice then lasts as long as the page.
  }
}

function firstLanguage(): Language {
  const stored = recall(LANGUAGE_KEY);
  if (stored === 'en' || stored === 'zh') return stored;
  return typeof navigator !== 'undefined' && navigator.language.startsWith('zh') ? 'zh' : 'en';
}

function firstTheme(): ThemeChoice {
  const stored = recall(THEME_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'auto';
}
