import { ACTIVATIONS, LIMITS } from '../../core/experiment.ts';
import { explained } from '../../i18n/explain.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Term } from '../../ui/Explain.tsx';
import { minusIcon, plusIcon } from '../../ui/icons.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { useExperiment } from '../lab.ts';
import styles from './Controls.module.css';
import { NetworkDiagram } from './NetworkDiagram.tsx';
import { useSettings } from './settings.ts';

/** The hidden layers: a diagram whose counts can be edited in place. */
export function HiddenLayers() {
  const t = useText();
  const { setModel } = useSettings();
  const { model } = useExperiment();
  const { hidden } = model;
  const setUnits = (layer: number, units: number) =>
    setModel(
      'hidden',
      hidden.map((old, i) => (i === layer ? units : old)),
    );
  return (
    <>
      <div className={styles.layerRow}>
        <Term explanation={explained(t, 'layers', t('controls.layers'))}>
          {t('controls.layers')}
        </Term>
        <span className={styles.layerTools}>
          <IconButton
            label={t('controls.removeLayer')}
            size="small"
            disabled={hidden.length <= LIMITS.layers.min}
            onClick={() => setModel('hidden', hidden.slice(0, -1))}
          >
            {minusIcon}
          </IconButton>
          <IconButton
            label={t('controls.addLayer')}
            size="small"
            disabled={hidden.length >= LIMITS.layers.max}
            onClick={() => setModel('hidden', [...hidden, hidden.at(-1)!])}
          >
            {plusIcon}
          </IconButton>
        </span>
      </div>
      <div>
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
              onChange={(next) => setUnits(layer, next)}
            />
          ))}
          <span className={styles.each}>
            {model.kind === 'mdn' && t('controls.outputsEach', { count: String(model.components) })}
          </span>
        </div>
      </div>
      <Select
        label={t('controls.activation')}
        explanation={explained(t, 'activation', t('controls.activation'))}
        value={model.activation}
        options={ACTIVATIONS.map((name) => ({
          value: name,
          label: t(`controls.activations.${name}`),
        }))}
        onChange={(activation) => setModel('activation', activation)}
      />
    </>
  );
}
