import { describe, expect, it } from 'vitest';
import { freshPoints } from '../../src/core/data/data.ts';
import { PRESETS } from '../../src/core/presets.ts';
import { lossOn } from '../../src/core/scores.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { engineOf } from '../helpers/engines.ts';

// `npm run bands` runs all presets to the end, over three seeds.
describe('a shortened run of Sine · FFNN', () => {
  it('comes within 15 % of the noise, the least error that any function can reach', async () => {
    const [{ experiment }] = PRESETS as [(typeof PRESETS)[0]];
    const training = { ...experiment.training, epochs: 400 };
    const trainer = new Trainer({ ...experiment, training, seed: 1 }, await engineOf('fused'));
    while (trainer.advance() !== 'end');
    const loss = lossOn(
      trainer.fitted(),
      freshPoints(experiment.data, 1, 20_000)!,
      trainer.forward,
    );
    expect(loss).toBeGreaterThan(0.95);
    expect(loss).toBeLessThan(1.15);
    trainer.dispose();
  });
});
