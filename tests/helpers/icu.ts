/** The ends of one argument's braces lie one deeper than the text around; a plural's branches are text again. */
function depths(message: string): number[] {
  let depth = 0;
  return [...message].map((letter) => {
    if (letter === '{') return depth++;
    if (letter === '}') return --depth;
    return depth;
  });
}

/** The names of an ICU message's arguments and tags, each once. */
export function holesOf(message: string): string[] {
  const depth = depths(message);
  const names = [...message.matchAll(/\{(\w+)|<(\w+)>/g)]
    .filter(({ index, 2: tag }) => tag !== undefined || depth[index]! % 2 === 0)
    .map(([, name, tag]) => name ?? tag!);
  return [...new Set(names)].sort();
}

/** An ICU message in which every word is written by `write`, arguments and tags left alone. */
export function withWords(message: string, write: (word: string) => string): string {
  const depth = depths(message);
  return message.replace(/<\/?\w+>|\p{L}+/gu, (found, at: number) =>
    found.startsWith('<') || depth[at]! % 2 === 1 ? found : write(found),
  );
}
