import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** In this order: the headless shell is the same browser without its windows, and starts sooner. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];

const KNOWN_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
    (folder) => (folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')] : []),
  ),
];

function find(): string | undefined {
  const fromPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROME_PATH ?? '', ...fromPath, ...KNOWN_PATHS].find(
    (path) => path !== '' && existsSync(path),
  );
}

/** Installs one of Debian's packages, where there are any and this user may. */
function installDebianPackage(): void {
  if (!existsSync('/usr/bin/apt-get')) return;
  const root = process.getuid?.() === 0;
  const [command, ...prefix] = root ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const run = (...list: string[]) =>
    execFileSync(command as string, [...prefix, ...list], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  for (const name of DEBIAN_PACKAGES) {
    process.stderr.write(`No Chrome or Chromium found; installing the package "${name}".\n`);
    try {
      run('update', '-qq');
      run('install', '-y', '-qq', '--no-install-recommends', name);
      return;
    } catch {
      process.stderr.write('The package could not be installed.\n');
    }
  }
}

/**
 * The path of a Chrome or Chromium on this machine.
 *
 * @throws Error that says what to do, if there is none and none could be installed
 */
export function chromiumPath(): string {
  const found = find();
  if (found) return found;
  installDebianPackage();
  const installed = find();
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chrome or Chromium. Install one, or set CHROME_PATH to its program.',
  );
}

/** Chromium's arguments: quiet on a closed network, and startable by root. */
export const CHROMIUM_ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
