import type { Answer } from '../core/answers.ts';
import { density, type Mixture, mean, mostLikely } from '../core/mixture.ts';
import { type Profile, profileOf } from '../core/profile.ts';
import type { Range } from '../core/range.ts';
import type { DensityCurve } from '../core/truth/densityCurve.ts';
import { type ComponentLook, colorOf, dashOf, isMuted, MUTED } from './componentColours.ts';
import { scalePeak } from './densityLayer.ts';
import type { Figure, Layout, Trace } from './figure.ts';
import { LEAST_SEEN } from './means.ts';
import { formatOf, hoverSentence, TICKS, template } from './template.ts';
import { type ChartTheme, withAlpha } from './theme.ts';
import { labelWidth } from './ticks.ts';

export interface SliceLabels {
  /** Title of the density's axis, as in "p(y given x = 4.1)". */
  readonly density: string;
  /** Title of the target's axis, shown only where the slice lies. */
  readonly target: string;
  /** Hover sentences with {x} the target and {y} the density. */
  readonly hover: { readonly model: string; readonly truth: string; readonly mean: string };
}

export interface SliceSpec {
  /** What the model answers; null while nothing is known of it. */
  readonly mixture: Mixture | null;
  readonly answers: readonly Answer[];
  readonly look: ComponentLook;
  readonly truth: DensityCurve | null;
  /** The target's range, the main figure's own. */
  readonly range: Range;
  /** Where the density's axis ends. */
  readonly end: number;
  /** True where the target runs along the bottom: below the main figure rather than beside it. */
  readonly lying: boolean;
  readonly theme: ChartTheme;
  readonly labels: SliceLabels;
  /** Font size in px. */
  readonly scale: number;
  /** Of the figure, in px. */
  readonly width: number;
}

/** More components than this are not told apart. */
const MOST_COMPONENTS = 12;
/** A component's shape is drawn out to this many deviations, in so many steps a deviation. */
const REACH = 4;
const STEPS = 10;
/** How long the mark of the mean is, as a share of the axis. */
const MEAN_MARK = 0.1;

/** The density to which a slice's axis reaches at least. */
export function peakOf(mixture: Mixture | null, truth: DensityCurve | null): number {
  if (!mixture) return truth?.peak ?? 0;
  return scalePeak(Math.max(0, ...profileOf(mixture).density), truth?.peak ?? null);
}

function componentShape({ weights, means, deviations }: Mixture, k: number): Profile {
  const [centre, deviation] = [means[k]!, deviations[k]!];
  const z = Float64Array.from({ length: 2 * STEPS * REACH + 1 }, (_, i) => i / STEPS - REACH);
  const height = weights[k]! / (deviation * Math.sqrt(2 * Math.PI));
  return {
    y: z.map((value) => centre + value * deviation),
    density: z.map((value) => height * Math.exp(-0.5 * value * value)),
  };
}

/** The components that are told apart, the heaviest first. */
function drawnComponents(mixture: Mixture): number[] {
  return mostLikely(mixture, MOST_COMPONENTS).filter((k) => mixture.weights[k]! >= LEAST_SEEN);
}

/** Below this share of the axis a line lies on its edge and is not drawn. */
const LEAST_HEIGHT = 0.002;

/** The shape with gaps where the density is nothing; a line still comes down to its edge. */
function trimmed({ y, density }: Profile, end: number): Profile {
  const low = (i: number) => !(density[i]! >= LEAST_HEIGHT * end);
  return {
    y,
    density: Float64Array.from(density, (value, i) =>
      low(i - 1) && low(i) && low(i + 1) ? Number.NaN : value,
    ),
  };
}

/** A trace's two coordinates, whichever way the slice lies. */
function place({ lying }: SliceSpec, { y, density }: Profile) {
  return lying ? { x: y, y: density } : { x: density, y };
}

function componentTrace(spec: SliceSpec, mixture: Mixture, k: number): Trace {
  const color = colorOf(spec.theme, spec.look, k);
  const fade = isMuted(spec.look, k) ? MUTED : 1;
  return {
    type: 'scatter',
    mode: 'lines',
    name: `component ${k + 1}`,
    ...place(spec, componentShape(mixture, k)),
    fill: 'toself',
    fillcolor: withAlpha(color, 0.28 * fade),
    line: {
      color: withAlpha(color, fade),
      width: 0.08 * spec.scale,
      dash: dashOf(spec.look, k),
    },
    hoverinfo: 'skip',
  };
}

/** The area under a curve that is nothing at both of its ends. */
function areaOf(spec: SliceSpec, name: string, shape: Profile, color: string): Trace {
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    ...place(spec, shape),
    fill: 'toself',
    fillcolor: color,
    line: { width: 0, simplify: false },
    hoverinfo: 'skip',
  };
}

function lineOf(spec: SliceSpec, name: string, shape: Profile, color: string, text: string): Trace {
  const sentence = spec.lying ? text : swapped(text);
  const [target, density] = [formatOf(spec.range), formatOf([0, spec.end], 3)];
  const [x, y] = spec.lying ? [target, density] : [density, target];
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    ...place(spec, shape),
    line: { color, width: 0.15 * spec.scale, simplify: false },
    hovertemplate: hoverSentence(sentence, x, y),
  };
}

function swapped(sentence: string): string {
  return sentence.replaceAll('{x}', '{-}').replaceAll('{y}', '{x}').replaceAll('{-}', '{y}');
}

function answersTrace(spec: SliceSpec, mixture: Mixture): Trace {
  const y = Float64Array.from(spec.answers, (answer) => answer.y);
  const shape = { y, density: y.map((value) => density(mixture, value)) };
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'modes',
    ...place(spec, shape),
    cliponaxis: false,
    marker: {
      size: 0.5 * spec.scale,
      color: spec.theme.model,
      line: { color: spec.theme.background, width: 1.5 },
    },
    hoverinfo: 'skip',
  };
}

/** How strongly the area under the model's whole density is filled. */
const FILL = 0.1;

/** The conditional density at one input: its outline, components, mean, modes, and the truth. */
export function sliceFigure(spec: SliceSpec): Figure {
  const { mixture, truth, end, theme, labels } = spec;
  const data: Trace[] = [];
  if (mixture) {
    const profile = profileOf(mixture, 'seen');
    const components = mixture.weights.length > 1 ? drawnComponents(mixture) : [];
    data.push(
      areaOf(spec, 'density', profile, withAlpha(theme.model, FILL)),
      ...components.map((k) => componentTrace(spec, mixture, k)),
      lineOf(spec, 'outline', trimmed(profile, end), theme.model, labels.hover.model),
    );
  }
  if (truth) {
    const trace = lineOf(spec, 'truth', trimmed(truth, end), theme.truth, labels.hover.truth);
    // Dashed, as in the main figure, and over the model's line: where they are one, both are seen.
    data.push({ ...trace, line: { ...(trace.line as object), dash: '5px,3px' } });
  }
  if (mixture) {
    const centre = mean(mixture);
    const mark = {
      y: Float64Array.of(centre, centre),
      density: Float64Array.of(0, MEAN_MARK * end),
    };
    data.push(
      lineOf(spec, 'mean', mark, theme.model, labels.hover.mean),
      answersTrace(spec, mixture),
    );
  }
  return { data, layout: sliceLayout(spec) };
}

/** There is no room for three labels that are longer, in font sizes. */
const LONG_LABEL = 3.5;

/** A slice that is wider, in font sizes, stands alone: no figure beside it has its numbers. */
const ALONE = 30;

function sliceLayout({ range, end, lying, theme, labels, scale, width }: SliceSpec): Layout {
  if (!lying && width > ALONE * scale) {
    const x = { title: labels.density, range: [0, end] } as const;
    return template({ theme, scale, x, y: { title: labels.target, range } });
  }
  const densities = [0, end] as const;
  const ticks = labelWidth({ range: densities }, 3) > LONG_LABEL ? 2 : 3;
  const density = { title: labels.density, range: densities, ticks };
  const target = { range, title: lying ? labels.target : '' };
  // Its numbers are longer than the main figure's.
  const wide = { l: Math.round(4.5 * scale) };
  if (lying) {
    // Numbers side by side must not run into each other on a phone.
    const few = labelWidth({ range }, TICKS) > LONG_LABEL ? { ticks: 3 } : {};
    return template({ theme, scale, x: { ...target, ...few }, y: density, margin: wide });
  }
  const more = { showticklabels: false };
  return template({
    theme,
    scale,
    x: density,
    y: { ...target, more },
    // A number at the axis's end is as wide beyond it as within.
    margin: {
      l: Math.round(0.4 * scale),
      r: Math.round(Math.max(0.9, labelWidth({ range: densities }, ticks) / 2) * scale),
    },
  });
}
