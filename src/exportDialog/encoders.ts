/** Writes a film frame by frame, each as a canvas shows it then. */
export interface FilmEncoder {
  /** @param seconds that the frame lasts */
  add(seconds: number): Promise<void>;
  end(): Promise<BlobPart>;
}

export const FILM_FORMATS = ['webm', 'gif'] as const;
export type FilmFormat = (typeof FILM_FORMATS)[number];

export const FILM_TYPES: Readonly<Record<FilmFormat, string>> = {
  webm: 'video/webm',
  gif: 'image/gif',
};

/** The formats that this browser can write: it encodes a video itself, or not at all. */
export const filmFormats = (): readonly FilmFormat[] =>
  'VideoEncoder' in globalThis ? FILM_FORMATS : ['gif'];

/** @throws Error where the browser has no encoder for such a film */
export function encoderOf(format: FilmFormat, canvas: HTMLCanvasElement): Promise<FilmEncoder> {
  return format === 'webm' ? webm(canvas) : gif(canvas);
}

async function webm(canvas: HTMLCanvasElement): Promise<FilmEncoder> {
  const {
    BufferTarget,
    CanvasSource,
    getFirstEncodableVideoCodec,
    Output,
    QUALITY_HIGH,
    WebMOutputFormat,
  } = await import('mediabunny');
  const { width, height } = canvas;
  const codec = await getFirstEncodableVideoCodec(['vp9', 'vp8', 'av1'], { width, height });
  if (!codec) throw new Error('The browser encodes no video of this size.');
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, bitrate: QUALITY_HIGH });
  output.addVideoTrack(source);
  await output.start();
  let at = 0;
  return {
    async add(seconds) {
      await source.add(at, seconds);
      at += seconds;
    },
    async end() {
      await output.finalize();
      return target.buffer!;
    },
  };
}

/** Colours of a frame at most, as the format has it. */
const COLOURS = 256;
/** To find a frame's colours takes longest; they serve for so many frames. */
const SHARED_BY = 25;

async function gif(canvas: HTMLCanvasElement): Promise<FilmEncoder> {
  const { applyPalette, GIFEncoder, quantize } = await import('gifenc');
  const encoder = GIFEncoder();
  const { width, height } = canvas;
  let palette: ReturnType<typeof quantize> = [];
  let frames = 0;
  return {
    async add(seconds) {
      const pen = canvas.getContext('2d', { willReadFrequently: true })!;
      const { data } = pen.getImageData(0, 0, width, height);
      if (frames++ % SHARED_BY === 0) palette = quantize(data, COLOURS);
      encoder.writeFrame(applyPalette(data, palette), width, height, {
        palette,
        delay: 1000 * seconds,
      });
    },
    async end() {
      encoder.finish();
      return encoder.bytes();
    },
  };
}
