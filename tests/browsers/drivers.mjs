// The built site in Chromium, Firefox and WebKit. The last two come from Debian's
// packages firefox-esr, and webkit2gtk-driver with xvfb.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { chromium as playwright } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { preview, runnerImport } from 'vite';

const FIREFOX = '/usr/bin/firefox-esr';
const WEBKIT_DRIVER = '/usr/bin/WebKitWebDriver';

/** As an expression: the site's policy forbids the page to make code of text. */
function callOf(text, list) {
  return `(${text})(...${JSON.stringify(list)})`;
}

function inNode(page, browser) {
  return {
    evaluate: (text, ...list) => page.evaluate(callOf(text, list)),
    close: () => browser.close(),
  };
}

async function chromium(url) {
  const { CHROMIUM_ARGUMENTS, chromiumPath } = await load('/tests/helpers/chromium.ts');
  const browser = await playwright.launch({
    executablePath: chromiumPath(),
    args: CHROMIUM_ARGUMENTS,
  });
  const page = await browser.newPage();
  await page.goto(url);
  return inNode(page, browser);
}

async function firefox(url) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: FIREFOX,
    headless: true,
  });
  const page = await browser.newPage();
  await page.goto(url);
  return inNode(page, browser);
}

function miniBrowser() {
  const root = '/usr/lib';
  if (!existsSync(root)) return undefined;
  return readdirSync(root)
    .map((folder) => `${root}/${folder}/webkit2gtk-4.1/MiniBrowser`)
    .find((path) => existsSync(path));
}

function webkitFound() {
  return existsSync(WEBKIT_DRIVER) && existsSync('/usr/bin/Xvfb') && miniBrowser() !== undefined;
}

async function webkit(url) {
  const port = 4445;
  const display = ':97';
  const screen = spawn('Xvfb', [display, '-screen', '0', '1440x900x24'], { stdio: 'ignore' });
  const driver = spawn(WEBKIT_DRIVER, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const request = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let i = 0; ; i++) {
    try {
      await request('GET', '/status');
      break;
    } catch (error) {
      if (i > 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const options = { binary: miniBrowser(), args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = await request('POST', '/session', { capabilities });
  const session = `/session/${sessionId}`;
  await request('POST', `${session}/timeouts`, { script: 300_000 });
  await request('POST', `${session}/url`, { url });
  return {
    async evaluate(text, ...list) {
      const script = `const done = arguments[0];
        Promise.resolve(${callOf(text, list)}).then(
          (value) => done({ value }), (error) => done({ error: String(error) }));`;
      const result = await request('POST', `${session}/execute/async`, { script, args: [] });
      if (result.error) throw new Error(result.error);
      return result.value;
    },
    async close() {
      await request('DELETE', session).catch(() => {});
      driver.kill();
      screen.kill();
    },
  };
}

const BROWSERS = [
  ['Chromium', () => true, chromium],
  ['Firefox', () => existsSync(FIREFOX), firefox],
  ['WebKit', webkitFound, webkit],
];

/** A module of the project, TypeScript included. */
export async function load(path) {
  return (await runnerImport(path)).module;
}

/**
 * Serves `dist` and opens it at a fragment in every browser that is here. `use`
 * gets the browser's name, a page with `evaluate(functionText, ...arguments)`
 * and the address, and tells whether all was well; the process fails if it
 * was not, or, where ALL_BROWSERS is set, if one is not here.
 */
export async function everyBrowser(fragment, use) {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'silent' });
  const address = server.resolvedUrls.local[0];
  for (const [name, found, open] of BROWSERS) {
    if (!found()) {
      console.log(`${name}: skipped, it is not on this machine`);
      if (process.env.ALL_BROWSERS) process.exitCode = 1;
      continue;
    }
    const page = await open(address + fragment);
    try {
      if (!(await use(name, page, address))) process.exitCode = 1;
    } catch (error) {
      console.log(`${name}: ${error.message}`);
      process.exitCode = 1;
    }
    await page.close();
  }
  server.httpServer.close();
}
