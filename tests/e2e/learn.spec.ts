import type { Locator, Page } from '@playwright/test';
import { CHAPTERS } from '../../src/content/chapters.ts';
import { chapters } from '../../src/i18n/en/article/chapters.ts';
import { button, epoch, expect, field, pause, reached, status, test } from './fixtures.ts';

const figure = (page: Page, name: string) => page.getByRole('figure', { name, exact: true });
const set = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true });

async function openChapter(page: Page, number: number, heading = ''): Promise<void> {
  await page.goto(`./#/learn/${number}${heading && `/${heading}`}`);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
}

/** A check by its title. */
const check = (page: Page, title: string) =>
  page.locator('section', { has: page.getByRole('heading', { level: 3, name: title }) });

/** A figure's large number by its name. */
const number = (within: Locator, name: string) =>
  within.locator('dl > div', { hasText: name }).locator('dd');

/** How many workers the page holds at present. */
async function countWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = Worker;
    const counted = window as unknown as { alive: number };
    counted.alive = 0;
    window.Worker = class extends Real {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        counted.alive++;
      }
      override terminate() {
        counted.alive--;
        super.terminate();
      }
    };
  });
}
const alive = (page: Page) => page.evaluate(() => (window as unknown as { alive: number }).alive);

test('the contents lead to every chapter and remember what was done', async ({ page }) => {
  await page.goto('./#/learn');
  await expect(page.getByRole('listitem')).toHaveCount(CHAPTERS.length);
  await page.getByRole('link', { name: 'One loss with five names' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One loss with five names');
  for (const label of ['Label 2 is 1', 'Label 3 is 1']) await button(page, label).click();
  await expect(check(page, 'An even chance')).toContainText('Done');
  await page.reload();
  await expect(check(page, 'An even chance')).toContainText('Done');
  await page.getByRole('link', { name: 'Contents' }).click();
  await expect(page.getByText('1 of 3 checks done')).toBeVisible();
  await button(page, 'Forget my progress').click();
  await button(page, 'Forget them').click();
  await expect(page.getByText('1 of 3 checks done')).toHaveCount(0);
});

test('the article opens with the reader’s answer, and two networks train beside it', async ({
  page,
}) => {
  await page.goto('./#/learn');
  const opening = figure(page, 'Your answer and two networks');
  await expect(button(page, 'This is my answer: train two networks')).toBeDisabled();
  await opening.getByRole('slider', { name: 'Your curve at x = 6' }).press('Shift+ArrowUp');
  await button(page, 'This is my answer: train two networks').click();
  const said = opening.locator('p', { hasText: 'The mixture says' }).first();
  await expect(said).toHaveText(
    /^At x = 5\.0 you say .+ the network says [67]\.\d\. The mixture says: 10\.\d \(\d\d.%\), [12]\.\d \(\d\d.%\)\.$/,
  );
  await opening.getByRole('slider', { name: 'Input x to ask at' }).first().press('ArrowRight');
  await expect(said).toContainText('At x = 5.2 you say');
});

/** Figures that have no name or no words to say what they show, and headings that leave a level out. */
const leftUnsaid = (page: Page) =>
  page.getByRole('main').evaluate((main) => {
    const wordsOf = (id: string) => document.getElementById(id)?.textContent?.trim() ?? '';
    const figures = [...main.querySelectorAll('figure')].filter((figure) => {
      const ids = figure.getAttribute('aria-describedby')?.split(' ') ?? [];
      return !figure.getAttribute('aria-label') || ids.map(wordsOf).join('') === '';
    });
    const headings = [...main.querySelectorAll('h1, h2, h3, h4, h5, h6')];
    const levels = headings.map(({ tagName }) => Number(tagName[1]));
    const jumps = headings.filter((_, i) => levels[i]! > (levels[i - 1] ?? 0) + 1);
    return [
      ...figures.map((figure) => figure.getAttribute('aria-label') ?? 'a figure without a name'),
      ...jumps.map((heading) => heading.textContent),
    ];
  });

test('every chapter opens cold from its link, its figures and headings are told in words', async ({
  page,
}) => {
  await page.goto('./#/learn');
  await expect(page.getByRole('figure')).toHaveCount(2);
  await expect.poll(() => leftUnsaid(page)).toEqual([]);
  for (const { number: chapter, slug } of CHAPTERS) {
    const { title } = chapters[slug];
    await page.goto('about:blank');
    await openChapter(page, chapter);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.getByRole('figure').first()).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(title));
    await expect.poll(() => leftUnsaid(page)).toEqual([]);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBe(0);
  }
});

test('a link to a heading goes there, and a slug is as good as a number', async ({ page }) => {
  await openChapter(page, 3, 'where-the-minimum-is');
  await expect(page.getByRole('heading', { name: /Where the minimum is/ })).toBeInViewport();
  await page.goto('./#/learn/spiral');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The spiral');
  await page.goto('./#/learn/nothing');
  await expect(page.getByText('There is no such chapter.')).toBeVisible();
});

test('a link to a heading goes there on a phone too, where the text is laid out late', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openChapter(page, 7, 'reading-the-answer');
  await expect(page.getByRole('heading', { name: /Reading the answer/ })).toBeInViewport();
  await page.waitForTimeout(500);
  await expect(page.getByRole('heading', { name: /Reading the answer/ })).toBeInViewport();
});

test('a chapter needs at most 150 kB of script before any figure lives', async ({ page }) => {
  const sizes: number[] = [];
  page.on('response', async (response) => {
    if (!new URL(response.url()).pathname.endsWith('.js')) return;
    const { gzipSync } = await import('node:zlib');
    sizes.push(gzipSync(await response.body()).length);
  });
  await openChapter(page, 1);
  await page.waitForTimeout(500);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
});

test('chapter 1: points are moved by keyboard and pointer, and the line is solved', async ({
  page,
}) => {
  await openChapter(page, 1);
  const byHand = figure(page, 'A line by hand');
  const sum = number(byHand, 'sum of squares');
  const least = number(byHand, 'the least possible');
  const before = await least.textContent();
  await byHand.getByRole('slider', { name: 'Point 1' }).press('Shift+ArrowUp');
  await expect(least).not.toHaveText(before as string);
  await expect(byHand).toContainText('You changed this figure.');
  await byHand.getByRole('button', { name: 'Solve it' }).click();
  await expect(sum).toHaveText((await least.textContent()) as string);
  await byHand.getByRole('button', { name: 'Back to the text’s setting' }).click();
  await expect(least).toHaveText(before as string);

  const point = byHand.getByRole('slider', { name: 'Point 3' });
  const box = (await point.boundingBox()) as {
    x: number;
    y: number;
    width: number;
    height: number;
  };
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 150, { steps: 4 });
  await page.mouse.up();
  await expect(least).not.toHaveText(before as string);
});

test('chapter 1: the text makes the equations unsolvable, and descent runs', async ({ page }) => {
  await openChapter(page, 1);
  await set(page, 'Put all the points above one another').click();
  await expect(page.getByRole('alert')).toContainText('no inverse');
  await expect(check(page, 'No answer, or too many')).toContainText('Done');
  await set(page, 'Bend the data').click();
  const ways = figure(page, 'Two ways to the minimum');
  const before = await number(ways, 'sum of squares').textContent();
  await ways.getByRole('button', { name: 'One step' }).click();
  await expect(number(ways, 'sum of squares')).not.toHaveText(before as string);
  await ways.getByRole('button', { name: 'Solve it' }).click();
  await expect(number(ways, 'sum of squares')).toHaveText(
    (await number(ways, 'the least possible').textContent()) as string,
  );
});

test('the keyboard goes past the header at once, and words that set a figure say what it shows', async ({
  page,
}) => {
  await openChapter(page, 8);
  await page.keyboard.press('Tab');
  await expect(button(page, 'Skip to the content')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await set(page, '7').click();
  await expect(
    page.getByText(/^Answers of the spiral has changed: 7\. At x = 7\.0: 3 answers, y = /),
  ).toBeAttached();
});

test('chapter 2: both losses have their minimum at the mean', async ({ page }) => {
  await openChapter(page, 2);
  await page.getByRole('radio', { name: 'Towards the outlying measurement' }).check();
  await expect(page.getByText('Try it in the figure.')).toBeVisible();
  await expect(check(page, 'A wider bell')).not.toContainText('Done');
  await page.getByRole('radio', { name: 'Nowhere: it stays where it is' }).check();
  await expect(check(page, 'A wider bell')).toContainText('Done');
  await field(page, 'Prediction μ').fill('4.4');
  await expect(check(page, 'One minimum')).toContainText('Done');
  await set(page, 'Widen the bell').click();
  await expect(field(page, 'Width σ')).toHaveValue('2.5');
});

test('chapter 3: a certain prediction is infinitely wrong', async ({ page }) => {
  await openChapter(page, 3);
  await field(page, 'Prediction p').fill('1');
  await expect(page.getByRole('row', { name: /log loss/ })).toContainText('∞');
  await set(page, 'Make all labels 1').click();
  await expect(page.getByText('least 0.000 at 1.000')).toBeVisible();
});

test('chapter 4: the noise sets the floor', async ({ page }) => {
  await openChapter(page, 4);
  await set(page, 'Without noise').click();
  await expect(number(figure(page, 'The sine data'), 'true curve')).toHaveText('0.00');
});

test('chapter 5: the network trains, its number is in the text, and the text sets it', async ({
  page,
}) => {
  await openChapter(page, 5);
  await button(page, 'Play').click();
  await reached(page, 20);
  await pause(page);
  const living = figure(page, 'A network on the sine data');
  const shown = (await number(living, 'test').textContent()) as string;
  await expect(page.locator('main p', { hasText: 'The test MSE is' }).first()).toContainText(shown);
  await set(page, 'three units').click();
  await expect(field(page, 'Hidden units')).toHaveValue('3');
  await expect(status(page)).toHaveText(/Epoch 0 of/);
  await field(page, 'Hidden units').fill('8');
  await expect(living).toContainText('You changed this figure.');
});

test('chapter 6: one guesses, then the network answers', async ({ page }) => {
  await openChapter(page, 6);
  const living = figure(page, 'Your guess and the network’s answer');
  const train = button(page, 'This is my guess: train the network');
  await expect(train).toBeDisabled();
  await living.getByRole('slider', { name: 'Your curve at x = 6' }).press('Shift+ArrowUp');
  await expect(living).toContainText('your curve: test MSE');
  // What the picture does not show yet, no description and no table may tell.
  await expect(living).not.toHaveAccessibleDescription(/At x =/);
  await expect(button(page, 'Table of the answers')).toHaveCount(0);
  await train.click();
  await reached(page, 20);
  await pause(page);
  await expect(living).toHaveAccessibleDescription(
    /Means, each with one standard deviation\.( At x = −?[\d.]+: −?[\d.]+ ± [\d.]+\.){5} Epoch \d+ of 2000: train [\d.]+, test [\d.]+, squared target units\./,
  );
  await button(page, 'Table of the answers').click();
  await expect(page.getByRole('dialog').getByRole('rowheader')).toHaveCount(21);
  await button(page, 'Close').click();
  await button(page, 'Table of the loss').click();
  await expect(page.getByRole('table', { name: 'Loss by epoch' })).toBeVisible();
});

test('chapter 7: a mixture is set by hand, drawn from, and learned', async ({ page }) => {
  await openChapter(page, 7);
  for (const [name, value] of [
    ['Mean μ 1', '-13.7'],
    ['Mean μ 3', '13.6'],
    ['Width σ 1', '0.8'],
    ['Width σ 2', '0.5'],
    ['Width σ 3', '0.8'],
    ['Weight 2', '0.5'],
  ] as const) {
    await field(page, name).fill(value);
  }
  await expect(check(page, 'Three bells')).toContainText('Done');
  await button(page, 'Draw one').click();
  await expect(page.getByText(/^Component \d, then y = /)).toBeVisible();

  await set(page, 'K = 5').click();
  await expect(field(page, 'Components K')).toHaveValue('5');
  await figure(page, 'The network’s mixtures').scrollIntoViewIfNeeded();
  await button(page, 'Play').click();
  await reached(page, 20);
  const mixtures = figure(page, 'The network’s mixtures');
  await mixtures.getByRole('slider', { name: 'Input x of the cut' }).press('ArrowRight');
  await expect(mixtures).toContainText('At x = 4.2 the mixture answers');
  await mixtures.getByRole('button', { name: 'Take the next point' }).click();
  await expect(mixtures.getByRole('table', { name: /What the point asks/ })).toBeVisible();
  await set(page, 'ten samples at each test point').click();
  await expect(page.getByRole('radio', { name: '10 samples' })).toBeChecked();
});

test('chapter 10: far from its mean a point breaks the naive loss, and most untrained networks have such points', async ({
  page,
}) => {
  await openChapter(page, 10);
  await set(page, '15').click();
  await expect(page.getByRole('row', { name: /density, then log/ })).toContainText('NaN');
  const naive = figure(page, 'Infinite before the first step');
  await button(page, 'Count them').click();
  await expect(naive.getByRole('row', { name: /^1 / })).toContainText(/2\d of 30/);
});

test('chapter 8: the text counts the arms and changes the network', async ({ page }) => {
  await openChapter(page, 8);
  const answers = number(figure(page, 'Answers of the spiral'), 'answers there');
  await set(page, 'x = −0.8').click();
  await expect(answers).toHaveText('6');
  await set(page, '7').click();
  await expect(answers).toHaveText('3');
  await set(page, 'network of chapter 7').click();
  await expect(field(page, 'Components K')).toHaveValue('30');
  await figure(page, 'Networks on the spiral').scrollIntoViewIfNeeded();
  await button(page, 'Play').click();
  await reached(page, 10);
});

test('a run takes its experiment along to the playground', async ({ page }) => {
  await openChapter(page, 7);
  await set(page, 'K = 5').click();
  await page.getByRole('link', { name: 'Open in the playground' }).click();
  await expect(field(page, 'Components')).toHaveValue('5');
  await expect(button(page, 'Play')).toBeEnabled();
});

test('nothing trains out of sight, and a figure far away holds no worker', async ({ page }) => {
  await countWorkers(page);
  await page.setViewportSize({ width: 1440, height: 500 });
  await openChapter(page, 8);
  expect(await alive(page)).toBe(0);
  await set(page, 'network of chapter 7').click();
  // At full speed it may have ended before it is scrolled away.
  await page
    .getByRole('combobox', { name: 'Speed', exact: true })
    .first()
    .selectOption({ index: 2 });
  await button(page, 'Play').click();
  await reached(page, 5);
  expect(await alive(page)).toBe(1);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => alive(page)).toBe(0);
  await figure(page, 'Networks on the spiral').scrollIntoViewIfNeeded();
  await expect.poll(() => alive(page)).toBe(1);
  const stopped = await epoch(page);
  expect(stopped).toBeGreaterThanOrEqual(5);
  await expect(button(page, 'Play')).toBeEnabled();
  await button(page, 'Play').click();
  await reached(page, stopped + 5);
});

test('the contents begin at their top, and going back brings the place where they were left', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#/');
  await expect(page.getByRole('button', { name: 'Keep run' })).toBeVisible();
  await page.evaluate(() => scrollTo(0, 1200));
  await page.getByRole('link', { name: 'Learn' }).dispatchEvent('click');
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  const scrolled = () => page.evaluate(() => scrollY);
  await expect.poll(scrolled).toBe(0);
  await page.evaluate(() => scrollTo(0, 300));
  const noted = () => page.evaluate(() => history.state?.scroll);
  await expect.poll(noted).toBe(300);
  await page.locator('main a[href="#/learn/1"]').first().dispatchEvent('click');
  await expect(page).toHaveURL(/learn\/1/);
  await expect.poll(scrolled).toBe(0);
  await page.goBack();
  await expect.poll(scrolled).toBe(300);
});
