import { lazy, type ReactNode, Suspense } from 'react';
import { useStore } from 'zustand';
import { PlotlyFigure } from '../../charts/PlotlyFigure.tsx';
import type { ThemeName } from '../../charts/theme.ts';
import { inputGaps } from '../../core/datasets/inputGaps.ts';
import { knownInputs } from '../../core/datasets/knownInputs.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { figureLabels } from '../../i18n/figureLabels.ts';
import { useText } from '../../i18n/index.ts';
import { useRootFontSize } from '../../ui/useRootFontSize.ts';
import { useLab, useShownExperiment, useView } from '../lab.ts';
import { rangesOf, shownRanges } from '../labRanges.ts';
import { AnswerSummary } from './AnswerSummary.tsx';
import { Cursor } from './Cursor.tsx';
import styles from './MainFigure.module.css';
import { NoData, PointRing } from './OverPlot.tsx';
import { useCursor } from './useCursor.ts';
import { useMainLayers } from './useMainLayers.ts';

const GuessArea = lazy(() => import('./GuessArea.tsx'));

/** Type in the figure, as a share of the page's. */
const TYPE = 0.88;

interface AnswerFigureProps {
  readonly theme: ThemeName;
  /** Stands above the figure. */
  readonly legend?: ReactNode;
  /** Stands at the figure's right and shares its vertical axis. */
  readonly slice?: ReactNode;
  /** Id of what says what is drawn. */
  readonly captionId?: string | undefined;
  /** Id of what tells a screen reader what the cursor shows. */
  readonly wordsId?: string | undefined;
  /** Laid over the plotting area. */
  readonly overlay?: ReactNode;
}

/** The data, what the model makes of them, and the cursor at which the slice is taken. */
export function AnswerFigure(props: AnswerFigureProps) {
  const { theme, legend, slice, captionId, wordsId, overlay } = props;
  const t = useText();
  const lab = useLab();
  const experiment = useShownExperiment();
  const view = useView();
  const guesses = useStore(lab.guess, ({ now }) => now !== null) || view.guessing;
  const scale = TYPE * useRootFontSize();
  const { data } = rememberedTask(experiment);
  const ranges = shownRanges(lab, data);
  const { layers, hoverLayer } = useMainLayers(lab, t, experiment, data, view, theme, scale);
  const { onPointer, dragging, finger } = useCursor(lab, data, ranges);
  return (
    <div className={styles.figures} data-slice={slice !== undefined}>
      <div className={styles.legend}>{legend}</div>
      <div className={styles.figure} data-dragging={dragging}>
        <PlotlyFigure
          name={t('figure.name')}
          description={<AnswerSummary />}
          describedBy={captionId}
          labels={figureLabels(t)}
          layers={layers}
          hoverLayer={hoverLayer}
          onPointer={onPointer}
        >
          <NoData
            range={ranges.x}
            known={knownInputs(experiment.data, data)}
            gaps={inputGaps(data)}
            label={t(experiment.data.trainedOn ? 'figure.notTrained' : 'figure.noData')}
          />
          {view.point && <PointRing point={view.point} data={data} ranges={ranges} />}
          <Cursor range={ranges.x} describedBy={wordsId} dragging={dragging} finger={finger} />
          {guesses && (
            <Suspense fallback={null}>
              <GuessArea ranges={ranges} whole={rangesOf(lab, data)} />
            </Suspense>
          )}
          {overlay}
        </PlotlyFigure>
      </div>
      {slice}
    </div>
  );
}
