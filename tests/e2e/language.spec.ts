import { button, expect, field, open, reached, status, test } from './fixtures.ts';

const language = (name: string | RegExp) => ({ name });

test('the language can be switched and stays, and the run, its link and its numbers with it', async ({
  page,
}) => {
  await open(page);
  await field(page, 'Epochs').fill('20000');
  await button(page, 'Play').click();
  await reached(page, 3);
  await button(page, 'Pause').click();
  await expect(button(page, 'Play')).toBeVisible();
  await expect(page).toHaveURL(/epoch=/);
  const link = page.url();
  const [before] = /\d+/.exec((await status(page).textContent())!)!;

  await page.getByRole('combobox', language('Language')).selectOption('Русский');
  await expect(page.getByRole('figure', { name: 'Данные и ответ модели' })).toBeVisible();
  await expect(status(page)).toHaveText(new RegExp(`^Эпоха ${before} из 20.?000`));
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru');
  expect(page.url()).toBe(link);
  const rate = field(page, 'Скорость обучения');
  await expect(rate).toHaveValue('0,01');
  await rate.fill('0,02');
  await rate.press('Enter');
  await expect(page).toHaveURL(/lr=0\.01.*0\.02/);
  await button(page, 'Пуск').click();
  await expect.poll(() => status(page).textContent()).not.toContain(`Эпоха ${before} `);

  await page.goto('./#/learn/1');
  await expect(page.getByRole('heading', { level: 1, name: 'Прямая линия' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Прямая линия' })).toBeVisible();
  await page.getByRole('combobox', language('Язык')).selectOption('English');
  await expect(page.getByRole('heading', { level: 1, name: 'A straight line' })).toBeVisible();
});

test.describe('to a Russian browser', () => {
  test.use({ locale: 'ru-RU', viewport: { width: 390, height: 844 } });

  test('the page speaks Russian, fetches no English, and can be switched on a phone', async ({
    page,
  }) => {
    const asked: string[] = [];
    page.on('response', async (response) => {
      if (/\.js$/.test(response.url())) asked.push(await response.text());
    });
    await page.goto('./#/learn/1');
    await expect(page.getByRole('heading', { level: 1, name: 'Прямая линия' })).toBeVisible();
    await page.goto('./#/');
    await expect(button(page, 'Пуск')).toBeVisible();
    expect(asked.some((script) => script.includes('Обучить одну эпоху'))).toBe(true);
    expect(asked.filter((script) => script.includes('Train one epoch'))).toEqual([]);
    await page.getByRole('combobox', language('Language')).selectOption('English');
    await expect(button(page, 'Play')).toBeVisible();
  });
});
