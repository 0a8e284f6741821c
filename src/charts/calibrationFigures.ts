import type { Bars, Coverage, Cumulated } from '../core/calibration.ts';
import type { Estimate } from '../core/estimate.ts';
import type { Figure, Margin, Trace } from './figure.ts';
import { type AxisSpec, hoverSentence, ruleWidth, template } from './template.ts';
import { type ChartTheme, withAlpha } from './theme.ts';

/** Titles of the axes, and what is said of the place under the pointer. */
export interface CalibrationLabels {
  readonly x: string;
  readonly y: string;
  /** With {x}, {y} and {share}, a count, for the figure to fill in. */
  readonly hover: string;
}

/** What each of the figures of a calibration is made from. */
export interface CalibrationSpec {
  /** How many points it is of. */
  readonly count: number;
  readonly theme: ChartTheme;
  readonly labels: CalibrationLabels;
  /** Font size in px. */
  readonly scale: number;
}

/** How strongly an area is filled: what is, and what may be. */
const FILL = { bar: 0.5, band: 0.22 } as const;
/** A bar leaves this share of its bin free. */
const GAP = 0.12;

/** Corners of areas, one after the other with a gap between. */
class Outline {
  readonly x: number[] = [];
  readonly y: number[] = [];

  rectangle(left: number, right: number, bottom: number, top: number): this {
    this.x.push(left, right, right, left, left, Number.NaN);
    this.y.push(bottom, bottom, top, top, bottom, Number.NaN);
    return this;
  }
}

function area(name: string, { x, y }: Pick<Trace, 'x' | 'y'>, fillcolor: string): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: x!,
    y: y!,
    fill: 'toself',
    fillcolor,
    line: { width: 0, simplify: false },
    hoverinfo: 'skip',
  };
}

/** The line that everything of a calibrated model lies about. */
function expected(
  x: readonly number[],
  y: readonly number[],
  { theme, scale }: CalibrationSpec,
): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name: 'expected',
    x,
    y,
    line: { color: theme.truth, width: ruleWidth(scale), dash: '5px,4px' },
    hoverinfo: 'skip',
  };
}

function layoutOf(
  { theme, scale, labels }: CalibrationSpec,
  x: AxisSpec,
  y: AxisSpec,
  margin: Partial<Margin> = {},
) {
  return template({
    margin,
    theme,
    scale,
    x: { title: labels.x, ticks: 5, ...x },
    y: { title: labels.y, ticks: 4, ...y },
    more: { hovermode: 'x' },
  });
}

/** The least that an axis of bars reaches up to, as a multiple of what is expected. */
const LEAST_TOP = 2;
/** How far an axis goes beyond what is drawn. */
const ROOM = 1.1;

/** A histogram of ranks as multiples of what a bar is expected to count, with the band of all bars. */
export function barsFigure({ counts, band }: Bars, spec: CalibrationSpec): Figure {
  const { theme } = spec;
  const bins = counts.length;
  const each = spec.count / bins;
  const heights = Array.from(counts, (own) => own / each);
  const bars = new Outline();
  heights.forEach((height, i) => {
    bars.rectangle((i + GAP / 2) / bins, (i + 1 - GAP / 2) / bins, 0, height);
  });
  const [low, high] = band;
  const top = Math.max(LEAST_TOP, ROOM * Math.max(high / each, ...heights));
  return {
    data: [
      area('bars', bars, withAlpha(theme.model, FILL.bar)),
      area(
        'band',
        new Outline().rectangle(0, 1, low / each, high / each),
        withAlpha(theme.truth, FILL.band),
      ),
      expected([0, 1], [1, 1], spec),
      // Points that are not seen, and answer the pointer.
      {
        type: 'scatter',
        mode: 'markers',
        name: 'hover',
        x: heights.map((_, i) => (i + 0.5) / bins),
        y: heights,
        customdata: counts,
        marker: { size: spec.scale, color: 'rgba(0,0,0,0)' },
        hovertemplate: hoverSentence(spec.labels.hover, '.3f', '.2f'),
      },
    ],
    layout: layoutOf(spec, { range: [0, 1] }, { range: [0, top] }),
  };
}

/** The share of values up to each place, less that of a uniform sample, with its band. */
export function cumulatedFigure({ counts, band }: Cumulated, spec: CalibrationSpec): Figure {
  const { theme, count, scale } = spec;
  const cells = counts.length + 1;
  const places = Array.from({ length: cells + 1 }, (_, i) => i / cells);
  const beyond = (value: (i: number) => number) =>
    places.map((place, i) => (i === 0 || i === cells ? 0 : value(i - 1) / count - place));
  const curve = beyond((i) => counts[i]!);
  const [low, high] = [beyond((i) => band[i]![0]), beyond((i) => band[i]![1])];
  const end = ROOM * Math.max(...[...curve, ...low, ...high].map(Math.abs));
  return {
    data: [
      area(
        'band',
        { x: [...places, ...places.toReversed()], y: [...high, ...low.toReversed()] },
        withAlpha(theme.truth, FILL.band),
      ),
      expected([0, 1], [0, 0], spec),
      {
        type: 'scatter',
        mode: 'lines',
        name: 'curve',
        x: places,
        y: curve,
        line: { color: theme.model, width: 0.15 * scale },
        hovertemplate: hoverSentence(spec.labels.hover, '.2f', '.3f'),
      },
    ],
    // Its numbers are longer than the other figures'.
    layout: layoutOf(
      spec,
      { range: [0, 1] },
      { range: [-end, end] },
      { l: Math.round(5.1 * scale) },
    ),
  };
}

/** Standard errors that a bar of error reaches up and down: 95 % of a normal distribution. */
const REACH = 1.96;

/** One kind of region: what it holds at each level, with its error. */
function held(
  name: string,
  coverage: readonly Coverage[],
  of: (one: Coverage) => Estimate,
  color: string,
  symbol: 'circle' | 'circle-open',
  spec: CalibrationSpec,
): Trace[] {
  const x = coverage.map(({ level }) => 100 * level);
  const y = coverage.map((one) => 100 * of(one).mean);
  const errors = coverage.map((one) => 100 * REACH * of(one).standardError);
  return [
    {
      type: 'scatter',
      mode: 'lines',
      name: `${name}, error`,
      x: x.flatMap((at) => [at, at, Number.NaN]),
      y: y.flatMap((at, i) => [at - errors[i]!, at + errors[i]!, Number.NaN]),
      line: { color, width: Math.max(1.5, 0.12 * spec.scale) },
      hoverinfo: 'skip',
    },
    {
      type: 'scatter',
      mode: 'markers',
      name,
      x,
      y,
      marker: {
        size: 0.4 * spec.scale,
        color: symbol === 'circle' ? color : spec.theme.background,
        line: { color, width: 1.5 },
      },
      hovertemplate: hoverSentence(`${name}: ${spec.labels.hover}`, '.0f', '.1f'),
    },
  ];
}

/** What regions hold against what they are meant to hold, in per cent. */
export function coverageFigure(
  coverage: readonly Coverage[],
  names: { readonly central: string; readonly highest: string },
  spec: CalibrationSpec,
): Figure {
  const { theme } = spec;
  return {
    data: [
      expected([0, 100], [0, 100], spec),
      ...held(names.central, coverage, ({ central }) => central, theme.ink, 'circle-open', spec),
      ...held(names.highest, coverage, ({ highest }) => highest, theme.model, 'circle', spec),
    ],
    layout: layoutOf(spec, { range: [0, 100] }, { range: [0, 100] }),
  };
}
