import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { commonRanges, dataRanges } from '../charts/ranges.ts';
import { chartTheme, type ThemeName, themeProperties } from '../charts/theme.ts';
import { MODEL_KINDS, type ModelKind } from '../core/experiment.ts';
import { rememberedTask } from '../core/rememberedTask.ts';
import { same } from '../core/same.ts';
import type { View } from '../core/view.ts';
import { LabContext } from '../features/lab.ts';
import { setRanges } from '../features/labRanges.ts';
import { Overlays } from '../features/main-figure/Overlays.tsx';
import { ViewOptions, ViewTabs } from '../features/main-figure/ViewTabs.tsx';
import { Speed } from '../features/run-bar/Speed.tsx';
import { useText } from '../i18n/index.ts';
import { keptRuns } from '../store/keptRuns.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Compare.module.css';
import { ComparedLosses } from './ComparedLosses.tsx';
import { type Pair, PlayBoth } from './PlayBoth.tsx';
import { Side } from './Side.tsx';
import { shareView } from './sharedView.ts';
import {
  type Choice,
  firstBeside,
  type Present,
  type Subject,
  sameData,
  subjectsOf,
} from './subjects.ts';
import { type Spawn, useComparedLab } from './useComparedLab.ts';
import { Verdict } from './Verdict.tsx';

interface CompareProps {
  readonly present: Present;
  /** How the page shows its run. */
  readonly view: View;
  readonly spawn: Spawn;
  readonly theme: ThemeName;
  readonly onClose: () => void;
}

/** Two runs side by side: both train at the same time, in workers of their own that end with the dialog. */
export function CompareDialog({ onClose, ...props }: CompareProps) {
  const t = useText();
  return (
    <Dialog
      full
      open
      title={t('compare.heading')}
      closeLabel={t('compare.close')}
      onClose={onClose}
    >
      <Comparison {...props} />
    </Dialog>
  );
}

/** Both models of the present data, each from its start. */
const BOTH_MODELS = { left: 'ffnn', right: 'mdn' } satisfies Record<string, ModelKind>;

function Comparison({ present, view: first, spawn, theme }: Omit<CompareProps, 'onClose'>) {
  const t = useText();
  const kept = useStore(keptRuns.store, ({ items }) => items);
  const subjects = useMemo(() => subjectsOf(present, kept), [present, kept]);
  const [chosen, setChosen] = useState<{ readonly left: Choice; readonly right: Choice }>(() => ({
    left: 'present',
    right: firstBeside(present, kept),
  }));
  // A kept run may be deleted in another tab.
  const subject = (choice: Choice) => subjects.get(choice) ?? subjects.get('present')!;
  const [left, right] = [subject(chosen.left), subject(chosen.right)];
  const together = sameData(left.experiment, right.experiment);
  // Components are lit by their number, which means nothing to another network.
  const view = useRef<View>({ ...first, lit: [], point: null });
  const labs = {
    left: useComparedLab(left, spawn, view),
    right: useComparedLab(right, spawn, view),
  };
  const nameOf = (choice: Choice) => {
    if (choice === 'present') return t('compare.present');
    const kind = MODEL_KINDS.find((model) => model === choice);
    if (kind) return t('compare.model', { model: t(`controls.models.${kind}`) });
    return kept.find(({ id }) => id === choice)?.name ?? t('compare.present');
  };
  const options = [...subjects.keys()].map((value) => ({ value, label: nameOf(value) }));
  const side = (which: 'left' | 'right', { colour }: Subject) => (
    <Side
      label={t(`compare.side.${which}`)}
      choice={chosen[which]}
      options={options}
      onChoose={(choice) => setChosen((before) => ({ ...before, [which]: choice }))}
      lab={labs[which]}
      beside={together ? labs[which === 'left' ? 'right' : 'left'] : null}
      colour={colour}
      theme={theme}
    />
  );
  const [one, other] = [nameOf(chosen.left), nameOf(chosen.right)];
  // Any two runs may have been given one name.
  const names =
    one === other
      ? ([t('compare.side.left'), t('compare.side.right')] as const)
      : ([one, other] as const);
  const both = labs.left && labs.right ? ([labs.left, labs.right] as const) : null;
  // Before the figures ask for their axes.
  useMemo(() => {
    if (both) shareAxes(both, together);
  }, [both?.[0], both?.[1], together]);
  return (
    <div className={styles.comparison} style={themeProperties(chartTheme(theme)) as object}>
      {both && (
        <Controls labs={both} together={together} view={view}>
          {!same(chosen, BOTH_MODELS) && (
            <Button look="link" onClick={() => setChosen(BOTH_MODELS)}>
              {t('compare.bothModels')}
            </Button>
          )}
          {together && <Verdict labs={both} names={names} present={present} />}
        </Controls>
      )}
      {!together && <p className={styles.remark}>{t('compare.otherData')}</p>}
      <div className={styles.sides}>
        {side('left', left)}
        {side('right', right)}
      </div>
      {both && together && (
        <ComparedLosses
          labs={both}
          names={names}
          colours={[left.colour, right.colour]}
          theme={theme}
        />
      )}
    </div>
  );
}

/** Has two labs show their points on the same axes, or each on its own. */
function shareAxes([left, right]: Pair, together: boolean): void {
  const [one, other] = [left, right].map(({ editor }) => rememberedTask(editor.experiment).data);
  const common = commonRanges(one!, other!);
  setRanges(left, one!, together ? common : dataRanges(one!));
  setRanges(right, other!, together ? common : dataRanges(other!));
}

interface ControlsProps {
  readonly labs: Pair;
  /** Whether one cursor does for both. */
  readonly together: boolean;
  /** Takes note of how both are shown. */
  readonly view: RefObject<View>;
  /** What else is to be done with them. */
  readonly children: ReactNode;
}

/** What plays both, and how both are shown. */
function Controls({ labs, together, view, children }: ControlsProps) {
  const [left, right] = labs;
  useEffect(() => shareView(left, right, together), [left, right, together]);
  useEffect(() => {
    const stops = [left, right].map((lab) =>
      lab.view.subscribe((shown) => {
        view.current = shown;
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [left, right, view]);
  // A mixture has every kind of answer.
  const most = labs.find(({ editor }) => editor.experiment.model.kind === 'mdn') ?? left;
  const { model } = most.editor.experiment;
  return (
    <LabContext value={most}>
      <div className={styles.controls}>
        <PlayBoth labs={labs} />
        <div className={styles.speed}>
          <Speed />
        </div>
        {children}
      </div>
      <div className={styles.controls}>
        <ViewTabs model={model} />
        <ViewOptions model={model} />
        <Overlays />
      </div>
    </LabContext>
  );
}
