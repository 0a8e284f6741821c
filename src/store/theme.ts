import { createStore } from 'zustand/vanilla';
import { recall, remember } from './storage.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const THEME_KEY = 'mdn-playground.theme';

function readTheme(): Theme {
  const stored = recall(THEME_KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

/** The theme that the user chose. */
export const themeStore = createStore<{ readonly theme: Theme }>(() => ({ theme: readTheme() }));

export function chooseTheme(theme: Theme): void {
  themeStore.setState({ theme });
  remember(THEME_KEY, theme);
}
