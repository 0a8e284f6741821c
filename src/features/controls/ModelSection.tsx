import { LIMITS, MODEL_KINDS, type ModelKind } from '../../core/experiment.ts';
import { withModel } from '../../core/presets.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { TermHeading } from '../../ui/Explain.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useExperiment, useLab } from '../lab.ts';
import styles from './Controls.module.css';
import { HiddenLayers } from './HiddenLayers.tsx';
import { useSettings } from './settings.ts';

/** Which network: its kind, its layers, and the components of the mixture. */
export function ModelSection() {
  const t = useText();
  const { editor } = useLab();
  const { setModel } = useSettings();
  const { model } = useExperiment();
  return (
    <div className={styles.section}>
      <div className={styles.headingRow}>
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
          onChange={(kind) => editor.edit('model.kind', (e) => withModel(e, kind))}
        />
      </div>
      <HiddenLayers />
      {model.kind === 'mdn' && (
        <NumberField
          label={t('controls.components')}
          explanation={explained(t, 'components', t('controls.components'))}
          value={model.components}
          limit={LIMITS.components}
          allowed={limitText(t, LIMITS.components)}
          scale="log"
          step={1}
          onChange={(components) => setModel('components', components)}
        />
      )}
    </div>
  );
}
