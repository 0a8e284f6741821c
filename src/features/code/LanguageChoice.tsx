import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { chosenLanguage } from './chosenLanguage.ts';
import { LANGUAGE_NAMES, type LanguageName } from './languages.ts';

/** What programs are read in. */
export function LanguageChoice() {
  const t = useText();
  return (
    <RadioGroup<LanguageName>
      look="words"
      label={t('code.language')}
      value={useStore(chosenLanguage)}
      choices={LANGUAGE_NAMES.map((value) => ({ value, label: t(`code.languages.${value}`) }))}
      onChange={(name) => chosenLanguage.setState(name, true)}
    />
  );
}
