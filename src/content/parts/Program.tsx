import { lazy, Suspense, useRef } from 'react';
import { Boundary } from '../../ui/Boundary.tsx';
import { useSight } from '../lab/useSight.ts';
import type { ProgramProps } from '../program/ProgramLines.tsx';
import styles from './Program.module.css';

const Lines = lazy(async () => ({
  default: (await import('../program/ProgramLines.tsx')).ProgramLines,
}));

/**
 * What of the program says the same as the formula above it. It is loaded once it is
 * nearly in sight; the text goes on without it.
 */
export function Program(props: ProgramProps) {
  const box = useRef<HTMLDivElement>(null);
  const { near } = useSight(box);
  const asked = useRef(false);
  asked.current ||= near;
  return (
    <div ref={box} className={styles.place}>
      {asked.current && (
        <Boundary fallback={null}>
          <Suspense fallback={null}>
            <Lines {...props} />
          </Suspense>
        </Boundary>
      )}
    </div>
  );
}
