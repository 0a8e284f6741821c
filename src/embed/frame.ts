import * as v from 'valibot';
import { type Embed, FrameCallSchema, type FrameNews } from '../core/embed.ts';
import { parseScene } from '../core/scene.ts';
import type { Lab } from '../store/lab.ts';

/** The page around a frame, as far as it is spoken with. */
export interface Around {
  postMessage(news: FrameNews, origin: string): void;
}

/** A message that has arrived, from whatever window. */
export interface Arrived {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

/** Does what the page around asks; what comes from elsewhere, or asks for anything else, is dropped. */
export function answer(lab: Lab, { origin }: Embed, around: unknown, message: Arrived): void {
  if (message.source !== around || !origin.includes(message.origin)) return;
  const call = v.safeParse(FrameCallSchema, message.data);
  if (!call.success) return;
  switch (call.output.mdnPlayground) {
    case 'play':
      return void lab.controller.play();
    case 'pause':
      return void lab.controller.pause();
    case 'step':
      return void lab.controller.step('epoch', 1);
    case 'scene': {
      const scene = parseScene(call.output.link);
      if (scene.ok) lab.apply('link', scene.value);
      else lab.editor.refuse(scene.problems);
    }
  }
}

/** Tells every page that may be around how high the frame would have to be; the browser hands it to the one that is. */
export function tellHeight(around: Around, { origin }: Embed, height: number): void {
  for (const one of origin) around.postMessage({ mdnPlayground: 'height', height }, one);
}
