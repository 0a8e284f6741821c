// The article's settings for three times as long, where plain training diverges now
// and then: inverted and spiral MDN, 3000 epochs, seeds 1 to 20. Reports how many
// runs recovered, that none ends non-finite, and that a replay of each run that
// recovered gives the same parameters.
// Usage: node tests/bench/recoveries.mjs [seeds]   (after npm run build)
import { execFileSync } from 'node:child_process';

const SEEDS = Number(process.argv[2] ?? 20);

function run(data, seed) {
  const flags = ['--data', data, '--model', 'mdn', '--epochs', '3000', '--seed', String(seed)];
  const output = execFileSync(process.execPath, ['build/main.js', ...flags, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output);
}

let failed = 0;
for (const data of ['inverted', 'spiral']) {
  const runs = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const result = run(data, seed);
    const replayed =
      result.recoveries === 0 || run(data, seed).parametersHash === result.parametersHash;
    const finite = Number.isFinite(result.freshLoss) && !result.diverged;
    if (!finite || !replayed) failed++;
    runs.push(result);
    console.log(
      `${data} seed ${seed}: fresh loss ${result.freshLoss?.toFixed(3)}, excess ${result.excess?.toFixed(3)}, ` +
        `${result.recoveries} recoveries${result.recoveries > 0 ? `, replay ${replayed ? 'identical' : 'DIFFERS'}` : ''}` +
        `${finite ? '' : ', NOT FINITE'}`,
    );
  }
  const recovered = runs.filter((r) => r.recoveries > 0).length;
  console.log(`${data}: ${recovered} of ${runs.length} runs recovered`);
}
process.exitCode = failed > 0 ? 1 : 0;
