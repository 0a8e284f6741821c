import type { MixtureGrid, SamplePoints } from '../core/predictions.ts';
import { type ComponentLook, colorOf, isMuted, MUTED } from './componentColours.ts';
import type { Figure, Trace } from './figure.ts';
import { fadedBy, type LayerSpec, layoutOf, lineTrace, sentence } from './mainFigure.ts';

/** Means of components lighter than this are left out. */
const LEAST_WEIGHT = 0.01;
/** A lighter mean is drawn fainter, but never fainter than this. */
const LEAST_OPACITY = 0.12;

/** Entries i·K + k of the `most` heaviest components at each input that are heavy enough to be seen. */
function seenMeans({ x, components, weights }: MixtureGrid, most: number): number[] {
  const seen: number[] = [];
  const order = Array.from({ length: components }, (_, k) => k);
  for (let i = 0; i < x.length; i++) {
    const row = i * components;
    if (most < components) order.sort((a, b) => weights[row + b]! - weights[row + a]! || a - b);
    for (const k of order.slice(0, most)) {
      if (weights[row + k]! >= LEAST_WEIGHT) seen.push(row + k);
    }
  }
  return seen;
}

/**
 * Component means as points whose opacity and size tell their weight.
 *
 * @param most so many of the most likely at each input; Infinity for all
 */
export function meansLayer(
  spec: LayerSpec,
  grid: MixtureGrid,
  most: number,
  look: ComponentLook,
): Figure {
  const { theme, labels, scale } = spec;
  const component = (entry: number) => entry % grid.components;
  const muted = (entry: number) => isMuted(look, component(entry));
  // What is lit up lies on top.
  const seen = seenMeans(grid, most).sort((a, b) => Number(muted(b)) - Number(muted(a)));
  const weight = (entry: number) => grid.weights[entry]!;
  const trace: Trace = {
    type: 'scatter',
    mode: 'markers',
    name: 'means',
    x: Float64Array.from(seen, (entry) => grid.x[Math.floor(entry / grid.components)]!),
    y: Float64Array.from(seen, (entry) => grid.means[entry]!),
    customdata: Float32Array.from(seen, (entry) => 100 * weight(entry)),
    marker: {
      size: Float32Array.from(seen, (entry) => scale * (0.2 + 0.2 * Math.sqrt(weight(entry)))),
      opacity: Float32Array.from(seen, (entry) => {
        const solid = LEAST_OPACITY + (1 - LEAST_OPACITY) * Math.sqrt(weight(entry));
        return Math.min(1, solid) * (muted(entry) ? MUTED : 1);
      }),
      color: seen.map((entry) => colorOf(theme, look, component(entry))),
    },
    hovertemplate: sentence(labels.hover.mean, spec),
  };
  return { data: [trace], layout: layoutOf(spec, false) };
}

/** Points of the figure with a share of probability each, [n]. */
export interface WeightedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** From 0 to 1. */
  readonly share: Float64Array;
}

/** The modes of the mixture, the lower ones smaller and fainter. */
export function modesLayer(spec: LayerSpec, { x, y, share }: WeightedPoints): Figure {
  const trace: Trace = {
    type: 'scatter',
    mode: 'markers',
    name: 'modes',
    x,
    y,
    marker: {
      size: share.map((s) => spec.scale * (0.22 + 0.2 * Math.sqrt(s))),
      opacity: share.map((s) => Math.min(1, 0.25 + 0.75 * Math.sqrt(s))),
      color: spec.theme.model,
    },
    hovertemplate: sentence(spec.labels.hover.mode, spec),
  };
  return { data: [trace], layout: layoutOf(spec, false) };
}

/** Answers drawn from the mixture. */
export function samplesLayer(spec: LayerSpec, samples: SamplePoints): Figure {
  const trace: Trace = {
    type: 'scatter',
    mode: 'markers',
    name: 'samples',
    x: samples.x,
    y: samples.y,
    marker: {
      size: 0.22 * spec.scale,
      color: spec.theme.model,
      opacity: 0.7 * fadedBy(samples.x.length),
    },
    hovertemplate: sentence(spec.labels.hover.sample, spec),
  };
  return { data: [trace], layout: layoutOf(spec, false) };
}

/** The one answer of a feed-forward network. */
export function predictionLayer(spec: LayerSpec, { x, means }: MixtureGrid): Figure {
  const { theme, labels } = spec;
  const curve = { x, y: means };
  return {
    data: [lineTrace('prediction', curve, theme.model, spec, labels.hover.prediction)],
    layout: layoutOf(spec, false),
  };
}

/** Nothing, on the main figure's axes. */
export function emptyLayer(spec: LayerSpec): Figure {
  return { data: [], layout: layoutOf(spec, false) };
}
