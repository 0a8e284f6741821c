import type { TrainerEvent } from '../../core/run.ts';
import type { Translate } from '../../i18n/index.ts';
import { fixed, loss, significant } from '../../i18n/numbers.ts';

/** A norm that has grown or shrunk by less is told as usual. */
const USUAL = 1.5;

/** A finite number of any size, with `digits` that mean something. */
function size(value: number, digits = 3): string {
  return Math.abs(value) < 1e6 ? significant(value, digits) : loss(value);
}

/** What happened to a run, for its log: which quantity, where, what led to it, what was done. */
export function eventLine(t: Translate, event: TrainerEvent): string {
  return [failure(t, event), gradient(t, event), widths(t, event), outcome(t, event)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function failure(t: Translate, event: TrainerEvent): string {
  const place = { step: fixed(event.step), epoch: fixed(event.epoch) };
  return event.cause === 'explosion'
    ? t('divergence.failed.explosion', { ...place, loss: size(event.loss) })
    : t(`divergence.failed.${event.cause}`, place);
}

/** What the gradient's norm did; empty where that is already said. */
function gradient(t: Translate, { cause, gradientNorm, typicalNorm }: TrainerEvent): string {
  if (!Number.isFinite(gradientNorm)) {
    return cause === 'gradient' ? '' : t('divergence.gradient.notFinite');
  }
  const norm = size(gradientNorm);
  if (typicalNorm === 0) return t('divergence.gradient.first', { norm });
  const times = gradientNorm / typicalNorm;
  const typical = size(typicalNorm, 2);
  if (times > 1 / USUAL && times < USUAL) return t('divergence.gradient.usual', { norm, typical });
  return t('divergence.gradient.changed', { norm, typical });
}

/** What the narrowest component did since the checkpoint; empty for a feed-forward network. */
function widths(t: Translate, { smallestDeviation }: TrainerEvent): string {
  if (!smallestDeviation) return '';
  const { before, after } = smallestDeviation;
  if (before === null || after === null) return t('divergence.width.notFinite');
  const [from, to] = [size(before, 2), size(after, 2)];
  if (from === to) return t('divergence.width.same', { from });
  return t(`divergence.width.${after < before ? 'fell' : 'rose'}`, { from, to });
}

function outcome(t: Translate, event: TrainerEvent): string {
  if (event.kind === 'diverged') return t('divergence.outcome.diverged');
  return t('divergence.outcome.recovered', {
    backTo: fixed(event.backTo),
    rate: significant(event.nextRate, 2),
    clip: size(event.clipNorm, 2),
  });
}
