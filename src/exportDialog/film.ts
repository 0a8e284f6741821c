import type { CollectedFigure } from '../charts/collection.ts';
import { oneFigure, PICTURE_FONTS } from '../charts/picture.ts';
import { QuickCanvas } from '../charts/quickCanvas.ts';
import type { ChartTheme } from '../charts/theme.ts';
import { drawnAnswer } from '../features/drawnAnswer.ts';
import type { Lab } from '../store/lab.ts';
import type { FilmEncoder } from './encoders.ts';
import { placesFor, WIDTH } from './places.ts';

/** Height of the line over the figures, in px. */
const HEAD = 48;
/** The film's size, in px: encoders want even numbers. */
export const FILM_SIZE = { width: WIDTH, height: 488 } as const;

const FRAME_SECONDS = 0.06;
const LAST_SECONDS = 2;

/** An answer that takes a while is waited for so long at most, in milliseconds. */
const ANSWER_MS = 1000;
/** Without a frame for so long the worker has gone, or the page lies in the background. */
const FRAME_MS = 20_000;

interface Film {
  /** The main figure and its slice. */
  readonly figures: readonly CollectedFigure[];
  /** What stands over them after an epoch. */
  readonly title: (epoch: number) => string;
  readonly theme: ChartTheme;
  readonly canvas: HTMLCanvasElement;
  readonly encoder: FilmEncoder;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
}

/**
 * Films a lab's timeline: looks at one state after the other, and paints the figures
 * that this gives with the quick pen. In the end the lab is looked at as before.
 *
 * @throws Error where the worker shows nothing, or where it was ended
 */
export async function film(lab: Lab, film: Film): Promise<void> {
  const { states } = lab.feed.way;
  const { sight } = lab.run.getState();
  const pens = film.figures.map(() => new QuickCanvas());
  try {
    for (const [i, { epoch }] of states.entries()) {
      film.signal.throwIfAborted();
      await lookAt(lab, epoch, film.figures);
      paint(film, pens, epoch);
      await film.encoder.add(i === states.length - 1 ? LAST_SECONDS : FRAME_SECONDS);
      film.onProgress(i + 1, states.length);
    }
  } finally {
    await lab.controller.look(sight);
  }
}

/** Shows the weights of an epoch, and waits until the figures have all of them. */
async function lookAt(lab: Lab, epoch: number, figures: readonly CollectedFigure[]) {
  const answer = figures[0]?.layers[1];
  const slow = ['bands', 'modes'].includes(drawnAnswer(lab.shown.model, lab.view.getState()));
  void lab.controller.look(epoch);
  await until((done) => {
    const look = () => lab.feed.frame?.shownEpoch === epoch && done();
    look();
    return lab.run.subscribe(look);
  }, FRAME_MS);
  if (!slow || !answer) return;
  await until((done) => answer.subscribe(done), ANSWER_MS).catch(() => {});
}

/** Waits until something has happened; in vain only for so many milliseconds. */
function until(follow: (done: () => void) => () => void, most: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = () => {};
    const end = (settle: () => void) => () => {
      clearTimeout(timer);
      // It may have happened before there was anything to be stopped.
      queueMicrotask(() => stop());
      settle();
    };
    const timer = setTimeout(
      end(() => reject(new Error('Nothing more was shown.'))),
      most,
    );
    stop = follow(end(resolve));
  });
}

function paint(
  { figures, title, theme, canvas }: Film,
  pens: readonly QuickCanvas[],
  epoch: number,
): void {
  const pen = canvas.getContext('2d', { willReadFrequently: true })!;
  pen.fillStyle = theme.background;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = theme.ink;
  pen.font = `650 18px ${PICTURE_FONTS}`;
  pen.fillText(title(epoch), 24, 32);
  for (const [i, { figure, left, top, ...size }] of placesFor(figures).entries()) {
    const { data, layout } = oneFigure(figure.layers.map((layer) => layer.get(size)));
    const quick = pens[i]!;
    quick.paint(data, layout, size, PICTURE_FONTS, 1);
    pen.drawImage(quick.element, left, HEAD + top);
  }
}
