import type { Experiment } from '../core/experiment.ts';
import { ROWS, SETTINGS, type SettingPath, settingIn } from '../core/settings.ts';
import type { Translate } from '../i18n/index.ts';
import { fixed, significant } from '../i18n/numbers.ts';
import { dataText } from './dataText.ts';

/** How the values are written that are no plain numbers. */
function writers(t: Translate) {
  type Writers = {
    [Path in SettingPath]?: (value: NonNullable<ReturnType<typeof settingIn<Path>>>) => string;
  };
  const yesNo = (value: boolean) => t(value ? 'printed.yes' : 'printed.no');
  return {
    'data.name': (name) => dataText(t, name),
    'data.trainedOn': (range) => range.map((end) => significant(end, 10)).join(' … '),
    'model.kind': (kind) => t(`controls.models.${kind}`),
    'model.hidden': (units) => units.map((count) => fixed(count)).join(', '),
    'model.activation': (name) => t(`controls.activations.${name}`),
    'model.initialisation': (name) => t(`controls.initialisations.${name}`),
    'training.order': (name) => t(`controls.batchOrders.${name}`),
    'training.schedule': (schedule) => t(`controls.schedules.${schedule.kind}`),
    'training.rateChanges': (changes) =>
      changes.length === 0
        ? t('printed.no')
        : changes
            .map(({ step, rate }) =>
              t('controls.rateChange', { step: fixed(step), rate: significant(rate, 4) }),
            )
            .join(', '),
    'training.standardise': (is) => t(`controls.scalings.${is ? 'standardised' : 'raw'}`),
    'training.recover': yesNo,
    'training.stopAtPlateau': yesNo,
    'training.keepBest': yesNo,
    seed: String,
    engine: (name) => t(`controls.engines.${name}`),
  } satisfies Writers as Partial<Record<SettingPath, (value: unknown) => string>>;
}

/** Every setting that the experiment has, by name and value, in the order of the link. */
export function settingTexts(t: Translate, experiment: Experiment) {
  const write = writers(t);
  return ROWS.flatMap(([path]) => {
    const value = settingIn(experiment, path);
    if (value === undefined || value === null) return [];
    const text = write[path]?.(value) ?? significant(Number(value), 10);
    return [{ path, name: t(`controls.${SETTINGS[path].label}`), text }];
  });
}
