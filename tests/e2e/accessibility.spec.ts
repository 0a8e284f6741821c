import { axeFindsNothing } from './axe.ts';
import { button, open, pause, reached, test } from './fixtures.ts';

// axe looks at every element, in both themes.
test.slow();

test('axe finds nothing before, during and after training', async ({ page }) => {
  await open(page);
  await axeFindsNothing(page);
  await button(page, 'Play').click();
  await reached(page, 3);
  await pause(page);
  await axeFindsNothing(page);
});
