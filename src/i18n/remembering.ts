/** Texts of one translator are remembered up to this number, and then forgotten together. */
const MOST_REMEMBERED = 2000;

/** What puts a text together: of a key and the values in it. */
export type Ask = (...asked: unknown[]) => string;

/**
 * The same translator, which remembers what it has put together. A page asks for hundreds
 * of texts with every change, nearly all of them the same as before, and putting one
 * together costs more than all the rest of what shows it. Values are texts and finite numbers.
 */
export function remembering(t: Ask): Ask {
  const known = new Map<string, string>();
  return new Proxy(t, {
    apply(target, self, asked: unknown[]) {
      const key = JSON.stringify(asked);
      const text = known.get(key) ?? Reflect.apply(target, self, asked);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(key, text);
      return text;
    },
  });
}
