import { type ComponentType, useState } from 'react';
import { loadFailureStore } from '../store/loadFailures.ts';

/** What has been loaded stays at hand, also for who comes back to the page. */
const known = new WeakMap<() => Promise<unknown>, unknown>();

/** A component that is loaded once it is asked for; where it cannot be had, the page says so. */
export function useOnDemand<Props = object>(load: () => Promise<ComponentType<Props>>) {
  const atHand = () => known.get(load) as ComponentType<Props> | undefined;
  const [Loaded, setLoaded] = useState(() => atHand() ?? null);
  const ask = async () => {
    try {
      const component = atHand() ?? (await load());
      known.set(load, component);
      setLoaded(() => component);
    } catch {
      loadFailureStore.setState(({ failures }) => ({ failures: failures + 1 }));
    }
  };
  return { Loaded, ask };
}
