import { useEffect, useRef } from 'react';
import { pictureOf } from '../charts/picture.ts';
import { chartTheme } from '../charts/theme.ts';
import { base64 } from '../core/base64.ts';
import type { DrawsFigures } from '../features/code/CodePanel.tsx';
import { useShownExperiment, useShowsUntrained, useView } from '../features/lab.ts';
import { captionOf } from '../features/main-figure/figureText.ts';
import { useText } from '../i18n/index.ts';
import { drawnFigures } from './drawnFigures.ts';
import { measureText } from './measureText.ts';
import { WIDTH } from './places.ts';
import { fontRules, pngOf } from './raster.ts';
import { useCollected } from './useCollected.tsx';
import { useRunWords } from './useRunWords.ts';

/** A picture on paper is light, whatever the page is. */
const THEME = 'light';
const PIXELS = 1920;
/** The figures are all there once none has come for so long, in milliseconds. */
const REST_MS = 300;

/** The figures of the run on one sheet, drawn once, and handed over; none where that fails. */
export function RunFigures({ onDrawn }: DrawsFigures) {
  const t = useText();
  const experiment = useShownExperiment();
  const view = useView();
  const untrained = useShowsUntrained();
  const { figures, stage } = useCollected(THEME);
  const { title, link } = useRunWords();
  const draw = async () => {
    const caption = captionOf(t, experiment, view, THEME, untrained);
    const drawn = await drawnFigures(figures);
    const words = { title, caption, link };
    const style = await fontRules();
    const picture = pictureOf(drawn, WIDTH, words, chartTheme(THEME), measureText, style);
    const png = await (await pngOf(picture, PIXELS)).arrayBuffer();
    return [{ caption: title, png: base64(new Uint8Array(png)) }];
  };
  const drawNow = useRef({ draw, onDrawn });
  drawNow.current = { draw, onDrawn };
  const count = figures.length;
  useEffect(() => {
    if (count === 0) return;
    const timer = setTimeout(async () => {
      const { draw, onDrawn } = drawNow.current;
      onDrawn(await draw().catch(() => []));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [count]);
  return stage;
}
