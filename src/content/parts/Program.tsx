import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { takeTurn } from '../../charts/turns.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { usePrinting } from '../../ui/printing.ts';
import { useSight } from '../lab/useSight.ts';
import type { ProgramProps } from '../program/ProgramLines.tsx';
import styles from './Program.module.css';

const Lines = lazy(async () => ({
  default: (await import('../program/ProgramLines.tsx')).ProgramLines,
}));

/**
 * What of the program says the same as the formula above it. It is loaded when it is its
 * turn, in sight, or printed; the text goes on without it.
 */
export function Program(props: ProgramProps) {
  const box = useRef<HTMLDivElement>(null);
  const { seen } = useSight(box);
  const printing = usePrinting();
  const [hadTurn, setHadTurn] = useState(false);
  useEffect(() => takeTurn(() => setHadTurn(true)), []);
  const asked = useRef(false);
  asked.current ||= seen || hadTurn || printing;
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
