import katex from 'katex';
import { MACROS } from './macros.ts';

/**
 * Sets formulas at build time: the page gets finished HTML and needs KaTeX's
 * style sheet alone. A macro of `macros.ts` marks what it sets as a symbol of
 * the glossary; the formula is told which it holds.
 */

interface Node {
  type: string;
  tagName?: string;
  value?: string;
  properties?: { className?: unknown };
  children?: Node[];
}

/**
 * TeX to HTML, with the glossary's symbols that occur in it.
 *
 * @param spoken whether MathML for screen readers comes with it
 */
export function setFormula(
  tex: string,
  display: boolean,
  spoken = true,
): { html: string; symbols: string[] } {
  const styled = katex.renderToString(tex, {
    displayMode: display,
    output: spoken ? 'htmlAndMathml' : 'html',
    throwOnError: true,
    // \htmlData alone leaves LaTeX behind.
    strict: (problem: string) => (problem === 'htmlExtension' ? 'ignore' : 'error'),
    macros: { ...MACROS },
    // Macros alone use it, to mark symbols.
    trust: ({ command }) => command === '\\htmlData',
  });
  // The content security policy forbids inline styles; the page puts them on by script.
  const html = styled.replaceAll(' style="', ' data-style="');
  const symbols = [...html.matchAll(/data-sym="([^"]+)"/g)].map((match) => match[1] as string);
  return { html, symbols: [...new Set(symbols)] };
}

function texOf(node: Node): { tex: string; display: boolean } | null {
  const code = node.tagName === 'pre' ? node.children?.[0] : node;
  const names = code?.properties?.className;
  if (code?.tagName !== 'code' || !Array.isArray(names)) return null;
  if (!names.includes('math-inline') && !names.includes('math-display')) return null;
  const display = names.includes('math-display');
  return { tex: (code.children ?? []).map(({ value }) => value ?? '').join(''), display };
}

function formula(tex: string, display: boolean): Node {
  const { html, symbols } = setFormula(tex, display);
  const attribute = (name: string, value: string | null) => ({
    type: 'mdxJsxAttribute',
    name,
    value,
  });
  return {
    type: display ? 'mdxJsxFlowElement' : 'mdxJsxTextElement',
    name: 'Formula',
    attributes: [
      attribute('html', html),
      ...(symbols.length > 0 ? [attribute('symbols', symbols.join(' '))] : []),
      ...(display ? [attribute('display', null)] : []),
    ],
    children: [],
  } as Node;
}

function replace(node: Node): void {
  if (!node.children) return;
  node.children = node.children.map((child) => {
    const math = texOf(child);
    if (math) return formula(math.tex, math.display);
    replace(child);
    return child;
  });
}

/** A rehype plugin: what remark-math found becomes `<Formula>`. */
export function rehypeFormulas() {
  return (tree: unknown) => replace(tree as Node);
}
