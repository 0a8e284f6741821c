import { createStore } from 'zustand/vanilla';
import type { Points } from '../core/data/points.ts';
import { dataSetOf } from '../core/datasets/datasets.ts';
import { isOwn, takePoints } from '../core/datasets/own.ts';
import { type Brush, drawingStream, NO_POINTS, type Paper } from '../core/drawing.ts';
import type { Experiment } from '../core/experiment.ts';
import { randomStream, type StreamState } from '../core/random.ts';
import { same } from '../core/same.ts';
import { withSetting } from '../core/settings.ts';
import type { Lab } from './lab.ts';
import { ownSets } from './ownSets.ts';

/** A lab's data while somebody draws them. */
export interface Drawing {
  readonly lab: Lab;
  /** The axes, which stand still meanwhile. */
  readonly axes: Pick<Paper, 'x' | 'y'>;
  /** What the set is called. */
  readonly title: string;
  readonly brush: Brush;
  /** Points that are too few for a data set, with which the lab's data stay; null where those are what is drawn. */
  readonly loose: Points | null;
  /** Where the random numbers stand. */
  readonly random: StreamState;
  /** Strokes so far: each is one step of undo. */
  readonly strokes: number;
}

/** The drawing that goes on; null for none. */
export const drawingStore = createStore<{ readonly drawing: Drawing | null }>(() => ({
  drawing: null,
}));

const FIRST_BRUSH: Brush = { tool: 'brush', spread: 12, density: 25 };
/** A data set has so many points at least. */
const LEAST_POINTS = 2;

/** The loose points of a step of undo, by the experiment that stands for the step. */
const looseAt = new WeakMap<Experiment, Points>();

/** The points where the lab's data are not what is drawn; null where they are. */
function looseOf(experiment: Experiment): Points | null {
  return looseAt.get(experiment) ?? (isOwn(experiment.data.name) ? null : NO_POINTS);
}

let unfollow = () => {};

/** The points as they are drawn on. */
export function drawnPoints({ loose }: Drawing, { data }: Experiment): Points {
  // All points are given: nothing is drawn at random.
  return loose ?? dataSetOf(data.name).draw(0, 0, randomStream(0, 'drawing'));
}

/** Begins to draw: on the user's own data as they are, on nothing where the data are others. */
export function beginDrawing(lab: Lab, axes: Drawing['axes'], title: string): void {
  endDrawing();
  const { experiment } = lab.editor;
  drawingStore.setState({
    drawing: {
      lab,
      axes,
      title,
      brush: FIRST_BRUSH,
      loose: looseOf(experiment),
      random: drawingStream(experiment.seed),
      strokes: 0,
    },
  });
  unfollow = lab.editor.store.subscribe(({ experiment: next }, { experiment: before }) => {
    if (next === before) return;
    const { loose } = drawingStore.getState().drawing!;
    // What is loose stays when another setting is edited, and only then.
    const stays = next.data.name === before.data.name && !same(next, before);
    if (loose && stays && !looseAt.has(next)) looseAt.set(next, loose);
    changeDrawing({ loose: looseOf(next) });
  });
}

function changeDrawing(change: Partial<Drawing>): void {
  const { drawing } = drawingStore.getState();
  if (drawing) drawingStore.setState({ drawing: { ...drawing, ...change } });
}

export function chooseBrush(brush: Partial<Brush>): void {
  const { drawing } = drawingStore.getState();
  if (drawing) changeDrawing({ brush: { ...drawing.brush, ...brush } });
}

/** A stroke begins: what is drawn from now on is a step of undo of its own. */
export function beginStroke(): void {
  const { drawing } = drawingStore.getState();
  if (drawing) changeDrawing({ strokes: drawing.strokes + 1 });
}

/** Has the lab's data be these points, as soon as there are enough of them. */
export function takeDrawn(points: Points, random?: StreamState): void {
  const { drawing } = drawingStore.getState();
  if (!drawing) return;
  if (random) changeDrawing({ random });
  const { lab, title, strokes } = drawing;
  const step = `data.drawing ${strokes}`;
  if (points.x.length < LEAST_POINTS) {
    looseAt.set(lab.editor.mark(step), points);
    changeDrawing({ loose: points });
    return;
  }
  const name = takePoints(points, title);
  // The same points as before they became too few.
  if (name === lab.editor.experiment.data.name) lab.editor.mark(step);
  else lab.editor.edit(step, (experiment) => withSetting(experiment, 'data.name', name));
  changeDrawing({ loose: null });
}

/** Ends the drawing, and keeps what has been drawn among the user's own data. */
export function endDrawing(): void {
  const { drawing } = drawingStore.getState();
  if (!drawing) return;
  unfollow();
  const { name } = drawing.lab.editor.experiment.data;
  if (drawing.strokes > 0 && isOwn(name)) ownSets.keep(name, drawing.title);
  drawingStore.setState({ drawing: null });
}
