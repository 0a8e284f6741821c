import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';

const DIST = resolve(import.meta.dirname, '../../dist');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** A host that is running. */
export interface Host {
  /** Where the files are, with a slash at the end. */
  readonly url: string;
  /** Ends it at once, connections included. */
  close(): Promise<void>;
}

/** The plainest of hosts: the files of one folder, under a path of its own, and no headers. */
export async function startHost(path: string, folder = DIST): Promise<Host> {
  const server = createServer((request, response) => {
    const wanted = (request.url ?? '').split('?')[0] as string;
    const file = join(folder, wanted.slice(path.length) || 'index.html');
    if (!wanted.startsWith(path) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
