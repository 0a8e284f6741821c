/** What a smoke run found. */
export interface SmokeReport {
  /** What was done and seen, in order. */
  readonly done: readonly string[];
  /** Exceptions and rejections that nobody caught. */
  readonly errors: readonly string[];
}

/**
 * Uses the built page as a person would: trains, steps, resets, goes through
 * the views, the presets and the chapters. Self-contained: a browser driver
 * sends its text into the page, opened at `#/`.
 *
 * @throws Error that names what did not happen in time
 */
export async function smokeRun(): Promise<SmokeReport> {
  const done: string[] = [];
  const errors: string[] = [];
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));

  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const until = async (what: string, test: () => unknown) => {
    const end = performance.now() + 60_000;
    while (!test()) {
      if (performance.now() > end) throw new Error(`It did not happen: ${what}.`);
      await sleep(50);
    }
    done.push(what);
  };
  const nameOf = (element: Element) =>
    element.getAttribute('aria-label') ?? element.textContent?.trim();
  const find = (selector: string, name: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].find(
      (element) => nameOf(element) === name,
    );
  const button = (name: string) => find('button', name) as HTMLButtonElement | undefined;
  const ready = (name: string) => button(name)?.disabled === false;
  const epoch = () =>
    Number(/^Epoch (\d+)/.exec(document.querySelector('[role=status]')?.textContent ?? '')?.[1]);
  const figure = (name: string) => find('figure', name);

  await until('the page is ready', () => ready('Play') && epoch() === 0);
  for (const name of ['Data and the model’s answer', 'Slice through the density', 'Loss']) {
    await until(`the figure “${name}” is drawn`, () => figure(name)?.querySelector('svg.main-svg'));
  }
  button('Play')!.click();
  await until('it trains', () => epoch() >= 10);
  button('Pause')!.click();
  await until('it pauses', () => ready('Play'));
  await sleep(500);
  const paused = epoch();
  await sleep(500);
  if (epoch() !== paused) throw new Error('It went on after Pause.');
  button('Step')!.click();
  await until('it steps by one epoch', () => epoch() === paused + 1);

  const views = document.querySelectorAll<HTMLInputElement>('[aria-label=Show] input');
  if (views.length !== 5) throw new Error(`There are ${views.length} views.`);
  for (const view of views) {
    view.click();
    await until(`the view “${view.value}” is chosen`, () => view.checked);
    await sleep(200);
  }

  const cursor = document.querySelector('[role=slider][aria-describedby]') as HTMLElement;
  const words = () =>
    document.getElementById(cursor.getAttribute('aria-describedby') as string)?.textContent;
  const before = words();
  for (let i = 0; i < 10; i++) {
    cursor.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
  }
  await until('the slice follows the cursor', () => words() !== before);

  button('Reset')!.click();
  await until('it resets', () => epoch() === 0);

  const preset = [...document.querySelectorAll('select')].find((select) =>
    [...select.options].some(({ label }) => label === 'Spiral · FFNN'),
  )!;
  for (const label of ['Spiral · FFNN', 'Sine · FFNN', 'Spiral · MDN']) {
    const { value } = [...preset.options].find((option) => option.label === label)!;
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(preset, value);
    preset.dispatchEvent(new Event('change', { bubbles: true }));
    await until(`${label} is ready`, () => ready('Play') && epoch() === 0);
    button('Play')!.click();
    await until(`${label} trains`, () => epoch() >= 5);
    button('Pause')!.click();
    await until(`${label} pauses`, () => ready('Play'));
  }

  const title = () => document.querySelector('h1')?.textContent;
  for (let chapter = 1; chapter <= 9; chapter++) {
    const last = title();
    location.hash = `#/learn/${chapter}`;
    await until(
      `chapter ${chapter} opens`,
      () => title() !== last && document.querySelectorAll('main figure').length > 0,
    );
    await sleep(300);
  }
  location.hash = '#/learn/5';
  await until('the figure of chapter 5 can be played', () => ready('Play'));
  button('Play')!.scrollIntoView({ block: 'center' });
  button('Play')!.click();
  await until('the figure of chapter 5 trains', () => epoch() >= 5);
  location.hash = '#/nowhere';
  await until('an unknown route says so', () => !document.querySelector('main figure'));
  location.hash = '#/';
  await until('the playground comes back', () => ready('Play'));
  return { done, errors };
}
