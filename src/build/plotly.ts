import { createRequire } from 'node:module';
import type { Plugin } from 'vitest/config';

/** Where Plotly writes its rules into a style element that it makes. */
const RULES = 'plotly.js/build/plotcss.js';
const STYLE_SHEET = 'virtual:plotly-rules.css';
/** The style sheet of the maps, which no figure here is. */
const MAPS = 'maplibre-gl.css';

const ATTRIBUTE = /\.attr\('style', ([^()]*)\)/g;
const PROPERTY = '.each(function () { this.style.cssText = $1; })';

/** Where Plotly writes style attributes, which a strict policy forbids, and what does the same. */
const PATCHES: Readonly<Record<string, readonly [from: RegExp, to: string]>> = {
  'components/colorbar/draw.js': [ATTRIBUTE, PROPERTY],
  'traces/heatmap/plot.js': [ATTRIBUTE, PROPERTY],
  'lib/svg_text_utils.js': [
    /nodeAttrs\.style = nodeSpec\.style;(.*?\.attr\(nodeAttrs\);)/s,
    '{}$1 if (nodeSpec.style) newNode.style.cssText = nodeSpec.style;',
  ],
};

function fullSelector(selector: string): string {
  return selector.replace(/X/g, '.js-plotly-plot .plotly').replace(/Y/g, '.plotly-notifier');
}

/** The rules that Plotly adds when it is loaded, as a style sheet. */
function styleSheet(code: string): string {
  const literal = /var rules = (\{.*?\n\});/s.exec(code)?.[1];
  if (!literal) throw new Error(`${RULES} has changed: its rules are not where they were.`);
  const rules = new Function(`return ${literal}`)() as Record<string, string>;
  return Object.entries(rules)
    .map(([selector, rule]) => `${fullSelector(selector)}{${rule}}`)
    .join('\n');
}

/**
 * Lets Plotly keep to a policy without inline styles: its rules become a style
 * sheet, and the style attributes that it writes are set through the object
 * model, which no policy forbids. Fails the build if Plotly has changed there.
 */
export function plotlyWithoutInlineStyles(): Plugin {
  const { resolve } = createRequire(import.meta.url);
  return {
    name: 'plotly-without-inline-styles',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === STYLE_SHEET ? `\0${STYLE_SHEET}` : null),
    async load(id) {
      if (id !== `\0${STYLE_SHEET}`) return null;
      const code = await this.fs.readFile(resolve(RULES), { encoding: 'utf8' });
      return styleSheet(code);
    },
    transform(code, id) {
      const path = id.replaceAll('\\', '/');
      if (path.endsWith(RULES)) return { code: `import '${STYLE_SHEET}';`, map: null };
      if (path.includes(MAPS)) return { code: '', map: null };
      const file = Object.keys(PATCHES).find((name) => path.endsWith(`plotly.js/src/${name}`));
      if (!file) return null;
      const patched = code.replace(...PATCHES[file]!);
      if (patched === code) throw new Error(`${id} has changed: there is nothing to patch.`);
      return { code: patched, map: null };
    },
  };
}
