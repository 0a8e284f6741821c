import { useText } from '../../i18n/index.ts';
import { useExperiment } from '../lab.ts';

/** The unit of the model's loss, in words. */
export function useLossUnit(): string {
  const t = useText();
  return useExperiment().model.kind === 'mdn' ? t('loss.nll') : t('loss.mse');
}
