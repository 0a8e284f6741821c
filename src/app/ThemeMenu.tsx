import { useStore } from 'zustand';
import { useText } from '../i18n/index.ts';
import { chooseTheme, THEMES, type Theme, themeStore } from '../store/theme.ts';
import { Button } from '../ui/Button.tsx';
import { themeIcon } from '../ui/icons.tsx';
import { ChoiceMenu } from '../ui/Menu.tsx';
import styles from './Header.module.css';

/** Light, dark, or as the browser has it. */
export function ThemeMenu() {
  const t = useText();
  const theme = useStore(themeStore, (chosen) => chosen.theme);
  return (
    <ChoiceMenu<Theme>
      trigger={
        <Button icon={themeIcon}>
          <span className={styles.word}>{t('header.theme')}</span>
        </Button>
      }
      value={theme}
      choices={THEMES.map((value) => ({ value, label: t(`header.themes.${value}`) }))}
      onChange={(next) => chooseTheme(next)}
    />
  );
}
