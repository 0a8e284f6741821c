/** What the WebAssembly module exports; see assembly/index.ts. Addresses are in bytes. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  blockRows(): number;
  chunkRows(): number;
  configure(
    h0: number,
    h1: number,
    h2: number,
    h3: number,
    relu: number,
    components: number,
    varianceFloor: number,
  ): number;
  configureFlat(parameterCount: number): void;
  parameters(): number;
  gradient(): number;
  firstMoment(): number;
  secondMoment(): number;
  x(): number;
  y(): number;
  takeOutput(): number;
  pack(backward: number): void;
  zeroGradient(): void;
  loss(rows: number, lossSum: number): number;
  accumulate(rows: number, lossSum: number): number;
  forward(rows: number, output: number): void;
  adamStep(
    scale: number,
    stepSize: number,
    root: number,
    beta1: number,
    beta2: number,
    rest1: number,
    rest2: number,
    epsilon: number,
    clipNorm: number,
    weightDecay: number,
  ): number;
}
