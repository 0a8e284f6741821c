import type { Plugin } from 'vitest/config';

/**
 * Puts a media query in the place of its name: style sheets write `@media (--narrow)`.
 *
 * @param queries the queries by their names; any other name stops the build
 */
export function namedMedia(queries: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'named-media',
    enforce: 'pre',
    transform: {
      filter: { id: /\.css$/ },
      handler(code) {
        const named = (name: string) =>
          queries[name] ?? this.error(`No media query is called ${name}.`);
        const written = code.replace(/@media[^{]*/g, (rule) =>
          rule.replace(/\(--([\w-]+)\)/g, (_, name: string) => named(name)),
        );
        return { code: written, map: null };
      },
    },
  };
}
