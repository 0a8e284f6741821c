import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../../store/storage.ts';
import { LANGUAGES, type LanguageName } from './languages.ts';

const KEY = 'mdn-playground.program';

function kept(): LanguageName {
  const name = recall(KEY);
  return name !== null && Object.hasOwn(LANGUAGES, name) ? (name as LanguageName) : 'pytorch';
}

/** What programs are read in, everywhere on the site; the browser remembers it. */
export const chosenLanguage = createStore<LanguageName>(kept);

chosenLanguage.subscribe((name) => remember(KEY, name));
