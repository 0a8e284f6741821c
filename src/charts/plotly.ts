/** The part of Plotly that the figures need, in a chunk of its own that is loaded when first shown. */
import Plotly from 'plotly.js/lib/core';
import heatmap from 'plotly.js/lib/heatmap';
import drawing from 'plotly.js/src/components/drawing';
import type { Figure, Size } from './figure.ts';
import type { PlotlyLike } from './layer.ts';

Plotly.register([heatmap]);

interface Drawing extends PlotlyLike {
  toImage(figure: object, options: object): Promise<string>;
}

const drawn = Plotly as Drawing;

/** After so many draws Plotly forgets the labels that it has measured. */
const FORGET_AFTER = 500;
let draws = 0;

const plotly: PlotlyLike = {
  react(...figure) {
    // By itself it keeps ten thousand, and a run that goes on draws ever new ones.
    if (++draws % FORGET_AFTER === 0) drawing.savedBBoxes = {};
    return drawn.react(...figure);
  },
  purge: (element) => drawn.purge(element),
};

/** A figure as an `svg` element, all of it drawn with lines but for fields of numbers. */
export function svgOf({ data, layout }: Figure, size: Size): Promise<string> {
  const figure = { data, layout: { ...layout, ...size } };
  return drawn.toImage(figure, { format: 'svg', imageDataOnly: true, ...size });
}

export default plotly;
