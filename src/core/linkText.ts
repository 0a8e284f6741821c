/** Separators that are themselves encoded: the query was encoded as a whole, perhaps more than once. */
const ENCODED_WHOLE = /%(25)*(3F|26|3D)/i;
const MOST_ENCODINGS = 3;

/** What mail programs, chats and prose leave around a link; no setting begins or ends with any of it. */
const LEADING = /^[<([{"'«“‘]+/;
const TRAILING = /[.,;:!)\]}>"'»”’]+$/;

/**
 * Undoes what a link may suffer on its way: it was broken over lines, quoted,
 * encoded once too often, written as HTML, or has the punctuation of the
 * sentence at its end.
 *
 * @param text a link, its fragment, or its query
 * @returns the query, `v=1&data=…`; settings that stand before the `#` are part of it
 */
function queryOf(text: string): string {
  let query = text.replace(/[\s\u200B\uFEFF]+/g, '');
  for (let round = 0; round < MOST_ENCODINGS && ENCODED_WHOLE.test(query); round++) {
    query = query.replace(/%(25|23|26|2F|3A|3B|3D|3F|2C)/gi, decode);
  }
  query = query
    .replace(/&(amp;)+/gi, '&')
    .replace(LEADING, '')
    .replace(TRAILING, '');
  // Behind the last `?` of each part stand its settings; a part without one is an address or a query.
  return query
    .split('#')
    .map((part) => part.slice(part.lastIndexOf('?') + 1))
    .join('&');
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
