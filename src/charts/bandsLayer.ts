import { mean, variance } from '../core/mixture.ts';
import type { MixtureGrid } from '../core/predictions.ts';
import { centralRegion, densestRegion, gridMixture, profileOf } from '../core/profile.ts';
import type { Range } from '../core/range.ts';
import type { Figure, Trace } from './figure.ts';
import { type LayerSpec, layoutOf, lineTrace } from './mainFigure.ts';
import { ribbons } from './ribbons.ts';
import { withAlpha } from './theme.ts';

/** Bands: one deviation about the mean, or regions of 90 % and 50 %, central or of highest density. */
export type BandKind = 'deviation' | 'central' | 'highest';

/** What the bands of a grid come to. */
export interface Bands {
  readonly kind: BandKind;
  /** The columns' inputs, [n]. */
  readonly x: Float64Array;
  /** E[y given x], [n]; NaN where it is not known. */
  readonly mean: Float64Array;
  /** The outermost first; of each column its intervals. */
  readonly regions: readonly (readonly (readonly Range[])[])[];
}

const SHARES = [0.9, 0.5] as const;
/** From the outermost region to the innermost. */
const OPACITY = { deviation: [0.3], central: [0.2, 0.3], highest: [0.24, 0.42] } as const;

/** The intervals of one column, for each region. */
function columnRegions(kind: BandKind, grid: MixtureGrid, row: number): Range[][] {
  const mixture = gridMixture(grid, row);
  if (!mixture) return kind === 'deviation' ? [[]] : [[], []];
  if (kind === 'deviation') {
    const centre = mean(mixture);
    const deviation = Math.sqrt(variance(mixture));
    return [[[centre - deviation, centre + deviation]]];
  }
  const profile = profileOf(mixture);
  const region = kind === 'central' ? centralRegion : densestRegion;
  return SHARES.map((share) => region(profile, share));
}

/** Computes the bands of a grid; stops after every column, for whoever runs it in slices. */
export function* bandsOf(kind: BandKind, grid: MixtureGrid): Generator<undefined, Bands> {
  const columns: Range[][][] = [];
  const means = new Float64Array(grid.x.length);
  for (let i = 0; i < grid.x.length; i++) {
    columns.push(columnRegions(kind, grid, i));
    for (let k = i * grid.components; k < (i + 1) * grid.components; k++) {
      means[i]! += grid.weights[k]! * grid.means[k]!;
    }
    yield;
  }
  const regions = OPACITY[kind].map((_, r) => columns.map((column) => column[r]!));
  return { kind, x: grid.x, mean: means, regions };
}

/** The bands as filled areas, with the conditional mean. */
export function bandsLayer(spec: LayerSpec, { kind, x, mean, regions }: Bands): Figure {
  const { theme, labels } = spec;
  const areas = regions.map(
    (columns, r): Trace => ({
      type: 'scatter',
      mode: 'lines',
      name: 'region',
      ...ribbons(x, columns),
      fill: 'toself',
      fillcolor: withAlpha(theme.model, OPACITY[kind][r]!),
      line: { width: 0, simplify: false },
      hoverinfo: 'skip',
    }),
  );
  const line = lineTrace('mean', { x, y: mean }, theme.model, spec, labels.hover.bandMean);
  // Beside regions that fall apart the mean is an aside.
  const aside = { ...(line.line as object), dash: 'dot', width: 0.13 * spec.scale };
  const meanLine = kind === 'highest' ? { ...line, line: aside } : line;
  return { data: [...areas, meanLine], layout: layoutOf(spec, false) };
}
