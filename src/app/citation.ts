/** A program as it is cited. */
interface Cited {
  readonly title: string;
  readonly version: string;
  /** The text of its licence, whose copyright line names year and authors. */
  readonly licence: string;
}

/** Year and authors of a licence's copyright line. */
function copyrightOf(licence: string): { readonly year: string; readonly authors: string } {
  const [, year = '', authors = ''] = /^Copyright \(c\) (\d{4}) (.+)$/m.exec(licence) ?? [];
  return { year, authors };
}

/** In the form of the APA, for a list of references. */
export function citation({ title, version, licence }: Cited): string {
  const { year, authors } = copyrightOf(licence);
  return `${authors} (${year}). ${title} (Version ${version}) [Computer software].`;
}

/** The same for BibLaTeX. */
export function bibliographyEntry({ title, version, licence }: Cited): string {
  const { year, authors } = copyrightOf(licence);
  return [
    '@software{mdn-playground,',
    `  author = {{${authors}}},`,
    `  title = {${title}},`,
    `  version = {${version}},`,
    `  year = {${year}},`,
    '}',
  ].join('\n');
}
