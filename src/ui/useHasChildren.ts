import { type RefObject, useLayoutEffect, useState } from 'react';

/** Whether anything stands in an element, followed as it changes. */
export function useHasChildren(element: RefObject<Element | null>): boolean {
  const [has, setHas] = useState(false);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const look = () => setHas(current.childElementCount > 0);
    const observer = new MutationObserver(look);
    observer.observe(current, { childList: true });
    look();
    return () => observer.disconnect();
  }, [element]);
  return has;
}
