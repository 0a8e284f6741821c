import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { contentSecurityPolicy } from '../../../src/build/security.ts';
import { CHAPTERS } from '../../../src/content/chapters.ts';
import { startHost } from '../../helpers/host.ts';
import {
  button,
  epoch,
  expect,
  field,
  figure,
  MAIN_FIGURE,
  open,
  reached,
  test,
} from '../fixtures.ts';

// What the browser says of a network that is not there.
test.use({ serviceWorkers: 'allow', expectedErrors: /ERR_(INTERNET_DISCONNECTED|CONNECTION)/ });

const DIST = resolve(import.meta.dirname, '../../../dist');

/** Waits until the service worker has everything and answers for this page. */
async function kept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** Everything that the site can do, each in a page loaded anew; of the chapters, some. */
async function everythingWorks(page: Page, chapters = CHAPTERS): Promise<void> {
  const failed: string[] = [];
  page.on('requestfailed', (request) => {
    // What is given up because the page is left is no failure.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') failed.push(request.url());
  });
  await page.goto('about:blank');
  await open(page);
  await expect.poll(() => page.url()).toContain('engine=fused');
  const { hash } = new URL(page.url());
  for (const engine of ['fused', 'wasm', 'cpu']) {
    await page.goto('about:blank');
    await open(page, hash.replace('engine=fused', `engine=${engine}`));
    await expect(figure(page, MAIN_FIGURE).locator('.main-svg').first()).toBeVisible();
    await button(page, 'Play').click();
    await reached(page, 2);
    await expect(page.getByText('A slower engine')).toHaveCount(0);
  }
  expect(await page.evaluate(() => document.fonts.check('16px "Inter Variable"'))).toBe(true);
  for (const { number } of chapters) {
    await page.goto(`./#/learn/${number}`);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('figure').first()).toBeVisible();
  }
  expect(failed.filter((url) => !url.endsWith('/sw.js'))).toEqual([]);
}

test('after the first visit everything works without a network', async ({ page, context }) => {
  test.setTimeout(150_000);
  await page.goto('./#/');
  await kept(page);
  await context.setOffline(true);
  // All of them in the test below.
  await everythingWorks(page, CHAPTERS.slice(0, 1));
});

test.describe('in a sub-folder', () => {
  let cut: () => Promise<void>;
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    baseURL: async ({}, use) => {
      const host = await startHost('/some/folder/');
      cut = host.close;
      await use(host.url);
      await host.close();
    },
  });

  test('everything works after the host has gone, and the page can be installed', async ({
    page,
    context,
  }) => {
    test.setTimeout(150_000);
    await page.goto('./#/');
    await kept(page);
    const session = await context.newCDPSession(page);
    const manifest = await session.send('Page.getAppManifest');
    expect(manifest.errors).toEqual([]);
    const { start_url, scope } = JSON.parse(manifest.data as string);
    for (const address of [start_url, scope])
      expect(new URL(address, manifest.url).pathname).toBe('/some/folder/');
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // Tests run in a private window, from which nothing is installed.
    const errors = installabilityErrors.map(({ errorId }) => errorId);
    expect(errors.filter((id) => id !== 'in-incognito')).toEqual([]);
    await cut();
    await everythingWorks(page);
  });
});

test.describe('a newer version', () => {
  let folder: string;
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    baseURL: async ({}, use) => {
      folder = mkdtempSync(join(tmpdir(), 'site-'));
      cpSync(DIST, folder, { recursive: true });
      const host = await startHost('/', folder);
      await use(host.url);
      await host.close();
      rmSync(folder, { recursive: true });
    },
  });

  /** Puts another build in the place of the present one, in which every hashed file has another name. */
  function publish(version = '2'): void {
    const hashed = /-([\w-]{8})(?=\.\w+$)/;
    const names = readdirSync(join(folder, 'assets')).filter((name) => hashed.test(name));
    const renamed = (name: string) =>
      name.replace(hashed, (_, hash: string) => `-${hash.slice(1)}${hash[0]}`);
    const pages = ['index.html', 'sw.js', ...names.map((name) => join('assets', name))];
    for (const page of pages.filter((name) => /\.(html|js|css)$/.test(name))) {
      let text = readFileSync(join(folder, page), 'utf8');
      for (const name of names) text = text.replaceAll(name, renamed(name));
      writeFileSync(join(folder, page), text);
    }
    for (const name of names)
      renameSync(join(folder, 'assets', name), join(folder, 'assets', renamed(name)));
    const change = (name: string, from: RegExp, to: string) => {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text).toMatch(from);
      writeFileSync(join(folder, name), text.replace(from, to));
    };
    const meta = `<meta name="test-version" content="${version}">`;
    change('index.html', /(<meta name="test-version"[^>]*>)?<title>/, `${meta}<title>`);
    // What is written into the page names files too, and the policy names it by its hash.
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const policy = contentSecurityPolicy(page).replaceAll("'", '&#39;');
    change('index.html', /(?<=http-equiv="Content-Security-Policy" content=")[^"]*/, policy);
    const revision = `url:"index.html",revision:"${version}"`;
    change('sw.js', /url:"index\.html",revision:"\w+"/, revision);
  }
  const version = (page: Page) =>
    page.evaluate(() => document.querySelector('[name=test-version]')?.getAttribute('content'));
  const offer = (page: Page) => page.getByText('A new version is ready.');

  test('is offered, never forced during a run, and loaded when the user says so', async ({
    page,
    context,
  }) => {
    test.setTimeout(120_000);
    await page.goto('./#/');
    await kept(page);
    const other = await context.newPage();
    await open(other);
    await open(page);
    await field(page, 'Epochs').fill('20000');
    await button(page, 'Play').click();
    await reached(page, 5);
    publish();
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await expect(offer(page)).toBeVisible();
    await expect(offer(other)).toBeVisible();
    const before = await epoch(page);
    await reached(page, before + 5);
    expect(await version(page)).toBeUndefined();

    await button(other, 'Load it').click();
    await expect.poll(() => version(other).catch(() => null)).toBe('2');
    await expect(offer(other)).toHaveCount(0);
    // And a version after that one, which the first tab has never seen anything of.
    publish('3');
    await other.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    await button(other, 'Load it').click();
    await expect.poll(() => version(other).catch(() => null)).toBe('3');
    // The other tab goes on with what it has.
    const then = await epoch(page);
    await reached(page, then + 5);
    // It even finds what it has not loaded yet, and what it has to load again.
    page
      .workers()[0]!
      .evaluate(() => self.close())
      .catch(() => {});
    await expect(page.getByText(/training worker stopped answering/)).toBeVisible({
      timeout: 30_000,
    });
    await page.getByRole('link', { name: 'Learn', exact: true }).click();
    await page.getByRole('link', { name: 'One loss with five names' }).click();
    await expect(page.getByRole('figure').first()).toBeVisible();
    expect(await version(page)).toBeUndefined();
    await button(page, 'Load it').click();
    await expect.poll(() => version(page).catch(() => null)).toBe('3');
  });

  test('waits through a reload that was not meant for it', async ({ page }) => {
    await page.goto('./#/');
    await kept(page);
    publish();
    await page.reload();
    await expect(offer(page)).toBeVisible();
    expect(await version(page)).toBeUndefined();
  });
});
