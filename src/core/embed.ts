import * as v from 'valibot';
import { LONGEST_LINK } from './link.ts';
import { linkValues } from './linkText.ts';
import { type Parsed, parsed } from './parsed.ts';
import { type Scene, writeScene } from './scene.ts';

/** What a frame can leave out beside the figure. */
export const HIDEABLE = ['controls', 'timeline', 'slice', 'caption'] as const;
export type Hideable = (typeof HIDEABLE)[number];

/** Pages of other sites that may drive a frame, at most. */
const MOST_ORIGINS = 10;

/** Scheme, host and port of a page, as a browser writes them. */
const OriginSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/),
);

const EmbedSchema = v.object({
  hide: v.array(v.picklist(HIDEABLE)),
  origin: v.pipe(v.array(OriginSchema), v.maxLength(MOST_ORIGINS)),
});

/** How a scene is shown in a frame of another page. */
export interface Embed {
  readonly hide: readonly Hideable[];
  /** The origins of the pages that it listens to, and tells its height. */
  readonly origin: readonly string[];
}

const KEY = 'embed';

/** The query of a link that shows a scene as a bare figure in a frame. */
export function writeEmbed(scene: Scene, { hide, origin }: Embed): string {
  return [
    `${KEY}=1`,
    ...(hide.length > 0 ? [`hide=${hide.join()}`] : []),
    ...(origin.length > 0 ? [`origin=${origin.map(encodeURIComponent).join()}`] : []),
    writeScene(scene),
  ].join('&');
}

/** How a link wants to be shown in a frame. */
export function parseEmbed(link: string): Parsed<Embed> {
  const values = linkValues(link);
  const list = (key: string) => [
    ...new Set((values.get(key) ?? []).flatMap((text) => text.split(',')).filter(Boolean)),
  ];
  return parsed(EmbedSchema, { hide: list('hide'), origin: list('origin') }, 'link');
}

/** What the page around a frame may ask of it, under `mdnPlayground`; anything else is dropped. */
export const FrameCallSchema = v.variant('mdnPlayground', [
  v.object({ mdnPlayground: v.picklist(['play', 'pause', 'step']) }),
  v.object({
    mdnPlayground: v.literal('scene'),
    /** A link of the playground, or its query. */
    link: v.pipe(v.string(), v.maxLength(LONGEST_LINK)),
  }),
]);

/** What a frame tells the page around it. */
export interface FrameNews {
  readonly mdnPlayground: 'height';
  /** Of all that the frame shows, in CSS px. */
  readonly height: number;
}
