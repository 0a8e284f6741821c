import './fonts.css';
import './tokens.css';
import './base.css';
import './firstPicture.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchTexts, type Locale } from '../i18n/languages.ts';
import { doWithoutNumberFormats } from '../i18n/withoutNumberFormats.ts';
import { App } from './App.tsx';
import { keepDropped } from './droppedFile.ts';
import { languageStore, speak } from './language.ts';
import { goOffline } from './offline.ts';
import { preload } from './preload.ts';
import { followTheme } from './theme.ts';

preload();
doWithoutNumberFormats();
followTheme();
keepDropped();

const root = document.getElementById('root');

/** What index.html shows stays until the page can speak; where it cannot, public/arrival.js says why. */
async function start(locale: Locale, at: HTMLElement): Promise<void> {
  speak(locale);
  const texts = await fetchTexts(locale, 'page');
  // A transition is rendered in short tasks, between which the hand is answered.
  startTransition(() =>
    createRoot(at).render(
      <StrictMode>
        <App locale={locale} texts={texts} />
      </StrictMode>,
    ),
  );
}

// English is at hand, and can say that another language is not.
if (root) start(languageStore.getState().locale, root).catch(() => start('en', root));

goOffline();
