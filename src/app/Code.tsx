import { useState } from 'react';
import { useText } from '../i18n/index.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { useOnDemand } from './useOnDemand.ts';
import { withTexts } from './withTexts.tsx';

const loadPanel = withTexts('code', async () => {
  const { CodePanel } = await import('../features/code/CodePanel.tsx');
  return CodePanel;
});

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
      {open && Panel && <Panel />}
    </Disclosure>
  );
}
