import { describe, expect, it } from 'vitest';
import { DATA_NAMES } from '../../src/core/datasets/datasets.ts';
import { parseExperiment } from '../../src/core/experiment.ts';
import { parseLink, writeLink } from '../../src/core/link.ts';
import type { Problem } from '../../src/core/parsed.ts';
import { DEFAULT_EXPERIMENT } from '../../src/core/presets.ts';
import { problemSentence } from '../../src/i18n/problemSentence.ts';
import { t } from '../helpers/texts.ts';

const say = (problem: Problem) => problemSentence(t, problem).replaceAll('\u202f', ' ');
const link = writeLink(DEFAULT_EXPERIMENT);

function problemsOf(text: string): string[] {
  const parsed = parseLink(text);
  return parsed.ok ? [] : parsed.problems.map(say);
}

describe('what is wrong with a link, in words', () => {
  it('has a sentence for every reason', () => {
    const sentences: Record<Problem['reason'], string> = {
      missing: '“Points” is missing; allowed: a whole number from 50 to 20 000.',
      malformed: '“Points” cannot be read; allowed: a whole number from 50 to 20 000.',
      tooSmall: '“Points” is too small; allowed: a whole number from 50 to 20 000.',
      tooLarge: '“Points” is too large; allowed: a whole number from 50 to 20 000.',
      notWhole: '“Points” is not a whole number; allowed: a whole number from 50 to 20 000.',
      notAllowed: '“Points” is not a known choice; allowed: a whole number from 50 to 20 000.',
      notOfModel: '“Points” is no setting of this model.',
      repeated: '“Points” is given twice.',
      tooLong: '“Points” is too long; allowed: a whole number from 50 to 20 000.',
      tooFew:
        '“Points” holds too few points; allowed: a range with 5 training points and a test point in it, or none.',
      absent:
        '“Points” is one of your own that is not in this browser: open its file under “Your data”.',
      newerVersion:
        'It was made by a newer version of the playground; this one opens what is of version 5 or older. Once the playground is up to date, open it again.',
      formula: '“Points” is no formula that can be read.',
    };
    for (const [reason, sentence] of Object.entries(sentences)) {
      const problem = { field: 'data.points', reason: reason as Problem['reason'], allowed: '5' };
      expect(say(problem)).toBe(sentence);
    }
  });

  it('says what a broken link holds', () => {
    expect(problemsOf(link.replace('points=3000', 'points=30000'))).toEqual([
      '“Points” is too large; allowed: a whole number from 50 to 20 000.',
    ]);
    expect(problemsOf(link.replace('hidden=50,50', 'hidden=50,500'))).toEqual([
      '“Hidden layers” is too large; allowed: a whole number from 1 to 256.',
    ]);
    expect(problemsOf(link.replace('data=inverted', 'data=circle'))).toEqual([
      `“Dataset” is not a known choice; allowed: ${DATA_NAMES.join(', ')}.`,
    ]);
    expect(problemsOf(link.replace('data=inverted', 'data=y:foo(x);from:0;to:1'))).toEqual([
      '“Dataset”: y:foo(x);from:0;to:1 is no formula that can be read.',
    ]);
    expect(problemsOf(link.replace('recover=1', 'recover=2'))).toEqual([
      '“Recover automatically” cannot be read; allowed: 0 or 1.',
    ]);
  });

  it('knows a key that stands twice by the setting’s name', () => {
    expect(problemsOf(`${link}&lr=0.1`)).toEqual([
      '“Learning rate” cannot be read; allowed: a number from 0.00001 to 1.',
    ]);
  });

  it('names the bounds that only the problem knows', () => {
    expect(problemsOf(`v=1&${'x'.repeat(13_000)}`)).toEqual([
      'The link is too long; allowed: at most 12 000 characters.',
    ]);
    expect(problemsOf(link.replace('v=1', 'v=9'))).toEqual([
      'It was made by a newer version of the playground; this one opens what is of version 1 or older. Once the playground is up to date, open it again.',
    ]);
  });

  it('names every setting of an empty experiment in words', () => {
    const parsed = parseExperiment({ version: 1, data: {}, model: {}, training: {} });
    const sentences = parsed.ok ? [] : parsed.problems.map(say);
    expect(sentences.length).toBeGreaterThan(5);
    for (const sentence of sentences) {
      expect(sentence).not.toContain('The setting');
      expect(sentence).toMatch(/; allowed: .+\.$/);
    }
  });

  it('falls back to the field’s own name, cut to a readable length', () => {
    expect(say({ field: 'z'.repeat(99), reason: 'malformed' })).toBe(
      `The setting “${'z'.repeat(40)}” cannot be read.`,
    );
  });
});
