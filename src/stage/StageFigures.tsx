import { lazy, Suspense } from 'react';
import type { ThemeName } from '../charts/theme.ts';
import type { StageFigure } from '../core/view.ts';
import { Hidden } from '../features/Hidden.tsx';
import { useLab, useView } from '../features/lab.ts';
import { LossFigure } from '../features/loss-figure/LossFigure.tsx';
import { AnswerFigure } from '../features/main-figure/AnswerFigure.tsx';
import { Overlays } from '../features/main-figure/Overlays.tsx';
import { Slice } from '../features/slice/Slice.tsx';
import { useRequest } from '../features/useRequest.ts';
import { useText } from '../i18n/index.ts';
import { Texts } from '../i18n/Texts.tsx';
import { Boundary } from '../ui/Boundary.tsx';
import { MEDIA } from '../ui/media.ts';
import { useMediaQuery } from '../ui/useMediaQuery.ts';
import styles from './Stage.module.css';

const GuessBar = lazy(() => import('../features/main-figure/GuessBar.tsx'));
const Calibrated = lazy(() => import('./Calibrated.tsx'));

interface FigureProps {
  readonly name: StageFigure;
  readonly theme: ThemeName;
  /** Whether the slice stands beside the main figure, on the same vertical axis. */
  readonly withSlice?: boolean;
}

function OneFigure({ name, theme, withSlice = false }: FigureProps) {
  const { guessing } = useView();
  switch (name) {
    case 'answer':
      return (
        <AnswerFigure
          theme={theme}
          legend={
            guessing ? (
              <Suspense fallback={null}>
                <GuessBar />
              </Suspense>
            ) : (
              <Overlays />
            )
          }
          slice={withSlice ? <Slice theme={theme} /> : undefined}
        />
      );
    case 'slice':
      return (
        <div className={styles.slice}>
          <Slice theme={theme} />
        </div>
      );
    case 'loss':
      return <LossFigure theme={theme} />;
    default:
      if (guessing) return <Hidden />;
      return (
        <Suspense fallback={null}>
          <Texts part="calibration">
            <Calibrated name={name} theme={theme} />
          </Texts>
        </Suspense>
      );
  }
}

/** Has the worker asked for what is shown, where there is no main figure that does. */
function Asking() {
  useRequest(useLab(), useView());
  return null;
}

/** The figure of the stage, and the one beside it. */
export function StageFigures({ theme }: { readonly theme: ThemeName }) {
  const t = useText();
  const { stage, beside } = useView();
  const narrow = useMediaQuery(MEDIA.narrow);
  const level = stage === 'answer' && beside === 'slice' && !narrow;
  const names = beside === 'none' || beside === stage || level ? [stage] : [stage, beside];
  const figures = names.map((name) => (
    <div key={name} className={styles.figure}>
      <Boundary fallback={<p role="alert">{t('figure.broken')}</p>}>
        <OneFigure name={name} theme={theme} withSlice={level} />
      </Boundary>
    </div>
  ));
  return (
    <>
      {!names.includes('answer') && <Asking />}
      {figures}
    </>
  );
}
