import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import {
  engine,
  getKernel,
  memory,
  type NamedTensorInfoMap,
  registerKernel,
  type Tensor1D,
  type TensorInfo,
  tensor1d,
  tidy,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import type { OptimizerState } from '../core/run.ts';
import { BLOCK_ROWS, Kernel } from '../kernel/kernel.ts';
import type { Batch, Engine, EngineTask, Session, StepOutcome } from './engine.ts';

/**
 * Training in our own WebAssembly kernel, registered with tfjs. The run stays
 * in the kernel's memory, where one call does many steps; tensors go in and out
 * where a network is looked at. It lives on the cpu backend, whose tensors are
 * plain arrays, so that tfjs's own WebAssembly need not be loaded.
 */
export function fusedEngine(module: WebAssembly.Module): Engine {
  register();
  const idle: Kernel[] = [];
  const open = (task: EngineTask) =>
    new FusedSession(task, idle.pop() ?? new Kernel(module), (kernel) => idle.push(kernel));
  return { name: 'fused', open };
}

const BACKEND = 'cpu';
const TRAIN = 'MdnTrain';
const LOSS = 'MdnLoss';
const FORWARD = 'MdnForward';

interface TrainAttributes {
  readonly kernel: Kernel;
  readonly batches: readonly Batch[];
  readonly largestLoss: number;
  /** What came of them, in float64, which no tensor holds: it goes out beside the tensors. */
  readonly outcomes: StepOutcome[];
}

interface LossAttributes {
  readonly kernel: Kernel;
  readonly from: number;
  readonly to: number;
  /** In and out. */
  sum: number;
}

interface ForwardAttributes {
  readonly kernel: Kernel;
}

type KernelCall = (attributes: unknown, inputs: Inputs) => TensorInfo | TensorInfo[];

/** Puts the kernel's functions into tfjs's registry, in place of earlier ones. */
function register(): void {
  const add = (kernelName: string, run: KernelCall) => {
    if (getKernel(kernelName, BACKEND)) unregisterKernel(kernelName, BACKEND);
    registerKernel({
      kernelName,
      backendName: BACKEND,
      kernelFunc: ({ inputs, backend, attrs }) =>
        run(attrs, new Inputs(backend as MathBackendCPU, inputs as NamedTensorInfoMap)),
    });
  };

  add(TRAIN, (attributes) => {
    const { kernel, batches, largestLoss, outcomes } = attributes as TrainAttributes;
    outcomes.push(...kernel.train(batches, largestLoss));
    return [];
  });

  add(LOSS, (attributes) => {
    const loss = attributes as LossAttributes;
    loss.sum = loss.kernel.testLoss(loss.from, loss.to, loss.sum);
    return [];
  });

  add(FORWARD, (attributes, inputs) => {
    const { kernel } = attributes as ForwardAttributes;
    return inputs.tensor(kernel.forward(inputs.values('x'), inputs.values('parameters')));
  });
}

/** The input tensors of a registered kernel as arrays. */
class Inputs {
  private readonly backend: MathBackendCPU;
  private readonly tensors: NamedTensorInfoMap;

  constructor(backend: MathBackendCPU, tensors: NamedTensorInfoMap) {
    this.backend = backend;
    this.tensors = tensors;
  }

  /** The tensor's own memory. */
  values(name: string): Float32Array {
    return this.backend.data.get(this.tensors[name]!.dataId).values as Float32Array;
  }

  tensor(values: Float32Array): TensorInfo {
    return this.backend.makeTensorInfo([values.length], 'float32', values);
  }
}

class FusedSession implements Session {
  readonly blockRows = BLOCK_ROWS;
  private readonly kernel: Kernel;
  private readonly release: (kernel: Kernel) => void;

  /** @param release takes the kernel back for the next session */
  constructor(
    { network, train, test }: EngineTask,
    kernel: Kernel,
    release: FusedSession['release'],
  ) {
    kernel.open(network, train, test);
    this.kernel = kernel;
    this.release = release;
  }

  optimizerState(): OptimizerState {
    return this.kernel.state();
  }

  setState(state: OptimizerState): void {
    this.kernel.setState(state);
  }

  parameters(): Float32Array {
    return this.kernel.parameters();
  }

  gradient(): Float32Array {
    return this.kernel.gradient();
  }

  setOrder(order: Int32Array): void {
    this.kernel.setOrder(order);
  }

  accumulate(from: number, to: number): void {
    this.kernel.accumulate(from, to);
  }

  train(batches: readonly Batch[], largestLoss: number): StepOutcome[] {
    const outcomes: StepOutcome[] = [];
    run(TRAIN, {}, {
      kernel: this.kernel,
      batches,
      largestLoss,
      outcomes,
    } satisfies TrainAttributes);
    return outcomes;
  }

  testLoss(from: number, to: number, sum: number): number {
    const loss: LossAttributes = { kernel: this.kernel, from, to, sum };
    run(LOSS, {}, loss);
    return loss.sum;
  }

  forward(x: Float32Array, parameters: Float32Array): Float32Array {
    let output = new Float32Array();
    tidy(() => {
      const inputs = { x: tensor1d(x), parameters: tensor1d(parameters) };
      const attributes: ForwardAttributes = { kernel: this.kernel };
      // Not returned from here: tidy would look through every number for tensors.
      output = run<Tensor1D>(FORWARD, inputs, attributes).dataSync<'float32'>().slice();
    });
    return output;
  }

  memoryBytes(): number {
    return memory().numBytes + this.kernel.memoryBytes;
  }

  dispose(): void {
    this.release(this.kernel);
  }
}

function run<T>(name: string, inputs: object, attributes: object): T {
  return engine().runKernel(name, inputs as never, attributes as never) as T;
}
