import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { license, version } from '../../package.json';
import { bibliographyEntry, citation } from '../../src/app/citation.ts';
import { app } from '../../src/i18n/en/page.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const cited = { title: app.name, version, licence: read('LICENSE') };

describe('the citation', () => {
  it('takes year and authors from the licence, and the version from the package', () => {
    expect(citation(cited)).toBe(
      `The MDN Playground authors (2026). MDN Playground (Version ${version}) [Computer software].`,
    );
    expect(bibliographyEntry(cited)).toContain('author = {{The MDN Playground authors}}');
    expect(bibliographyEntry(cited)).toContain(`version = {${version}}`);
  });

  it('says the same as docs/CITATION.cff', () => {
    const lines = read('docs/CITATION.cff').split('\n');
    expect(lines).toContain(`title: ${app.name}`);
    expect(lines).toContain(`version: ${version}`);
    expect(lines).toContain(`license: ${license}`);
    expect(lines).toContain('  - name: The MDN Playground authors');
  });
});
