import { button, expect, open, preset, status, test } from './fixtures.ts';

test('the timeline goes back to what the run was, and the run goes on from there', async ({
  page,
}) => {
  await open(page);
  await preset(page).selectOption({ label: 'Inverted, tuned' });
  const timeline = page.getByRole('slider', { name: 'Timeline', exact: true });
  const words = page.getByText(/^At x = /);
  /** The words, once they have caught up with the run. */
  const settled = async () => {
    let last: string | null = null;
    const same = async () => {
      const before = last;
      last = await words.textContent();
      return last === before;
    };
    await expect.poll(same, { intervals: [500] }).toBe(true);
    return last as unknown as string;
  };
  await expect(timeline).toBeDisabled();
  await button(page, 'Advance by…').click();
  await page.getByRole('menuitem', { name: 'Ten epochs' }).click();
  await expect(status(page)).toHaveText('Epoch 10 of 40');
  await expect(button(page, 'Play')).toBeVisible();
  await expect(timeline).toHaveAttribute('aria-valuetext', 'Epoch 10');
  const then = await settled();
  await button(page, 'Play').click();
  await expect(status(page)).toHaveText('Epoch 40 of 40');
  await expect(words).not.toHaveText(then);

  await timeline.focus();
  while ((await timeline.getAttribute('aria-valuetext')) !== 'Epoch 10') {
    await page.keyboard.press('ArrowLeft');
  }
  await expect(words).toHaveText(then);
  await expect(status(page)).toHaveText('Epoch 40 of 40');
  await button(page, 'Go on from here').click();
  await expect(status(page)).toHaveText('Epoch 10 of 40');
  await expect(words).toHaveText(then);
  await button(page, 'Step').click();
  await expect(status(page)).toHaveText('Epoch 11 of 40');
});
