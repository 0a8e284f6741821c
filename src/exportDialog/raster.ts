import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url';
import greek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { base64 } from '../core/base64.ts';

/** An SVG document, and its size in px. */
interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A picture stands by itself when it is painted: it brings the page's fonts along. */
export async function fontRules(): Promise<string> {
  const rules = await Promise.all(
    [latin, greek, cyrillic].map(async (url) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      const source = `url(data:font/woff2;base64,${base64(bytes)}) format('woff2')`;
      return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:${source}}`;
    }),
  );
  return rules.join('');
}

/** A font that a picture brings along is ready some time after the picture: it is looked at so often at most. */
const MOST_LOOKS = 60;
const LOOK_MS = 50;
/** Where the title stands, as a share of the width: there is something to be seen once its font is ready. */
const TITLE = { left: 0.025, top: 0.03, width: 0.1, height: 0.022 } as const;

/** True if a part of a canvas is not of one colour. */
function isDrawn(pen: CanvasRenderingContext2D): boolean {
  const { width } = pen.canvas;
  const [left, top, across, down] = [TITLE.left, TITLE.top, TITLE.width, TITLE.height].map(
    (share) => Math.round(share * width),
  ) as [number, number, number, number];
  const pixels = new Uint32Array(pen.getImageData(left, top, across, down).data.buffer);
  return pixels.some((pixel) => pixel !== pixels[0]);
}

/**
 * An SVG document that begins with a title as PNG.
 *
 * @param wanted the image's width, in px
 * @throws Error where the browser cannot paint it, as for an image that is too large
 */
export async function pngOf({ svg, width, height }: Drawn, wanted: number): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = wanted;
    canvas.height = Math.round((wanted * height) / width);
    const pen = canvas.getContext('2d', { willReadFrequently: true })!;
    for (let looks = 0; looks < MOST_LOOKS; looks++) {
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      if (isDrawn(pen)) break;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!png) throw new Error('The image cannot be painted.');
    return png;
  } finally {
    URL.revokeObjectURL(url);
  }
}
