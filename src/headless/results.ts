import { readFileSync, truncateSync } from 'node:fs';
import { parseExperiment } from '../core/experiment.ts';
import { experimentKey } from '../core/sweep.ts';

/** How every line begins. */
const BEGINNING = '{"experiment":';

/**
 * The keys of the experiments whose results a file of lines holds; none where
 * there is no file. A last line that an interruption has cut short is cut off,
 * so that the next one begins a line.
 *
 * @returns a sentence for a file that holds anything else
 */
export function readResults(path: string): Set<string> | string {
  const keys = new Set<string>();
  const text = read(path);
  if (text === null) return `--resume ${path.slice(0, 200)} could not be read`;
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  for (const [i, line] of whole.split('\n').slice(0, -1).entries()) {
    const key = keyOf(line);
    if (key === null) return `--resume ${path.slice(0, 200)}: line ${i + 1} is no result of a run`;
    keys.add(key);
  }
  const rest = text.slice(whole.length);
  if (rest === '') return keys;
  // What is not the beginning of a result is not ours to cut off.
  if (!BEGINNING.startsWith(rest.slice(0, BEGINNING.length))) {
    return `--resume ${path.slice(0, 200)}: the last line is no result of a run`;
  }
  truncateSync(path, Buffer.byteLength(whole));
  return keys;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? '' : null;
  }
}

function keyOf(line: string): string | null {
  try {
    const parsed = parseExperiment(JSON.parse(line).experiment);
    return parsed.ok ? experimentKey(parsed.value) : null;
  } catch {
    return null;
  }
}
