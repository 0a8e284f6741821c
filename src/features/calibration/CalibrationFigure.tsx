import { useId, useMemo } from 'react';
import {
  barsFigure,
  type CalibrationSpec,
  coverageFigure,
  cumulatedFigure,
} from '../../charts/calibrationFigures.ts';
import type { Figure } from '../../charts/figure.ts';
import { PlotlyFigure } from '../../charts/PlotlyFigure.tsx';
import { chartTheme, type ThemeName } from '../../charts/theme.ts';
import type { Calibration } from '../../core/calibration.ts';
import { figureLabels } from '../../i18n/figureLabels.ts';
import { type Translate, useText } from '../../i18n/index.ts';
import { Term } from '../../ui/Explain.tsx';
import { useRootFontSize } from '../../ui/useRootFontSize.ts';
import styles from './Calibration.module.css';
import { type CalibrationFigureName, calibrationSentence } from './sentences.ts';

/** Type in the figures, as a share of the page's. */
const TYPE = 0.86;

function figureOf(
  t: Translate,
  name: CalibrationFigureName,
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

interface CalibrationFigureProps {
  readonly name: CalibrationFigureName;
  readonly calibration: Calibration;
  readonly theme: ThemeName;
}

/** One figure with what it shows, and what it would show of a model that is too sure of itself. */
export function CalibrationFigure({ name, calibration, theme }: CalibrationFigureProps) {
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
