import { useSyncExternalStore } from 'react';
import type { BaseLocationHook } from 'wouter';

/**
 * The route within an address's fragment: `/learn` of `#/learn?v=1`. What
 * stands after the `?` is the experiment and no part of the route, and a
 * fragment without a leading slash is no route at all.
 */
export function routeOf(hash: string): string {
  const path = /^#\/([^?]*)/.exec(hash)?.[1] ?? '';
  return `/${path.replace(/\/+$/, '')}`;
}

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
