import './fonts.css';
import './tokens.css';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchTexts, LOCALE } from '../i18n/languages.ts';
import { App } from './App.tsx';
import { goOffline } from './offline.ts';
import { preload } from './preload.ts';
import { followTheme } from './theme.ts';

preload();
followTheme();

const root = document.getElementById('root');
if (root) {
  // What index.html shows stays until the page can speak; where it cannot, public/arrival.js says why.
  void fetchTexts(LOCALE, 'page').then((texts) =>
    createRoot(root).render(
      <StrictMode>
        <App texts={texts} />
      </StrictMode>,
    ),
  );
}

goOffline();
