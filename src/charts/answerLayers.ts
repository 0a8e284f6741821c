import type { MixtureGrid, SamplePoints } from '../core/predictions.ts';
import {
  type ComponentLook,
  colorOf,
  dashOf,
  isDotted,
  isMuted,
  MUTED,
} from './componentColours.ts';
import type { Figure, Trace } from './figure.ts';
import { fadedBy, type LayerSpec, layoutOf, lineTrace, sentence } from './mainFigure.ts';
import { meanPoints, seenMeans, type WeightedPoints } from './means.ts';

/** A lighter mean is drawn fainter, but never fainter than this. */
const LEAST_OPACITY = 0.12;

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
  const dotted = (entry: number) =>
    isDotted(dashOf(look, component(entry)), Math.floor(entry / grid.components));
  // What is lit up lies on top.
  const seen = seenMeans(grid, most)
    .filter(dotted)
    .sort((a, b) => Number(muted(b)) - Number(muted(a)));
  const { x, y, share } = meanPoints(grid, seen);
  const trace: Trace = {
    type: 'scatter',
    mode: 'markers',
    name: 'means',
    x,
    y,
    customdata: share.map((s) => 100 * s),
    marker: {
      size: share.map((s) => scale * (0.2 + 0.2 * Math.sqrt(s))),
      opacity: share.map((s, i) => {
        const solid = LEAST_OPACITY + (1 - LEAST_OPACITY) * Math.sqrt(s);
        return Math.min(1, solid) * (muted(seen[i]!) ? MUTED : 1);
      }),
      color: seen.map((entry) => colorOf(theme, look, component(entry))),
    },
    hovertemplate: sentence(labels.hover.mean, spec),
  };
  return { data: [trace], layout: layoutOf(spec, false) };
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
