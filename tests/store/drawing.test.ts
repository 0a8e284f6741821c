import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_POINTS } from '../../src/core/drawing.ts';
import {
  beginDrawing,
  beginStroke,
  drawingStore,
  drawnPoints,
  endDrawing,
  takeDrawn,
} from '../../src/store/drawing.ts';
import type { Lab } from '../../src/store/lab.ts';
import { ownSets } from '../../src/store/ownSets.ts';
import { closeLabs, openLab } from '../helpers/trainedLab.ts';

let lab: Lab;
const count = () => drawnPoints(drawingStore.getState().drawing!, lab.editor.experiment).x.length;
/** One stroke, after which there are so many points. */
function stroke(count: number): void {
  beginStroke();
  const of = Float64Array.from({ length: count }, (_, i) => i);
  takeDrawn(count === 0 ? NO_POINTS : { x: of, y: of });
}

beforeEach(() => {
  lab = openLab();
  beginDrawing(lab, { x: [0, 10], y: [0, 10] }, 'Drawing');
});
afterEach(() => {
  endDrawing();
  closeLabs();
});

describe('a drawing', () => {
  it('is kept among the user’s own data once it ends', () => {
    stroke(12);
    endDrawing();
    const { name } = lab.editor.experiment.data;
    expect(ownSets.items).toMatchObject([{ id: name, name: 'Drawing' }]);
  });

  it('has a step of undo for each stroke, those that leave too few points for a data set too', () => {
    const counts = [1, 2, 30, 0, 1, 5];
    for (const wanted of counts) {
      stroke(wanted);
      expect(count()).toBe(wanted);
    }
    for (const wanted of [1, 0, 30, 2, 1, 0]) {
      lab.editor.undo();
      expect(count()).toBe(wanted);
    }
    for (const wanted of counts) {
      lab.editor.redo();
      expect(count()).toBe(wanted);
    }
  });

  it('stays cleared while other settings are edited, and has its points back by undo', () => {
    stroke(30);
    stroke(0);
    lab.editor.set('seed', 5);
    expect(count()).toBe(0);
    lab.editor.undo();
    expect(count()).toBe(0);
    lab.editor.undo();
    expect(count()).toBe(30);
    lab.editor.redo();
    lab.editor.redo();
    expect([count(), lab.editor.experiment.seed]).toEqual([0, 5]);
  });

  it('that comes to the points it had before is drawn on from there', () => {
    stroke(2);
    stroke(1);
    stroke(2);
    expect(count()).toBe(2);
    lab.editor.undo();
    lab.editor.redo();
    expect(count()).toBe(2);
  });
});
