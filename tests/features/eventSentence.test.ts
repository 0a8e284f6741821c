import { describe, expect, it } from 'vitest';
import type { TrainerEvent } from '../../src/core/run.ts';
import { eventSentence } from '../../src/features/notices/eventSentence.ts';
import { t } from '../helpers/texts.ts';

const EVENT = { step: 1234, backTo: 1150, rateFactor: 0.5 } as TrainerEvent;

describe('what happened to a run, in words', () => {
  it('tells of a recovery where it went back to and how it goes on', () => {
    expect(eventSentence(t, { ...EVENT, kind: 'recovered' }).replaceAll('\u202f', ' ')).toBe(
      'The loss diverged at step 1234. Training went back to step 1150 and goes on at 50 % of the learning rate.',
    );
  });

  it('tells after a divergence that other settings take the run back to its start', () => {
    const sentence = eventSentence(t, { ...EVENT, kind: 'diverged' });
    expect(sentence).toContain('training stopped');
    expect(sentence).toContain('back to its start');
  });
});
