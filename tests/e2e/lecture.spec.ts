import type { Page } from '@playwright/test';
import { button, expect, open, status, test } from './fixtures.ts';

const scene = (page: Page) => page.getByRole('main').getByRole('heading', { level: 1 });
const hash = (page: Page) => page.evaluate(() => location.hash.replace(/&epoch=\d+/, ''));

test('a ready lecture is given with a clicker’s keys at three projectors’ sizes, and nothing of it is lost', async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1024, height: 768 });
  await open(page);
  // One that has the full screen cannot be given another size.
  await page.evaluate(() => {
    Object.defineProperty(document, 'fullscreenEnabled', { value: false });
    Object.assign(window, { sameDocument: true });
  });
  await button(page, 'Scenes').click();
  await button(page, 'Why the mean is nobody’s answer').click();
  await button(page, 'Present from the first scene').click();
  await expect(scene(page)).toHaveText('One answer for each input');
  for (const [key, title, size] of [
    ['PageDown', 'A network learns the curve', [1024, 768]],
    ['PageUp', 'One answer for each input', [1366, 768]],
    ['ArrowDown', 'A network learns the curve', [1366, 768]],
    ['ArrowLeft', 'One answer for each input', [1366, 768]],
    ['ArrowRight', 'A network learns the curve', [1920, 1080]],
    ['PageDown', 'The same points, inverted', [1920, 1080]],
  ] as const) {
    const [width, height] = size;
    await page.setViewportSize({ width, height });
    await page.keyboard.press(key);
    await expect(scene(page)).toHaveText(title);
  }
  // The answer is hidden: the next press reveals it, and the one after it goes on.
  await expect(button(page, 'Reveal the answer')).toBeVisible();
  await expect(status(page)).toHaveText(/^Epoch 0 /);
  const area = (await page.getByRole('group', { name: 'Your guess' }).boundingBox())!;
  await page.mouse.move(area.x + 0.3 * area.width, area.y + 0.4 * area.height);
  await page.mouse.down();
  await page.mouse.move(area.x + 0.6 * area.width, area.y + 0.7 * area.height);
  await page.mouse.up();
  await page.keyboard.press('PageDown');
  await expect(page.getByRole('checkbox', { name: 'Your guess' })).toBeChecked();
  await expect(page.getByText(/^Test MSE of your guess: /)).toBeVisible();
  await expect(status(page)).toHaveText(/^Epoch [1-9]/);
  await page.keyboard.press('PageDown');
  await expect(scene(page)).toHaveText('The answer that nobody gave');
  await page.keyboard.press('F5');
  await expect(scene(page)).toHaveText('One answer for each input');
  // What is pressed at the end, over the figure and while it is black changes no setting.
  await page.mouse.click(500, 500);
  await expect.poll(() => hash(page)).toMatch(/data=sine.*&x=-/);
  const before = await hash(page);
  for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp', '.', '.', 'b', 'b']) {
    await page.keyboard.press(key);
  }
  expect(await hash(page)).toBe(before);
  await page.keyboard.press('b');
  await expect(button(page, 'Black until a key is pressed')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(button(page, 'Black until a key is pressed')).toHaveCount(0);
  await expect(status(page)).toHaveText(/^Epoch [1-9]/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('a scene of one’s own is added, ordered, deleted and brought back, and is there after a reload', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Scenes').click();
  const titles = page.getByRole('listitem').filter({ has: button(page, 'More for Two') });
  for (const title of ['One', 'Two']) {
    await button(page, 'Add the present state').click();
    await page.getByRole('textbox', { name: 'Title' }).fill(title);
  }
  await button(page, 'Move Two up').press('Enter');
  await expect(titles).toContainText('1. Two');
  await button(page, 'More for Two').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(titles).toHaveCount(0);
  await button(page, 'Bring back what was there').click();
  await expect(titles).toContainText('1. Two');
  await page.reload();
  await button(page, 'Scenes').click();
  await expect(titles).toContainText('1. Two');
});

test('the presenter’s window is in step with the stage, after a reload of either too', async ({
  page,
}) => {
  test.slow();
  await open(page);
  await button(page, 'Scenes').click();
  await button(page, 'Can you trust it?').click();
  await button(page, 'Present from the first scene').click();
  await expect(scene(page)).toHaveText('What a region promises');
  const opened = page.waitForEvent('popup');
  await button(page, 'Notes on a second screen').click();
  const notes = await opened;
  await expect(scene(notes)).toHaveText('What a region promises');
  await expect(notes.getByText(/meant to hold 50 in 100/)).toBeVisible();
  await expect(notes.getByText('Next: A test that needs no truth')).toBeVisible();

  await button(notes, 'Next scene').click();
  await expect(scene(page)).toHaveText('A test that needs no truth');
  // It stands on the stage alone, and is asked for all the same.
  await expect(page.getByRole('figure', { name: 'PIT histogram' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(scene(notes)).toHaveText('The bell is found out');
  await notes.reload();
  await expect(scene(notes)).toHaveText('The bell is found out');
  await page.reload();
  await expect(scene(page)).toHaveText('The bell is found out');
  await button(notes, 'Black').click();
  await expect(button(page, 'Black until a key is pressed')).toBeVisible();
  await button(notes, 'Previous scene').click();
  await expect(scene(page)).toHaveText('A test that needs no truth');
  await notes.getByRole('combobox', { name: 'Speed' }).selectOption('10 steps a second');
  await expect(page).toHaveURL(/&speed=10(&|$)/);
  await button(notes, '3 minutes').click();
  await expect(page.getByRole('timer')).toHaveText(/^[23]:/);
  await button(page, 'Hold').click();
  await expect(button(notes, 'Resume')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('timer')).toHaveText(/^[23]:/);
  await button(notes, 'Dismiss the timer').click();
  await expect(page.getByRole('timer')).toHaveCount(0);
});
