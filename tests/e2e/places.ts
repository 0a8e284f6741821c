import type { Page } from '@playwright/test';
import { CHAPTERS } from '../../src/content/chapters.ts';
import {
  button,
  expect,
  figure,
  MAIN_FIGURE,
  open,
  pause,
  present,
  preset,
  radio,
  reached,
  status,
} from './fixtures.ts';
import { type Layout, layoutOf } from './layout.ts';
import { DIVERGING_FFNN, ONE_COMPONENT, SHORT_FFNN } from './links.ts';
import { switchTo } from './longWords.ts';

/** A window, in CSS pixels. */
export type Size = readonly [width: number, height: number];

/** The part of the window's width below which the settings wait in a sheet, in CSS pixels. */
const NARROW = 760;

/** A stage no higher than this has smaller type, in px. */
const LOW = 576;

/** Windows of phones, tablets, laptops and projectors. */
export const SIZES: readonly Size[] = [
  [320, 568],
  [390, 844],
  [844, 390],
  [768, 1024],
  [856, 1024],
  [1024, 768],
  [1120, 800],
  [1180, 800],
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [1556, 900],
  [1920, 1080],
  [2560, 1440],
];

/** Those that a finger uses. */
export const TOUCHED: readonly Size[] = [
  [320, 568],
  [390, 844],
  [844, 390],
  [768, 1024],
  [1024, 768],
];

/** Browser zoom Z makes of a window W wide one of W / Z CSS pixels. */
const zoomed =
  ([width, height]: Size) =>
  (zoom: number): Size => [Math.round(width / zoom), Math.round(height / zoom)];

/** Laptops and a hall's screen at zooms from 50 % to 300 %. */
export const ZOOMED: readonly Size[] = (
  [
    [1366, 768],
    [1920, 1080],
    [2560, 1440],
  ] as const
).flatMap((size) => [0.5, 0.8, 1.1, 1.25, 1.5, 2, 3].map(zoomed(size)));

/** One state of the site in which its layout is looked at. */
export interface Place {
  readonly name: string;
  readonly enter: (page: Page) => Promise<unknown>;
  /** Windows in which there is no such state. */
  readonly not?: (size: Size) => boolean;
}

const wide = ([width]: Size) => width >= NARROW;

/** Opens the playground anew: another link by itself would leave a run under way. */
async function afresh(page: Page, hash?: string): Promise<void> {
  await page.goto('about:blank');
  await open(page, hash);
}

/** Trains a while and stops. */
async function trained(page: Page, label: string, hash = '#/'): Promise<void> {
  await afresh(page, hash);
  if (label) await preset(page).selectOption({ label });
  await button(page, 'Play').click();
  await reached(page, 20);
  await pause(page);
}

const view = (name: string): Place => ({
  name: `the view ${name}`,
  enter: (page) => radio(page, 'Show', name).check(),
});

/** The playground. Each state is entered from the one before it. */
export const PLAYGROUND: readonly Place[] = [
  { name: 'a fresh playground', enter: (page) => afresh(page) },
  { name: 'a paused run', enter: (page) => trained(page, '') },
  view('Data'),
  view('Means'),
  view('Samples'),
  view('Bands'),
  view('Density'),
  {
    name: 'a chosen point, the truth shown, the settings unfolded',
    enter: async (page) => {
      await page.getByRole('checkbox', { name: 'Truth' }).check();
      await figure(page, MAIN_FIGURE).scrollIntoViewIfNeeded();
      const box = (await figure(page, MAIN_FIGURE).boundingBox())!;
      await page.mouse.click(box.x + 0.55 * box.width, box.y + 0.45 * box.height);
      await page.getByText('More', { exact: true }).click();
    },
  },
  {
    name: 'an explanation',
    enter: (page) => button(page, 'About excess').click(),
  },
  ...['answers', 'loss', 'slice'].map((of) => ({
    name: `the table of the ${of}`,
    enter: async (page: Page) => {
      await page.keyboard.press('Escape');
      await button(page, `Table of the ${of}`).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  })),
  {
    name: 'about the page',
    enter: async (page) => {
      await page.keyboard.press('Escape');
      await button(page, 'About').click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'the keys',
    enter: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'presenting',
    enter: async (page) => {
      await page.keyboard.press('Escape');
      await present(page);
    },
  },
  {
    name: 'presenting, with its bar and two figures',
    enter: async (page) => {
      await page.getByRole('button', { name: 'Arrange the stage' }).click();
      await page.getByRole('combobox', { name: 'Beside it' }).selectOption('Loss');
      await page.keyboard.press('Escape');
      await page.keyboard.press('m');
    },
  },
  {
    name: 'training, presented',
    enter: (page) => button(page, 'Play').click(),
  },
  {
    name: 'training',
    enter: (page) => page.keyboard.press('Escape'),
  },
  {
    name: 'a finished run of one answer',
    enter: async (page) => {
      await afresh(page, SHORT_FFNN);
      await button(page, 'Play').click();
      await expect(status(page)).toHaveText('Epoch 3 of 3');
    },
  },
  {
    name: 'a kept run',
    enter: async (page) => {
      await button(page, 'Keep run').click();
      await expect(page.getByRole('button', { name: /^More for / })).toBeVisible();
    },
  },
  {
    name: 'two runs side by side',
    enter: async (page) => {
      await button(page, 'Compare').click();
      await expect(
        page.getByRole('region', { name: 'Right run' }).getByRole('status'),
      ).toBeVisible();
    },
  },
  {
    name: 'a finding, told with its cures',
    enter: async (page) => {
      await afresh(page, ONE_COMPONENT);
      await button(page, 'Play').click();
      await expect(page.getByRole('region', { name: 'Notices' })).toContainText('best reachable');
    },
  },
  {
    name: 'an epoch looked back at',
    enter: (page) => page.getByRole('slider', { name: 'Timeline' }).press('Home'),
  },
  {
    name: 'Live on',
    enter: async (page) => {
      await page.getByRole('switch', { name: 'Live' }).click();
      await expect(status(page)).toHaveText('Epoch 13 of 13');
    },
  },
  {
    name: 'a diverged run, its log unfolded',
    enter: async (page) => {
      await afresh(page, DIVERGING_FFNN.replace('recover=1', 'recover=0'));
      await button(page, 'Play').click();
      await expect(page.getByRole('alert')).toBeVisible();
      await page.getByRole('button', { name: /^Log of the run/ }).click();
    },
  },
  {
    name: 'a link with problems',
    enter: (page) =>
      afresh(
        page,
        '#/?v=1&data=inverted&points=9e9&noise=x&seed=-1&k=0&lr=1e9&epochs=0&batch=0&foo=1',
      ),
  },
];

/** The states that a finger can bring about on the playground. */
export const TOUCHED_PLAYGROUND: readonly Place[] = PLAYGROUND.filter(
  ({ name }) => !/present|keys/.test(name),
);

/** Settings in a sheet. */
export const SHEET: readonly Place[] = [
  {
    name: 'the settings in a sheet',
    enter: async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await afresh(page);
      await button(page, 'Settings').click();
      await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    },
    not: wide,
  },
];

async function read(page: Page, hash: string): Promise<void> {
  await page.goto(`./${hash}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // What would be laid out only when it is scrolled to is laid out at once.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets = [sheet];
  });
}

/** The article, each chapter laid out as a whole. */
export const ARTICLE: readonly Place[] = [
  { name: 'the contents', enter: (page) => read(page, '#/learn') },
  ...CHAPTERS.map(({ number }) => ({
    name: `chapter ${number}`,
    enter: (page: Page) => read(page, `#/learn/${number}`),
  })),
  { name: 'an address that leads nowhere', enter: (page) => read(page, '#/nowhere') },
];

/** Waits until what is drawn in script has followed the window's size. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const follows = (svg: Element) => {
      const { width, top, bottom } = svg.getBoundingClientRect();
      const room = svg.closest('.figure-layer') ?? svg.parentElement;
      const inSight = bottom > 0 && top < innerHeight;
      return !inSight || Math.abs(width - (room?.clientWidth ?? 0)) < 1;
    };
    for (let i = 0; i < 60; i++) {
      await new Promise(requestAnimationFrame);
      if (i > 2 && [...document.querySelectorAll('svg.main-svg, svg[role=group]')].every(follows))
        return;
    }
  });

/**
 * Every fault of the places in windows of these sizes, with where and in which windows it is.
 *
 * @param locale the language in which they are looked at; they are entered in English
 */
export async function faultsOf(
  page: Page,
  places: readonly Place[],
  sizes: readonly Size[],
  locale: 'en' | 'ru' = 'en',
): Promise<string[]> {
  const found = new Map<string, string[]>();
  const home = page.viewportSize()!;
  for (const { name, enter, not } of places) {
    await page.setViewportSize(home);
    await enter(page);
    if (locale !== 'en') await switchTo(page, locale);
    const seen: (Layout & { size: Size })[] = [];
    for (const size of sizes) {
      if (not?.(size)) continue;
      await page.setViewportSize({ width: size[0], height: size[1] });
      await settled(page);
      seen.push({ ...(await layoutOf(page)), size });
    }
    if (locale !== 'en') await switchTo(page, 'en');
    const note = (fault: string, [width, height]: Size) => {
      const key = `${name}: ${fault}`;
      found.set(key, [...(found.get(key) ?? []), `${width}×${height}`]);
    };
    for (const { faults, size } of seen) for (const fault of faults) note(fault, size);
    // Zoom narrows the window: if type shrank with it, text would grow by less than the zoom says.
    // A low stage has smaller type on purpose.
    const high = seen.filter(({ size }) => size[1] > LOW);
    high.sort((a, b) => a.size[0] - b.size[0]);
    high.forEach(({ rootSize, size }, i) => {
      const least = high[i - 1]?.rootSize ?? Number.POSITIVE_INFINITY;
      if (rootSize > least + 0.01) note(`type grows with the window to ${rootSize} px`, size);
    });
  }
  return [...found].map(([fault, where]) => `${fault} [${where.join(', ')}]`);
}
