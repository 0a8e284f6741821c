// Runs the article's five presets over three seeds through the headless command
// and holds the loss on fresh points to the band that it must lie in.
// Usage: npm run bands [-- --engine wasm]   (after npm run build)
import { execFileSync } from 'node:child_process';

const BANDS = [
  { label: 'Sine · FFNN', least: 0, most: 1.15 },
  { label: 'Inverted · FFNN', least: 39.6, most: 48 },
  { label: 'Inverted · MDN', least: 0, most: 1.8 },
  { label: 'Spiral · FFNN', least: 38, most: 48 },
  { label: 'Spiral · MDN', least: 0, most: 2.5 },
];
const SEEDS = [1, 2, 3];

let failed = 0;
for (const { label, least, most } of BANDS) {
  for (const seed of SEEDS) {
    const flags = ['--preset', label, '--seed', String(seed), ...process.argv.slice(2), '--json'];
    const output = execFileSync(process.execPath, ['build/main.js', ...flags], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { freshLoss, truthLoss, excess, seconds, recoveries, engine } = JSON.parse(output);
    const inside = freshLoss >= least && freshLoss <= most;
    if (!inside) failed++;
    console.log(
      [
        inside ? 'ok  ' : 'FAIL',
        label.padEnd(16),
        `seed ${seed}`,
        `fresh loss ${freshLoss.toFixed(3)} (${least} to ${most})`,
        `best ${truthLoss.toFixed(3)}`,
        `excess ${excess.toFixed(3)}`,
        `${seconds.toFixed(1)} s`,
        `${recoveries} recoveries`,
        engine,
      ].join('  '),
    );
  }
}
process.exitCode = failed > 0 ? 1 : 0;
