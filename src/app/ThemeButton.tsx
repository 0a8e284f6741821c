import type { ComponentProps } from 'react';
import { useText } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { themeIcon } from '../ui/icons.tsx';
import styles from './Header.module.css';

/** The button that the menu of themes is behind. */
export function ThemeButton(props: ComponentProps<typeof Button>) {
  const t = useText();
  return (
    <Button icon={themeIcon} {...props}>
      <span className={styles.word}>{t('header.theme')}</span>
    </Button>
  );
}
