import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useLab, useShownExperiment, useView } from '../lab.ts';
import styles from './MainFigure.module.css';
import { anyTruth } from './truth.ts';

const YourGuess = lazy(() => import('./YourGuess.tsx'));

const OVERLAYS = [
  { key: 'testPoints', color: 'test', mark: 'dot' },
  { key: 'trainingPoints', color: 'train', mark: 'ring' },
  { key: 'truth', color: 'truth', mark: 'line' },
] as const;

/** What else is drawn; each with its mark, so that they are the figure's legend too. */
export function Overlays() {
  const t = useText();
  const lab = useLab();
  const view = useView();
  const known = anyTruth(useShownExperiment().data);
  const guessed = useStore(lab.guess, ({ now }) => now !== null);
  // The truth would give the answer away.
  const overlays = OVERLAYS.filter(({ key }) => key !== 'truth' || !view.guessing);
  return (
    <fieldset className={styles.overlays}>
      <legend className="visually-hidden">{t('figure.overlays')}</legend>
      {overlays.map(({ key, color, mark }) => {
        const unknown = key === 'truth' && !known;
        return (
          <div key={key} className={styles.overlay}>
            <Checkbox
              label={t(`figure.${key}`)}
              checked={view[key] && !unknown}
              disabled={unknown}
              hint={unknown ? t('figure.truthUnknown') : undefined}
              onChange={(shown) => lab.show({ [key]: shown })}
            />
            {!unknown && (
              <span
                aria-hidden="true"
                className={styles[mark]}
                style={{ '--mark': `var(--chart-${color})` } as object}
              />
            )}
          </div>
        );
      })}
      {guessed && !view.guessing && (
        <Suspense fallback={null}>
          <YourGuess />
        </Suspense>
      )}
    </fieldset>
  );
}
