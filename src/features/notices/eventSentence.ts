import type { TrainerEvent } from '../../core/run.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed, percent } from '../../i18n/numbers.ts';

/** What happened to a run, in a sentence. */
export function eventSentence(t: Translate, event: TrainerEvent): string {
  const step = fixed(event.step);
  if (event.kind === 'diverged') return t('notice.diverged', { step });
  return t('notice.recovered', {
    step,
    backTo: fixed(event.backTo),
    factor: percent(event.rateFactor, event.rateFactor < 0.1 ? 1 : 0),
  });
}
