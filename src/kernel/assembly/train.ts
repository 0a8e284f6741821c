/** The run: batch after batch, each ended by a step of Adam. */
import { adamStep, gradientNorm } from './adam';
import { Batch, STEP_BYTES } from './batch';
import * as network from './network';
import { runTraining } from './step';

/** The sum of the losses of the batch at hand; the gradient holds the sum of its gradients. */
let batchLoss: f64 = 0;

/** Adds training rows from..to to the batch at hand. */
export function accumulate(from: i32, to: i32): void {
  batchLoss = runTraining(from, to, batchLoss);
}

/** Forgets the batch at hand. */
export function discard(): void {
  batchLoss = 0;
  memory.fill(network.gradient, 0, network.parameterCount * 4);
}

/**
 * Does the first `count` steps written at `network.steps`. The rows of the
 * first come on top of what is accumulated. Ends before the step of a batch
 * whose loss or gradient is not finite, or whose loss is above `largestLoss`,
 * which is finite.
 *
 * @returns how many steps were taken
 */
export function train(count: i32, largestLoss: f64): i32 {
  for (let done = 0; done < count; done++) {
    const batch = changetype<Batch>(network.steps + done * STEP_BYTES);
    accumulate(<i32>batch.from, <i32>batch.to);
    batch.loss = batchLoss * batch.scale;
    batch.gradientNorm = gradientNorm(<f32>batch.scale);
    // Written so that NaN is not sound.
    const sound =
      batch.loss <= largestLoss &&
      batch.loss >= -f64.MAX_VALUE &&
      batch.gradientNorm <= f64.MAX_VALUE;
    if (sound) {
      adamStep(batch);
      network.unpack();
    }
    discard();
    if (!sound) return done;
  }
  return count;
}
