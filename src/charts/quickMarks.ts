import type { Layout } from './figure.ts';
import type { Places, PlotArea } from './geometry.ts';
import { dashesOf, type Line } from './quickLine.ts';

/** Lines and words over a figure's axes, as the quick pen paints them. */

type Ref = 'paper' | undefined;

/** A straight line; its ends in data units, or in shares of the plotting area. */
interface Shape {
  readonly xref?: Ref;
  readonly yref?: Ref;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly line: Required<Line>;
}

/** A line of text without an arrow; in decimal exponents on a logarithmic axis. */
interface Annotation {
  readonly text: string;
  readonly font: { readonly size: number; readonly color: string };
  readonly xref?: Ref;
  readonly yref?: Ref;
  readonly x: number;
  readonly y: number;
  readonly xanchor: CanvasTextAlign;
  readonly yanchor: CanvasTextBaseline;
  readonly xshift?: number;
  readonly yshift?: number;
}

/** Where the value of a mark lies in the figure, in CSS pixels. */
function placing({ left, top, width, height }: PlotArea, at: Places) {
  return {
    x: (value: number, ref: Ref) => (ref === 'paper' ? left + value * width : at.x(value)),
    y: (value: number, ref: Ref) => (ref === 'paper' ? top + (1 - value) * height : at.y(value)),
  };
}

export function paintShapes(
  pen: CanvasRenderingContext2D,
  { shapes = [] }: Layout,
  area: PlotArea,
  at: Places,
): void {
  const place = placing(area, at);
  for (const { xref, yref, x0, x1, y0, y1, line } of shapes as readonly Shape[]) {
    pen.strokeStyle = line.color;
    pen.lineWidth = line.width;
    pen.setLineDash(dashesOf(line.dash, line.width));
    pen.beginPath();
    pen.moveTo(place.x(x0, xref), place.y(y0, yref));
    pen.lineTo(place.x(x1, xref), place.y(y1, yref));
    pen.stroke();
  }
  pen.setLineDash([]);
}

export function paintWords(
  pen: CanvasRenderingContext2D,
  { annotations = [], xaxis }: Layout,
  area: PlotArea,
  at: Places,
  family: string,
): void {
  const place = placing(area, at);
  for (const one of annotations as readonly Annotation[]) {
    const { text, font, xref, yref, xshift = 0, yshift = 0 } = one;
    const bold = text.startsWith('<b>') ? 'bold ' : '';
    const x = xaxis.type === 'log' && xref !== 'paper' ? 10 ** one.x : one.x;
    pen.font = `${bold}${font.size}px ${family}`;
    pen.fillStyle = font.color;
    pen.textAlign = one.xanchor;
    pen.textBaseline = one.yanchor;
    pen.fillText(
      text.replace(/<\/?b>/g, ''),
      place.x(x, xref) + xshift,
      place.y(one.y, yref) - yshift,
    );
  }
}
