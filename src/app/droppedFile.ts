import { createStore } from 'zustand/vanilla';
import { routeOf } from '../core/linkText.ts';

/** The file that was dropped on the playground and not yet let go of; it waits for the control that opens it. */
export const droppedFile = createStore<{ readonly file: File | null }>(() => ({ file: null }));

/** From now on keeps files that are dropped anywhere on the playground, unless something on it has taken them. */
export function keepDropped(): void {
  const here = () => routeOf(location.hash) === '/';
  addEventListener('dragover', (event) => {
    if (here() && event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!here() || event.defaultPrevented || !file) return;
    event.preventDefault();
    droppedFile.setState({ file });
  });
}
