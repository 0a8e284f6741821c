import type { Range } from '../core/range.ts';
import { lossesUntil } from '../core/run.ts';
import { failureMarks, type LossFailure } from './failureMarks.ts';
import type { Figure, Size, Trace } from './figure.ts';
import { fraction, plotArea } from './geometry.ts';
import { drawnLosses, type LossCurve } from './lossCurves.ts';
import {
  endLabels,
  labelBox,
  labelRoom,
  levelLabel,
  type NamedCurve,
  type Pixels,
} from './lossLabels.ts';
import { lossRange } from './lossRange.ts';
import { annotation, digitsOf, formatOf, ruleWidth, template } from './template.ts';
import type { ChartTheme } from './theme.ts';

export interface LossLabels {
  /** Title of the x axis. */
  readonly epoch: string;
  /** Title of the y axis, with the unit; empty for none. */
  readonly loss: string;
  /** Name of the line of the best reachable loss. */
  readonly best: string;
  /** Follows a loss in the hover, as in "nats per point". */
  readonly unit: string;
}

export interface LossSpec {
  /** Those that come later lie on top. */
  readonly curves: readonly LossCurve[];
  /** Epochs of the whole run: where the axis ends. */
  readonly epochs: number;
  readonly logEpochs?: boolean;
  /** The loss that no model can do better than, where it is known. */
  readonly bestReachable?: number | null;
  /** The epoch whose weights are looked at, where that is not the newest. */
  readonly lookedAt?: number | null;
  /** Where the run diverged. */
  readonly failures?: readonly LossFailure[];
  readonly theme: ChartTheme;
  readonly labels: LossLabels;
  /** Font size in px. */
  readonly scale: number;
  readonly size: Size;
}

/** A curve as it is drawn, with the epoch at which it has its ring. */
type DrawnCurve = NamedCurve & Pick<LossCurve, 'best' | 'ghost'>;

function curveTrace(curve: DrawnCurve, spec: LossSpec, range: Range): Trace {
  const { name, color, series, ghost } = curve;
  const format = formatOf(range, digitsOf(range) + 1);
  // A curve with fewer points than epochs may have none at the pointer, and tells of its nearest.
  const epoch =
    series.x.length < (series.x.at(-1) ?? 0)
      ? `, ${spec.labels.epoch} %{x:${formatOf([0, spec.epochs], 0)}}`
      : '';
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    ...series,
    line: {
      color,
      width: ghost ? Math.max(1, 0.08 * spec.scale) : Math.max(1.5, 0.13 * spec.scale),
    },
    hovertemplate: `${name} %{y:${format}} ${spec.labels.unit}${epoch}<extra></extra>`,
  };
}

/** A ring around a curve's smallest loss. */
function bestMark({ best, color, series: { x, y } }: DrawnCurve, spec: LossSpec): Trace[] {
  const i = best == null ? -1 : x.findIndex((value) => value >= best);
  if (i < 0 || !Number.isFinite(y[i]!)) return [];
  return [
    {
      type: 'scatter',
      mode: 'markers',
      name: 'best epoch',
      x: [x[i]!],
      y: [y[i]!],
      cliponaxis: false,
      marker: {
        size: 0.7 * spec.scale,
        color: spec.theme.background,
        line: { color, width: Math.max(1.5, 0.15 * spec.scale) },
      },
      hoverinfo: 'skip',
    },
  ];
}

/** A dot where there is one point alone, of which a line shows nothing. */
function loneDot({ name, color, series }: DrawnCurve, { scale }: LossSpec): Trace[] {
  if (series.x.length !== 1) return [];
  const marker = { size: 0.45 * scale, color };
  return [{ type: 'scatter', mode: 'markers', name, ...series, marker, hoverinfo: 'skip' }];
}

/** A line at the epoch whose weights are looked at. */
function lookedAtLine(epoch: number, range: Range, { theme, scale }: LossSpec): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'looked at',
    x: [epoch, epoch],
    y: range,
    line: { color: theme.accent, width: ruleWidth(scale) },
    hoverinfo: 'skip',
  };
}

function levelLine(level: number, color: string, scale: number): Record<string, unknown> {
  return {
    type: 'line',
    xref: 'paper',
    x0: 0,
    x1: 1,
    y0: level,
    y1: level,
    layer: 'between',
    line: { color, width: ruleWidth(scale), dash: '5px,4px' },
  };
}

/** Losses against the epoch, over the whole run's epochs. */
export function lossFigure(spec: LossSpec): Figure {
  const { theme, labels, scale, size, bestReachable = null, lookedAt = null } = spec;
  const logarithmic = spec.logEpochs === true && spec.epochs > 1;
  const position = logarithmic ? Math.log10 : (epoch: number) => epoch;
  const curves = spec.curves.map(
    ({ name, color, losses, best, ghost }): DrawnCurve => ({
      name,
      color: typeof color === 'number' ? theme.runs[color]! : theme[color],
      series: drawnLosses(ghost ? lossesUntil(losses, spec.epochs) : losses, logarithmic),
      best: best ?? null,
      ghost: ghost ?? false,
    }),
  );
  const own = curves.filter(({ ghost }) => !ghost);
  const margin = {
    l: Math.round((labels.loss ? 4.1 : 3) * scale),
    r: labelRoom(
      own.map(({ name }) => name),
      scale,
    ),
  };
  const height = Math.max(1, size.height - 4 * scale);
  const range = lossRange(
    curves.map(({ series }) => series),
    bestReachable,
    bestReachable === null ? undefined : Math.min(0.3, (1.7 * scale) / height),
    position,
  );
  const layout = template({
    theme,
    scale,
    margin,
    x: {
      title: labels.epoch,
      range: logarithmic ? [1, spec.epochs] : [0, Math.max(1, spec.epochs)],
      type: logarithmic ? 'log' : 'linear',
      ticks: Math.max(3, 1 + Math.round((size.width - margin.l - margin.r) / (4 * scale))),
      hoverFormat: formatOf([0, spec.epochs], 0),
      more: {
        showspikes: false,
        unifiedhovertitle: { text: `${labels.epoch} %{x}` },
        ...(logarithmic ? { dtick: 1 } : {}),
      },
    },
    y: { title: labels.loss, range, ticks: Math.max(3, Math.round(height / (2 * scale))) },
    more: { hovermode: 'x unified', hoverdistance: -1 },
  });
  const area = plotArea(layout, size);
  const pixels: Pixels = {
    ...area,
    x: (epoch) => area.width * fraction(epoch, layout.xaxis),
    y: (loss) => area.height * fraction(loss, layout.yaxis),
  };
  const named = endLabels(own, pixels, scale, bestReachable);
  const taken = named.map((label) => labelBox(label, pixels, scale));
  const level =
    bestReachable === null
      ? null
      : levelLabel(labels.best, theme.truth, bestReachable, curves, pixels, scale, taken);
  const ends = named.map((label) => annotation({ ...label, x: position(label.x) }, scale));
  const failures = failureMarks(spec.failures ?? [], {
    theme,
    scale,
    pixels,
    // There is no epoch 0 on a logarithmic axis.
    first: logarithmic ? 1 : 0,
    position,
  });
  return {
    data: [
      ...(lookedAt === null ? [] : [lookedAtLine(lookedAt, range, spec)]),
      ...curves.map((one) => curveTrace(one, spec, range)),
      ...curves.flatMap((one) => loneDot(one, spec)),
      ...curves.flatMap((one) => bestMark(one, spec)),
    ],
    layout: {
      ...layout,
      shapes: [
        ...(bestReachable === null ? [] : [levelLine(bestReachable, theme.truth, scale)]),
        ...failures.shapes,
      ],
      annotations: [
        ...ends,
        ...(level ? [{ ...annotation(level, scale), xref: 'paper' }] : []),
        ...failures.annotations,
      ],
    },
  };
}
