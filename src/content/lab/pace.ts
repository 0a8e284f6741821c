import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import { type View, ViewSchema } from '../../core/view.ts';
import { recall, remember } from '../../store/storage.ts';

/** How fast every figure of the article trains at most; kept in the browser. */

const KEY = 'mdn-playground.learn-speed';

/** Reads what was stored; anything unexpected is full speed. */
export function parsePace(text: string | null): View['pace'] {
  const steps = text === null ? null : Number(text);
  const result = v.safeParse(ViewSchema.entries.pace, steps);
  return result.success ? result.output : null;
}

export const paceStore = createStore<{ readonly pace: View['pace'] }>(() => ({
  pace: parsePace(recall(KEY)),
}));

export function setPace(pace: View['pace']): void {
  paceStore.setState({ pace });
  remember(KEY, pace === null ? '' : String(pace));
}
