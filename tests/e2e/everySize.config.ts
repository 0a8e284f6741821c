import { defineConfig } from '@playwright/test';
import config from './playwright.config.ts';

/** Every state of the site in every window and at every zoom: too long for each change. */
export default defineConfig({
  ...config,
  testMatch: 'everySize.ts',
  projects: [{ name: 'every size' }],
});
