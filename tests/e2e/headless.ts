import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** What the headless command says of the run that a link stands for. */
export function headless(link: string): {
  readonly parametersHash: string;
  readonly testLoss: number;
} {
  const output = execFileSync(process.execPath, ['build/main.js', '--link', link, '--json'], {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'ignore'],
    encoding: 'utf8',
  });
  return JSON.parse(output);
}
