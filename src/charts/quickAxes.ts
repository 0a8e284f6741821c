import type { Axis, Layout } from './figure.ts';
import type { Places, PlotArea } from './geometry.ts';
import { tickLabel, ticksOf } from './ticks.ts';

/** The axes of a figure as the quick pen paints them, where they are not Plotly's. */

/** Where an axis has its ticks, in data units: of a logarithmic one, at whole powers of ten. */
function valuesOf(axis: Axis): number[] {
  const { range, type, nticks } = axis;
  if (type !== 'log') return ticksOf(range, nticks as number);
  return ticksOf(range, range[1] - range[0]).map((power) => 10 ** power);
}

interface Written {
  readonly text?: string;
}

/** Grid, axis lines, numbers and titles. */
export function paintAxes(
  pen: CanvasRenderingContext2D,
  layout: Layout,
  { left, top, width, height }: PlotArea,
  at: Places,
  family: string,
): void {
  const { xaxis, yaxis } = layout;
  const { size, color } = layout.font as { size: number; color: string };
  if (xaxis.visible === false) return;
  const [right, bottom] = [left + width, top + height];
  // A line of one pixel lies on a whole one.
  const sharp = (place: number) => Math.round(place) - 0.5;
  const line = (x0: number, y0: number, x1: number, y1: number) => {
    pen.beginPath();
    pen.moveTo(sharp(x0), sharp(y0));
    pen.lineTo(sharp(x1), sharp(y1));
    pen.stroke();
  };
  pen.save();
  pen.font = `${size}px ${family}`;
  pen.fillStyle = color;
  pen.strokeStyle = xaxis.gridcolor as string;
  pen.lineWidth = 1;
  line(left, bottom + 1, right, bottom + 1);
  line(left, top, left, bottom);
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  for (const value of valuesOf(xaxis)) {
    line(at.x(value), top, at.x(value), bottom);
    pen.fillText(tickLabel(value, xaxis), at.x(value), bottom + 0.89 * size);
  }
  pen.fillText((xaxis.title as Written)?.text ?? '', left + width / 2, bottom + 2.3 * size);
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  for (const value of valuesOf(yaxis)) {
    line(left, at.y(value), right, at.y(value));
    if (yaxis.showticklabels === false) continue;
    pen.fillText(tickLabel(value, yaxis), left - 0.37 * size, at.y(value));
  }
  pen.textAlign = 'center';
  pen.textBaseline = 'bottom';
  pen.translate(left - layout.margin.l + 1.6 * size, top + height / 2);
  pen.rotate(-Math.PI / 2);
  pen.fillText((yaxis.title as Written)?.text ?? '', 0, 0);
  pen.restore();
}
