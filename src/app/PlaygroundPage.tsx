import { startTransition, useEffect, useId, useState } from 'react';
import { whenDrawn } from '../charts/schedule.ts';
import { Controls } from '../features/controls/Controls.tsx';
import { RunLog } from '../features/diagnosis/RunLog.tsx';
import { EnginePanel } from '../features/engine/EnginePanel.tsx';
import { useView } from '../features/lab.ts';
import { Ledger } from '../features/ledger/Ledger.tsx';
import { LossFigure } from '../features/loss-figure/LossFigure.tsx';
import { MainFigure } from '../features/main-figure/MainFigure.tsx';
import { PrintedHead } from '../features/printed/PrintedHead.tsx';
import { PrintedSettings } from '../features/printed/PrintedSettings.tsx';
import { RunBar } from '../features/run-bar/RunBar.tsx';
import { Speed } from '../features/run-bar/Speed.tsx';
import { Runs } from '../features/runs/Runs.tsx';
import { Scores } from '../features/scores/Scores.tsx';
import { Slice } from '../features/slice/Slice.tsx';
import { SliceWords } from '../features/slice/SliceWords.tsx';
import { Timeline } from '../features/timeline/Timeline.tsx';
import { useText } from '../i18n/index.ts';
import { pageStore } from '../store/page.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { Button } from '../ui/Button.tsx';
import { slidersIcon } from '../ui/icons.tsx';
import { MEDIA } from '../ui/media.ts';
import { usePrinting } from '../ui/printing.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { useDocumentMark } from '../ui/useDocumentMark.ts';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import { Calibration } from './Calibration.tsx';
import { Code } from './Code.tsx';
import { DrawingArea, DrawingTools, useDrawing } from './Drawing.tsx';
import { Export } from './Export.tsx';
import { dropFirstPicture } from './firstPicture.ts';
import styles from './PlaygroundPage.module.css';
import { RunActions } from './RunActions.tsx';
import { useShownTheme } from './theme.ts';
import { YourData, YourDataButton } from './YourData.tsx';

const FIGURE = 'figure';

/** False until the figure has been painted for the first time: it is what the page is opened for. */
function useFigureSeen(): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      // By the frame after this one it is known whether the figure is in sight.
      frame = requestAnimationFrame(() =>
        whenDrawn(() => {
          dropFirstPicture();
          startTransition(() => setSeen(true));
        }),
      );
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return seen;
}

/** The playground: controls at the left, the figure in the middle, consequences at the right. */
export function PlaygroundPage() {
  const t = useText();
  useDocumentMark('page', 'playground');
  const printing = usePrinting();
  const small = useMediaQuery(MEDIA.narrow);
  const narrow = small && !printing;
  const theme = useShownTheme();
  const [open, setOpen] = useState(false);
  const words = useId();
  const figureSeen = useFigureSeen();
  const drawing = useDrawing();
  const { guessing } = useView();
  // What is drawn on lies under the settings.
  useEffect(() => {
    if (drawing) setOpen(false);
  }, [drawing]);
  const openSettings = () => {
    setOpen(true);
    // What the settings change stays in sight above them.
    document.querySelector(`#${FIGURE} figure`)?.scrollIntoView({ block: 'start' });
  };
  const openAbout = () => {
    setOpen(false);
    pageStore.setState({ aboutOpen: true });
  };
  const broken = <p role="alert">{t('figure.broken')}</p>;
  const below = figureSeen && !printing && (
    <>
      <Runs theme={theme} actions={<RunActions theme={theme} />} />
      {!guessing && (
        <Boundary fallback={broken}>
          <Calibration theme={theme} />
        </Boundary>
      )}
      <Boundary fallback={broken}>
        <Code />
      </Boundary>
    </>
  );
  return (
    <main className={styles.page}>
      <a
        href={`#${FIGURE}`}
        className={styles.skip}
        onClick={(event) => {
          // The fragment holds the experiment, so the focus moves without it.
          event.preventDefault();
          document.getElementById(FIGURE)?.focus();
        }}
      >
        {t('playground.skip')}
      </a>
      <h1 className="visually-hidden">{t('app.name')}</h1>
      {printing && <PrintedHead />}
      <div className={styles.runBar}>
        <RunBar />
        {!narrow && (
          <div className={styles.speed}>
            <Speed />
          </div>
        )}
      </div>
      <div className={styles.columns}>
        {!narrow && !printing && (
          <div className={styles.controls}>
            {figureSeen && <Controls yourData={<YourDataButton />} />}
          </div>
        )}
        <div id={FIGURE} tabIndex={-1} className={styles.figure}>
          <Boundary fallback={broken}>
            <MainFigure
              theme={theme}
              slice={<Slice theme={theme} wordsId={words} />}
              timeline={<Timeline />}
              words={<SliceWords id={words} theme={theme} />}
              wordsId={words}
              tools={<DrawingTools />}
              overlay={<DrawingArea />}
            />
          </Boundary>
          {!narrow && below}
        </div>
        <div className={styles.consequences}>
          {figureSeen && (
            <>
              <Boundary fallback={broken}>
                <LossFigure theme={theme} />
              </Boundary>
              {!guessing && (
                <>
                  <Scores />
                  <Ledger theme={theme} />
                </>
              )}
              <RunLog />
              <EnginePanel />
            </>
          )}
          {narrow && below}
        </div>
        {printing && <PrintedSettings />}
      </div>
      {narrow && (
        <>
          <div className={styles.dock}>
            <Button look="outlined" icon={slidersIcon} onClick={openSettings}>
              {t('playground.settings')}
            </Button>
          </div>
          <Sheet
            title={t('playground.settings')}
            doneLabel={t('playground.done')}
            open={open}
            onClose={() => setOpen(false)}
          >
            <div className={styles.sheet}>
              <Speed />
              <Controls yourData={<YourDataButton />} />
              <Button look="link" aria-haspopup="dialog" onClick={openAbout}>
                {t('header.about')}
              </Button>
            </div>
          </Sheet>
        </>
      )}
      {figureSeen && (
        <>
          <YourData />
          <Export theme={theme} />
        </>
      )}
    </main>
  );
}
