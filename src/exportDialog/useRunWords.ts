import { useLab, useRun, useShownExperiment } from '../features/lab.ts';
import { runName } from '../features/runName.ts';
import { useText } from '../i18n/index.ts';
import { fixed } from '../i18n/numbers.ts';
import { linkOf } from '../store/link.ts';

/** What a run is called where it is taken away, and the link that opens it. */
export function useRunWords() {
  const t = useText();
  const lab = useLab();
  const experiment = useShownExperiment();
  const epoch = useRun((run) => run.shownEpoch);
  const name = runName(t, experiment, epoch, []);
  return { title: t('runs.atEpoch', { name, epoch: fixed(epoch) }), link: linkOf(lab) };
}
