/**
 * One queue of drawing for all figures of the page. A figure is drawn at most
 * once per animation frame, and a frame ends once it has drawn for long enough;
 * what is left waits for the next, so that no task grows with the number of
 * figures.
 */

type Draw = () => void;

/** Milliseconds of drawing after which no further figure is begun in a frame. */
const FRAME_BUDGET_MS = 10;

const urgent = new Set<Draw>();
const waiting = new Set<Draw>();
let frame = 0;

function drawWaiting(): void {
  frame = 0;
  const end = performance.now() + FRAME_BUDGET_MS;
  for (const draw of urgent) {
    urgent.delete(draw);
    draw();
  }
  for (const draw of waiting) {
    if (performance.now() >= end) break;
    waiting.delete(draw);
    draw();
  }
  if (urgent.size + waiting.size > 0) request();
}

function request(): void {
  if (frame === 0) frame = requestAnimationFrame(drawWaiting);
}

/**
 * Has `draw` called in one of the next animation frames, once however often it
 * is asked for.
 *
 * @param atOnce in the very next one, before all others: for what follows a hand
 */
export function scheduleDraw(draw: Draw, atOnce = false): void {
  if (atOnce) {
    waiting.delete(draw);
    urgent.add(draw);
  } else if (!urgent.has(draw)) {
    waiting.add(draw);
  }
  request();
}

export function cancelDraw(draw: Draw): void {
  urgent.delete(draw);
  waiting.delete(draw);
}
