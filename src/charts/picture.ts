import type { Figure, Layout, Size } from './figure.ts';
import type { ChartTheme } from './theme.ts';

/** A figure as a picture, and where it stands among others, in px. */
export interface Picture extends Size {
  /** What Plotly has drawn, a whole `svg` element. */
  readonly svg: string;
  readonly left: number;
  readonly top: number;
}

/** Lines of text under the figures. */
export interface PictureWords {
  readonly title: string;
  readonly caption: string;
  /** Where the figure can be seen alive. */
  readonly link: string;
}

/** The fonts that a picture names, the page's own first. */
export const PICTURE_FONTS = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";

const MARGIN = 24;
/** Type size and line height of each kind of line, in px. */
const LINES = {
  title: { size: 17, height: 26, weight: 650 },
  caption: { size: 13, height: 19, weight: 400 },
  link: { size: 10, height: 14, weight: 400 },
} as const;

type LineKind = keyof typeof LINES;

/** Layers that lie on the same axes as one figure, with fonts that are named. */
export function oneFigure(layers: readonly Figure[]): Figure {
  const [lowest] = layers;
  if (!lowest) throw new Error('A figure has at least one layer.');
  const all = (name: 'annotations' | 'shapes') =>
    layers.flatMap(({ layout }) => (layout[name] as readonly unknown[] | undefined) ?? []);
  const layout: Layout = {
    ...lowest.layout,
    font: { ...(lowest.layout.font as object), family: PICTURE_FONTS },
    annotations: all('annotations'),
    shapes: all('shapes'),
  };
  return { data: layers.flatMap(({ data }) => data), layout };
}

/** The width of a text in a font, in px. */
export type Measure = (text: string, font: string) => number;

const fontOf = (kind: LineKind) => `${LINES[kind].weight} ${LINES[kind].size}px ${PICTURE_FONTS}`;

/** A text in lines no wider than so many px; a word that is wider alone is parted. */
function wrapped(text: string, kind: LineKind, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  const fits = (line: string) => measure(line, fontOf(kind)) <= width;
  let line = '';
  for (const word of text.split(/(?<= )/)) {
    if (fits(line + word.trimEnd())) {
      line += word;
      continue;
    }
    if (line) lines.push(line.trimEnd());
    line = '';
    for (const letter of word) {
      if (fits(line + letter)) line += letter;
      else {
        lines.push(line);
        line = letter;
      }
    }
  }
  return [...lines, line.trimEnd()];
}

function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * Figures with title, caption and link as one SVG document.
 *
 * @param width of the whole, in px, on which its figures were laid out
 * @param style rules that go into it, as for fonts that it brings along
 */
export function pictureOf(
  figures: readonly Picture[],
  width: number,
  { title, caption, link }: PictureWords,
  theme: ChartTheme,
  measure: Measure,
  style = '',
): { readonly svg: string } & Size {
  const across = width - 2 * MARGIN;
  let top = MARGIN;
  const text = (kind: LineKind, words: string, color: string) =>
    wrapped(words, kind, across, measure).map((line) => {
      top += LINES[kind].height;
      const { size, weight } = LINES[kind];
      const place = `x="${MARGIN}" y="${top - 0.3 * LINES[kind].height}"`;
      return `<text ${place} font-size="${size}" font-weight="${weight}" fill="${color}">${escaped(line)}</text>`;
    });
  const head = text('title', title, theme.ink);
  const figuresTop = top + 8;
  const drawn = figures.map(
    ({ svg, left, top: down }) =>
      `<g transform="translate(${left} ${figuresTop + down})">${svg}</g>`,
  );
  top = figuresTop + Math.max(...figures.map((figure) => figure.top + figure.height)) + 4;
  const foot = text('caption', caption, theme.muted);
  const address = text('link', link, theme.muted);
  const height = Math.ceil(top + MARGIN / 2);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${PICTURE_FONTS}">`,
    `<title>${escaped(title)}</title><desc>${escaped(caption)}</desc>`,
    style && `<style>${style}</style>`,
    `<rect width="${width}" height="${height}" fill="${theme.background}"/>`,
    ...head,
    ...drawn,
    ...foot,
    `<a href="${escaped(link)}">${address.join('')}</a>`,
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}
