import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { pageStore } from '../store/page.ts';
import { useOnDemand } from './useOnDemand.ts';
import { withTexts } from './withTexts.tsx';

const loadDialog = withTexts('stage', async () => {
  const { ScenesDialog } = await import('../stage/ScenesDialog.tsx');
  return ScenesDialog;
});

/** The scenes of a lecture, loaded when somebody asks. */
export function Scenes() {
  const open = useStore(pageStore, (page) => page.scenesOpen);
  const { Loaded: Dialog, ask } = useOnDemand(loadDialog);
  const load = useRef(ask);
  load.current = ask;
  useEffect(() => {
    if (open) void load.current();
  }, [open]);
  return Dialog && <Dialog />;
}
