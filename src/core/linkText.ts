/** Separators that are themselves encoded: the query was encoded as a whole, perhaps more than once. */
const ENCODED_WHOLE = /%(25)*(3F|26|3D)/i;
const MOST_ENCODINGS = 3;

/** What mail programs, chats and prose leave around a link; no setting begins or ends with any of it. */
const LEADING = /^[<([{"'«“‘]+/;
const TRAILING = /[.,;:!)\]}>"'»”’]+$/;

/**
 * Undoes what an address may suffer on its way: it was broken over lines, quoted,
 * encoded once too often, written as HTML, or has the punctuation of the
 * sentence at its end.
 */
function repaired(address: string): string {
  let text = address.replace(/[\s\u200B\uFEFF]+/g, '');
  for (let round = 0; round < MOST_ENCODINGS && ENCODED_WHOLE.test(text); round++) {
    text = text.replace(/%(25|23|26|2F|3A|3B|3D|3F|2C)/gi, decode);
  }
  return text
    .replace(/&(amp;)+/gi, '&')
    .replace(LEADING, '')
    .replace(TRAILING, '');
}

/**
 * The query of a link, `v=1&data=…`; settings that stand before the `#` are part
 * of it. Behind the last `?` of each part stand its settings; a part without one
 * is an address or a query.
 */
function queryOf(link: string): string {
  return repaired(link)
    .split('#')
    .map((part) => part.slice(part.lastIndexOf('?') + 1))
    .join('&');
}

/**
 * The route within an address's fragment: `/learn` of `#/learn?v=1`. What
 * stands after the `?` is the scene and no part of the route, and a fragment
 * without a leading slash is no route at all.
 */
export function routeOf(hash: string): string {
  const path = /^#\/([^?]*)/.exec(repaired(hash))?.[1] ?? '';
  return `/${path.replace(/\/+$/, '')}`;
}

/** The text decoded; as it is where it is not properly encoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The different values of each key of a link, whatever it has been through.
 *
 * @param text a link, its fragment, or its query
 * @returns keys in small letters; a key or value that is not properly encoded stays as it is
 */
export function linkValues(text: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const pair of queryOf(text).split('&')) {
    const at = pair.indexOf('=');
    if (at < 0) continue;
    const key = pair.slice(0, at).toLowerCase();
    const value = decode(pair.slice(at + 1));
    const before = values.get(key);
    if (!before) values.set(key, [value]);
    else if (!before.includes(value)) before.push(value);
  }
  return values;
}

/** A text as a link's value, encoded so that neither a shell nor what stands around a link in prose takes a part of it. */
export function encoded(text: string): string {
  const code = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*.~]/g, code);
}
