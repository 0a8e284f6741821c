import { lazy, type ReactNode, Suspense, useId } from 'react';
import { chartTheme, type ThemeName, themeProperties } from '../../charts/theme.ts';
import { useText } from '../../i18n/index.ts';
import { useShownExperiment, useShowsUntrained, useView } from '../lab.ts';
import { AnswerFigure } from './AnswerFigure.tsx';
import { AnswerTable } from './AnswerTable.tsx';
import { captionOf } from './figureText.ts';
import styles from './MainFigure.module.css';
import { Overlays } from './Overlays.tsx';
import { ViewOptions, ViewTabs } from './ViewTabs.tsx';

const GuessBar = lazy(() => import('./GuessBar.tsx'));

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
  /** Stands over the figure, as what one draws with. */
  readonly tools?: ReactNode;
  /** Laid over the plotting area, as what one draws on. */
  readonly overlay?: ReactNode;
}

/** The page's main figure: the data and what the model makes of them. */
export function MainFigure(props: MainFigureProps) {
  const { theme, slice, timeline, words, wordsId, tools, overlay } = props;
  const t = useText();
  const experiment = useShownExperiment();
  const view = useView();
  const caption = captionOf(t, experiment, view, theme, useShowsUntrained());
  const captionId = useId();
  return (
    <section
      aria-label={t('figure.heading')}
      className={styles.section}
      style={themeProperties(chartTheme(theme)) as object}
    >
      <h2 className="visually-hidden">{t('figure.heading')}</h2>
      <div className={styles.head}>
        {view.guessing ? (
          <Suspense fallback={null}>
            <GuessBar />
          </Suspense>
        ) : (
          <>
            <ViewTabs model={experiment.model} />
            <div className={styles.options}>
              <ViewOptions model={experiment.model} />
            </div>
          </>
        )}
        {tools}
      </div>
      <AnswerFigure
        theme={theme}
        legend={
          <>
            <Overlays />
            {!view.guessing && <AnswerTable />}
          </>
        }
        slice={slice}
        captionId={captionId}
        wordsId={wordsId}
        overlay={overlay}
      />
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
