import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<NonNullable<typeof IntlMessageFormat.__parse>>[number];
type Chosen = Extract<Element, { options: object }>;

/** The kinds of elements, as the parser numbers them. */
const ARGUMENT = 1;
const POUND = 7;

/** The same text with the plural's number where `#` stands for it, in plain digits. */
function plain(elements: Element[], counted: string): Element[] {
  return elements.map((element) => {
    const { type } = element;
    if (type === POUND) return { type: ARGUMENT, value: counted } as Element;
    if ('children' in element) return { ...element, children: plain(element.children, counted) };
    if (!('options' in element)) return element;
    const inner = 'pluralType' in element ? element.value : counted;
    const options = Object.entries(element.options).map(([name, option]) => [
      name,
      { ...option, value: plain(option.value, inner) },
    ]);
    return { ...element, options: Object.fromEntries(options) } as Chosen;
  });
}

/**
 * Has the library that formats the texts do without the browser's knowledge of numbers:
 * the first question after it takes a browser longer than the first picture of the page.
 * The page writes its numbers itself (`numbers.ts`), and has its languages.
 */
export function doWithoutNumberFormats(): void {
  IntlMessageFormat.resolveLocale = (tags) => new Intl.Locale(String(tags));
  const { __parse: parse } = IntlMessageFormat;
  if (parse) IntlMessageFormat.__parse = (...args) => plain(parse(...args), '');
}
