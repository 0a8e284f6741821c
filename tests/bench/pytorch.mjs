// PyTorch's time for the article's largest run.
import { execFileSync } from 'node:child_process';

const PYTHON = process.env.PYTHON ?? 'python3';

/**
 * Seconds for its 2000 steps, `vectorised` and with a `loop` over components;
 * null where the Python that PYTHON names has no torch.
 */
export function pytorch() {
  try {
    const output = execFileSync(PYTHON, ['tests/bench/pytorch_reference.py'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(output);
  } catch {
    return null;
  }
}
