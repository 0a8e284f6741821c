import compression from 'compression';
import type { Connect } from 'vite';
import type { Plugin } from 'vitest/config';

/** Has the preview server compress what it sends, as static hosts do. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    configurePreviewServer({ middlewares }) {
      // Its types ask for Express, it itself for no more than Node's own server.
      middlewares.use(compression() as unknown as Connect.NextHandleFunction);
    },
  };
}
