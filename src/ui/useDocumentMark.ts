import { useLayoutEffect } from 'react';

/**
 * Marks the document as `data-name="value"` while the component is there, and not while the
 * value is null. A style sheet that looked for the component itself (`html:has(…)`) would
 * have the styles of the whole page computed anew with every element that comes or goes.
 *
 * @param name one lower-case word
 */
export function useDocumentMark(name: string, value: string | null): void {
  useLayoutEffect(() => {
    if (value === null) return;
    const { dataset } = document.documentElement;
    dataset[name] = value;
    return () => {
      if (dataset[name] === value) delete dataset[name];
    };
  }, [name, value]);
}
