import { dataSetOf } from '../../core/datasets/datasets.ts';
import { LIMITS, SCHEDULES } from '../../core/experiment.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useExperiment, useLab } from '../lab.ts';
import { settingMark } from '../settingMark.ts';
import { ChoiceSetting, NumberSetting, YesNoSetting } from './SettingFields.tsx';

const SCALINGS = ['raw', 'standardised'] as const;

/** The settings that the article leaves alone. */
export function MoreSettings() {
  const t = useText();
  const { editor } = useLab();
  const { data, training } = useExperiment();
  const { separateTest } = dataSetOf(data.name);
  return (
    <>
      <NumberSetting
        of="data.testFraction"
        hint={t(separateTest ? 'controls.testShareSeparate' : 'controls.testShareHint')}
        hintBelow={separateTest}
        scale="linear"
        step={0.05}
        disabled={separateTest}
      />
      <NumberSetting
        of="model.varianceFloor"
        hint={t('controls.varianceFloorHint')}
        hintBelow
        step={1e-5}
      />
      <ChoiceSetting
        of="model.initialisation"
        nameOf={(name) => t(`controls.initialisations.${name}`)}
      />
      <ChoiceSetting of="training.order" nameOf={(name) => t(`controls.batchOrders.${name}`)} />
      <div {...settingMark('training.schedule')}>
        <Select
          label={t('controls.schedule')}
          explanation={explained(t, 'schedule', t('controls.schedule'))}
          value={training.schedule.kind}
          options={SCHEDULES.map((kind) => ({
            value: kind,
            label: t(`controls.schedules.${kind}`),
          }))}
          onChange={(kind) =>
            editor.set(
              'training.schedule',
              kind === 'cosine' ? { kind, epochs: training.epochs } : { kind },
            )
          }
        />
        {training.schedule.kind === 'cosine' && (
          <NumberField
            label={t('controls.annealOver')}
            explanation={explained(t, 'annealOver', t('controls.annealOver'))}
            hint={t('controls.annealOverHint')}
            hintBelow
            value={training.schedule.epochs}
            limit={LIMITS.epochs}
            allowed={limitText(t, LIMITS.epochs)}
            scale="log"
            step={50}
            onChange={(epochs) => editor.set('training.schedule', { kind: 'cosine', epochs })}
          />
        )}
      </div>
      <NumberSetting
        of="training.clipNorm"
        hint={t('controls.clippingHint')}
        hintBelow
        step={0.5}
      />
      <NumberSetting
        of="training.weightDecay"
        hint={t('controls.weightDecayHint')}
        hintBelow
        step={1e-4}
      />
      <div {...settingMark('training.standardise')}>
        <Select
          label={t('controls.scaling')}
          explanation={explained(t, 'scaling', t('controls.scaling'))}
          value={training.standardise ? 'standardised' : 'raw'}
          options={SCALINGS.map((name) => ({ value: name, label: t(`controls.scalings.${name}`) }))}
          onChange={(name) => editor.set('training.standardise', name === 'standardised')}
        />
      </div>
      <ChoiceSetting of="engine" nameOf={(name) => t(`controls.engines.${name}`)} />
      <YesNoSetting of="training.stopAtPlateau" />
      <YesNoSetting of="training.keepBest" />
      <YesNoSetting of="training.recover" hint={t('controls.recoverHint')} />
    </>
  );
}
