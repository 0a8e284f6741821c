import mdx from '@mdx-js/rollup';
import rehypeSlug from 'rehype-slug';
import remarkMath from 'remark-math';
import type { Plugin } from 'vite';
import { glossaryPlugin } from './glossaryPlugin.ts';
import { rehypeFormulas } from './math.ts';

/** Every browser that runs the site reads woff2, so KaTeX's other fonts stay at home. */
const onlyWoff2: Plugin = {
  name: 'only-woff2',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex(\.min)?\.css$/.test(id)) return null;
    return {
      code: code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''),
      map: null,
    };
  },
};

/** The chapters: MDX with formulas set at build time. */
const chapters = {
  ...mdx({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeSlug, rehypeFormulas] }),
  enforce: 'pre',
} as Plugin;

/** What the article needs of the build. */
export const articlePlugins: readonly Plugin[] = [chapters, glossaryPlugin, onlyWoff2];
