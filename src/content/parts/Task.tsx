import { type ReactNode, useEffect } from 'react';
import { markTask } from '../progress.ts';
import { Check } from './Check.tsx';

interface TaskProps {
  readonly name: string;
  readonly title: string;
  /** A hook that tells from the figure or the run whether the task is done just now. */
  readonly judge: () => boolean;
  readonly children: ReactNode;
}

/** Something to do on the figure. */
export function Task({ name, title, judge, children }: TaskProps) {
  const now = judge();
  useEffect(() => {
    if (now) markTask(name);
  }, [now, name]);
  return (
    <Check name={name} title={title}>
      {children}
    </Check>
  );
}
