import { createStore } from 'zustand/vanilla';
import type { Points } from '../core/data/points.ts';
import { dataSetOf } from '../core/datasets/datasets.ts';
import { isOwn, takePoints } from '../core/datasets/own.ts';
import { type Brush, drawingStream, NO_POINTS, type Paper } from '../core/drawing.ts';
import type { Experiment } from '../core/experiment.ts';
import { randomStream, type StreamState } from '../core/random.ts';
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
  /** Points that are too few for a data set; null where the lab's data are what is drawn. */
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

let unfollow = () => {};

/** The points as they are drawn on. */
export function drawnPoints({ loose }: Drawing, { data }: Experiment): Points {
  // All points are given: nothing is drawn at random.
  return loose ?? dataSetOf(data.name).draw(0, 0, randomStream(0, 'drawing'));
}

/** Begins to draw: on the user's own data as they are, on nothing where the data are others. */
export function beginDrawing(lab: Lab, axes: Drawing['axes'], title: string): void {
  endDrawing();
  const looseOf = ({ data }: Experiment) => (isOwn(data.name) ? null : NO_POINTS);
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
  // Undo, redo and other data take the place of what is loose.
  unfollow = lab.editor.store.subscribe((next, before) => {
    if (next.experiment.data.name !== before.experiment.data.name) {
      changeDrawing({ loose: looseOf(next.experiment) });
    }
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
  if (points.x.length < LEAST_POINTS) {
    changeDrawing({ loose: points });
    return;
  }
  const { lab, title, strokes } = drawing;
  const name = takePoints(points, title);
  lab.editor.edit(`data.drawing ${strokes}`, (experiment) =>
    withSetting(experiment, 'data.name', name),
  );
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
