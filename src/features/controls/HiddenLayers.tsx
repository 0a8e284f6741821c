import { LIMITS } from '../../core/experiment.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Term } from '../../ui/Explain.tsx';
import { minusIcon, plusIcon } from '../../ui/icons.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useExperiment, useLab } from '../lab.ts';
import { settingMark } from '../settingMark.ts';
import styles from './Controls.module.css';
import { NetworkDiagram } from './NetworkDiagram.tsx';
import { ChoiceSetting } from './SettingFields.tsx';

/** The hidden layers: a diagram whose counts can be edited in place. */
export function HiddenLayers() {
  const t = useText();
  const { editor } = useLab();
  const { model } = useExperiment();
  const { hidden } = model;
  const setHidden = (layers: number[]) => editor.set('model.hidden', layers);
  return (
    <>
      <div className={styles.layerRow} {...settingMark('model.hidden')}>
        <Term explanation={explained(t, 'layers', t('controls.layers'))}>
          {t('controls.layers')}
        </Term>
        <span className={styles.layerTools}>
          <IconButton
            label={t('controls.removeLayer')}
            size="small"
            disabled={hidden.length <= LIMITS.layers.min}
            onClick={() => setHidden(hidden.slice(0, -1))}
          >
            {minusIcon}
          </IconButton>
          <IconButton
            label={t('controls.addLayer')}
            size="small"
            disabled={hidden.length >= LIMITS.layers.max}
            onClick={() => setHidden([...hidden, hidden.at(-1)!])}
          >
            {plusIcon}
          </IconButton>
        </span>
      </div>
      <div {...settingMark('model.hidden')}>
        <NetworkDiagram model={model} />
        <div className={styles.counts} style={{ '--columns': hidden.length + 2 } as object}>
          <span />
          {hidden.map((units, layer) => (
            <NumberField
              // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place
              key={layer}
              bare
              label={t('controls.layerUnits', { layer: String(layer + 1) })}
              value={units}
              limit={LIMITS.units}
              allowed={limitText(t, LIMITS.units)}
              onChange={(next) => setHidden(hidden.with(layer, next))}
            />
          ))}
          <span className={styles.each}>
            {model.kind === 'mdn' && t('controls.outputsEach', { count: String(model.components) })}
          </span>
        </div>
      </div>
      <ChoiceSetting of="model.activation" nameOf={(name) => t(`controls.activations.${name}`)} />
    </>
  );
}
