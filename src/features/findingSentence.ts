import type { Cause, Diagnosis } from '../core/diagnosis.ts';
import type { ModelKind } from '../core/experiment.ts';
import type { Translate } from '../i18n/index.ts';
import { fixed, loss, percent, significant } from '../i18n/numbers.ts';
import { measured } from './measured.ts';

/** How far the run is from what could be reached, in a sentence. */
export function distanceSentence(t: Translate, { excess }: Diagnosis, kind: ModelKind): string {
  if (!excess) return t('diagnosis.noBetter');
  const unit = t(kind === 'mdn' ? 'scores.nats' : 'scores.squared');
  return t('diagnosis.far', { excess: measured(t, excess), unit });
}

/** What makes it so, in a sentence with the numbers that speak for it. */
export function causeSentence(t: Translate, cause: Cause): string {
  switch (cause.kind) {
    case 'decayed':
      return t('diagnosis.causes.decayed', { decay: significant(cause.decay) });
    case 'few':
      return t('diagnosis.causes.few', { count: cause.components });
    case 'idle':
      return t('diagnosis.causes.idle', {
        share: percent(cause.share),
        layer: fixed(cause.layer),
      });
    case 'collapsed':
      return t('diagnosis.causes.collapsed', {
        count: cause.inUse,
        components: fixed(cause.components),
      });
    case 'memorised':
      return t('diagnosis.causes.memorised', { train: loss(cause.train), test: loss(cause.test) });
    case 'lost':
      return t('diagnosis.causes.lost', {
        epoch: fixed(cause.epoch),
        least: loss(cause.least),
        last: loss(cause.last),
      });
    case 'fast':
      return t('diagnosis.causes.fast', {
        rate: significant(cause.rate),
        usual: significant(cause.usual),
      });
    case 'raw':
      return t('diagnosis.causes.raw', {
        input: significant(cause.input, 2),
        target: significant(cause.target, 2),
      });
    case 'narrow':
      return t('diagnosis.causes.narrow', { count: cause.units });
    case 'short':
      return cause.fall === null || cause.fall <= 0
        ? t('diagnosis.causes.steps')
        : t('diagnosis.causes.short', { fall: loss(cause.fall), over: fixed(cause.over) });
    case 'stalled':
      return t('diagnosis.causes.stalled', { over: fixed(cause.over) });
  }
}
