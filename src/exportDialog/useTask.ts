import { useEffect, useRef, useState } from 'react';
import { useText } from '../i18n/index.ts';

/** Something that takes a while, and can be ended; it says in a sentence what did not come off. */
type Work = (signal: AbortSignal) => Promise<string | null>;

/** One thing at a time is made to be taken away; leaving the dialog ends it. */
export function useTask() {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const running = useRef<AbortController | null>(null);
  const cancel = () => running.current?.abort();
  useEffect(() => () => running.current?.abort(), []);
  const begin = async (work: Work) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setBusy(true);
    setProblem('');
    // What is made is drawn and encoded by the browser, which may refuse any of it.
    const said = await work(own.signal).catch(() => t('export.failed'));
    if (running.current !== own) return;
    setBusy(false);
    setProblem(said ?? '');
  };
  return { busy, problem, begin, cancel };
}
