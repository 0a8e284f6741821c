import type { Page } from '@playwright/test';
import type { Experiment } from '../../src/core/experiment.ts';
import { fingerprint } from '../../src/core/fingerprint.ts';
import { button, expect, field, open, status, test } from './fixtures.ts';
import { headless } from './headless.ts';
import { ONE_COMPONENT } from './links.ts';

/** What the page's workers were asked to run, and the last answer that came. */
interface Seen {
  workers: number;
  opened: { run: number; experiment: Experiment }[];
  answer: { run: number; parameters: number[] } | null;
}

type Watched = Window & { seen: Seen };

/** Notes what goes between the page and its workers. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: Seen = { workers: 0, opened: [], answer: null };
    (window as unknown as Watched).seen = seen;
    const send = Worker.prototype.postMessage as (message: unknown) => void;
    const heard = new WeakSet<Worker>();
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      const call = message as { verb: string } & Seen['opened'][number];
      if (call.verb === 'open') seen.opened.push(call);
      if (!heard.has(this)) {
        heard.add(this);
        seen.workers++;
        this.addEventListener('message', ({ data }) => {
          if (data.type !== 'frame' || data.state !== 'finished') return;
          seen.answer = { run: data.run, parameters: Array.from(data.parameters as Float32Array) };
        });
      }
      send.call(this, message);
    };
  });
}

/** The experiment whose answer is shown, once it is that of the last change, and the hash of its parameters. */
async function answered(page: Page) {
  const seen = () => page.evaluate(() => (window as unknown as Watched).seen);
  await expect
    .poll(async () => {
      const { answer, opened } = await seen();
      return answer?.run === opened.at(-1)?.run;
    })
    .toBe(true);
  const { answer, opened, workers } = await seen();
  const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes);
  const hash = await fingerprint(Float32Array.from(answer!.parameters), digest);
  return { experiment: opened.at(-1)!.experiment, hash, workers };
}

/** The parameters' hash of the run that the address stands for, in Node. */
async function replayed(page: Page, has: string): Promise<string> {
  await expect.poll(() => page.url()).toContain(has);
  return headless(page.url()).parametersHash;
}

const live = (page: Page) => page.getByRole('switch', { name: 'Live', exact: true });

/** Drags the slider under a field from its left end to its middle. */
async function dragToMiddle(page: Page, name: string): Promise<void> {
  const box = (await field(page, name)
    .locator('xpath=../following-sibling::div[@aria-hidden="true"]')
    .boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, y);
  await page.mouse.down();
  for (let i = 1; i <= 10; i++) await page.mouse.move(box.x + (i / 20) * box.width, y);
  await page.mouse.up();
}

test('with Live on, every change is answered by the whole run of its link', async ({ page }) => {
  await watch(page);
  await open(page, ONE_COMPONENT);
  await live(page).click();
  expect((await answered(page)).experiment.model).toMatchObject({ components: 1 });

  for (let k = 2; k <= 10; k++) {
    await field(page, 'Components').press('ArrowUp');
    if (k !== 2 && k !== 10) continue;
    const { experiment, hash } = await answered(page);
    expect(experiment.model).toMatchObject({ components: k });
    expect(hash).toBe(await replayed(page, `k=${k}&`));
  }

  await field(page, 'Components').fill('1');
  await field(page, 'Components').press('Enter');
  await expect(field(page, 'Components')).toHaveValue('1');
  await dragToMiddle(page, 'Components');
  await expect(field(page, 'Components')).toHaveValue('10');
  const { experiment, hash, workers } = await answered(page);
  expect(experiment.model).toMatchObject({ components: 10 });
  expect(hash).toBe(await replayed(page, 'k=10&'));
  expect(workers).toBe(1);
  await button(page, 'Undo').click();
  await expect(field(page, 'Components')).toHaveValue('1');
});

test('an address with Live on opens with Live on, and its answer appears', async ({ page }) => {
  await watch(page);
  // The run may have ended before its controls are looked at.
  await page.goto(`./${ONE_COMPONENT}&live=1`);
  await expect(live(page)).toBeChecked();
  await expect(status(page)).toHaveText('Epoch 13 of 13');
  expect((await answered(page)).experiment.model).toMatchObject({ components: 1 });
  await field(page, 'Components').press('ArrowUp');
  expect((await answered(page)).experiment.model).toMatchObject({ components: 2 });
});

test('with Live on, a hundred fast changes leave the last one shown, by one worker', async ({
  page,
}) => {
  await watch(page);
  await open(page, ONE_COMPONENT);
  await live(page).click();
  await field(page, 'Seed').evaluate(async (seed) => {
    for (let i = 0; i < 100; i++) {
      seed.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
    }
  });
  await expect(field(page, 'Seed')).toHaveValue('107');
  const { experiment, workers } = await answered(page);
  expect(experiment.seed).toBe(107);
  expect(workers).toBe(1);
});
