import { useStore } from 'zustand';
import { squaredError } from '../../core/guess.ts';
import { rememberedTask } from '../../core/rememberedTask.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { useLab, useShownExperiment } from '../lab.ts';
import guessStyles from './Guess.module.css';
import styles from './MainFigure.module.css';

/** What was guessed before the answer was shown, and how far it is off where the network answers a mean too. */
export default function YourGuess() {
  const t = useText();
  const lab = useLab();
  const experiment = useShownExperiment();
  const now = useStore(lab.guess, (state) => state.now);
  if (!now) return null;
  const error = squaredError(now.heights, now.range, rememberedTask(experiment).data.test);
  return (
    <div className={styles.overlay}>
      <Checkbox
        label={t('guess.yours')}
        checked={now.shown}
        onChange={(shown) => lab.guess.setState({ now: { ...now, shown } })}
      />
      <span aria-hidden="true" className={guessStyles.mark} />
      {experiment.model.kind === 'ffnn' && (
        <span className={guessStyles.error}>{t('guess.error', { error: fixed(error, 1) })}</span>
      )}
    </div>
  );
}
