import { useMemo } from 'react';
import type { LossFailure } from '../../charts/failureMarks.ts';
import type { FigureSource } from '../../charts/figure.ts';
import type { LossCurve } from '../../charts/lossCurves.ts';
import { lossFigure } from '../../charts/lossFigure.ts';
import { chartTheme, type ThemeName } from '../../charts/theme.ts';
import { stepsPerEpoch } from '../../core/experiment.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { lossesNow } from '../../store/foreseen.ts';
import type { Lab } from '../../store/lab.ts';
import { lossCurves } from './curves.ts';

/** How many losses there are. */
function lossCount(lab: Lab): number {
  const { train, test } = lossesNow(lab);
  return train.epoch.length + test.epoch.length;
}

/** Tells of new steps, losses and events, of what is looked at, of the run's length, and of a run that begins anew. */
export function followLosses(lab: Lab, listener: () => void): () => void {
  let count = lossCount(lab);
  return lab.run.subscribe((now, before) => {
    const countNow = lossCount(lab);
    const changed =
      countNow !== count ||
      now.step !== before.step ||
      now.events !== before.events ||
      now.shownEpoch !== before.shownEpoch ||
      now.epochs !== before.epochs ||
      now.run !== before.run;
    count = countNow;
    if (changed) listener();
  });
}

/** The epoch whose weights the figures show; null for the newest. */
function lookedAt({ run }: Lab): number | null {
  const { epoch, shownEpoch } = run.getState();
  return shownEpoch === epoch ? null : shownEpoch;
}

/** The marks of the run's divergences. */
function failuresOf(t: Translate, { run, shown }: Lab): LossFailure[] {
  const steps = stepsPerEpoch(shown);
  return run.getState().events.map((event) => ({
    epoch: event.step / steps,
    text: t(`divergence.mark.${event.kind}`, {
      step: fixed(event.step),
      backTo: fixed(event.backTo),
    }),
  }));
}

/**
 * The loss curves, which go round React's render.
 *
 * @param title of their axis; empty for none
 */
export function useLossLayers(
  lab: Lab,
  t: Translate,
  title: string,
  unit: string,
  theme: ThemeName,
  scale: number,
  best: number | null,
  logEpochs: boolean,
  ghosts: readonly LossCurve[],
): readonly FigureSource[] {
  return useMemo(() => {
    const labels = {
      epoch: t('loss.epoch'),
      loss: title,
      best: t('loss.best'),
      unit,
    };
    const source: FigureSource = {
      subscribe: (listener) => followLosses(lab, listener),
      get: (size) =>
        lossFigure({
          curves: [...ghosts, ...lossCurves(t, lab)],
          logEpochs,
          bestReachable: best,
          lookedAt: lookedAt(lab),
          failures: failuresOf(t, lab),
          epochs: lab.run.getState().epochs || lab.shown.training.epochs,
          theme: chartTheme(theme),
          labels,
          scale,
          size,
        }),
    };
    return [source];
  }, [lab, t, title, unit, theme, scale, best, logEpochs, ghosts]);
}
