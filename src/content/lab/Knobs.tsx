import { useStore } from 'zustand';
import { useExperiment, useLab } from '../../features/lab.ts';
import { SpeedSelect } from '../../features/run-bar/Speed.tsx';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Row } from '../parts/FigureFrame.tsx';
import styles from './Living.module.css';
import { paceStore, setPace } from './pace.ts';

interface KnobProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function Knob({ label, value, max, onChange }: KnobProps) {
  const t = useText();
  const limit = { min: 1, max, integer: true };
  return (
    <div className={styles.knob}>
      <NumberField
        label={label}
        value={value}
        limit={limit}
        allowed={limitText(t, limit)}
        scale="log"
        onChange={onChange}
      />
    </div>
  );
}

/** The settings that a reader of the article may want to try without leaving it. */
export function Knobs() {
  const t = useText();
  const { editor } = useLab();
  const { model } = useExperiment();
  const pace = useStore(paceStore, (store) => store.pace);
  return (
    <Row>
      {model.kind === 'mdn' ? (
        <Knob
          label={t('figures.living.components')}
          value={model.components}
          max={100}
          onChange={(components) => editor.set('model.components', components)}
        />
      ) : (
        <Knob
          label={t('figures.living.units')}
          value={model.hidden[0] ?? 1}
          max={100}
          onChange={(units) => editor.set('model.hidden', [units])}
        />
      )}
      <Button
        look="outlined"
        onClick={() => editor.edit('seed', (e) => ({ ...e, seed: (e.seed % 999) + 1 }))}
      >
        {t('figures.living.seed')}
      </Button>
      <SpeedSelect short pace={pace} onChange={setPace} />
    </Row>
  );
}
