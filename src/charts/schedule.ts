import { restAfter } from '../core/governor.ts';
import { handActs, handIsBusy } from './hand.ts';

/**
 * One queue of drawing for all figures of the page. A figure is drawn in animation
 * frames, in steps, and a frame ends with the step after which it has drawn for long
 * enough; what is left waits for the next. So no task grows with the number of figures,
 * and on a slow machine none is as long as a figure takes. One that costs much rests
 * before it is drawn again, as the governor says. What follows the hand does not rest, and
 * waits for nothing but the figure that is being drawn.
 */

/** Draws a figure, a step at a time; what each step gives is of no interest. */
export type Draw = () => Iterator<unknown>;

/** Milliseconds of drawing after which no further step is begun in a frame. */
const FRAME_BUDGET_MS = 10;

const urgent = new Set<Draw>();
const waiting = new Set<Draw>();
/** The one that is being drawn, with what its steps have taken so far, in milliseconds. */
let begun: { readonly draw: Draw; readonly steps: Iterator<unknown>; cost: number } | null = null;
/** Who is told once nothing waits to be drawn. */
let observers: (() => void)[] = [];
/** When the rest of each is over. */
const rests = new WeakMap<Draw, number>();
let frame = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const restOf = (draw: Draw) => rests.get(draw) ?? 0;

/** Takes the one to be drawn next from those that wait. */
function next(now: number): Draw | null {
  const [first] = urgent;
  const draw = first ?? [...waiting].find((one) => restOf(one) <= now) ?? null;
  if (draw) {
    urgent.delete(draw);
    waiting.delete(draw);
  }
  return draw;
}

/** Does the next step of what is being drawn. */
function step(one: NonNullable<typeof begun>): void {
  const from = performance.now();
  const { done } = one.steps.next();
  const now = performance.now();
  one.cost += now - from;
  if (!done || begun !== one) return;
  begun = null;
  rests.set(one.draw, now + restAfter(one.cost, handIsBusy()));
}

function drawWaiting(): void {
  frame = 0;
  const from = performance.now();
  do {
    if (!begun) {
      const draw = next(from);
      if (!draw) break;
      begun = { draw, steps: draw(), cost: 0 };
    }
    step(begun);
  } while (performance.now() < from + FRAME_BUDGET_MS);
  request();
  tell();
}

const nothingWaits = () => !begun && urgent.size + waiting.size === 0;

function tell(): void {
  if (!nothingWaits()) return;
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
  if (frame !== 0 || nothingWaits()) return;
  clearTimeout(timer);
  const ready = begun || urgent.size > 0 ? 0 : Math.min(...Array.from(waiting, restOf));
  const left = ready - performance.now();
  if (left <= 0) frame = requestAnimationFrame(drawWaiting);
  else timer = setTimeout(request, left);
}

/**
 * Has `draw` called in one of the next animation frames, once however often it
 * is asked for.
 *
 * @param atOnce before all others that have not begun, and without rest: for what follows a hand
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

/** Has `draw` called no more, and leaves what of it is begun as it is. */
export function cancelDraw(draw: Draw): void {
  if (begun?.draw === draw) begun = null;
  urgent.delete(draw);
  waiting.delete(draw);
  tell();
}
