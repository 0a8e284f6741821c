import { useText } from '../../i18n/index.ts';
import { useShownExperiment } from '../lab.ts';

/** The unit of the model's loss, in words. */
export function useLossUnit(): string {
  const t = useText();
  return useShownExperiment().model.kind === 'mdn' ? t('loss.nll') : t('loss.mse');
}
