import type { ReactNode } from 'react';
import { type AnswerKind, STAGE_CONTROLS, type StageControl } from '../core/view.ts';
import { LearningRate } from '../features/controls/LearningRate.tsx';
import { Noise } from '../features/controls/Noise.tsx';
import { PresetSelect } from '../features/controls/PresetSelect.tsx';
import { NumberSetting } from '../features/controls/SettingFields.tsx';
import { answerKinds, chosenAnswer } from '../features/drawnAnswer.ts';
import { useExperiment, useLab, useView } from '../features/lab.ts';
import { Progress } from '../features/run-bar/Progress.tsx';
import { RunButtons } from '../features/run-bar/RunButtons.tsx';
import { Speed } from '../features/run-bar/Speed.tsx';
import { Timeline } from '../features/timeline/Timeline.tsx';
import { useText } from '../i18n/index.ts';
import { Select } from '../ui/Select.tsx';
import styles from './Stage.module.css';

/** How the answer is drawn. */
function AnswerSelect() {
  const t = useText();
  const lab = useLab();
  const { model } = useExperiment();
  return (
    <Select<AnswerKind>
      label={t('figure.show')}
      labelled="above"
      value={chosenAnswer(model, useView())}
      options={answerKinds(model).map((value) => ({
        value,
        label: t(`figure.answers.${value}`),
      }))}
      onChange={(answer) => lab.show({ answer })}
    />
  );
}

const CONTROLS: Readonly<Record<StageControl, () => ReactNode>> = {
  run: () => (
    <>
      <RunButtons />
      <Progress />
    </>
  ),
  speed: () => <Speed short />,
  components: () => <NumberSetting of="model.components" scale="log" step={1} />,
  rate: () => <LearningRate />,
  noise: () => <Noise />,
  view: () => <AnswerSelect />,
  preset: () => <PresetSelect />,
  timeline: () => <Timeline />,
};

/** Controls of the stage, in their own order. */
export function StageControls({ names }: { readonly names: readonly StageControl[] }) {
  return STAGE_CONTROLS.filter((name) => names.includes(name)).map((name) => (
    <div key={name} className={styles.control} data-control={name}>
      {CONTROLS[name]()}
    </div>
  ));
}
