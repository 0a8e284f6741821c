import { useStore } from 'zustand';
import { useText } from '../i18n/index.ts';
import type { Lab } from '../store/lab.ts';
import type { RunStatus } from '../store/run.ts';
import { IconButton } from '../ui/Button.tsx';
import { pauseIcon, playIcon, resetIcon, stepIcon } from '../ui/icons.tsx';
import styles from './Compare.module.css';

/** The labs of the two sides, the left one first. */
export type Pair = readonly [Lab, Lab];

/** True for a run that does not train on by itself. */
export const hasEnded = ({ state }: RunStatus) => state === 'finished' || state === 'diverged';

/** Starts, steps and stops both runs at once. */
export function PlayBoth({ labs }: { readonly labs: Pair }) {
  const t = useText();
  const [left, right] = labs;
  const running = [
    useStore(left.run, ({ state }) => state === 'running'),
    useStore(right.run, ({ state }) => state === 'running'),
  ].some(Boolean);
  const ended = [useStore(left.run, hasEnded), useStore(right.run, hasEnded)].every(Boolean);
  const press = () => {
    for (const { controller } of labs) void (running ? controller.pause() : controller.play());
  };
  return (
    <div className={styles.buttons}>
      <IconButton
        label={running ? t('run.pause') : t('run.play')}
        look="primary"
        size="large"
        aria-disabled={ended || undefined}
        onClick={press}
      >
        {running ? pauseIcon : playIcon}
      </IconButton>
      <IconButton
        label={t('run.step')}
        hint={t('run.stepHint')}
        look="outlined"
        disabled={ended}
        onClick={() => {
          for (const { controller } of labs) void controller.step('epoch', 1);
        }}
      >
        {stepIcon}
      </IconButton>
      <IconButton
        label={t('run.reset')}
        hint={t('run.resetHint')}
        look="outlined"
        onClick={() => {
          for (const { controller } of labs) void controller.reset();
        }}
      >
        {resetIcon}
      </IconButton>
    </div>
  );
}
