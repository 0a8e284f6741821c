import type { DensityField, MixtureGrid } from '../core/predictions.ts';
import type { Figure, Trace } from './figure.ts';
import { type LayerSpec, layoutOf } from './mainFigure.ts';

/** This share of the columns peaks below the end of the colour scale. */
const FULL_COLOUR = 0.8;

/**
 * The density that takes the strongest colour: most columns' peaks lie below
 * it, so that the spike of a single narrow component does not pale the rest.
 *
 * @param density row-major [rows][columns]
 * @returns 0 if there is no density at all
 */
export function robustPeak(density: ArrayLike<number>, columns: number): number {
  const peaks = new Float64Array(columns);
  for (let i = 0; i < density.length; i++) {
    const column = i % columns;
    if (density[i]! > peaks[column]!) peaks[column] = density[i]!;
  }
  const seen = peaks.filter((peak) => peak > 0).sort();
  return seen[Math.floor(FULL_COLOUR * (seen.length - 1))] ?? 0;
}

/** A model's densities may fill so little of the colour scale that the truth's are reached. */
const PALEST = 1 / 3;

/**
 * The density that takes the strongest colour, where a typical density of the
 * truth is known: a model that spreads its answers too wide then looks pale,
 * and two models of the same data have the same scale.
 */
export function scalePeak(model: number, truth: number | null): number {
  return Math.max(model, Math.min(model / PALEST, truth ?? 0));
}

/** The conditional density as a heat map that begins transparent; `peak` takes its strongest colour. */
export function densityLayer(
  spec: LayerSpec,
  { x }: MixtureGrid,
  { y, density }: DensityField,
  peak: number,
): Figure {
  const columns = x.length;
  const rows = Array.from(y, (_, row) => density.subarray(row * columns, (row + 1) * columns));
  const trace: Trace = {
    type: 'heatmap',
    name: 'density',
    x,
    y,
    z: rows,
    zauto: false,
    zmin: 0,
    zmax: peak,
    // 'best' takes a hundred times as long.
    zsmooth: 'fast',
    colorscale: spec.theme.density,
    showscale: false,
    hoverinfo: 'skip',
  };
  return { data: [trace], layout: layoutOf(spec, false) };
}
