import './fonts.css';
import './tokens.css';
import './base.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchTexts, LOCALE } from '../i18n/languages.ts';
import { resolveLocaleOnce } from '../i18n/resolveLocaleOnce.ts';
import { App } from './App.tsx';
import { goOffline } from './offline.ts';
import { preload } from './preload.ts';
import { followTheme } from './theme.ts';

preload();
resolveLocaleOnce();
followTheme();

const root = document.getElementById('root');
if (root) {
  // What index.html shows stays until the page can speak; where it cannot, public/arrival.js says why.
  // A transition is rendered in short tasks, between which the hand is answered.
  void fetchTexts(LOCALE, 'page').then((texts) =>
    startTransition(() =>
      createRoot(root).render(
        <StrictMode>
          <App texts={texts} />
        </StrictMode>,
      ),
    ),
  );
}

goOffline();
