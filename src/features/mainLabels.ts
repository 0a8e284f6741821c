import type { MainLabels } from '../charts/mainFigure.ts';
import type { DataName } from '../core/datasets/datasets.ts';
import type { Translate } from '../i18n/index.ts';
import { axisTitles } from './axisTitles.ts';

/** The texts that the figure itself draws. */
export function labelsOf(t: Translate, name: DataName): MainLabels {
  // The figure fills in the numbers of the point under the pointer.
  const at = { x: '{x}', y: '{y}' };
  return {
    ...axisTitles(t, name),
    hover: {
      train: t('figure.hover.train', at),
      test: t('figure.hover.test', at),
      truth: t('figure.hover.truth', at),
      prediction: t('figure.hover.prediction', at),
      mean: t('figure.hover.mean', { ...at, share: '{share}' }),
      mode: t('figure.hover.mode', at),
      sample: t('figure.hover.sample', at),
      trueMean: t('figure.hover.trueMean', at),
      bandMean: t('figure.hover.bandMean', at),
    },
  };
}
