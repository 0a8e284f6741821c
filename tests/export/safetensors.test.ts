import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/core/presets.ts';
import { untrained } from '../../src/core/untrained.ts';
import { holdsWeights, safetensors } from '../../src/export/safetensors.ts';

describe('weights as a safetensors file', () => {
  it.each(PRESETS)('$label: come back to the bit', ({ experiment }) => {
    const fitted = untrained(experiment);
    expect(holdsWeights(safetensors(experiment, fitted), fitted)).toBe(true);
  });

  it('are not taken for the weights if one byte is another', () => {
    const { experiment } = PRESETS[2]!;
    const fitted = untrained(experiment);
    const file = safetensors(experiment, fitted);
    file[file.length - 7]! ^= 1;
    expect(holdsWeights(file, fitted)).toBe(false);
  });

  it('say what they are of: experiment, scaling, layout and version', () => {
    const { experiment } = PRESETS[6]!;
    const fitted = untrained(experiment);
    const file = safetensors(experiment, fitted);
    const length = Number(new DataView(file.buffer).getBigUint64(0, true));
    const { __metadata__: about, ...tensors } = JSON.parse(
      new TextDecoder().decode(file.subarray(8, 8 + length)),
    );
    expect(length % 8).toBe(0);
    expect(JSON.parse(about.experiment)).toEqual(experiment);
    expect(JSON.parse(about.scaling)).toEqual(fitted.task.scaling);
    expect(about).toMatchObject({ version: '1', layout: expect.stringContaining('30 logits') });
    expect(Object.values(about).every((value) => typeof value === 'string')).toBe(true);
    expect(tensors['layers.0.weight'].shape).toEqual([50, 1]);
    expect(tensors['layers.6.bias'].shape).toEqual([90]);
  });
});
