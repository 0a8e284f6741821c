import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';

/** What is written into the page itself, named as a policy names it. */
function inlineHashes(html: string, tag: 'script' | 'style'): readonly string[] {
  const texts = html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'));
  return Array.from(texts, ([, text = '']) => {
    // A browser reads every end of a line as one character.
    const read = text.replaceAll('\r\n', '\n');
    const hash = createHash('sha256').update(read).digest('base64');
    return `'sha256-${hash}'`;
  });
}

/** What the page may load and do; SECURITY.md gives the reasons. */
export function contentSecurityPolicy(html: string): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...inlineHashes(html, 'script')].join(' '),
    "worker-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    ["style-src 'self'", ...inlineHashes(html, 'style')].join(' '),
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const UNUSED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** What a host should send with every file; a meta element does not cover workers. */
const headers = (policy: string): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', '),
});

/** The file of headers that Netlify, Cloudflare Pages and others read. */
export const HEADERS_FILE = '_headers';

const HEADER_LINE = /^ {2}([\w-]+): (.*)$/gm;

/**
 * Writes the policy into the page that is built, and all headers into a file beside it, with
 * which the preview server sends what a host does.
 */
export function security(): Plugin {
  let folder = 'dist';
  let policy = '';
  return {
    name: 'security',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        // The server of developers writes scripts and styles into the page.
        if (!bundle) return html;
        policy = contentSecurityPolicy(html);
        const meta = { 'http-equiv': 'Content-Security-Policy', content: policy };
        return [{ tag: 'meta', attrs: meta, injectTo: 'head-prepend' }];
      },
    },
    generateBundle: {
      order: 'post',
      handler() {
        const lines = Object.entries(headers(policy)).map(
          ([name, value]) => `  ${name}: ${value}\n`,
        );
        this.emitFile({ type: 'asset', fileName: HEADERS_FILE, source: `/*\n${lines.join('')}` });
      },
    },
    configurePreviewServer({ middlewares }) {
      const lines = readFileSync(join(folder, HEADERS_FILE), 'utf8').matchAll(HEADER_LINE);
      const sent = Array.from(lines, ([, name, value]) => [name!, value!] as const);
      middlewares.use((_, answer, next) => {
        for (const [name, value] of sent) answer.setHeader(name, value);
        next();
      });
    },
  };
}
