import type { Page } from '@playwright/test';
import { button, expect, reached, test } from '../fixtures.ts';

// What the browser says of what a test takes away from it.
test.use({
  expectedErrors:
    /Failed to load|net::ERR|MIME type|CORS policy|Content Security Policy|sandbox|worker-src/,
});

const shown = (page: Page) => page.locator('[data-absence]:visible');

for (const [how, answer, sentence] of [
  ['missing', { status: 404 }, 'A script of this page is missing from its host'],
  [
    'of a wrong type',
    { contentType: 'text/plain', body: '0' },
    'does not send this page’s scripts',
  ],
  ['refused by the network', null, 'A script of this page could not be fetched'],
] as const) {
  test(`where the entry script is ${how}, a sentence says so in place of the page`, async ({
    page,
  }) => {
    await page.route('**/assets/index-*.js', (route) =>
      answer ? route.fulfill(answer) : route.abort(),
    );
    await page.goto('./#/');
    await expect(shown(page)).toHaveCount(1);
    await expect(shown(page)).toContainText(sentence);
  });
}

test('where no script at all comes, a sentence says so after a while', async ({ page }) => {
  await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  // The while is an animation's delay.
  const session = await page.context().newCDPSession(page);
  await session.send('Animation.enable');
  await session.send('Animation.setPlaybackRate', { playbackRate: 50 });
  await page.goto('./#/');
  await expect(shown(page)).toContainText(['The page’s scripts have not arrived', 'Скрипты']);
});

test.describe('to a Russian browser', () => {
  test.use({ locale: 'ru-RU' });

  test('a script that is missing is told in Russian alone', async ({ page }) => {
    await page.route('**/assets/index-*.js', (route) => route.fulfill({ status: 404 }));
    await page.goto('./#/');
    await expect(shown(page)).toHaveText(/На сервере нет одного из скриптов/);
  });
});

test('a frame without an origin of its own is named, and the way out of it', async ({
  page,
  baseURL,
}) => {
  await page.route('**/frame.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<iframe sandbox="allow-scripts" src="${baseURL}"></iframe>`,
    }),
  );
  await page.goto('./frame.html');
  const sentence = page.frameLocator('iframe').locator('[data-absence]:visible');
  await expect(sentence).toHaveCount(1);
  await expect(sentence).toContainText('open it in a tab of its own');
});

test('a policy without workers is named, and the rest of the page lives', async ({ page }) => {
  await page.route('./', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'content-security-policy': "worker-src 'none'" };
    await route.fulfill({ response, headers });
  });
  await page.goto('./#/');
  await expect(page.getByText('allows no workers (worker-src)')).toBeVisible();
  await expect(page.getByRole('figure').first()).toBeVisible();
});

test('without WebAssembly the page says why it is slow and how long a run takes', async ({
  page,
}) => {
  await page.route('**/assets/main-*.js', async (route) => {
    const response = await route.fetch();
    const body = `delete globalThis.WebAssembly;${await response.text()}`;
    await route.fulfill({ response, body });
  });
  await page.goto('./#/');
  await expect(page.getByText(/runs no WebAssembly, .* takes \d minutes or so/)).toBeVisible();
  await button(page, 'Play').click();
  await reached(page, 1);
});
