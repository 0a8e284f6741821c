import { useId, useMemo } from 'react';
import {
  barsFigure,
  type CalibrationSpec,
  coverageFigure,
  cumulatedFigure,
} from '../../charts/calibrationFigures.ts';
import type { Figure } from '../../charts/figure.ts';
import { PlotlyFigure } from '../../charts/PlotlyFigure.tsx';
import { chartTheme, type ThemeName, themeProperties } from '../../charts/theme.ts';
import { type Calibration, verdictOf } from '../../core/calibration.ts';
import { figureLabels } from '../../i18n/figureLabels.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { tableLabels } from '../../i18n/tableLabels.ts';
import { showsBest } from '../../store/run.ts';
import { Term } from '../../ui/Explain.tsx';
import { TableButton } from '../../ui/TableButton.tsx';
import { useRootFontSize } from '../../ui/useRootFontSize.ts';
import { useRun, useShownExperiment } from '../lab.ts';
import { useCalibration } from '../useScores.ts';
import { scoredOn } from '../whatIsKnown.ts';
import styles from './Calibration.module.css';
import { calibrationTable } from './calibrationTable.ts';
import { type CalibrationFigure, calibrationSentence, FIGURES } from './sentences.ts';

/** Type in the figures, as a share of the page's. */
const TYPE = 0.84;

function figureOf(
  t: Translate,
  name: CalibrationFigure,
  calibration: Calibration,
  theme: ThemeName,
  scale: number,
): Figure {
  const spec: CalibrationSpec = {
    count: calibration.count,
    theme: chartTheme(theme),
    labels: {
      x: t(`calibration.${name}.x`),
      y: t(`calibration.${name}.y`),
      // The figure fills in the numbers of the place under the pointer.
      hover: t(`calibration.${name}.hover`, { x: '{x}', y: '{y}', share: '{share}' }),
    },
    scale,
  };
  switch (name) {
    case 'pit':
      return barsFigure(calibration.pit, spec);
    case 'ranks':
      return barsFigure(calibration.ranks, spec);
    case 'cumulated':
      return cumulatedFigure(calibration.cumulated, spec);
    case 'coverage':
      return coverageFigure(
        calibration.coverage,
        { central: t('calibration.coverage.central'), highest: t('calibration.coverage.highest') },
        spec,
      );
  }
}

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
        <p className={styles.verdict}>{t(`calibration.verdict.${verdictOf(calibration)}`)}</p>
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
          <OneFigure key={name} name={name} calibration={calibration} theme={theme} />
        ))}
      </div>
      <p className={styles.line}>{t('calibration.bands')}</p>
    </div>
  );
}

interface OneFigureProps {
  readonly name: CalibrationFigure;
  readonly calibration: Calibration;
  readonly theme: ThemeName;
}

/** One figure with what it shows, and what it would show of a model that is too sure of itself. */
function OneFigure({ name, calibration, theme }: OneFigureProps) {
  const t = useText();
  const words = useId();
  const scale = TYPE * useRootFontSize();
  const figure = useMemo(
    () => figureOf(t, name, calibration, theme, scale),
    [t, name, calibration, theme, scale],
  );
  const title = t(`calibration.${name}.name`);
  const explanation = {
    about: t('explain.about', { name: title }),
    paragraphs: [t(`calibration.${name}.what`)],
    unit: '',
  };
  return (
    <section aria-label={title} className={styles.one}>
      <h3 className={styles.name} aria-label={title}>
        <Term explanation={explanation}>{title}</Term>
        {name === 'coverage' && (
          <span aria-hidden="true" className={styles.key}>
            <span className={styles.highest}>{t('calibration.coverage.highest')}</span>
            <span className={styles.central}>{t('calibration.coverage.central')}</span>
          </span>
        )}
      </h3>
      <div className={styles.figure}>
        <PlotlyFigure name={title} describedBy={words} labels={figureLabels(t)} figure={figure} />
      </div>
      <p id={words} className={styles.words}>
        <span>{calibrationSentence(t, name, calibration)}</span>{' '}
        <span className={styles.ifOver}>{t(`calibration.${name}.ifOver`)}</span>
      </p>
    </section>
  );
}
