import type { ThemeName } from '../charts/theme.ts';
import { CalibrationFigure } from '../features/calibration/CalibrationFigure.tsx';
import type { CalibrationFigureName } from '../features/calibration/sentences.ts';
import { useCalibration } from '../features/useScores.ts';
import { useText } from '../i18n/index.ts';
import styles from './Stage.module.css';

interface CalibratedProps {
  readonly name: CalibrationFigureName;
  readonly theme: ThemeName;
}

/** One figure of how well the model is calibrated, as soon as that is known. */
export default function Calibrated({ name, theme }: CalibratedProps) {
  const t = useText();
  const found = useCalibration();
  if (!found) return <p className={styles.waiting}>{t('calibration.measuring')}</p>;
  return <CalibrationFigure name={name} calibration={found.value} theme={theme} />;
}
