import { CHAPTERS } from '../../../src/content/chapters.ts';
import {
  button,
  expect,
  figure,
  LOSS_FIGURE,
  MAIN_FIGURE,
  open,
  preset,
  reached,
  test,
} from '../fixtures.ts';

// Any breach of the policy fails every test of this folder (see `guarded`).

test('loading, training and every way of showing keep to the content security policy', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('spinbutton', { name: 'Epochs', exact: true }).fill('20000');
  await button(page, 'Play').click();
  await reached(page, 5);
  const ways = page.getByRole('radiogroup', { name: 'Show', exact: true }).getByRole('radio');
  expect(await ways.count()).toBeGreaterThan(1);
  for (const way of await ways.all()) await way.click();
  for (const box of await page.getByRole('checkbox').all()) await box.click();
  for (const name of [MAIN_FIGURE, LOSS_FIGURE]) {
    await figure(page, name).hover();
    await page.mouse.move(700, 400, { steps: 5 });
  }
  await button(page, 'Advance by…').click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  for (const label of ['Sine · FFNN', 'Spiral · MDN']) {
    await preset(page).selectOption({ label });
    await button(page, 'Reset').click();
    await button(page, 'Play').click();
    await reached(page, 3);
  }
});

test('every chapter keeps to the policy, its formulas styled and its fonts there', async ({
  page,
}) => {
  for (const { number } of CHAPTERS) {
    await page.goto(`./#/learn/${number}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('figure').first()).toBeVisible();
    const styled = page.locator('[data-style]');
    if ((await styled.count()) > 0)
      await expect.poll(() => styled.first().getAttribute('style')).toMatch(/:/);
    await page.evaluate(() => document.fonts.ready);
  }
});

for (const engine of ['wasm', 'cpu']) {
  test(`the composed engine on ${engine} keeps to the policy`, async ({ page }) => {
    await open(page);
    await page.waitForTimeout(500);
    const { hash } = new URL(page.url());
    await page.goto('about:blank');
    await open(page, hash.replace('engine=fused', `engine=${engine}`));
    await button(page, 'Play').click();
    await reached(page, 2);
    await expect(page.getByText('A slower engine')).toHaveCount(0);
  });
}

test.describe('the policy itself', () => {
  test.use({ expectedErrors: /Content Security Policy/ });

  test('forbids to make code of text, inline scripts and styles, foreign requests and frames', async ({
    page,
  }) => {
    await page.goto('./#/nowhere');
    const outcome = await page.evaluate(async () => {
      const broken: string[] = [];
      // Kept from the guard, which takes every breach for a fault.
      addEventListener(
        'securitypolicyviolation',
        (event) => {
          broken.push(event.effectiveDirective);
          event.stopImmediatePropagation();
        },
        { capture: true },
      );
      const add = (name: string, text: string) => {
        const element = document.createElement(name);
        element.textContent = text;
        document.head.append(element);
      };
      // The policy does not bind the debugger's own call, only what comes after it.
      await new Promise((resolve) => setTimeout(resolve));
      let evaluated = true;
      try {
        // biome-ignore lint/security/noGlobalEval: it must fail
        eval('1');
      } catch {
        evaluated = false;
      }
      const fetched = await fetch('https://example.org/').then(
        () => true,
        () => false,
      );
      add('script', 'window.inlineRan = true');
      add('style', 'body { color: red }');
      document.body.setAttribute('style', 'color: red');
      const frame = document.createElement('iframe');
      frame.src = 'https://example.org/';
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const inlineRan = 'inlineRan' in window;
      return { evaluated, fetched, inlineRan, broken: [...new Set(broken)].sort() };
    });
    expect(outcome).toEqual({
      evaluated: false,
      fetched: false,
      inlineRan: false,
      broken: [
        'connect-src',
        'frame-src',
        'script-src',
        'script-src-elem',
        'style-src-attr',
        'style-src-elem',
      ],
    });
  });

  test('holds in the worker too, where the host sends it as a header', async ({ page }) => {
    await open(page);
    const [worker] = page.workers();
    const outcome = await worker!.evaluate(async () => {
      const fetched = await fetch('https://example.org/').then(
        () => true,
        () => false,
      );
      // Later, since the policy does not bind the debugger's own call.
      const evaluated = await new Promise((resolve) => {
        setTimeout(() => {
          try {
            resolve(new Function('return true')());
          } catch {
            resolve(false);
          }
        });
      });
      return { evaluated, fetched };
    });
    expect(outcome).toEqual({ evaluated: false, fetched: false });
  });
});

test('every answer of the preview carries the headers that the file for hosts names, and the page its policy', async ({
  request,
}) => {
  const file = await (await request.get('./_headers')).text();
  const lines = file.split('\n').slice(1, -1);
  const headers = (await request.get('./')).headers();
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) as RegExpExecArray;
    expect(headers[(name as string).toLowerCase()]).toBe(value);
  }
  // Where the host sends no headers, the page's own element has to do.
  const page = await (await request.get('./')).text();
  const [, own = ''] =
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page) ?? [];
  expect(own.replaceAll('&#39;', "'")).toBe(headers['content-security-policy']);
});
