import { useRef } from 'react';
import { useStore } from 'zustand';
import { STAGE_CONTROLS, STAGE_FIGURES, type StageControl } from '../core/view.ts';
import { useLab, useRun, useView } from '../features/lab.ts';
import { useText } from '../i18n/index.ts';
import { pageStore } from '../store/page.ts';
import { IconButton } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { toggleFullScreen } from '../ui/fullScreen.ts';
import {
  closeIcon,
  freezeIcon,
  handIcon,
  qrIcon,
  scenesIcon,
  screenIcon,
  slidersIcon,
  timerIcon,
  windowIcon,
} from '../ui/icons.tsx';
import { ChoiceMenu, Menu } from '../ui/Menu.tsx';
import { Popup } from '../ui/Popup.tsx';
import { Select } from '../ui/Select.tsx';
import { openPresenter } from './presenterLink.ts';
import styles from './Stage.module.css';
import { StageControls } from './StageControls.tsx';
import { obeyOnStage } from './stageCommands.ts';
import { CLASS_MINUTES, stageStore, TOOLS, type Tool } from './stageStore.ts';
import { obeyTimer } from './timer.ts';
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

/** What is in the instructor's hand. */
function HandMenu() {
  const t = useText();
  const tool = useStore(stageStore, (stage) => stage.tool);
  return (
    <ChoiceMenu<Tool>
      trigger={
        <IconButton label={t('stage.hand')} look="outlined">
          {handIcon}
        </IconButton>
      }
      value={tool}
      choices={TOOLS.map((value) => ({ value, label: t(`stage.tools.${value}`) }))}
      onChange={(next) => stageStore.setState({ tool: next })}
    />
  );
}

/** Minutes to give to the class. */
function TimerMenu() {
  const t = useText();
  return (
    <Menu
      trigger={
        <IconButton label={t('stage.timer.name')} look="outlined">
          {timerIcon}
        </IconButton>
      }
      actions={CLASS_MINUTES.map((minutes) => ({
        label: t('stage.timer.minutes', { minutes }),
        onSelect: () => obeyTimer(minutes),
      }))}
    />
  );
}

/** What the instructor works with; it is seen when it is wanted, and lies over the figure then. */
export function StageBar() {
  const t = useText();
  const lab = useLab();
  const { pinned } = useView();
  const frozen = useRun((run) => run.sight !== null);
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
        <HandMenu />
        <TimerMenu />
        <IconButton
          label={t('stage.freeze')}
          look="outlined"
          aria-pressed={frozen}
          onClick={() => obeyOnStage(lab, 'freeze')}
        >
          {freezeIcon}
        </IconButton>
        <IconButton
          label={t('stage.qr')}
          look="outlined"
          onClick={() => stageStore.setState({ qr: true })}
        >
          {qrIcon}
        </IconButton>
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
