// How much script, style and font a route loads, gzip (fonts and WebAssembly as they
// are sent). The article's first chapter has a budget for its script.
// Usage: npm run size   (after npm run build)
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview, runnerImport } from 'vite';

const BUDGET = { route: '#/learn/1', script: 150 };
const KINDS = { '.js': 'script', '.css': 'style', '.woff2': 'font', '.wasm': 'wasm' };

const { module } = await runnerImport('/tests/helpers/chromium.ts');
const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
const browser = await chromium.launch({
  executablePath: module.chromiumPath(),
  args: module.CHROMIUM_ARGUMENTS,
});
const kilobytes = (bytes) => bytes / 1000;
let over = false;
for (const route of ['#/', '#/learn', '#/learn/1', '#/learn/7']) {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const sizes = { script: 0, style: 0, font: 0, wasm: 0 };
  const pending = [];
  page.on('response', (response) => {
    const kind = KINDS[/\.\w+$/.exec(new URL(response.url()).pathname)?.[0]];
    if (!kind) return;
    pending.push(
      response.body().then((body) => {
        const plain = kind === 'font' ? body : gzipSync(body, { level: 9 });
        sizes[kind] += kilobytes(plain.length);
      }),
    );
  });
  await page.goto(server.resolvedUrls.local[0] + route);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  await Promise.all(pending);
  const text = Object.entries(sizes).map(([kind, size]) => `${kind} ${size.toFixed(1)} kB`);
  console.log(`${route.padEnd(12)} ${text.join(', ')}`);
  if (route === BUDGET.route && sizes.script > BUDGET.script) {
    console.log(`  over its budget of ${BUDGET.script} kB of script`);
    over = true;
  }
  await context.close();
}
await browser.close();
server.httpServer.close();
process.exit(over ? 1 : 0);
