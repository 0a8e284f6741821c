/** What the WebAssembly module exports; see assembly/index.ts. Addresses are in bytes. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  blockRows(): number;
  chunkRows(): number;
  mostSteps(): number;
  configure(
    h0: number,
    h1: number,
    h2: number,
    h3: number,
    relu: number,
    components: number,
    varianceFloor: number,
    trainRows: number,
    testRows: number,
  ): number;
  parameters(): number;
  gradient(): number;
  firstMoment(): number;
  secondMoment(): number;
  trainX(): number;
  trainY(): number;
  order(): number;
  testX(): number;
  testY(): number;
  steps(): number;
  input(): number;
  output(): number;
  takeOutput(): void;
  unpack(): void;
  accumulate(from: number, to: number): void;
  train(count: number, largestLoss: number): number;
  discard(): void;
  testLoss(from: number, to: number, lossSum: number): number;
  forward(rows: number): void;
}
