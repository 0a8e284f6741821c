import { type ReactNode, useId } from 'react';
import { PlotlyFigure } from '../../charts/PlotlyFigure.tsx';
import { chartTheme, type ThemeName, themeProperties } from '../../charts/theme.ts';
import { knownInputs } from '../../core/datasets/knownInputs.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { figureLabels } from '../../i18n/figureLabels.ts';
import { useText } from '../../i18n/index.ts';
import { useRootFontSize } from '../../ui/useRootFontSize.ts';
import { shownAnswer } from '../drawnAnswer.ts';
import { useLab, useRun, useShownExperiment, useShowsUntrained, useView } from '../lab.ts';
import { rangesOf } from '../labRanges.ts';
import { AnswerSummary } from './AnswerSummary.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import { Cursor } from './Cursor.tsx';
import { captionOf } from './figureText.ts';
import styles from './MainFigure.module.css';
import { Overlays } from './Overlays.tsx';
import { NoData, PointRing } from './OverPlot.tsx';
import { useCursor } from './useCursor.ts';
import { useMainLayers } from './useMainLayers.ts';
import { ViewOptions, ViewTabs } from './ViewTabs.tsx';

/** Type in the figure, as a share of the page's. */
const TYPE = 0.88;

interface MainFigureProps {
  readonly theme: ThemeName;
  /** Stands at the figure's right and shares its vertical axis. */
  readonly slice?: ReactNode;
  /** Stands right under the figure. */
  readonly timeline?: ReactNode;
  /** Stands under the caption: the slice in words. */
  readonly words?: ReactNode;
  /** Id of what tells a screen reader what the cursor shows. */
  readonly wordsId?: string;
}

/** The page's main figure: the data and what the model makes of them. */
export function MainFigure({ theme, slice, timeline, words, wordsId }: MainFigureProps) {
  const t = useText();
  const lab = useLab();
  const experiment = useShownExperiment();
  const view = useView();
  const untrained = useShowsUntrained();
  const learnedNothing = useRun((run) => run.epoch === 0);
  const scale = TYPE * useRootFontSize();
  const { data } = rememberedTask(experiment);
  const ranges = rangesOf(lab, data);
  const { layers, hoverLayer } = useMainLayers(lab, t, experiment, data, view, theme, scale);
  const { onPointer, dragging, finger } = useCursor(lab, data, ranges);

  const captionId = useId();
  const caption = captionOf(t, experiment, view, theme, untrained);
  const noDensity =
    experiment.model.kind === 'ffnn' &&
    learnedNothing &&
    ['density', 'bands'].includes(shownAnswer(experiment.model, view));
  return (
    <section
      aria-label={t('figure.heading')}
      className={styles.section}
      style={themeProperties(chartTheme(theme)) as object}
    >
      <h2 className="visually-hidden">{t('figure.heading')}</h2>
      <div className={styles.head}>
        <ViewTabs model={experiment.model} />
        <div className={styles.options}>
          <ViewOptions model={experiment.model} />
        </div>
      </div>
      <div className={styles.figures} data-slice={slice !== undefined}>
        <div className={styles.legend}>
          <Overlays />
          <AnswerTable />
        </div>
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
            <NoData range={ranges.x} known={knownInputs(experiment.data, data)} />
            {noDensity && <p className={styles.empty}>{t('figure.noDensity')}</p>}
            {view.point && <PointRing point={view.point} data={data} ranges={ranges} />}
            <Cursor range={ranges.x} describedBy={wordsId} dragging={dragging} finger={finger} />
          </PlotlyFigure>
        </div>
        {slice}
      </div>
      <div className={styles.timeline}>{timeline}</div>
      <div className={styles.foot}>
        {words}
        <p id={captionId} className={styles.caption}>
          {caption}
        </p>
      </div>
    </section>
  );
}
