import { useStore } from 'zustand';
import { type Theme, themeStore } from '../store/theme.ts';
import { usePrinting } from '../ui/printing.ts';
import { useMediaQuery } from '../ui/useMediaQuery.ts';

const DARK = '(prefers-color-scheme: dark)';
/** The system then chooses the page's background, and what is drawn must suit it. */
const FORCED = '(forced-colors: active)';

/** The theme that is shown. */
export type ShownTheme = Exclude<Theme, 'system'>;

function shown(theme: Theme, systemDark: boolean, forced: boolean): ShownTheme {
  return theme === 'system' || forced ? (systemDark ? 'dark' : 'light') : theme;
}

/** Keeps `data-theme` on the document what the user or else the system wants. */
export function followTheme(): void {
  const system = matchMedia(DARK);
  const forced = matchMedia(FORCED);
  const apply = () => {
    const theme = shown(themeStore.getState().theme, system.matches, forced.matches);
    document.documentElement.dataset.theme = theme;
    const page = getComputedStyle(document.documentElement).getPropertyValue('--page');
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute('content', page.trim());
    }
  };
  apply();
  system.addEventListener('change', apply);
  forced.addEventListener('change', apply);
  themeStore.subscribe(apply);
}

/** The theme that is shown, for what cannot take its colours from the style sheet. */
export function useShownTheme(): ShownTheme {
  const theme = useStore(themeStore, (view) => view.theme);
  const present = shown(theme, useMediaQuery(DARK), useMediaQuery(FORCED));
  // Paper is white.
  return usePrinting() ? 'light' : present;
}
