import type { Layout, Marker, Size, Trace } from './figure.ts';
import { type Places, placesOf, plotArea } from './geometry.ts';
import { paintAxes } from './quickAxes.ts';
import { dashesOf, type Line } from './quickLine.ts';
import { paintShapes, paintWords } from './quickMarks.ts';

/**
 * The quick pen: paints the traces of a figure on a canvas over its plot, as
 * Plotly draws them, in a small part of Plotly's time, without hover. It knows what
 * the figures of this page are made of, and nothing else.
 */

/** The corners of a line, each stretch between gaps begun anew and closed where it bounds an area. */
export function pathOf({ x = [], y = [] }: Trace, at: Places, closed: boolean): Path2D {
  const path = new Path2D();
  let drawing = false;
  for (let i = 0; i < x.length; i++) {
    const [left, top] = [at.x(x[i]!), at.y(y[i]!)];
    if (!Number.isFinite(left + top)) {
      if (drawing && closed) path.closePath();
      drawing = false;
    } else if (drawing) {
      path.lineTo(left, top);
    } else {
      path.moveTo(left, top);
      drawing = true;
    }
  }
  if (drawing && closed) path.closePath();
  return path;
}

type Pen = CanvasRenderingContext2D;

function paintLine(pen: Pen, trace: Trace, at: Places): void {
  const { color = '', width = 2, dash } = (trace.line ?? {}) as Line;
  const area = trace.fill === 'toself';
  if (area) {
    pen.fillStyle = trace.fillcolor as string;
    pen.fill(pathOf(trace, at, true));
  }
  if (width <= 0) return;
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.lineJoin = 'round';
  pen.setLineDash(dashesOf(dash, width));
  pen.stroke(pathOf(trace, at, area));
}

function paintMarkers(pen: Pen, { x = [], y = [], marker }: Trace, at: Places): void {
  const { size, color, opacity = 1, symbol, line } = marker as Marker & { line?: Line };
  const one = <T>(value: T | ArrayLike<T>, i: number): T =>
    typeof value === 'object' ? (value as ArrayLike<T>)[i]! : (value as T);
  pen.setLineDash([]);
  for (let i = 0; i < x.length; i++) {
    const [left, top] = [at.x(x[i]!), at.y(y[i]!)];
    if (!Number.isFinite(left + top)) continue;
    pen.globalAlpha = one<number>(opacity, i);
    pen.fillStyle = one<string>(color as string, i);
    pen.beginPath();
    pen.arc(left, top, one<number>(size, i) / 2, 0, 2 * Math.PI);
    if (symbol !== 'circle-open') pen.fill();
    const { color: rim = pen.fillStyle, width = symbol === 'circle-open' ? 1 : 0 } = line ?? {};
    if (width > 0) {
      pen.strokeStyle = rim;
      pen.lineWidth = width;
      pen.stroke();
    }
  }
  pen.globalAlpha = 1;
}

type Colorscale = readonly (readonly [position: number, color: string])[];

const SHADES = 256;

/** A colour scale as so many colours, each the 4 bytes of a pixel. */
function shadesOf(scale: Colorscale): Uint32Array<ArrayBuffer> {
  const canvas = document.createElement('canvas');
  canvas.width = SHADES;
  canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  const gradient = pen.createLinearGradient(0, 0, SHADES, 0);
  for (const [position, color] of scale) gradient.addColorStop(position, color);
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, SHADES, 1);
  return new Uint32Array(pen.getImageData(0, 0, SHADES, 1).data.buffer);
}

/** Paints fields of numbers as images of one pixel a number, which the canvas then enlarges smoothly. */
class FieldBrush {
  private readonly canvas = document.createElement('canvas');
  private scale: Colorscale | null = null;
  private shades = new Uint32Array();
  private image: ImageData | null = null;

  paint(pen: Pen, trace: Trace, at: Places): void {
    const { x = [], y = [] } = trace;
    const rows = trace.z as readonly ArrayLike<number>[];
    const [columns, count] = [x.length, y.length];
    if (columns < 2 || count < 2) return;
    if (this.scale !== trace.colorscale) {
      this.scale = trace.colorscale as Colorscale;
      this.shades = shadesOf(this.scale);
    }
    if (this.image?.width !== columns || this.image.height !== count) {
      this.canvas.width = columns;
      this.canvas.height = count;
      this.image = new ImageData(columns, count);
    }
    const pixels = new Uint32Array(this.image.data.buffer);
    const [low, high] = [trace.zmin as number, trace.zmax as number];
    const factor = (SHADES - 1) / (high - low);
    for (let row = 0; row < count; row++) {
      const values = rows[row]!;
      // The lowest target lies at the bottom.
      const to = (count - 1 - row) * columns;
      for (let column = 0; column < columns; column++) {
        const shade = Math.round((values[column]! - low) * factor);
        pixels[to + column] = this.shades[Math.min(SHADES - 1, Math.max(0, shade))] ?? 0;
      }
    }
    this.canvas.getContext('2d')!.putImageData(this.image, 0, 0);
    // A number's pixel lies about its place.
    const [left, right] = [at.x(x[0]!), at.x(x[columns - 1]!)];
    const [bottom, top] = [at.y(y[0]!), at.y(y[count - 1]!)];
    const [halfX, halfY] = [(right - left) / (columns - 1) / 2, (bottom - top) / (count - 1) / 2];
    pen.imageSmoothingEnabled = true;
    const width = right - left + 2 * halfX;
    pen.drawImage(this.canvas, left - halfX, top - halfY, width, bottom - top + 2 * halfY);
  }
}

/** More pixels than this for one CSS pixel are not seen. */
const MOST_RATIO = 2;

/** A canvas over a plot that the quick pen paints on. */
export class QuickCanvas {
  readonly element = document.createElement('canvas');
  private readonly field = new FieldBrush();

  constructor() {
    this.element.className = 'figure-quick';
    this.element.hidden = true;
  }

  /**
   * @param axesFont the font of the axes, where they are to be painted too
   * @param ratio pixels for one px of the figure; those of the screen unless told
   */
  paint(
    traces: readonly Trace[],
    layout: Layout,
    size: Size,
    axesFont?: string,
    ratio = Math.min(MOST_RATIO, window.devicePixelRatio || 1),
  ): void {
    const pen = this.begin(size, ratio);
    const area = plotArea(layout, size);
    const at = placesOf(layout, area);
    if (axesFont !== undefined) {
      paintAxes(pen, layout, area, at, axesFont);
      paintShapes(pen, layout, area, at);
    }
    for (const trace of traces) {
      pen.save();
      if (trace.cliponaxis !== false) {
        pen.beginPath();
        pen.rect(area.left, area.top, area.width, area.height);
        pen.clip();
      }
      if (trace.type === 'heatmap') this.field.paint(pen, trace, at);
      else if (trace.mode === 'lines') paintLine(pen, trace, at);
      else if (trace.mode === 'markers') paintMarkers(pen, trace, at);
      pen.restore();
    }
    if (axesFont !== undefined) paintWords(pen, layout, area, at, axesFont);
  }

  /** Wipes the canvas, and fits it to the figure. */
  private begin({ width, height }: Size, ratio: number): Pen {
    const { element } = this;
    const pen = element.getContext('2d')!;
    const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (element.width !== columns || element.height !== rows) {
      element.width = columns;
      element.height = rows;
    } else {
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, columns, rows);
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    element.hidden = false;
    return pen;
  }
}
