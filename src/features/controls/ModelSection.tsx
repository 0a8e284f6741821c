import { MODEL_KINDS, type ModelKind } from '../../core/experiment.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { askSweep } from '../../store/page.ts';
import { Button } from '../../ui/Button.tsx';
import { TermHeading } from '../../ui/Explain.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useExperiment, useLab } from '../lab.ts';
import { settingMark } from '../settingMark.ts';
import styles from './Controls.module.css';
import { HiddenLayers } from './HiddenLayers.tsx';
import { NumberSetting } from './SettingFields.tsx';

/** Which network: its kind, its layers, and the components of the mixture. */
export function ModelSection() {
  const t = useText();
  const { editor } = useLab();
  const { model } = useExperiment();
  return (
    <div className={styles.section}>
      <div className={styles.headingRow} {...settingMark('model.kind')}>
        <TermHeading
          className={styles.heading}
          explanation={explained(t, 'model', t('controls.model'))}
        >
          {t('controls.model')}
        </TermHeading>
        <RadioGroup<ModelKind>
          label={t('controls.model')}
          look="segmented"
          value={model.kind}
          choices={MODEL_KINDS.map((kind) => ({
            value: kind,
            label: t(`controls.models.${kind}`),
          }))}
          onChange={(kind) => editor.set('model.kind', kind)}
        />
      </div>
      <HiddenLayers />
      <NumberSetting
        of="model.components"
        scale="log"
        step={1}
        after={
          <Button
            look="link"
            className={styles.small}
            title={t('runs.sweepHint')}
            onClick={() => askSweep({ settings: ['components'], values: {} })}
          >
            {t('controls.howMany')}
          </Button>
        }
      />
    </div>
  );
}
