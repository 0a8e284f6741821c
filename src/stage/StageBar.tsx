import { useRef } from 'react';
import { STAGE_CONTROLS, STAGE_FIGURES, type StageControl } from '../core/view.ts';
import { useLab, useView } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { pageStore } from '../store/page.ts';
import { IconButton } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { toggleFullScreen } from '../ui/fullScreen.ts';
import { closeIcon, scenesIcon, screenIcon, slidersIcon, windowIcon } from '../ui/icons.tsx';
import { Popup } from '../ui/Popup.tsx';
import { Select } from '../ui/Select.tsx';
import { openPresenter } from './presenterLink.ts';
import styles from './Stage.module.css';
import { StageControls } from './StageControls.tsx';
import { useWanted } from './useWanted.ts';

/** In the bar at first; the others wait among the choices to be pinned. */
const IN_BAR: readonly StageControl[] = ['run', 'speed', 'components', 'rate', 'noise', 'view'];

/** Which figures stand on the stage, and what is pinned to it. */
function Arrangement() {
  const t = useText();
  const lab = useLab();
  const { stage, beside, pinned } = useView();
  const figures = STAGE_FIGURES.map((value) => ({ value, label: t(`stage.figures.${value}`) }));
  const pin = (name: StageControl, on: boolean) =>
    lab.show({
      pinned: STAGE_CONTROLS.filter((one) => (one === name ? on : pinned.includes(one))),
    });
  return (
    <Popup
      name={t('stage.arrange')}
      trigger={
        <IconButton label={t('stage.arrange')} look="outlined">
          {slidersIcon}
        </IconButton>
      }
    >
      <div className={styles.arrangement}>
        <Select
          label={t('stage.figure')}
          labelled="above"
          value={stage}
          options={figures}
          onChange={(next) => lab.show({ stage: next })}
        />
        <Select
          label={t('stage.beside')}
          labelled="above"
          value={beside}
          options={[{ value: 'none', label: t('stage.none') }, ...figures]}
          onChange={(next) => lab.show({ beside: next })}
        />
        <fieldset className={styles.pins}>
          <legend>{t('stage.pin')}</legend>
          {STAGE_CONTROLS.map((name) => (
            <Checkbox
              key={name}
              label={t(`stage.controls.${name}`)}
              checked={pinned.includes(name)}
              onChange={(on) => pin(name, on)}
            />
          ))}
        </fieldset>
      </div>
    </Popup>
  );
}

/** What the instructor works with; it is seen when it is wanted, and lies over the figure then. */
export function StageBar() {
  const t = useText();
  const lab = useLab();
  const { pinned } = useView();
  const bar = useRef<HTMLElement>(null);
  const { wanted, props } = useWanted(bar);
  return (
    <section
      ref={bar}
      aria-label={t('stage.bar')}
      className={styles.bar}
      data-wanted={wanted}
      {...props}
    >
      <StageControls names={IN_BAR.filter((name) => !pinned.includes(name))} />
      <div className={styles.ends}>
        <IconButton
          label={t('stage.scenesButton')}
          look="outlined"
          onClick={() => pageStore.setState({ scenesOpen: true })}
        >
          {scenesIcon}
        </IconButton>
        <IconButton label={t('stage.presenter.open')} look="outlined" onClick={openPresenter}>
          {windowIcon}
        </IconButton>
        <Arrangement />
        <IconButton
          label={t('stage.fullScreen')}
          look="outlined"
          onClick={() => void toggleFullScreen()}
        >
          {screenIcon}
        </IconButton>
        <IconButton
          label={t('stage.leave')}
          hint={t('stage.leaveHint')}
          look="outlined"
          onClick={() => lab.show({ presenting: false })}
        >
          {closeIcon}
        </IconButton>
      </div>
    </section>
  );
}
