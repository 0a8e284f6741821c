import mdx from '@mdx-js/rollup';
import rehypeSlug from 'rehype-slug';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';
import { glossaryPlugin } from './glossaryPlugin.ts';
import { rehypeFormulas } from './math.ts';

/** What formulas are set in until their own fonts are there; the text has it loaded anyway. */
const STAND_IN = '"Inter Variable",sans-serif';

/**
 * KaTeX's style sheet without the fonts that no browser of the site needs, since
 * each reads woff2, and with a stand-in for its own: a browser that has to look for
 * one among the system's fonts takes a tenth of the first paint to find it.
 */
const katexStyles: Plugin = {
  name: 'katex-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex(\.min)?\.css$/.test(id)) return null;
    const woff2 = code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, '');
    const standIns = woff2
      .replace('KaTeX_Main,Times New Roman,serif', `KaTeX_Main,${STAND_IN}`)
      .replace(
        /(@font-face\s*\{[^}]*\})|font-family:("?KaTeX_\w+"?)/g,
        (_, face?: string, family?: string) => face ?? `font-family:${family},${STAND_IN}`,
      );
    return { code: standIns, map: null };
  },
};

/** The chapters: MDX with formulas set at build time. */
const chapters = {
  ...mdx({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeSlug, rehypeFormulas] }),
  enforce: 'pre',
} as Plugin;

/** What the article needs of the build. */
export const articlePlugins: readonly Plugin[] = [chapters, glossaryPlugin, katexStyles];
