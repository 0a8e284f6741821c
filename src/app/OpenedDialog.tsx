import { type ComponentType, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type PageState, pageStore } from '../store/page.ts';
import { useOnDemand } from '../ui/useOnDemand.ts';

interface OpenedDialogProps {
  /** Whether the page wants it. */
  readonly open: (page: PageState) => boolean;
  /** Of one module, so that it is loaded once. */
  readonly load: () => Promise<ComponentType>;
}

/** A dialog that opens and closes with the page's store, loaded when it is first asked for. */
export function OpenedDialog({ open, load }: OpenedDialogProps) {
  const wanted = useStore(pageStore, open);
  const { Loaded: Dialog, ask } = useOnDemand(load);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (wanted) void latest.current();
  }, [wanted]);
  return Dialog && <Dialog />;
}
