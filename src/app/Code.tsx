import { Suspense, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { fetchTexts, LOCALE } from '../i18n/languages.ts';
import { Texts } from '../i18n/Texts.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useOnDemand } from './useOnDemand.ts';

async function loadPanel() {
  const [{ CodePanel }] = await Promise.all([
    import('../features/code/CodePanel.tsx'),
    fetchTexts(LOCALE, 'code'),
  ]);
  return CodePanel;
}

/** The experiment as a program, loaded when somebody asks. */
export function Code() {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { Loaded: Panel, ask } = useOnDemand(loadPanel);
  return (
    <Disclosure
      label={t('playground.code')}
      open={open}
      onToggle={(next) => {
        setOpen(next);
        if (next) void ask();
      }}
    >
      {open && Panel && (
        <Suspense fallback={null}>
          <Texts part="code">
            <Panel />
          </Texts>
        </Suspense>
      )}
    </Disclosure>
  );
}
