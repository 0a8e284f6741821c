import { type ComponentType, useState } from 'react';
import { loadFailureStore } from '../store/loadFailures.ts';

/** A component that is loaded once it is asked for; where it cannot be had, the page says so. */
export function useOnDemand<Props = object>(load: () => Promise<ComponentType<Props>>) {
  const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(null);
  const ask = () =>
    load().then(
      (component) => setLoaded(() => component),
      () => loadFailureStore.setState(({ failures }) => ({ failures: failures + 1 })),
    );
  return { Loaded, ask };
}
