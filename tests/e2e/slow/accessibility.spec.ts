import { CHAPTERS } from '../../../src/content/chapters.ts';
import { axeFindsNothing } from '../axe.ts';
import { button, expect, open, preset, reached, status, test } from '../fixtures.ts';
import { DIVERGING_MDN, SHORT_FFNN } from '../links.ts';

test('axe finds nothing on a phone, its settings open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await axeFindsNothing(page);
  await button(page, 'Settings').click();
  await axeFindsNothing(page);
});

test('axe finds nothing with More open, a bad value and a bad link', async ({ page }) => {
  await open(page, '#/?v=7');
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('spinbutton', { name: 'Points' }).fill('1');
  await axeFindsNothing(page);
});

test('axe finds nothing with a component lit, an explanation open, and the keys', async ({
  page,
}) => {
  await open(page);
  await page
    .getByRole('button', { name: /^Component \d+, weight/ })
    .first()
    .click();
  await axeFindsNothing(page);
  await button(page, 'About excess').click();
  await axeFindsNothing(page);
  await page.keyboard.press('Escape');
  await button(page, 'Keys').click();
  await axeFindsNothing(page);
});

test('axe finds nothing in a sweep, nor in its runs taken together', async ({ page }) => {
  await open(page, SHORT_FFNN);
  await button(page, 'Sweep').click();
  const dialog = page.getByRole('dialog', { name: 'Sweep', exact: true });
  await dialog.getByRole('textbox', { name: 'Seeds', exact: true }).fill('1..2');
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog.getByText(/runs have ended/)).toBeVisible();
  await dialog.getByRole('button', { name: 'These 2 as an ensemble' }).click();
  await expect(dialog.getByText(/points: NLL/)).toBeVisible();
  await axeFindsNothing(page);
});

test('axe finds nothing with a table open', async ({ page }) => {
  await open(page);
  await button(page, 'Step').click();
  await reached(page, 1);
  for (const name of ['Table of the answers', 'Table of the slice', 'Table of the loss']) {
    await button(page, name).click();
    await expect(page.getByRole('dialog', { name }).getByRole('table').first()).toBeVisible();
    await axeFindsNothing(page, name);
    await page.keyboard.press('Escape');
  }
});

test('axe finds nothing without noise, with an FFNN, and presenting', async ({ page }) => {
  await open(page);
  await page.getByRole('spinbutton', { name: 'Noise' }).fill('0');
  await axeFindsNothing(page);
  await preset(page).selectOption({ label: 'Inverted · FFNN' });
  await button(page, 'Step').click();
  await expect(page.getByText(/Scored as the Gaussian/)).toBeVisible();
  await axeFindsNothing(page);
  await button(page, 'Present').click();
  await axeFindsNothing(page);
});

test('axe finds nothing with a recovery told, its log open and its cures', async ({ page }) => {
  await open(page, DIVERGING_MDN);
  await button(page, 'Play').click();
  await expect(status(page)).toHaveText('Epoch 500 of 500');
  await button(page, 'Log of the run (4 events)').click();
  await axeFindsNothing(page);
});

test('axe finds nothing with a kept run that is renamed, and two runs side by side', async ({
  page,
}) => {
  await open(page, SHORT_FFNN);
  await button(page, 'Play').click();
  await expect(status(page)).toHaveText('Epoch 3 of 3');
  await button(page, 'Keep run').click();
  await page.getByRole('button', { name: /^More for / }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await axeFindsNothing(page);
  await page.getByRole('textbox', { name: 'Name of the run' }).fill('Mine');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Mine')).toBeVisible();
  await button(page, 'Compare').click();
  await expect(page.getByRole('region', { name: 'Right run' }).getByRole('status')).toBeVisible();
  await axeFindsNothing(page);
});

test('axe finds nothing on an unknown route', async ({ page }) => {
  await page.goto('./#/nowhere');
  await axeFindsNothing(page);
});

for (const width of [1440, 390]) {
  test(`axe finds nothing in the article at ${width} px, in either theme`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height: 844 });
    for (const path of ['', ...CHAPTERS.map((chapter) => `/${chapter.number}`)]) {
      await page.goto(`./#/learn${path}`);
      await expect(page.locator('main h2, main li').first()).toBeVisible();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      await axeFindsNothing(page, path);
    }
  });
}
