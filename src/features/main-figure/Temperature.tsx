import { useId } from 'react';
import { TEMPERATURE_LIMIT } from '../../core/temperature.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { significant } from '../../i18n/numbers.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Popup } from '../../ui/Popup.tsx';
import { useLab, useView } from '../lab.ts';
import styles from './MainFigure.module.css';

const PARTS = ['weightTemperature', 'widthTemperature'] as const;

/** At which temperature samples are drawn: two sliders behind a button, which says what is unusual. */
export function Temperature() {
  const t = useText();
  const lab = useLab();
  const view = useView();
  const words = useId();
  const values = PARTS.map((part) => significant(view[part]));
  const usual = PARTS.every((part) => view[part] === 1);
  return (
    <Popup
      name={t('figure.temperature')}
      describedBy={words}
      trigger={
        <Button look="link" aria-label={t('figure.temperature')}>
          {usual
            ? t('figure.temperature')
            : t('figure.temperatures', { values: values.join(', ') })}
        </Button>
      }
    >
      <div className={styles.temperature}>
        <p id={words}>{t('figure.temperatureIs')}</p>
        {PARTS.map((part) => (
          <NumberField
            key={part}
            label={t(`figure.${part}`)}
            value={view[part]}
            limit={TEMPERATURE_LIMIT}
            allowed={limitText(t, TEMPERATURE_LIMIT)}
            scale="linear"
            step={0.05}
            onChange={(value) => lab.show({ [part]: value })}
          />
        ))}
        <Button
          look="link"
          disabled={usual}
          onClick={() => lab.show({ weightTemperature: 1, widthTemperature: 1 })}
        >
          {t('figure.temperatureReset')}
        </Button>
      </div>
    </Popup>
  );
}
