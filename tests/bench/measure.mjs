// What the benchmarks share: running the headless command, and medians.
import { execFileSync } from 'node:child_process';

/** Runs an experiment in Node and returns what the headless command prints. */
export function headless(...flags) {
  const output = execFileSync(process.execPath, ['build/main.js', ...flags.map(String), '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output);
}

/** Milliseconds per optimizer step of an experiment. */
export function stepTime(...flags) {
  const { seconds, steps } = headless(...flags);
  return (1000 * seconds) / steps;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median with the least and the greatest: `2.1 (2.0 to 2.4)`. */
export function spread(values, digits = 2) {
  const text = (value) => value.toFixed(digits);
  return `${text(median(values))} (${text(Math.min(...values))} to ${text(Math.max(...values))})`;
}

/** One row of the table. */
export function row(what, ...cells) {
  console.log([what.padEnd(58), ...cells].join('  '));
}
