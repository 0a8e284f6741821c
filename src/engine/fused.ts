import type { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import {
  engine,
  getKernel,
  type KernelFunc,
  type NamedTensorInfoMap,
  registerKernel,
  type Tensor1D,
  type TensorInfo,
  tensor1d,
  tidy,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import type { AdamUpdate } from '../core/adam.ts';
import { outputCount } from '../core/network.ts';
import { BLOCK_ROWS, type Kernel } from '../kernel/kernel.ts';
import type { KernelShape } from '../kernel/shape.ts';
import type { Engine, EngineTask, StepOutcome } from './engine.ts';
import { TensorSession, type TensorState } from './tensorSession.ts';

/**
 * The training step in one call of our own WebAssembly kernel, registered with
 * tfjs: parameters, data and optimizer state stay tensors. It lives on the cpu
 * backend, whose tensors are plain arrays, so that a call copies the parameters
 * and nothing else, and tfjs's own WebAssembly need not be loaded.
 */
export function fusedEngine(kernel: Kernel): Engine {
  register(kernel);
  return { name: 'fused', open: (task) => new FusedSession(task, kernel) };
}

const BACKEND = 'cpu';
const GRADIENT = 'MdnGradient';
const LOSS = 'MdnLoss';
const FORWARD = 'MdnForward';
const ADAM = 'MdnAdam';

/** A sum in float64, which no tensor holds: it goes in and out beside the tensors. */
interface Sum {
  value: number;
}

interface RowAttributes {
  readonly shape: KernelShape;
  readonly from: number;
  readonly to: number;
  readonly sum: Sum;
}

interface AdamAttributes {
  readonly update: AdamUpdate;
  readonly norm: Sum;
}

/** Puts the kernel's four functions into tfjs's registry, in place of earlier ones. */
function register(kernel: Kernel): void {
  const add = (kernelName: string, run: (call: Call) => TensorInfo | TensorInfo[]) => {
    if (getKernel(kernelName, BACKEND)) unregisterKernel(kernelName, BACKEND);
    const kernelFunc: KernelFunc = ({ inputs, backend, attrs }) =>
      run(new Call(backend as MathBackendCPU, inputs as NamedTensorInfoMap, attrs));
    registerKernel({ kernelName, backendName: BACKEND, kernelFunc });
  };

  add(GRADIENT, (call) => {
    const { shape, from, to, sum } = call.attributes as RowAttributes;
    const gradient = call.copy('gradient');
    const [parameters, x, y] = [call.values('parameters'), call.values('x'), call.values('y')];
    sum.value = kernel.accumulate(shape, parameters, x, y, from, to, gradient, sum.value);
    return call.tensor(gradient);
  });

  add(LOSS, (call) => {
    const { shape, from, to, sum } = call.attributes as RowAttributes;
    const [parameters, x, y] = [call.values('parameters'), call.values('x'), call.values('y')];
    sum.value = kernel.loss(shape, parameters, x, y, from, to, sum.value);
    return [];
  });

  add(FORWARD, (call) => {
    const { shape } = call.attributes as { shape: KernelShape };
    const x = call.values('x');
    const output = new Float32Array(x.length * outputCount(shape));
    kernel.forward(shape, call.values('parameters'), x, 0, x.length, output);
    return call.tensor(output);
  });

  add(ADAM, (call) => {
    const { update, norm } = call.attributes as AdamAttributes;
    const parameters = call.copy('parameters');
    const firstMoment = call.copy('firstMoment');
    const secondMoment = call.copy('secondMoment');
    const gradient = call.values('gradient');
    norm.value = kernel.adam(parameters, firstMoment, secondMoment, gradient, update);
    return [parameters, firstMoment, secondMoment].map((values) => call.tensor(values));
  });
}

/** One call of a registered kernel: its tensors as arrays. */
class Call {
  readonly attributes: unknown;
  private readonly backend: MathBackendCPU;
  private readonly inputs: NamedTensorInfoMap;

  constructor(backend: MathBackendCPU, inputs: NamedTensorInfoMap, attributes: unknown) {
    this.backend = backend;
    this.inputs = inputs;
    this.attributes = attributes;
  }

  /** The input's own memory. */
  values(name: string): Float32Array {
    return this.backend.data.get(this.inputs[name]!.dataId).values as Float32Array;
  }

  copy(name: string): Float32Array {
    return this.values(name).slice();
  }

  tensor(values: Float32Array): TensorInfo {
    return this.backend.makeTensorInfo([values.length], 'float32', values);
  }
}

class FusedSession extends TensorSession {
  readonly blockRows = BLOCK_ROWS;
  private readonly batchLoss: Sum = { value: 0 };
  private readonly kernel: Kernel;

  constructor(task: EngineTask, kernel: Kernel) {
    super(task);
    this.kernel = kernel;
  }

  override memoryBytes(): number {
    return super.memoryBytes() + this.kernel.memoryBytes;
  }

  accumulate(from: number, to: number): void {
    const attributes = { shape: this.network, from, to, sum: this.batchLoss };
    const inputs = { ...this.train, parameters: this.state.parameters, gradient: this.gradientSum };
    const next = run<Tensor1D>(GRADIENT, inputs, attributes);
    this.gradientSum.dispose();
    this.gradientSum = next;
  }

  apply(update: AdamUpdate): StepOutcome {
    const norm: Sum = { value: 0 };
    const loss = this.batchLoss.value * update.scale;
    const inputs = { ...this.state, gradient: this.gradientSum };
    const [parameters, firstMoment, secondMoment] = run<Tensor1D[]>(ADAM, inputs, { update, norm });
    this.replaceState({ parameters, firstMoment, secondMoment } as TensorState);
    this.discard();
    return { loss, gradientNorm: norm.value };
  }

  override discard(): void {
    super.discard();
    this.batchLoss.value = 0;
  }

  testLoss(from: number, to: number, before: number): number {
    const sum: Sum = { value: before };
    const inputs = { ...this.test, parameters: this.state.parameters };
    run(LOSS, inputs, { shape: this.network, from, to, sum });
    return sum.value;
  }

  forward(x: Float32Array, parameters: Float32Array): Float32Array {
    let output = new Float32Array();
    tidy(() => {
      const inputs = {
        x: tensor1d(x),
        parameters: tensor1d(parameters),
      };
      // Not returned from here: tidy would look through every number for tensors.
      output = run<Tensor1D>(FORWARD, inputs, { shape: this.network })
        .dataSync<'float32'>()
        .slice();
    });
    return output;
  }
}

function run<T>(name: string, inputs: object, attributes: object): T {
  return engine().runKernel(name, inputs as never, attributes as never) as T;
}
