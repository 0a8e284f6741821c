import { lazy, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useText } from '../i18n/index.ts';
import { pageStore } from '../store/page.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useOnDemand } from '../ui/useOnDemand.ts';
import { withTexts } from './withTexts.tsx';

const loadPanel = withTexts('code', async () => {
  const { CodePanel } = await import('../features/code/CodePanel.tsx');
  return CodePanel;
});

// Figures as pictures are wanted for a notebook alone.
const Figures = lazy(async () => {
  const { RunFigures } = await import('../exportDialog/RunFigures.tsx');
  return { default: RunFigures };
});

/** The experiment as a program, loaded when somebody asks. */
export function Code() {
  const t = useText();
  const open = useStore(pageStore, (page) => page.codeOpen);
  const { Loaded: Panel, ask } = useOnDemand(loadPanel);
  const load = useRef(ask);
  load.current = ask;
  useEffect(() => {
    if (open) void load.current();
  }, [open]);
  return (
    <Disclosure
      label={t('playground.code')}
      open={open}
      onToggle={(codeOpen) => pageStore.setState({ codeOpen })}
    >
      {open && Panel && <Panel Figures={Figures} />}
    </Disclosure>
  );
}
