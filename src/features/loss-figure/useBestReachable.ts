import { useEffect, useState } from 'react';
import { truthOf } from '../../core/datasets/truthOf.ts';
import type { ModelKind } from '../../core/experiment.ts';
import type { Scores } from '../../core/predictions.ts';
import { useExperiment, useLab, useRun } from '../lab.ts';

/** The worker's scores bring the bound along; the page waits so long for them, in milliseconds. */
const PATIENCE_MS = 600;

/** The loss that no model can beat, where it is known: null for none, undefined for not known yet. */
type Bound = number | null | undefined;

function boundIn(scores: Scores | null, kind: ModelKind): Bound {
  return kind === 'mdn' ? scores?.entropy : scores?.leastSquaredError;
}

/**
 * The lowest expected loss on fresh points: the entropy of the target for a
 * mixture, the mean of its variance for a feed-forward network. Null where
 * there is no lowest or none is known, undefined until it is computed.
 */
export function useBestReachable(): Bound {
  const { feed } = useLab();
  const { data, model } = useExperiment();
  const { name, noise } = data;
  const { kind } = model;
  const key = `${kind} ${name} ${noise}`;
  const told = useRun(() => boundIn(feed.scores, kind));
  const [own, setOwn] = useState<{ key: string; bound: Bound }>();
  const needed = told === undefined && own?.key !== key;
  useEffect(() => {
    if (!needed) return;
    // Quadrature of up to 100 ms, so never before the first paint or while a slider is dragged.
    const timer = setTimeout(() => {
      const truth = truthOf(name, noise);
      const bound = kind === 'mdn' ? truth?.entropy() : truth?.meanSquaredError();
      setOwn({ key, bound: bound ?? null });
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [needed, key, kind, name, noise]);
  return told === undefined && own?.key === key ? own.bound : told;
}
