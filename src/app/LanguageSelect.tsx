import { useLocale } from 'use-intl';
import { useText } from '../i18n/index.ts';
import { isLocale, LANGUAGE_NAMES, LOCALES } from '../i18n/languages.ts';
import { languageIcon } from '../ui/icons.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './LanguageSelect.module.css';
import { chooseLanguage } from './language.ts';

/** The language of the page, found by its icon where the language is not understood. */
export function LanguageSelect() {
  const t = useText();
  const locale = useLocale();
  return (
    <div className={styles.language}>
      {languageIcon}
      <Select
        label={t('header.language')}
        labelled="hidden"
        value={locale}
        options={LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={(next) => isLocale(next) && chooseLanguage(next)}
      />
    </div>
  );
}
