import type { Axis, Layout } from './figure.ts';
import type { Places, PlotArea } from './geometry.ts';

/** The axes of a figure as the quick pen paints them until Plotly is there. */

const STEPS = [1, 2, 5, 10];

/** Round values of a linear axis, at most about `count`, as Plotly chooses them. */
export function ticksOf([from, to]: Axis['range'], count: number): number[] {
  const rough = Math.abs(to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * STEPS.find((one) => one * power >= rough * (1 - 1e-9))!;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** A tick's value in words: rounded to what its step can tell, with a true minus. */
function label(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '\u2212');
}

/** True where nothing is written on the axes but their numbers and titles. */
export function canPaintAxes({ xaxis, yaxis, annotations, shapes }: Layout): boolean {
  return xaxis.type !== 'log' && yaxis.type !== 'log' && !annotations && !shapes;
}

interface Written {
  readonly text?: string;
  readonly font?: { readonly size: number };
}

/** Grid, axis lines, numbers and titles of linear axes; a logarithmic one comes with Plotly. */
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
  const values = (axis: Axis) =>
    axis.type === 'log' ? [] : ticksOf(axis.range, axis.nticks as number);
  pen.textAlign = 'center';
  pen.textBaseline = 'top';
  for (const value of values(xaxis)) {
    line(at.x(value), top, at.x(value), bottom);
    pen.fillText(label(value), at.x(value), bottom + 0.89 * size);
  }
  pen.fillText((xaxis.title as Written)?.text ?? '', left + width / 2, bottom + 2.3 * size);
  pen.textAlign = 'right';
  pen.textBaseline = 'middle';
  for (const value of values(yaxis)) {
    line(left, at.y(value), right, at.y(value));
    if (yaxis.showticklabels === false) continue;
    pen.fillText(label(value), left - 0.37 * size, at.y(value));
  }
  pen.textAlign = 'center';
  pen.textBaseline = 'bottom';
  pen.translate(left - 2.3 * size, top + height / 2);
  pen.rotate(-Math.PI / 2);
  pen.fillText((yaxis.title as Written)?.text ?? '', 0, 0);
  pen.restore();
}
