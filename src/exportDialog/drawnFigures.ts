import type { CollectedFigure } from '../charts/collection.ts';
import { oneFigure, type Picture } from '../charts/picture.ts';
import { placesFor } from './places.ts';

/** The figures as they are now, drawn as one picture. */
export async function drawnFigures(
  figures: readonly CollectedFigure[],
): Promise<readonly Picture[]> {
  const { svgOf } = await import('../charts/plotly.ts');
  return Promise.all(
    placesFor(figures).map(async ({ figure, ...place }) => {
      const whole = oneFigure(figure.layers.map((layer) => layer.get(place)));
      return { ...place, svg: await svgOf(whole, place) };
    }),
  );
}
