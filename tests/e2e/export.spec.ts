import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';

const SHORT =
  'v=1&data=sine&points=100&noise=0&test=0.25&seed=1&model=ffnn&hidden=5&act=tanh&epochs=30&batch=75&order=fixed&lr=0.01&clip=0&decay=0&std=0&recover=1&engine=fused';

test('a run is saved as a file, and stands where it stood once that is opened', async ({
  page,
}) => {
  await page.goto(`/#/?${SHORT}&epoch=30`);
  await expect(page.getByText('Epoch 30 of 30', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save this run' }).click();
  const path = await (await download).path();
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  await page.goto('/#/learn');
  await page.goto('/');
  await expect(page.getByText('Epoch 0 of 1000', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByLabel('Open a saved run').setInputFiles({
    name: 'other.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('no run'),
  });
  await expect(page.getByRole('alert')).toContainText('It is no run that this page has saved');
  await page.getByLabel('Open a saved run').setInputFiles(path);
  await expect(page.getByText('Epoch 30 of 30', { exact: true })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a figure in a frame tells its height and does what the page around asks', async ({
  page,
  baseURL,
}) => {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<iframe width="900" height="600"></iframe><output></output><script>
      addEventListener('message', ({ data }) => {
        document.querySelector('output').textContent = data.height;
      });
    </script>`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const around = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const link = `${baseURL}/#/?embed=1&hide=controls&origin=${encodeURIComponent(around)}&${SHORT}`;
  await page.goto(around);
  await page.evaluate((src) => document.querySelector('iframe')!.setAttribute('src', src), link);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('figure', { name: 'Data and the model’s answer' })).toBeVisible();
  await expect(frame.getByRole('banner')).toHaveCount(0);
  // Its own style sheet has come with it.
  await expect(frame.getByRole('main')).toHaveCSS('display', 'grid');
  await expect(frame.getByRole('button', { name: 'Play', exact: true })).toHaveCount(0);
  await expect(page.locator('output')).toHaveText(/^\d{3,4}$/);
  await page.evaluate(() =>
    document.querySelector('iframe')!.contentWindow!.postMessage({ mdnPlayground: 'play' }, '*'),
  );
  await expect(frame.getByRole('slider', { name: 'Timeline' })).toHaveValue('30');
  // As narrow as a phone, each part has the whole width.
  await page.evaluate(() => document.querySelector('iframe')!.setAttribute('width', '390'));
  for (const part of [frame.getByRole('figure').first(), frame.getByRole('slider').last()]) {
    await expect.poll(async () => (await part.boundingBox())?.width).toBeGreaterThan(300);
  }
  server.close();
});
