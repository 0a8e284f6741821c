import { type ReactNode, useCallback, useState } from 'react';
import { type CollectedFigure, FigureCollection } from '../charts/collection.ts';
import type { ThemeName } from '../charts/theme.ts';
import { LossFigure } from '../features/loss-figure/LossFigure.tsx';
import { AnswerFigure } from '../features/main-figure/AnswerFigure.tsx';
import { Slice } from '../features/slice/Slice.tsx';

/**
 * The figures of the page in a theme, whatever theme the page has: they stand in the
 * hidden `stage`, which is to be rendered, and are drawn only when somebody asks.
 */
export function useCollected(theme: ThemeName) {
  const [figures, setFigures] = useState<readonly CollectedFigure[]>([]);
  const collect = useCallback((figure: CollectedFigure) => {
    setFigures((before) =>
      before.some(({ name }) => name === figure.name)
        ? before.map((one) => (one.name === figure.name ? figure : one))
        : [...before, figure],
    );
  }, []);
  const stage: ReactNode = (
    <FigureCollection value={collect}>
      <div hidden>
        <AnswerFigure theme={theme} slice={<Slice theme={theme} />} />
        <LossFigure theme={theme} />
      </div>
    </FigureCollection>
  );
  return { figures, stage };
}
