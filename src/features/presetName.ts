import type { Experiment } from '../core/experiment.ts';
import type { Preset } from '../core/presets.ts';
import type { Translate } from '../i18n/index.ts';
import { dataText } from './dataText.ts';

/** What an experiment's data and model are called: Inverted · MDN. */
export function dataAndModel(t: Translate, { data, model }: Experiment): string {
  return t('runs.name', {
    data: dataText(t, data.name),
    model: t(`controls.models.${model.kind}`),
  });
}

/** What a preset is called in the language of the page; in English that is its label. */
export function presetName(t: Translate, { recipe, experiment }: Preset): string {
  return recipe === 'article'
    ? dataAndModel(t, experiment)
    : t('controls.tunedPreset', { data: dataText(t, experiment.data.name) });
}
