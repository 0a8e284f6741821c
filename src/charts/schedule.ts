import { restAfter } from '../core/governor.ts';
import { handActs, handIsBusy } from './hand.ts';

/**
 * One queue of drawing for all figures of the page. A figure is drawn at most
 * once per animation frame, and a frame ends once it has drawn for long enough;
 * what is left waits for the next, so that no task grows with the number of
 * figures. One that costs much rests before it is drawn again, as the governor
 * says. What follows the hand waits for nothing.
 */

type Draw = () => void;

/** Milliseconds of drawing after which no further figure is begun in a frame. */
const FRAME_BUDGET_MS = 10;

const urgent = new Set<Draw>();
const waiting = new Set<Draw>();
/** Who is told once nothing waits to be drawn. */
let observers: (() => void)[] = [];
/** When the rest of each is over. */
const rests = new WeakMap<Draw, number>();
let frame = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const restOf = (draw: Draw) => rests.get(draw) ?? 0;

function run(draw: Draw): void {
  const begun = performance.now();
  draw();
  const now = performance.now();
  rests.set(draw, now + restAfter(now - begun, handIsBusy()));
}

function drawWaiting(): void {
  frame = 0;
  const begun = performance.now();
  for (const draw of urgent) {
    urgent.delete(draw);
    run(draw);
  }
  for (const draw of waiting) {
    if (performance.now() >= begun + FRAME_BUDGET_MS) break;
    if (restOf(draw) > begun) continue;
    waiting.delete(draw);
    run(draw);
  }
  request();
  tell();
}

function tell(): void {
  if (urgent.size + waiting.size > 0) return;
  const told = observers;
  observers = [];
  for (const observer of told) observer();
}

/** Calls `then`, once, as soon as nothing waits to be drawn: at once where nothing does. */
export function whenDrawn(then: () => void): void {
  observers.push(then);
  tell();
}

/** Has what waits drawn in the next frame, or in the first one after its rest. */
function request(): void {
  if (frame !== 0 || urgent.size + waiting.size === 0) return;
  clearTimeout(timer);
  const ready = urgent.size > 0 ? 0 : Math.min(...Array.from(waiting, restOf));
  const left = ready - performance.now();
  if (left <= 0) frame = requestAnimationFrame(drawWaiting);
  else timer = setTimeout(request, left);
}

/**
 * Has `draw` called in one of the next animation frames, once however often it
 * is asked for.
 *
 * @param atOnce in the very next one, before all others: for what follows a hand
 */
export function scheduleDraw(draw: Draw, atOnce = false): void {
  if (atOnce) {
    handActs();
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
  tell();
}
