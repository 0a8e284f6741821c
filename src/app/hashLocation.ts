import { useSyncExternalStore } from 'react';
import type { BaseLocationHook } from 'wouter';
import { routeOf } from '../core/linkText.ts';

function subscribe(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
}

/** A link to the page one is on keeps the experiment in the address. */
function navigate(to: string): void {
  if (routeOf(location.hash) !== to) location.hash = to;
}

/** Lets the router follow the address's fragment. */
export const useHashRoute: BaseLocationHook = () => [
  useSyncExternalStore(subscribe, () => routeOf(location.hash)),
  navigate,
];
useHashRoute.hrefs = (href) => `#${href}`;
