import type { ReactNode } from 'react';
import type { Experiment } from '../../core/experiment.ts';
import type { View } from '../../core/view.ts';
import { Cures } from '../../features/diagnosis/Cures.tsx';
import { RunLog } from '../../features/diagnosis/RunLog.tsx';
import { LabContext, useExperiment, useLab, useRun, useView } from '../../features/lab.ts';
import { LossSummary } from '../../features/loss-figure/LossSummary.tsx';
import { useBestReachable } from '../../features/loss-figure/useBestReachable.ts';
import { useLossUnit } from '../../features/loss-figure/useLossUnit.ts';
import { AnswerSummary } from '../../features/main-figure/AnswerSummary.tsx';
import { AnswerTable } from '../../features/main-figure/AnswerTable.tsx';
import { Notices } from '../../features/notices/Notices.tsx';
import { RunBar } from '../../features/run-bar/RunBar.tsx';
import { useText } from '../../i18n/index.ts';
import { loss } from '../../i18n/numbers.ts';
import { Texts } from '../../i18n/Texts.tsx';
import { foreseenNow, lossesNow } from '../../store/foreseen.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { FigureFrame } from '../parts/FigureFrame.tsx';
import { AnswerPlot } from './AnswerPlot.tsx';
import type { ArticleLab } from './ArticleLab.ts';
import { CutAnswer } from './CutAnswer.tsx';
import { Knobs } from './Knobs.tsx';
import styles from './Living.module.css';
import { LossPlot } from './LossPlot.tsx';
import { useStoreValue } from './useStoreValue.ts';
import { WorkerLifetime } from './WorkerLifetime.tsx';

interface LivingProps {
  readonly figure: ArticleLab;
  readonly name: string;
  readonly caption?: ReactNode;
  /** In place of data and answer. */
  readonly plot?: ReactNode;
  /** Whether the network's answer is shown. */
  readonly answer?: boolean;
  /** Whether the reader is asked what it will be: a curve is drawn once it is trained. */
  readonly guessed?: boolean;
  /** Under the loss. */
  readonly after?: ReactNode;
}

/** A figure whose network trains in the page while it is in sight; the text goes on without it. */
export function Living(props: LivingProps) {
  const t = useText();
  return (
    <Boundary fallback={<p role="alert">{t('page.missing')}</p>}>
      <LivingFigure {...props} />
    </Boundary>
  );
}

function LivingFigure(props: LivingProps) {
  const { figure, name, caption, plot, answer = true, guessed = false, after } = props;
  // What is foreseen comes late, and of some figures on paper alone.
  figure.useForeseen();
  return (
    <Texts part="lab">
      <LabContext value={figure.lab}>
        <FigureFrame
          name={name}
          caption={caption}
          figure={figure}
          description={<Summary answer={answer} />}
          more={<WayToPlayground figure={figure} />}
        >
          <WorkerLifetime figure={figure} />
          <Notices cures={<Cures />} />
          <div className={styles.bar}>
            <RunBar of={name} />
          </div>
          <div className={styles.answers}>
            {plot === undefined && <Answers />}
            <Recorded />
            {answer && <AnswerTable />}
          </div>
          {plot ?? <Answer height={320} guessed={guessed} />}
          <LossPlot height={160} />
          {after}
          <RunLog />
          <Knobs />
        </FigureFrame>
      </LabContext>
    </Texts>
  );
}

/** Says that the run is not the reader's own; its place stays once it is. */
function Recorded() {
  const t = useText();
  const lab = useLab();
  useRun((run) => run.step === 0);
  useExperiment();
  return (
    <span className={styles.recorded} hidden={foreseenNow(lab) === null}>
      {t('figures.living.recorded')}
    </span>
  );
}

/** Data and answer; through a mixture's there is a cut. */
function Answer({ height, guessed }: { readonly height: number; readonly guessed: boolean }) {
  const { kind } = useExperiment().model;
  const lab = useLab();
  const trained = useRun((run) => run.step > 0);
  if (kind === 'mdn') return <CutAnswer height={height} />;
  return <AnswerPlot height={height} answer={!guessed || trained || foreseenNow(lab) !== null} />;
}

function WayToPlayground({ figure }: { readonly figure: ArticleLab }) {
  return <a href={figure.useAddress()}>{useText()('learn.openInPlayground')}</a>;
}

/** What the figure shows, for who does not see it. */
function Summary({ answer }: { readonly answer: boolean }) {
  return (
    <>
      <span>
        <AnswerSummary answer={answer} />{' '}
      </span>
      <LossSummary unit={useLossUnit()} best={useBestReachable()} />
    </>
  );
}

const SHOWN = {
  '2': { answer: 'means', means: '2' },
  '4': { answer: 'means', means: '4' },
  all: { answer: 'means', means: 'all' },
  modes: { answer: 'means', means: 'modes' },
  density: { answer: 'density' },
  samples2: { answer: 'samples', samplesPerPoint: 2 },
  samples10: { answer: 'samples', samplesPerPoint: 10 },
} as const satisfies Record<string, Partial<View>>;

type Shown = keyof typeof SHOWN;

/** How a mixture's answer is drawn; of a feed-forward network there is one way. */
function Answers() {
  const t = useText();
  const lab = useLab();
  const { kind } = useExperiment().model;
  const { answer, means, samplesPerPoint } = useView();
  const samples = samplesPerPoint > 2 ? 'samples10' : 'samples2';
  const value: Shown = answer === 'density' ? 'density' : answer === 'samples' ? samples : means;
  if (kind !== 'mdn') return null;
  return (
    <RadioGroup<Shown>
      label={t('figure.show')}
      look="tabs"
      value={value}
      choices={(Object.keys(SHOWN) as Shown[]).map((key) => ({
        value: key,
        label: t(`figures.living.shown.${key}`),
      }))}
      onChange={(key) => lab.show(SHOWN[key])}
    />
  );
}

interface LiveProps {
  readonly figure: ArticleLab;
  readonly value: keyof typeof VALUES;
  readonly unit?: string;
  /** Whose number it is; what the figure begins with unless told. */
  readonly of?: Experiment;
  /** What stands here before that run has a number. */
  readonly children: ReactNode;
}

const VALUES = {
  testLoss: ({ lab }: ArticleLab) => lossesNow(lab).test.loss.at(-1),
  trainLoss: ({ lab }: ArticleLab) => lossesNow(lab).train.loss.at(-1),
  // The untrained network is scored too; that number says nothing.
  excess: ({ lab }: ArticleLab) =>
    lab.feed.scores?.step ? lab.feed.scores.nll.excess?.mean : undefined,
} as const;

/** A number in the text, read from the run beside it. */
export function Live({ figure, value, unit, of = figure.first, children }: LiveProps) {
  const number = useStoreValue(figure, VALUES[value]);
  const there = figure.useRuns(of) && number !== undefined;
  // One element whatever it says, so that nothing is put in beside the bare words of the text.
  return (
    <span>
      {there ? (
        <>
          <span className={styles.live}>{loss(number)}</span>
          {unit && <span>{` ${unit}`}</span>}
        </>
      ) : (
        <span>{children}</span>
      )}
    </span>
  );
}
