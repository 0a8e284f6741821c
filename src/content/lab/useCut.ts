import { LEAST_SEEN } from '../../charts/means.ts';
import { dataRanges } from '../../charts/ranges.ts';
import { type Mixture, mostLikely } from '../../core/mixture.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { useExperiment, useLab, useRun, useView } from '../../features/lab.ts';
import { mixturesNow } from '../../store/mixturesNow.ts';
import { clamp } from '../../ui/scale.ts';

/** More components than this are not told apart. */
const MOST = 10;

/** The mixture at one input of a living figure, and the point there that was chosen. */
export interface Cut {
  readonly x: number;
  /** Null while the network has no parameters. */
  readonly mixture: Mixture | null;
  /** The components that are drawn, the heaviest first. */
  readonly drawn: readonly number[];
  readonly point: { readonly x: number; readonly y: number } | null;
}

/** The cut at the view's cursor, or through its chosen point. */
export function useCut(): Cut {
  const lab = useLab();
  const task = rememberedTask(useExperiment());
  const { cursor, point } = useView();
  // The numbers of a frame live outside React; this says when there are new ones.
  useRun((run) => `${run.frame} ${run.step}`);
  const chosen = point && {
    x: task.data[point.set].x[point.index]!,
    y: task.data[point.set].y[point.index]!,
  };
  const x = chosen?.x ?? clamp(cursor, ...dataRanges(task.data).x);
  const mixture = mixturesNow(lab, task, Float64Array.of(x))?.[0] ?? null;
  const drawn = mixture
    ? mostLikely(mixture, MOST).filter((k) => mixture.weights[k]! >= LEAST_SEEN)
    : [];
  return { x, mixture, drawn, point: chosen };
}
