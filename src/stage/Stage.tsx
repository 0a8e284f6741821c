import { lazy, Suspense, useEffect, type WheelEvent } from 'react';
import { useStore } from 'zustand';
import { chartTheme, themeProperties } from '../charts/theme.ts';
import { useLab, useView } from '../features/lab.ts';
import { RunAnnouncer } from '../features/run-bar/RunAnnouncer.tsx';
import { useText } from '../i18n/index.ts';
import { leaveFullScreen, onFullScreenLeft } from '../ui/fullScreen.ts';
import { Hand } from './Hand.tsx';
import { followPresenter } from './presenterLink.ts';
import styles from './Stage.module.css';
import { StageBar } from './StageBar.tsx';
import { StageControls } from './StageControls.tsx';
import { StageFigures } from './StageFigures.tsx';
import { StageTimer } from './StageTimer.tsx';
import { followStageKeys } from './stageKeys.ts';
import { stageStore } from './stageStore.ts';
import { useScenes } from './useScenes.ts';
import { shareOf, zoomBy } from './zoom.ts';

const SceneCode = lazy(() => import('./SceneCode.tsx'));

/** A turn of the wheel by so many pixels doubles the distance. */
const DOUBLING = 500;

/** Large type for the whole document, for as long as there is a stage. */
function useLargeType(): void {
  useEffect(() => {
    document.documentElement.classList.add('presenting');
    return () => document.documentElement.classList.remove('presenting');
  }, []);
}

/** Whoever leaves the full screen leaves the stage, and the other way round. */
function useFullScreen(): void {
  const lab = useLab();
  useEffect(() => {
    const stop = onFullScreenLeft(() => lab.show({ presenting: false }));
    return () => {
      stop();
      void leaveFullScreen();
    };
  }, [lab]);
}

/** What the pointer has taken hold of gives the keys back: a clicker is to turn scenes, not the cursor. */
function giveKeysBack(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

interface StageProps {
  readonly theme: 'light' | 'dark';
}

/** The lab's figures as a hall sees them: over the whole screen, in large type, with nothing else. */
export function Stage({ theme }: StageProps) {
  const t = useText();
  const { pinned } = useView();
  const { present } = useScenes();
  const hall = `${theme} hall` as const;
  const lab = useLab();
  const { black, qr } = useStore(stageStore);
  useLargeType();
  useFullScreen();
  useEffect(() => followStageKeys(lab), [lab]);
  useEffect(() => followPresenter(lab), [lab]);
  const onWheel = ({ clientX, clientY, deltaY }: WheelEvent) => {
    const share = shareOf(clientX, clientY);
    if (share) zoomBy(lab, share, 2 ** (deltaY / DOUBLING));
  };
  return (
    <main
      aria-label={t('stage.name')}
      className={styles.stage}
      style={themeProperties(chartTheme(hall)) as object}
    >
      <div className={styles.top}>
        <h1 className={present ? styles.title : 'visually-hidden'}>
          {present?.title ?? t('app.name')}
        </h1>
        {pinned.length > 0 && (
          <section aria-label={t('stage.pinned')} className={styles.pinned}>
            <StageControls names={pinned} />
          </section>
        )}
        <StageTimer />
      </div>
      <div className={styles.figures} onPointerUp={giveKeysBack} onWheel={onWheel}>
        <StageFigures theme={hall} />
      </div>
      <Hand />
      <StageBar />
      {qr && (
        <Suspense fallback={null}>
          <SceneCode />
        </Suspense>
      )}
      {black && (
        <button
          type="button"
          className={styles.black}
          aria-label={t('stage.black')}
          onClick={() => stageStore.setState({ black: false })}
        />
      )}
      <RunAnnouncer />
    </main>
  );
}
