import {
  button,
  expect,
  figure,
  LOSS_FIGURE,
  MAIN_FIGURE,
  open,
  reached,
  status,
  test,
} from './fixtures.ts';
import { DIVERGING_FFNN, DIVERGING_MDN, ONE_COMPONENT } from './links.ts';

test('a recovery is told by a mark on the loss, a line in the log and cures as buttons', async ({
  page,
}) => {
  await open(page, DIVERGING_MDN);
  await expect(page.getByRole('button', { name: /^Log of the run/ })).toHaveCount(0);
  await button(page, 'Play').click();
  await expect(status(page)).toHaveText('Epoch 500 of 500');
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('The loss diverged at step 622. Training went back');

  const mark = figure(page, LOSS_FIGURE).getByText('×');
  await expect(mark).toHaveCount(1);
  await mark.hover();
  await expect(figure(page, LOSS_FIGURE)).toContainText('step 573: diverged, back to step 550');

  await notices.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notices).toHaveCount(0);
  await button(page, 'Log of the run (4 events)').click();
  const lines = page.getByRole('list', { name: 'Events of the run' }).getByRole('listitem');
  await expect(lines).toHaveCount(4);
  await expect(lines.first()).toHaveText(
    /^Step 573, epoch 71: the loss of the batch rose to .* the smallest σ fell from .* Training went back to step 550, halved the learning rate to 0.5 /,
  );

  const floor = page
    .getByRole('list', { name: 'What may help' })
    .getByRole('button', { name: 'Set a variance floor' });
  await expect(floor).toHaveAccessibleDescription(/hundredth of the targets’ standard deviation/);
  await floor.click();
  await expect(status(page)).toHaveText('Epoch 0 of 500');
  await expect.poll(() => new URL(page.url()).hash).toContain('floor=0.0001');
  await expect(lines).toHaveCount(0);
  await expect(mark).toHaveCount(0);
  await button(page, 'Undo').click();
  await expect.poll(() => new URL(page.url()).hash).toContain('floor=0&');
});

test('a feed-forward run that stopped is offered its cures, and a lower rate starts it again', async ({
  page,
}) => {
  await open(page, DIVERGING_FFNN.replace('recover=1', 'recover=0'));
  await button(page, 'Play').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('The loss diverged at step 2 and training stopped.');
  await expect(figure(page, LOSS_FIGURE).getByText('×')).toHaveCount(1);
  await expect(alert.getByRole('button', { name: 'Set a variance floor' })).toHaveCount(0);
  const lower = alert.getByRole('button', { name: 'Lower the rate to 0.33' });
  await expect(lower).toHaveAccessibleDescription(/^A lower learning rate/);
  await lower.click();
  await expect(alert).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).hash).toContain('lr=0.33&');
  await expect(status(page)).toHaveText('Epoch 0 of 500');
  await button(page, 'Play').click();
  await reached(page, 1);
  await expect(button(page, 'Undo')).toBeEnabled();
});

test('a lower rate is taken up by a run that goes on, and its log stays', async ({ page }) => {
  await open(page, DIVERGING_MDN);
  await button(page, 'Play').click();
  await expect(status(page)).toHaveText('Epoch 500 of 500');
  const notices = page.getByRole('region', { name: 'Notices' });
  await notices.getByRole('button', { name: 'Lower the rate to 0.33' }).click();
  await expect.poll(() => new URL(page.url()).hash).toContain('rates=4000:0.33');
  await expect(notices.getByRole('button', { name: /^Lower the rate/ })).toHaveCount(0);
  await expect(button(page, 'Log of the run (4 events)')).toBeVisible();
  await expect(status(page)).toHaveText('Epoch 500 of 500');
});

test('on a phone the figure stays where it is when a run ends and is told about', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, DIVERGING_MDN);
  const before = await figure(page, MAIN_FIGURE).boundingBox();
  await button(page, 'Play').click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('diverged');
  await expect(button(page, 'Train longer')).toBeVisible();
  expect(await figure(page, MAIN_FIGURE).boundingBox()).toEqual(before);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('a run that ends far above the best reachable is told why, and its cure cures it', async ({
  page,
}) => {
  await open(page, ONE_COMPONENT);
  await button(page, 'Play').click();
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText(/ends 1\.\d+ ± 0\.0\d+ nats above the best reachable/);
  await expect(notices).toContainText('The one component is in use, and more would be used.');
  await notices.getByRole('button', { name: 'Use 10 components' }).click();
  await expect(notices).toHaveCount(0);
  await expect.poll(() => new URL(page.url()).hash).toContain('k=10&');
  await button(page, 'Play').click();
  await expect(status(page)).toHaveText('Epoch 13 of 13');
  await expect(page.getByRole('region', { name: 'Scores' })).toContainText('On 20 000 fresh');
  await expect(notices).toHaveCount(0);
});
