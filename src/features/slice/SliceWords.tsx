import { useStore } from 'zustand';
import type { ThemeName } from '../../charts/theme.ts';
import { useText } from '../../i18n/index.ts';
import { useLab, useShownExperiment, useView } from '../lab.ts';
import { useThrottledFrame } from '../useThrottledFrame.ts';
import { ChosenPointLine } from './ChosenPointLine.tsx';
import { readSlice } from './readSlice.ts';
import styles from './Slice.module.css';
import { sliceSentence } from './sentence.ts';

/** While training, the words change at most this often, in milliseconds, so that they can be read. */
const PACE_MS = 200;

interface SliceWordsProps {
  readonly id: string;
  readonly theme: ThemeName;
}

/** What the slice shows, in words; what a screen reader reads of the cursor. */
export function SliceWords({ id, theme }: SliceWordsProps) {
  const t = useText();
  const lab = useLab();
  useShownExperiment();
  const { guessing } = useView();
  useStore(lab.view, (view) => view.cursor);
  useThrottledFrame(PACE_MS);
  return (
    <div>
      <p id={id} aria-live="off" className={styles.words}>
        {guessing ? t('guess.hidden') : sliceSentence(t, readSlice(lab))}
      </p>
      {!guessing && <ChosenPointLine theme={theme} />}
    </div>
  );
}
