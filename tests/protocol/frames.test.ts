import { describe, expect, it } from 'vitest';
import { buffersOf } from '../../src/protocol/frames.ts';
import type { Frame } from '../../src/protocol/messages.ts';

const floats = () => new Float32Array(3);
const series = () => ({ epoch: new Float64Array(2), loss: new Float64Array(2) });

const frame: Frame = {
  type: 'frame',
  run: 1,
  state: 'running',
  step: 3,
  epoch: 1,
  epochs: 9,
  learningRate: 0.1,
  stepsPerSecond: 1,
  millisecondsPerStep: 1,
  seconds: 1,
  memoryBytes: 1,
  shownEpoch: 1,
  states: [{ epoch: 1, parameters: floats() }],
  train: series(),
  test: series(),
  events: [],
  parameters: floats(),
  view: {
    grid: {
      x: new Float64Array(3),
      components: 1,
      weights: floats(),
      means: floats(),
      deviations: floats(),
    },
    samples: { x: floats(), y: floats(), component: new Uint8Array(2) },
    density: { y: new Float64Array(2), density: floats() },
    usage: floats(),
  },
  usages: [
    { epoch: 5, weights: floats() },
    { epoch: 10, weights: floats() },
  ],
  scores: null,
  calibration: {
    step: 3,
    count: 2,
    pit: { counts: new Int32Array(2), band: [0, 1] },
    cumulated: { counts: new Int32Array(2), band: [[0, 1]] },
    ranks: { counts: new Int32Array(2), band: [0, 1] },
    coverage: [],
  },
};

/** Every typed array below a value, found by walking it. */
function arraysOf(value: unknown): ArrayBufferView[] {
  const arrays: ArrayBufferView[] = [];
  JSON.stringify(value, (_, part) => {
    if (!ArrayBuffer.isView(part)) return part;
    arrays.push(part);
    return null;
  });
  return arrays;
}

describe('the buffers of a frame', () => {
  it('are handed over, each of them, and arrive whole', () => {
    const arrays = arraysOf(frame);
    expect(arrays).toHaveLength(21);
    const arrived = structuredClone(frame, { transfer: buffersOf(frame) });
    expect(arrays.filter(({ byteLength }) => byteLength > 0)).toEqual([]);
    expect(arraysOf(arrived).filter(({ byteLength }) => byteLength === 0)).toEqual([]);
  });

  it('are named once where two arrays share one', () => {
    const { buffer } = new Float32Array(4);
    expect(buffersOf([new Float32Array(buffer, 0, 2), new Float32Array(buffer, 8)])).toEqual([
      buffer,
    ]);
  });
});
