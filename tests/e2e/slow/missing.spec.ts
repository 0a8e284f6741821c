import type { Page } from '@playwright/test';
import { button, expect, figure, MAIN_FIGURE, open, reached, status, test } from '../fixtures.ts';

// What the browser and React write of a script that could not be had.
test.use({
  expectedErrors: /Failed to load resource|net::ERR|Failed to fetch dynamically|The above error/,
});

const refuse = (page: Page, files: string) => page.route(files, (route) => route.abort());

test('where Plotly cannot be loaded the figures say so, the run trains, and a reload brings them', async ({
  page,
}) => {
  await refuse(page, '**/plotly-*.js');
  await page.goto('./#/');
  const alert = figure(page, MAIN_FIGURE).getByRole('alert');
  await expect(alert).toContainText('The figure could not be loaded.');
  await page.getByRole('spinbutton', { name: 'Seed', exact: true }).fill('99');
  await button(page, 'Play').click();
  await reached(page, 5);
  await page.unroute('**/plotly-*.js');
  await alert.getByRole('button', { name: 'Load the page again' }).click();
  await expect(figure(page, MAIN_FIGURE).locator('.plot-container').first()).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: 'Seed', exact: true })).toHaveValue('99');
});

test('a route that cannot be loaded says so, and a reload goes where it was', async ({ page }) => {
  await open(page);
  await refuse(page, '**/Learn-*.js');
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('A part of this page could not be loaded.');
  // The other pages are as near as before, the run included.
  await page.getByRole('link', { name: 'Playground', exact: true }).click();
  await expect(button(page, 'Step')).toBeEnabled();
  await page.getByRole('link', { name: 'Learn', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute('**/Learn-*.js');
  await button(page, 'Load the page again').click();
  await expect(page.getByRole('listitem').first()).toBeVisible();
  expect(page.url()).toMatch(/#\/learn$/);
});

test('a chapter that cannot be loaded says so, and a reload brings it', async ({ page }) => {
  await refuse(page, '**/02-squared-error-*.js');
  await page.goto('./#/learn/2');
  await expect(page.getByRole('alert')).toBeVisible();
  await page.unroute('**/02-squared-error-*.js');
  await button(page, 'Load the page again').click();
  await expect(page.getByRole('figure').first()).toBeVisible();
});

test('a menu that cannot be loaded says so', async ({ page }) => {
  await open(page);
  await refuse(page, '**/OpenedMenu-*.js');
  await button(page, 'Theme').click();
  await expect(page.getByText('A part of this page could not be loaded.')).toBeVisible();
  await page.unroute('**/OpenedMenu-*.js');
  await button(page, 'Load the page again').click();
  await button(page, 'Theme').click();
  await expect(page.getByRole('menuitemradio', { name: 'Dark' })).toBeVisible();
});

test.describe('in a figure of the article', () => {
  async function openLiving(page: Page) {
    await page.goto('./#/learn/5');
    const living = figure(page, 'A network on the sine data');
    await living.scrollIntoViewIfNeeded();
    return living;
  }

  test('a worker that cannot be had is told, and can be tried again', async ({ page }) => {
    await refuse(page, '**/assets/main-*.js');
    const living = await openLiving(page);
    await expect(living).toContainText('The training worker does not start.');
    await page.unroute('**/assets/main-*.js');
    await button(page, 'Try again').click();
    await button(page, 'Play').click();
    await reached(page, 5);
    await expect(living).not.toContainText('The training worker does not start.');
  });

  test('a slower engine that stands in is named', async ({ page }) => {
    await refuse(page, '**/*.wasm');
    const living = await openLiving(page);
    await expect(living).toContainText('A slower engine stands in here: Composed, JavaScript.');
    await button(page, 'Play').click();
    await reached(page, 2);
    await expect(status(page)).toHaveText(/Epoch \d+ of 2000/);
  });
});
