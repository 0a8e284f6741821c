import { chartTheme, type ThemeName } from '../../charts/theme.ts';
import { splitSizes } from '../../core/data/data.ts';
import { dataSetOf } from '../../core/datasets/datasets.ts';
import { componentCount, type Experiment } from '../../core/experiment.ts';
import { PREDICTION_LIMITS } from '../../core/predictions.ts';
import type { View } from '../../core/view.ts';
import type { Translate } from '../../i18n/index.ts';
import { significant } from '../../i18n/numbers.ts';
import { drawnAnswer, shownAnswer } from '../drawnAnswer.ts';
import { truthKind } from './truth.ts';

/** What is drawn, in one sentence. */
function answerSentence(
  t: Translate,
  { model, data }: Experiment,
  view: View,
  theme: ThemeName,
): string {
  const stronger = t(`figure.stronger.${chartTheme(theme).name}`);
  switch (drawnAnswer(model, view)) {
    case 'data':
      return t('figure.caption.data');
    case 'bands':
      return t(`figure.caption.${view.bands}`);
    case 'prediction':
      return t('figure.caption.prediction');
    case 'modes':
      return t('figure.caption.modes');
    case 'density':
      return model.kind === 'ffnn'
        ? t('figure.caption.densityOne', { stronger })
        : t('figure.caption.density', { stronger });
    case 'samples': {
      const most = Math.floor(PREDICTION_LIMITS.samples / view.samplesPerPoint);
      const shown = most < splitSizes(data).test ? most : 0;
      const { weightTemperature: weights, widthTemperature: widths } = view;
      return [
        t('figure.caption.samples', { shown }),
        ...(weights === 1 && widths === 1
          ? []
          : [
              t('figure.caption.tempered', {
                weights: significant(weights),
                widths: significant(widths),
              }),
            ]),
      ].join(' ');
    }
    case 'means':
      return view.means === 'all'
        ? t('figure.caption.means', { components: componentCount(model) })
        : t('figure.caption.heaviest', { count: view.means });
  }
}

/** What the figure shows: its view, its truth, and whether anything is learned yet. */
export function captionOf(
  t: Translate,
  experiment: Experiment,
  view: View,
  theme: ThemeName,
  untrained: boolean,
): string {
  const { data, model } = experiment;
  const answer = shownAnswer(model, view);
  const truth = view.truth && truthKind(dataSetOf(data.name), model, view);
  return [
    answerSentence(t, experiment, view, theme),
    truth === null && t('figure.caption.trueUnknown'),
    truth === 'curve' && t('figure.caption.trueCurve'),
    truth === 'mean' && t('figure.caption.trueMean'),
    truth === 'regions' && t('figure.caption.trueRegions'),
    untrained && answer !== 'data' && t('figure.caption.untrained'),
  ]
    .filter(Boolean)
    .join(' ');
}
