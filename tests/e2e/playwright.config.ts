import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../helpers/chromium.ts';

/** Another one lets two checkouts be tested side by side. */
const PORT = Number(process.env.PORT ?? 4173);

/** Tests with this tag measure how long something takes. */
const TIMED = /@timed/;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  projects: [
    // A page and its worker leave room on two cores: most tests wait most of the time.
    { name: 'pages', testIgnore: '**/slow/**' },
    // What takes long and rarely breaks.
    { name: 'slow', testDir: 'slow', grepInvert: TIMED },
    // What holds a time has the machine to itself.
    { name: 'timed', testDir: 'slow', grep: TIMED, workers: 1, dependencies: ['slow'] },
  ],
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // Faults are injected into a browser on a machine that others use too.
  retries: process.env.CI ? 2 : 0,
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    // A service worker would answer in the network's stead; the tests of it let it in.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS },
    trace: 'on-first-retry',
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    cwd: '../..',
    url: `http://127.0.0.1:${PORT}`,
    reuseExistingServer: !process.env.CI,
  },
});
