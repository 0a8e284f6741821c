import {
  type Bars,
  barsOutside,
  type Calibration,
  farthestOutside,
  verdictOf,
} from '../../core/calibration.ts';
import type { Estimate } from '../../core/estimate.ts';
import type { Translate } from '../../i18n/index.ts';
import { errorDigits, fixed, percent } from '../../i18n/numbers.ts';

/** The figures of a calibration, in the order in which they stand. */
export const FIGURES = ['pit', 'cumulated', 'coverage', 'ranks'] as const;
export type CalibrationFigureName = (typeof FIGURES)[number];

/** A share of the points with its binomial standard error, as per cent: 88.2 ± 0.7 %. */
function share({ mean, standardError }: Estimate): string {
  const error = 100 * standardError;
  const digits = error > 0 ? Math.min(1, errorDigits(error)) : 1;
  return `${fixed(100 * mean, digits)} ± ${percent(standardError, digits)}`;
}

function barsSentence(
  t: Translate,
  figure: 'pit' | 'ranks',
  bars: Bars,
  rest: { readonly share: string; readonly meant: string },
): string {
  const out = barsOutside(bars);
  const bins = fixed(bars.counts.length);
  if (out === 0) return t(`calibration.${figure}.within`, { bins });
  return t(`calibration.${figure}.outside`, { out: fixed(out), bins, ...rest });
}

/** Whether a model is as sure as it ought to be, and if it is not, at which level that shows most surely. */
export function verdictSentence(t: Translate, calibration: Calibration): string {
  const verdict = verdictOf(calibration);
  switch (verdict.kind) {
    case 'calibrated':
    case 'elsewhere':
      return t(`calibration.verdict.${verdict.kind}`);
    case 'overconfident':
    case 'underconfident':
      return t(`calibration.verdict.${verdict.kind}`, {
        level: percent(verdict.level),
        held: percent(verdict.held, 1),
      });
    case 'uneven':
      return t('calibration.verdict.uneven', {
        more: percent(verdict.more.level),
        heldMore: percent(verdict.more.held, 1),
        fewer: percent(verdict.fewer.level),
        heldFewer: percent(verdict.fewer.held, 1),
      });
  }
}

/** What one of the figures shows, read off its numbers. */
export function calibrationSentence(
  t: Translate,
  figure: CalibrationFigureName,
  { count, pit, cumulated, ranks, coverage }: Calibration,
): string {
  switch (figure) {
    case 'pit': {
      const { counts } = pit;
      return barsSentence(t, figure, pit, {
        share: percent((counts[0]! + counts.at(-1)!) / count, 1),
        meant: percent(2 / counts.length),
      });
    }
    case 'cumulated': {
      const { counts } = cumulated;
      const farthest = farthestOutside(cumulated);
      if (farthest === null) return t('calibration.cumulated.within');
      const at = (farthest + 1) / (counts.length + 1);
      return t('calibration.cumulated.outside', {
        at: fixed(at, 2),
        share: percent(counts[farthest]! / count, 1),
        meant: percent(at),
      });
    }
    case 'coverage': {
      const of = (level: number) => coverage.find((one) => one.level === level)!;
      const [half, most] = [of(0.5), of(0.9)];
      return t('calibration.coverage.is', {
        highest50: share(half.highest),
        central50: share(half.central),
        highest90: share(most.highest),
        central90: share(most.central),
      });
    }
    case 'ranks': {
      const { highest } = coverage.find(({ level }) => level === 0.9)!;
      const missed = { share: percent(1 - highest.mean, 1), meant: percent(0.1) };
      return barsSentence(t, figure, ranks, missed);
    }
  }
}
