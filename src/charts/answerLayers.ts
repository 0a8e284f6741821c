import type { MixtureGrid, SamplePoints } from '../core/predictions.ts';
import type { Range } from '../core/range.ts';
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
import { ribbons } from './ribbons.ts';
import { withAlpha } from './theme.ts';

/** A lighter mean is drawn fainter, but never fainter than this. */
const LEAST_OPACITY = 0.12;

/** Means at entries of a grid as points whose opacity and size tell their weight. */
function meansTrace(
  spec: LayerSpec,
  grid: MixtureGrid,
  entries: readonly number[],
  look: ComponentLook,
): Trace {
  const { theme, labels, scale } = spec;
  const component = (entry: number) => entry % grid.components;
  const seen = entries.filter((entry) =>
    isDotted(dashOf(look, component(entry)), Math.floor(entry / grid.components)),
  );
  const { x, y, share } = meanPoints(grid, seen);
  return {
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
        return Math.min(1, solid) * (isMuted(look, component(seen[i]!)) ? MUTED : 1);
      }),
      color: seen.map((entry) => colorOf(theme, look, component(entry))),
    },
    hovertemplate: sentence(labels.hover.mean, spec),
  };
}

/**
 * Component means as points whose opacity and size tell their weight.
 *
 * @param most so many of the heaviest at each input; Infinity for all
 */
export function meansLayer(
  spec: LayerSpec,
  grid: MixtureGrid,
  most: number,
  look: ComponentLook,
): Figure {
  const muted = (entry: number) => Number(isMuted(look, entry % grid.components));
  // What is lit up lies on top.
  const entries = seenMeans(grid, most).sort((a, b) => muted(b) - muted(a));
  return { data: [meansTrace(spec, grid, entries, look)], layout: layoutOf(spec, false) };
}

/** How strongly the band of a lit component is filled. */
const LIT_FILL = 0.26;

/**
 * The components that are lit up, over an answer which does not tell components
 * apart: their means, and one deviation to either side, where they can be seen.
 */
export function litLayer(spec: LayerSpec, grid: MixtureGrid, look: ComponentLook): Figure {
  const entries = seenMeans(grid, Number.POSITIVE_INFINITY);
  const own = look.lit.map((component) =>
    entries.filter((entry) => entry % grid.components === component),
  );
  const bands = look.lit.map((component, i): Trace => {
    const columns = Array.from(grid.x, (): Range[] => []);
    for (const entry of own[i]!) {
      const [mean, deviation] = [grid.means[entry]!, grid.deviations[entry]!];
      const column = columns[Math.floor(entry / grid.components)]!;
      column.push([mean - deviation, mean + deviation]);
    }
    return {
      type: 'scatter',
      mode: 'lines',
      name: 'lit band',
      ...ribbons(grid.x, columns),
      fill: 'toself',
      fillcolor: withAlpha(colorOf(spec.theme, look, component), LIT_FILL),
      line: { width: 0, simplify: false },
      hoverinfo: 'skip',
    };
  });
  return {
    data: [...bands, meansTrace(spec, grid, own.flat(), look)],
    layout: layoutOf(spec, false),
  };
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

/** Answers drawn from the mixture; those of lit components in their colours. */
export function samplesLayer(
  spec: LayerSpec,
  { x, y, component }: SamplePoints,
  look: ComponentLook,
): Figure {
  const { theme, labels, scale } = spec;
  const opacity = 0.7 * fadedBy(x.length);
  const lit = look.lit.length > 0;
  const trace: Trace = {
    type: 'scatter',
    mode: 'markers',
    name: 'samples',
    x,
    y,
    marker: {
      size: 0.22 * scale,
      color: lit ? Array.from(component, (k) => colorOf(theme, look, k)) : theme.model,
      opacity: lit
        ? Float32Array.from(component, (k) => (isMuted(look, k) ? MUTED * opacity : 1))
        : opacity,
    },
    hovertemplate: sentence(labels.hover.sample, spec),
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
