import { useEffect, useRef, useState } from 'react';

/**
 * Width of an element, followed as it changes. The observer tells the first one
 * too, once the browser has laid the page out; to ask for it sooner would have a
 * whole chapter laid out twice before it is seen.
 */
export function useWidth(assumed: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(assumed);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width || assumed));
    observer.observe(element);
    return () => observer.disconnect();
  }, [assumed]);
  return { ref, width };
}
