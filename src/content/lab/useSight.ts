import { type RefObject, useEffect, useState } from 'react';

/** How far from the viewport a figure still holds what it needs to live. */
const NEAR = '120% 0px';

/**
 * Where an element is: within sight, and near enough that it will soon be.
 * Without it every figure of a chapter would hold a worker at once.
 */
export function useSight(element: RefObject<Element | null>): { near: boolean; seen: boolean } {
  const [near, setNear] = useState(false);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const watch = (rootMargin: string, tell: (inside: boolean) => void) => {
      const observer = new IntersectionObserver(
        (entries) => tell(entries.at(-1)?.isIntersecting ?? false),
        { rootMargin },
      );
      observer.observe(element.current as Element);
      return observer;
    };
    const observers = [watch(NEAR, setNear), watch('0px', setSeen)];
    return () => {
      for (const observer of observers) observer.disconnect();
    };
  }, [element]);
  return { near, seen };
}
