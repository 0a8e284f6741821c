// Whether the built site can be used in Chromium, Firefox and WebKit.
// Usage: npm run test:browsers   (after npm run build)
import { everyBrowser, load } from './drivers.mjs';

const { smokeRun } = await load('/tests/helpers/smokeRun.ts');

await everyBrowser('', async (name, page) => {
  const { done, errors } = await page.evaluate(smokeRun.toString());
  for (const error of errors) console.log(`${name}: nobody caught: ${error}`);
  console.log(`${name}: ${done.length} things were done and seen, ${errors.length} errors`);
  return errors.length === 0;
});
