import { type ComponentType, createContext, useContext, useState } from 'react';

/** Told whenever a part of the page could not be loaded. */
export const LoadFailureContext = createContext<() => void>(() => {});

/** What has been loaded stays at hand, also for who comes back to the page. */
const known = new WeakMap<() => Promise<unknown>, unknown>();

/** A component that is loaded once it is asked for; where it cannot be had, the page says so. */
export function useOnDemand<Props = object>(load: () => Promise<ComponentType<Props>>) {
  const failed = useContext(LoadFailureContext);
  const atHand = () => known.get(load) as ComponentType<Props> | undefined;
  const [Loaded, setLoaded] = useState(() => atHand() ?? null);
  /** Whether it is there now. */
  const ask = async (): Promise<boolean> => {
    try {
      const component = atHand() ?? (await load());
      known.set(load, component);
      setLoaded(() => component);
      return true;
    } catch {
      failed();
      return false;
    }
  };
  return { Loaded, ask };
}
