import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

/** Four short runs. */
const SWEEP = '--data sine --model ffnn --points 100 --epochs 3 --sweep width=3,5 --seeds 1..2';
const fresh = () => join(mkdtempSync(join(tmpdir(), 'sweep-')), 'runs.jsonl');
const headless = (flags: string) =>
  spawnSync(process.execPath, ['build/main.js', ...flags.split(' ')], { encoding: 'utf8' });
/** What a run came to, without how long it took, in an order of their own. */
const results = (lines: string) =>
  lines
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.stringify({ ...JSON.parse(line), seconds: 0 }))
    .sort();

// Workers run what is built.
beforeAll(() => {
  const flags = ['build', '--ssr', 'src/headless/main.ts', '--outDir', 'build'];
  execFileSync('node_modules/.bin/vite', flags, { stdio: 'ignore' });
}, 120_000);

describe('the headless command’s sweep', () => {
  it('gives what each run by itself gives, however many run at once', () => {
    const [one, three] = ['--jobs 1', '--jobs 3'].map((jobs) =>
      headless(`${SWEEP} ${jobs} --json`),
    );
    expect(one!.status).toBe(0);
    expect(results(one!.stdout)).toHaveLength(4);
    expect(results(three!.stdout)).toEqual(results(one!.stdout));
    expect(one!.stderr).toContain('4 of 4 runs');
    const single = headless(
      '--data sine --model ffnn --points 100 --epochs 3 --hidden 5 --seed 2 --json',
    );
    expect(results(one!.stdout)).toContain(results(single.stdout)[0]);
  });

  it('runs on a table of somebody’s own, in every worker', () => {
    const table = join(mkdtempSync(join(tmpdir(), 'table-')), 'own.csv');
    const rows = Array.from({ length: 60 }, (_, i) => `${i},${(i * i) % 17}`);
    writeFileSync(table, ['x,y', ...rows].join('\n'));
    const own = `--csv ${table} --input x --target y --epochs 3`;
    const swept = headless(`${own} --sweep width=3,5 --seeds 1..2 --jobs 2 --json`);
    const single = headless(`${own} --hidden 5,5 --seed 2 --json`);
    expect(results(swept.stdout)).toHaveLength(4);
    expect(results(swept.stdout)).toContain(results(single.stdout)[0]);
  });

  it('goes on after an interruption, also one in the middle of a line', () => {
    const file = fresh();
    const whole = headless(`${SWEEP} --jobs 2 --resume ${file}`);
    const lines = readFileSync(file, 'utf8');
    expect(lines).toBe(whole.stdout);
    const [first, second, third] = lines.split('\n');
    writeFileSync(file, `${third}\n${first}\n${second!.slice(0, 200)}`);
    const rest = headless(`${SWEEP} --jobs 2 --resume ${file}`);
    expect(rest.stdout.split('\n')).toHaveLength(3);
    expect(results(readFileSync(file, 'utf8'))).toEqual(results(lines));
    expect(headless(`${SWEEP} --resume ${file}`).stdout).toBe('');
    // A shell that sends the lines to the same file does not get them twice.
    writeFileSync(file, `${first}\n`);
    execFileSync('sh', ['-c', `node build/main.js ${SWEEP} --resume ${file} >> ${file}`], {
      stdio: 'ignore',
    });
    expect(results(readFileSync(file, 'utf8'))).toEqual(results(lines));
  });

  it('goes on where it was killed', async () => {
    const file = fresh();
    const flags = `${SWEEP.replace('1..2', '1..15')} --jobs 2 --resume ${file}`.split(' ');
    const killed = spawn(process.execPath, ['build/main.js', ...flags], { stdio: 'ignore' });
    const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0);
    while (lines() < 3) await new Promise((resolve) => setTimeout(resolve, 5));
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const before = lines();
    expect(before).toBeLessThan(30);
    const rest = headless(flags.join(' '));
    expect(rest.stdout.split('\n')).toHaveLength(30 - before + 1);
    const all = results(readFileSync(file, 'utf8'));
    expect(all).toHaveLength(30);
    expect(new Set(all).size).toBe(30);
  });

  it('leaves a file alone that is no file of results', () => {
    const file = fresh();
    for (const text of ['hello', 'hello\n', '{"experiment":3}\n', '[]\n']) {
      writeFileSync(file, text);
      const { status, stdout, stderr } = headless(`${SWEEP} --resume ${file}`);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^headless: --resume .* is no result of a run\n$/);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  it.each([
    ['--sweep components=1,0,5', 'components=1,0,5 is not taken. “Components”: 0 is too small'],
    ['--sweep moons=1', '--sweep moons=1 is not taken. The sweep cannot be read.'],
    ['--sweep width=1..200 --seeds 1..60', 'The sweep is too large; allowed: at most 10 000 runs.'],
    ['--model ffnn --sweep components=1,2', '“Components” is no setting of this model.'],
    ['--seeds 3..1', '“Seed”: 3..1 cannot be read'],
    ['--seeds 1 --jobs 0', '--jobs must be a whole number from 1 to 64'],
    ['--sweep', '--sweep needs a value'],
  ])('is refused whole before anything runs: %s', (flags, message) => {
    const file = fresh();
    const { status, stdout, stderr } = headless(`--resume ${file} ${flags}`);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(existsSync(file)).toBe(false);
  });
});
