import { runInSlices } from '../../charts/slices.ts';
import { useExperiment, useLab } from '../../features/lab.ts';
import { LossSummary } from '../../features/loss-figure/LossSummary.tsx';
import { lossTable } from '../../features/loss-figure/lossTable.ts';
import { useBestReachable } from '../../features/loss-figure/useBestReachable.ts';
import { AnswerSummary } from '../../features/main-figure/AnswerSummary.tsx';
import { answerMoment, answerTable } from '../../features/main-figure/answerTable.ts';
import { useText } from '../../i18n/index.ts';
import { tableLabels } from '../../i18n/tableLabels.ts';
import { TableButton } from '../../ui/TableButton.tsx';

function useUnit(): string {
  const t = useText();
  return useExperiment().model.kind === 'mdn' ? t('loss.nll') : t('loss.mse');
}

interface SummaryProps {
  /** Whether the network's answer is shown, and so may be told. */
  readonly answer: boolean;
}

/** What a living figure shows, for who does not see it. */
export function Summary({ answer }: SummaryProps) {
  return (
    <>
      {answer && <AnswerSummary />} <LossSummary unit={useUnit()} best={useBestReachable()} />
    </>
  );
}

/** The network's answers, as a table. */
export function AnswerTable() {
  const t = useText();
  const lab = useLab();
  return (
    <TableButton
      labels={tableLabels(t, 'answer')}
      read={(take) => runInSlices(answerMoment(lab), (moment) => take(answerTable(t, moment)))}
    />
  );
}

/** The loss curves, as a table. */
export function LossTable() {
  const t = useText();
  const { feed } = useLab();
  const unit = useUnit();
  const best = useBestReachable();
  return (
    <TableButton
      labels={tableLabels(t, 'loss')}
      read={(take) =>
        take(lossTable(t, { ...feed.losses(), epoch: feed.frame?.epoch ?? 0, unit, best }))
      }
    />
  );
}
