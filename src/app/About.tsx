import { Suspense, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { fetchTexts, LOCALE } from '../i18n/languages.ts';
import { Texts } from '../i18n/Texts.tsx';
import { pageStore } from '../store/page.ts';
import { useOnDemand } from './useOnDemand.ts';

async function loadDialog() {
  const [{ AboutDialog }] = await Promise.all([
    import('./AboutDialog.tsx'),
    fetchTexts(LOCALE, 'about'),
  ]);
  return AboutDialog;
}

/** What this page is and how to cite it, loaded when somebody asks. */
export function About() {
  const open = useStore(pageStore, (page) => page.aboutOpen);
  const { Loaded: Dialog, ask } = useOnDemand(loadDialog);
  const load = useRef(ask);
  load.current = ask;
  useEffect(() => {
    if (open) void load.current();
  }, [open]);
  if (!Dialog) return null;
  return (
    <Suspense fallback={null}>
      <Texts part="about">
        <Dialog />
      </Texts>
    </Suspense>
  );
}
