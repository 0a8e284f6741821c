import type { Pixels } from './lossLabels.ts';
import { annotation } from './template.ts';
import type { ChartTheme } from './theme.ts';

/** A place at which a run diverged. */
export interface LossFailure {
  /** Epochs done, with the part of the one that was under way. */
  readonly epoch: number;
  /** What its mark says under the pointer. */
  readonly text: string;
}

/** Where marks are drawn. */
interface MarkPlace {
  readonly theme: ChartTheme;
  /** Font size in px. */
  readonly scale: number;
  readonly pixels: Pixels;
  /** Epoch at which the axis begins. */
  readonly first: number;
  /** Where an epoch lies along the axis, as an annotation has it. */
  readonly position: (epoch: number) => number;
}

/** Marks that would overlap, as one with the texts of all. */
function merged(failures: readonly LossFailure[], { pixels, scale }: MarkPlace): LossFailure[] {
  const result: LossFailure[] = [];
  for (const failure of failures.toSorted((a, b) => a.epoch - b.epoch)) {
    const last = result.at(-1);
    if (last && pixels.x(failure.epoch) - pixels.x(last.epoch) < scale) {
      result[result.length - 1] = { ...last, text: `${last.text}<br>${failure.text}` };
    } else result.push(failure);
  }
  return result;
}

/** A cross at the upper edge for each divergence, where the loss has left the figure, and a line down to the axis. */
export function failureMarks(failures: readonly LossFailure[], place: MarkPlace) {
  const { theme, scale, first, position } = place;
  const shown = failures.map((one) => ({ ...one, epoch: Math.max(first, one.epoch) }));
  const marks = merged(shown, place);
  return {
    shapes: marks.map(({ epoch }) => ({
      type: 'line',
      yref: 'paper',
      x0: epoch,
      x1: epoch,
      y0: 0,
      y1: 1,
      layer: 'below',
      line: { color: theme.muted, width: 1, dash: '2px,3px' },
    })),
    annotations: marks.map(({ epoch, text }) => ({
      ...annotation(
        {
          text: '<b>×</b>',
          color: theme.ink,
          x: position(epoch),
          y: 1,
          xanchor: 'center',
          yanchor: 'middle',
        },
        1.4 * scale,
      ),
      yref: 'paper',
      hovertext: text,
      captureevents: true,
    })),
  };
}
