import { useState } from 'react';
import { useText } from '../../i18n/index.ts';
import { IconButton } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { moreIcon, pauseIcon, playIcon, resetIcon, stepIcon } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useLab, useRun } from '../lab.ts';
import styles from './RunBar.module.css';

/** Starts, steps and stops the run, and brings it back to its first weights. */
export function RunButtons() {
  const t = useText();
  const { controller } = useLab();
  const state = useRun((run) => run.state);
  const fresh = useRun((run) => run.step === 0 && run.state === 'paused');
  const ready = useRun((run) => run.ready);
  const failed = useRun((run) => run.workerNotice === 'failed');
  const [played, setPlayed] = useState(false);
  const running = state === 'running';
  const ended = state === 'finished' || state === 'diverged';
  const press = () => {
    setPlayed(true);
    if (running) controller.pause();
    else controller.play();
  };
  return (
    <div className={styles.buttons}>
      <IconButton
        label={running ? t('run.pause') : t('run.play')}
        look="primary"
        size="large"
        className={cx(!played && fresh && ready && styles.breathes)}
        // Not `disabled`: the focus would be lost when a run ends under it.
        aria-disabled={failed || ended || undefined}
        onClick={press}
      >
        {running ? pauseIcon : playIcon}
      </IconButton>
      <span className={styles.pair}>
        <IconButton
          label={t('run.step')}
          hint={t('run.stepHint')}
          look="outlined"
          disabled={!ready || ended}
          onClick={() => controller.step('epoch', 1)}
        >
          {stepIcon}
        </IconButton>
        <Menu
          trigger={
            <IconButton label={t('run.advance')} look="outlined" disabled={!ready || ended}>
              {moreIcon}
            </IconButton>
          }
          actions={[
            { label: t('run.oneUpdate'), onSelect: () => controller.step('step', 1) },
            { label: t('run.tenEpochs'), onSelect: () => controller.step('epoch', 10) },
            { label: t('run.hundredEpochs'), onSelect: () => controller.step('epoch', 100) },
          ]}
        />
      </span>
      <IconButton
        label={t('run.reset')}
        hint={t('run.resetHint')}
        look="outlined"
        onClick={() => controller.reset()}
      >
        {resetIcon}
      </IconButton>
    </div>
  );
}
