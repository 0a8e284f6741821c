import { useMemo } from 'react';
import type { FigureSource } from '../../charts/figure.ts';
import { lossFigure } from '../../charts/lossFigure.ts';
import { chartTheme, type ThemeName } from '../../charts/theme.ts';
import type { Translate } from '../../i18n/index.ts';
import type { Lab } from '../../store/lab.ts';
import { lowest } from './lowest.ts';

/** What the loss curves follow: every frame, and every change of the run's length. */
function follow({ run }: Lab, listener: () => void): () => void {
  return run.subscribe((now, before) => {
    if (now.frame !== before.frame || now.epochs !== before.epochs || now.step === 0) listener();
  });
}

/** The loss curves, which go round React's render. */
export function useLossLayers(
  lab: Lab,
  t: Translate,
  unit: string,
  theme: ThemeName,
  scale: number,
  best: number | null,
  logEpochs: boolean,
): readonly FigureSource[] {
  return useMemo(() => {
    const labels = {
      train: t('loss.train'),
      test: t('loss.test'),
      epoch: t('loss.epoch'),
      loss: '',
      best: t('loss.best'),
      unit,
    };
    const source: FigureSource = {
      subscribe: (listener) => follow(lab, listener),
      get: (size) =>
        lossFigure({
          ...lab.feed.losses(),
          logEpochs,
          bestReachable: best,
          bestEpoch: lowest(lab.feed.losses().test)?.epoch ?? null,
          epochs: lab.run.getState().epochs || lab.experiments.experiment.training.epochs,
          theme: chartTheme(theme),
          labels,
          scale,
          size,
        }),
    };
    return [source];
  }, [lab, t, unit, theme, scale, best, logEpochs]);
}
