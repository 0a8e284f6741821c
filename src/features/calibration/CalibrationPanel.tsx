import { chartTheme, type ThemeName, themeProperties } from '../../charts/theme.ts';
import { JOINT_LEVEL, LEVEL } from '../../core/uniformity.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { tableLabels } from '../../i18n/tableLabels.ts';
import { showsBest } from '../../store/run.ts';
import { TableButton } from '../../ui/TableButton.tsx';
import { useRun, useShownExperiment } from '../lab.ts';
import { useCalibration } from '../useScores.ts';
import { scoredOn } from '../whatIsKnown.ts';
import styles from './Calibration.module.css';
import { CalibrationFigure } from './CalibrationFigure.tsx';
import { calibrationTable } from './calibrationTable.ts';
import { FIGURES, verdictSentence } from './sentences.ts';

/** Whether the model is as sure as it ought to be: where fresh points lie in what it expects of them. */
export function CalibrationPanel({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const { data, model } = useShownExperiment();
  const found = useCalibration();
  const best = useRun((run) => (showsBest(run) ? run.shownEpoch : null));
  const learnedNothing = useRun((run) => run.epoch === 0);
  if (!found) {
    const noWidth = model.kind === 'ffnn' && learnedNothing;
    return <p className={styles.line}>{t(`calibration.${noWidth ? 'noWidth' : 'measuring'}`)}</p>;
  }
  const { value: calibration, epoch } = found;
  const points = scoredOn(data);
  const taken = { points: fixed(calibration.count), epoch: fixed(epoch) };
  return (
    <div className={styles.panel} style={themeProperties(chartTheme(theme)) as object}>
      <div className={styles.head}>
        <p className={styles.verdict}>{verdictSentence(t, calibration)}</p>
        <TableButton
          labels={tableLabels(t, 'calibration')}
          read={(take) => take(calibrationTable(t, calibration, epoch))}
        />
      </div>
      <p className={styles.line}>
        {[
          t(`calibration.on.${points}`, taken),
          ...(epoch === best ? [t('run.ofBest', { epoch: fixed(epoch) })] : []),
          ...(data.trainedOn ? [t('calibration.inside')] : []),
          t(`calibration.whySo.${points}`),
          ...(model.kind === 'mdn' ? [] : [t('calibration.asGaussian')]),
        ].join(' ')}
      </p>
      <div className={styles.figures}>
        {FIGURES.map((name) => (
          <CalibrationFigure key={name} name={name} calibration={calibration} theme={theme} />
        ))}
      </div>
      <p className={styles.line}>
        {t('calibration.bands', {
          within: fixed(100 * JOINT_LEVEL),
          each: fixed(100 * LEVEL, 1),
        })}
      </p>
    </div>
  );
}
