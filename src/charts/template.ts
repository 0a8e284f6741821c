import { decimalMark } from '../core/decimalMark.ts';
import type { Range } from '../core/range.ts';
import type { Axis, Layout, Margin } from './figure.ts';
import type { ChartTheme } from './theme.ts';
import { LEAST_EXPONENT, labelWidth, THIN_SPACE } from './ticks.ts';

/** One axis of the template. */
export interface AxisSpec {
  /** Title, with the unit; none if empty. */
  readonly title?: string;
  /** In data units; for a log axis too. */
  readonly range: Range;
  readonly type?: 'linear' | 'log';
  /** About so many ticks at most. */
  readonly ticks?: number;
  /** d3 format of the value in a hover label. */
  readonly hoverFormat?: string;
  /** False for an axis of a layer that lies on another's. */
  readonly visible?: boolean;
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface TemplateSpec {
  readonly theme: ChartTheme;
  /** Font size in px; all distances follow it. */
  readonly scale: number;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  readonly margin?: Partial<Margin>;
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Ticks of an axis at most, where it does not say. */
export const TICKS = 8;
/** Room for the labels of three characters, in font sizes. */
const LABELS = 1.8;

/** Space for two lines of text below and one column of tick labels with its title at the left. */
function marginOf({ scale, y, margin }: TemplateSpec): Margin {
  const em = (factor: number) => Math.round(factor * scale);
  // Layers whose axis is hidden lie on the one that has it.
  const wider = y.type === 'log' ? 0 : labelWidth(y, y.ticks ?? TICKS) - LABELS;
  return { l: em(3.9 + Math.max(0, wider)), r: em(0.9), t: em(0.7), b: em(3.3), ...margin };
}

function axisOf(spec: AxisSpec, { theme, scale }: TemplateSpec): Axis {
  const range: Range =
    spec.type === 'log' ? [Math.log10(spec.range[0]), Math.log10(spec.range[1])] : spec.range;
  const fixed = { range, fixedrange: true, autorange: false, zeroline: false } as const;
  const kind = { type: spec.type ?? 'linear' } as const;
  const hover = spec.hoverFormat ? { hoverformat: spec.hoverFormat } : {};
  if (spec.visible === false) {
    return {
      ...fixed,
      ...kind,
      ...hover,
      visible: false,
      showgrid: false,
      ...spec.more,
    };
  }
  return {
    ...fixed,
    ...kind,
    ...hover,
    title: { text: spec.title ?? '', standoff: Math.round(0.6 * scale), font: { size: scale } },
    showgrid: true,
    gridcolor: theme.hairline,
    gridwidth: 1,
    showline: true,
    linecolor: theme.hairline,
    linewidth: 1,
    ticks: '',
    ticklabelstandoff: Math.round(0.35 * scale),
    tickfont: { size: scale },
    nticks: spec.ticks ?? TICKS,
    // As texts have them: thousands apart from five digits on, powers of ten beyond a million.
    separatethousands: false,
    exponentformat: 'power',
    minexponent: LEAST_EXPONENT,
    automargin: false,
    ...spec.more,
  };
}

/**
 * The layout that all figures share: transparent, hairline grid, no zero line,
 * fixed ranges and margins, no legend.
 */
export function template(spec: TemplateSpec): Layout {
  const { theme, scale } = spec;
  return {
    margin: marginOf(spec),
    xaxis: axisOf(spec.x, spec),
    yaxis: axisOf(spec.y, spec),
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: { family: 'inherit', size: scale, color: theme.muted },
    separators: decimalMark() + THIN_SPACE,
    showlegend: false,
    hovermode: 'closest',
    hoverdistance: 24,
    dragmode: false,
    uirevision: 'fixed',
    hoverlabel: {
      bgcolor: theme.background,
      bordercolor: theme.hairline,
      align: 'left',
      font: { family: 'inherit', size: scale, color: theme.ink },
    },
    ...spec.more,
  };
}

/** A line of text beside what it names, in its colour. */
export interface DirectLabel {
  readonly text: string;
  readonly color: string;
  /** In data units; in decimal exponents on a log axis. */
  readonly x: number;
  readonly y: number;
  readonly xanchor: 'left' | 'center' | 'right';
  readonly yanchor: 'top' | 'middle' | 'bottom';
  readonly xshift?: number;
  readonly yshift?: number;
}

/** Plotly's annotation for a direct label. */
export function annotation(label: DirectLabel, size: number): Record<string, unknown> {
  const { text, color, ...place } = label;
  return { text, showarrow: false, font: { size, color }, borderpad: 0, ...place };
}

/** How thick a line is that other things are read against, in px: to be seen from the last row of a hall too. */
export function ruleWidth(scale: number): number {
  return Math.max(1.5, 0.125 * scale);
}

/** With more decimals a number is written as a power of ten, as texts have it. */
const MOST_DECIMALS = 6;

/** Decimals that tell apart a thousandth of the range. */
export function digitsOf([min, max]: Range): number {
  return Math.max(0, 2 - Math.floor(Math.log10(Math.abs(max - min) || 1)));
}

/**
 * d3's format of the numbers of an axis. As texts have them, thousands stand apart
 * where the numbers reach five digits, of the shorter ones beside those too.
 */
export function formatOf(range: Range, digits = digitsOf(range)): string {
  if (digits > MOST_DECIMALS) return '.3~g';
  const group = Math.max(...range.map(Math.abs)) >= 10_000 ? ',' : '';
  return `${group}.${digits}f`;
}

/**
 * Plotly's hover template for a sentence with {x}, {y} and {share} in it, as in
 * "x {x}, test point y {y}", in these formats. `share` is the trace's customdata, in per cent.
 */
export function hoverSentence(sentence: string, x: string, y: string): string {
  const filled = sentence
    .replaceAll('{x}', `%{x:${x}}`)
    .replaceAll('{y}', `%{y:${y}}`)
    .replaceAll('{share}', '%{customdata:.0f}');
  return `${filled}<extra></extra>`;
}
