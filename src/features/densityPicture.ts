import { densityLayer, robustPeak, scalePeak } from '../charts/densityLayer.ts';
import type { Figure, Margin } from '../charts/figure.ts';
import { type LayerSpec, layoutOf, staticLayer } from '../charts/mainFigure.ts';
import type { Ranges } from '../charts/ranges.ts';
import type { Points, Split } from '../core/data/points.ts';
import type { DataSettings } from '../core/experiment.ts';
import { densityField } from '../core/predict.ts';
import type { DensityField, MixtureGrid } from '../core/predictions.ts';
import { thin } from '../core/thin.ts';
import { typicalDensity } from './whatIsKnown.ts';

/** What is drawn of a conditional density, and the density that most of its columns stay below. */
export interface DensityPicture {
  readonly grid: MixtureGrid;
  readonly field: DensityField;
  readonly peak: number;
}

/** @param rows targets at which it is computed */
export function densityPicture(grid: MixtureGrid, { y }: Ranges, rows: number): DensityPicture {
  const field = densityField(grid, y, rows);
  return { grid, field, peak: robustPeak(field.density, grid.x.length) };
}

/** The density that takes the strongest colour in all of the pictures, so that they can be compared. */
export function commonPeak(pictures: readonly DensityPicture[], data: DataSettings): number {
  return scalePeak(Math.max(0, ...pictures.map(({ peak }) => peak)), typicalDensity(data));
}

/** Points that are drawn over a picture at most, and about how large it is in CSS pixels. */
const LARGE = { points: 400, size: { width: 450, height: 280 } } as const;
const SMALL = { points: 120, size: { width: 140, height: 100 } } as const;
const NO_MARGIN: Margin = { l: 0, r: 0, t: 0, b: 0 };

function thinned({ x, y }: Points, most: number): Points {
  return { x: thin(x, most), y: thin(y, most) };
}

/**
 * A density with some of the test points.
 *
 * @param axes false for a picture that is nothing but its plotting area
 */
export function densityFigure(
  spec: LayerSpec,
  { grid, field }: DensityPicture,
  peak: number,
  data: Split,
  axes: boolean,
): Figure {
  const show = { train: false, test: true };
  const { points: most, size } = axes ? LARGE : SMALL;
  const drawn = { ...data, test: thinned(data.test, most) };
  const { data: points } = staticLayer({ ...spec, data: drawn, show, axes: false, overArea: size });
  const layout = layoutOf(spec, axes);
  return {
    data: [...(peak > 0 ? densityLayer(spec, grid, field, peak).data : []), ...points],
    layout: axes ? layout : { ...layout, margin: NO_MARGIN },
  };
}
