/**
 * The network that the kernel is set up for, and where its arrays stand.
 *
 * The flat parameter vector is, layer after layer, weights [outputs][inputs]
 * and then biases [outputs]. All arrays stand behind `__heap_base`; below it
 * the compiler keeps its static tables.
 */
import { BLOCK_ROWS, padded, STRIDE, VECTOR } from './block';
import { SCRATCH } from './mixture';
import { STEP_BYTES } from './batch';

const MAX_LAYERS: i32 = 5;

/** The least normal float32: a smaller floor counts as none, or 1/σ² could overflow. */
const FLOOR_MIN: f32 = 1.17549435e-38;

/** Rows whose raw outputs fit the memory at once: a whole number of blocks. */
export const CHUNK_ROWS: i32 = BLOCK_ROWS * 16;

/** Steps that one call can be told to do. */
export const MOST_STEPS: i32 = 64;

/** One layer. All fields that are `usize` are addresses. */
@unmanaged
export class Layer {
  inputs: i32;
  outputs: i32;
  weights: usize;
  biases: usize;
  weightGradient: usize;
  biasGradient: usize;
  /** Panels for the way forward; see matmul.ts. 0 for a layer with one input or a linear head. */
  forwardPanels: usize;
  /** Panels for the way back. */
  backwardPanels: usize;
  /** [unit][row] of one block: the layer's activation, then the loss's gradient by its sum. */
  values: usize;
}

const table: usize = memory.data(MAX_LAYERS * 64);

export let layerCount: i32 = 0;
export let components: i32 = 0;
export let varianceFloor: f32 = 0;
export let isRelu: bool = false;
export let parameterCount: i32 = 0;

export let parameters: usize = 0;
export let gradient: usize = 0;
export let firstMoment: usize = 0;
export let secondMoment: usize = 0;
/** The training points, and their present order: row i is point order[i]. */
export let trainX: usize = 0;
export let trainY: usize = 0;
export let order: usize = 0;
/** The test points. */
export let testX: usize = 0;
export let testY: usize = 0;
/** The rows of the block at hand. */
export let blockX: usize = 0;
export let blockY: usize = 0;
/** What is to be done, and what came of it; see train.ts. */
export let steps: usize = 0;
/** Inputs of up to CHUNK_ROWS rows, and their raw outputs [row][output]. */
export let input: usize = 0;
export let output: usize = 0;
/** Room for the mixture loss. */
export let scratch: usize = 0;

let free: usize = 0;
/** True while the panels hold the present parameters. */
let packed: bool = false;

/** The next `bytes` of memory, aligned to a cache line; grows the memory as needed. */
function take(bytes: i32): usize {
  const address = free;
  free += (<usize>bytes + 63) & ~63;
  const missing = <i32>((free + 0xffff) >> 16) - memory.size();
  if (missing > 0 && memory.grow(missing) < 0) unreachable();
  return address;
}

export function layerAt(index: i32): Layer {
  return changetype<Layer>(table + <usize>index * 64);
}

/**
 * Sets up for another network and other points, with moments, gradient and
 * parameters of 0. Hidden layers beyond the last have 0 units.
 */
export function configure(
  h0: i32,
  h1: i32,
  h2: i32,
  h3: i32,
  relu: bool,
  k: i32,
  floor: f32,
  trainRows: i32,
  testRows: i32,
): i32 {
  components = k;
  varianceFloor = floor < FLOOR_MIN ? 0 : floor;
  isRelu = relu;
  layerCount = 0;
  parameterCount = 0;
  addLayer(h0, false);
  if (h1) addLayer(h1, false);
  if (h2) addLayer(h2, false);
  if (h3) addLayer(h3, false);
  addLayer(k ? 3 * k : 1, true);
  arrange(trainRows, testRows);
  return parameterCount;
}

function addLayer(outputs: i32, last: bool): void {
  const layer = layerAt(layerCount);
  layer.inputs = layerCount ? layerAt(layerCount - 1).outputs : 1;
  layer.outputs = outputs;
  parameterCount += (layer.inputs + 1) * outputs;
  // Which layers have panels: not the first, which is thin, nor a linear head.
  layer.forwardPanels = layerCount > 0 && !(last && components == 0) ? 1 : 0;
  layerCount++;
}

/** Gives every array its place, from the bottom of free memory. */
function arrange(trainRows: i32, testRows: i32): void {
  free = (__heap_base + 63) & ~63;
  const bytes = parameterCount * 4;
  parameters = take(bytes);
  gradient = take(bytes);
  firstMoment = take(bytes);
  secondMoment = take(bytes);
  memory.fill(parameters, 0, free - parameters); // to the end of the last vectors
  packed = false;
  trainX = take(trainRows * 4);
  trainY = take(trainRows * 4);
  order = take(trainRows * 4);
  testX = take(testRows * 4);
  testY = take(testRows * 4);
  blockX = take(STRIDE);
  blockY = take(STRIDE);
  steps = take(MOST_STEPS * STEP_BYTES);
  scratch = take(components * SCRATCH);
  let offset: usize = 0;
  for (let l = 0; l < layerCount; l++) {
    const layer = layerAt(l);
    const weightBytes = <usize>(layer.inputs * layer.outputs * 4);
    layer.weights = parameters + offset;
    layer.weightGradient = gradient + offset;
    layer.biases = layer.weights + weightBytes;
    layer.biasGradient = layer.weightGradient + weightBytes;
    offset += weightBytes + layer.outputs * 4;
    if (layer.forwardPanels) {
      layer.forwardPanels = take(padded(layer.outputs) * (layer.inputs + 1) * 4);
      layer.backwardPanels = take(padded(layer.inputs) * (layer.outputs + 1) * 4);
    }
    layer.values = take(padded(layer.outputs) * STRIDE);
  }
  input = free;
}

/** Room for inputs and raw outputs, at the end of memory, as only `forward` needs it. */
export function takeOutput(): void {
  free = input;
  take(CHUNK_ROWS * 4);
  output = take(CHUNK_ROWS * layerAt(layerCount - 1).outputs * 4);
}

/** To be called when the parameters have changed. */
export function unpack(): void {
  packed = false;
}

/** Packs the weights into panels, unless they hold them. */
export function pack(): void {
  if (packed) return;
  packed = true;
  for (let l = 0; l < layerCount; l++) {
    const layer = layerAt(l);
    if (!layer.forwardPanels) continue;
    packForward(layer);
    packBackward(layer);
  }
}

function packForward(layer: Layer): void {
  const inputs = layer.inputs;
  const outputs = layer.outputs;
  const panelBytes = (inputs + 1) * VECTOR;
  const whole = outputs & ~3;
  for (let o = 0; o < whole; o += 4) {
    packFour(layer, o, layer.forwardPanels + (o >> 2) * panelBytes);
  }
  for (let o = whole; o < outputs; o++) {
    let at = layer.forwardPanels + (o >> 2) * panelBytes + (o & 3) * 4;
    let weight = layer.weights + o * inputs * 4;
    store<f32>(at, load<f32>(layer.biases + o * 4));
    for (let i = inputs; i > 0; i--) {
      at += VECTOR;
      store<f32>(at, load<f32>(weight));
      weight += 4;
    }
  }
}

/** A whole panel: the biases of four outputs, then their weights, transposed. */
function packFour(layer: Layer, output: i32, at: usize): void {
  const bytes = layer.inputs * 4;
  let row = layer.weights + output * bytes;
  v128.store(at, v128.load(layer.biases + output * 4));
  at += VECTOR;
  const end = row + bytes;
  for (; row + VECTOR <= end; row += VECTOR) {
    const a = v128.load(row);
    const b = v128.load(row + bytes);
    const c = v128.load(row + 2 * bytes);
    const d = v128.load(row + 3 * bytes);
    const abLow = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
    const abHigh = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
    const cdLow = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
    const cdHigh = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
    v128.store(at, v128.shuffle<f32>(abLow, cdLow, 0, 1, 4, 5));
    v128.store(at, v128.shuffle<f32>(abLow, cdLow, 2, 3, 6, 7), 16);
    v128.store(at, v128.shuffle<f32>(abHigh, cdHigh, 0, 1, 4, 5), 32);
    v128.store(at, v128.shuffle<f32>(abHigh, cdHigh, 2, 3, 6, 7), 48);
    at += 4 * VECTOR;
  }
  for (; row < end; row += 4) {
    for (let o = 0; o < 4; o++) store<f32>(at + o * 4, load<f32>(row + o * bytes));
    at += VECTOR;
  }
}

function packBackward(layer: Layer): void {
  const inputs = layer.inputs;
  const outputs = layer.outputs;
  for (let i = 0; i < inputs; i += 4) {
    let at = layer.backwardPanels + i * ((outputs + 1) * 4);
    let weight = layer.weights + i * 4;
    v128.store(at, f32x4.splat(0));
    // The last panel of four may read past the end of a row: those columns are never used.
    for (let o = outputs; o > 0; o--) {
      at += VECTOR;
      v128.store(at, v128.load(weight));
      weight += inputs * 4;
    }
  }
}
