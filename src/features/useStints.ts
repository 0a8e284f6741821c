import { useEffect, useRef, useState } from 'react';
import { runInStints } from '../charts/stints.ts';

interface Made<T> {
  readonly subject: object;
  readonly news: number;
  readonly value: T;
}

/**
 * What takes too long to compute while the page is drawn: it is computed
 * between frames, and anew once there is news, so while training it lags
 * behind. Null until there is a value of the subject.
 *
 * @param subject what the value is of, as a data set; another one begins at once
 * @param news changes when there are newer parameters
 */
export function useStints<T>(
  subject: object,
  news: number,
  work: () => Iterator<unknown, T>,
): T | null {
  const [made, setMade] = useState<Made<T> | null>(null);
  const busy = useRef<{ readonly subject: object; readonly stop: () => void } | null>(null);
  useEffect(() => {
    if (busy.current?.subject === subject) return;
    if (made?.subject === subject && made.news === news) return;
    busy.current?.stop();
    const stop = runInStints(work(), (value) => {
      busy.current = null;
      setMade({ subject, news, value });
    });
    busy.current = { subject, stop };
  });
  useEffect(
    () => () => {
      busy.current?.stop();
      busy.current = null;
    },
    [],
  );
  return made?.subject === subject ? made.value : null;
}
