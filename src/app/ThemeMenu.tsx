import { useStore } from 'zustand';
import { useText } from '../i18n/index.ts';
import { chooseTheme, THEMES, type Theme, themeStore } from '../store/theme.ts';
import { ChoiceMenu } from '../ui/Menu.tsx';
import { ThemeButton } from './ThemeButton.tsx';

/** The menu of themes, opened by the press that asked for it. */
export function ThemeMenu() {
  const t = useText();
  const theme = useStore(themeStore, (chosen) => chosen.theme);
  return (
    <ChoiceMenu<Theme>
      trigger={<ThemeButton />}
      defaultOpen
      value={theme}
      choices={THEMES.map((value) => ({ value, label: t(`header.themes.${value}`) }))}
      onChange={(next) => chooseTheme(next)}
    />
  );
}
