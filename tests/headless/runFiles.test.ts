import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { fingerprint } from '../../src/core/fingerprint.ts';
import { Trainer } from '../../src/engine/trainer.ts';
import { openRunFile, saveRun, startOf, WayNotes } from '../../src/headless/runFiles.ts';
import { engineOf } from '../helpers/engines.ts';
import { closeLabs, openLab, SMALL, seen, stands, straight } from '../helpers/trainedLab.ts';

afterEach(closeLabs);

const path = () => join(mkdtempSync(join(tmpdir(), 'run-')), 'run.mdn.zip');

/** Trains as the command does, from a saved run if there is one, and saves the run. */
async function trained(epochs: number, from: ReturnType<typeof saved> | null = null) {
  const experiment = { ...SMALL, training: { ...SMALL.training, epochs } };
  const start = from && startOf(from, experiment);
  const trainer = new Trainer(experiment, await engineOf(experiment.engine), start?.snapshot);
  const way = new WayNotes(trainer, start?.way);
  const first = trainer.epoch;
  while (trainer.advance(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY) !== 'end') way.note();
  const file = path();
  const { last } = trainer.losses;
  const hash = await fingerprint(trainer.parameters(), (bytes) =>
    crypto.subtle.digest('SHA-256', bytes),
  );
  const losses = { ...last };
  saveRun(file, trainer, 1, way.states, start, from);
  trainer.dispose();
  return { file, first, losses, hash };
}

function saved(file: string) {
  const read = openRunFile(file);
  if (!read?.ok) throw new Error('The file cannot be read.');
  return read.value;
}

it('a run that is saved and opened by the command goes on to the bits of one that was not', async () => {
  const whole = await trained(60);
  const half = await trained(20);
  const rest = await trained(60, saved(half.file));
  expect(rest.first).toBe(20);
  expect(rest.hash).toBe(whole.hash);
  const [one, other] = [saved(rest.file).run!, saved(whole.file).run!];
  expect(one.place.losses).toEqual(other.place.losses);
  expect(one.place.losses.train.epoch).toHaveLength(60);
  expect(one.way).toEqual(other.way);
});

it('a run that had ended has its last losses where it is opened', async () => {
  const whole = await trained(20);
  const again = await trained(20, saved(whole.file));
  expect(again).toMatchObject({ first: 20, losses: whole.losses, hash: whole.hash });
});

it('with other settings it begins at its seed', async () => {
  const { file } = await trained(20);
  const other = { ...SMALL, seed: SMALL.seed + 1 };
  expect(startOf(saved(file), other)).toBeNull();
});

it('the page opens it where it stood, with its timeline and every loss', async () => {
  const { file } = await trained(60);
  const lab = openLab({ ...SMALL, seed: 99 });
  await stands(lab, 'paused', 0);
  await lab.open(saved(file));
  expect(await stands(lab, 'finished', 60)).toEqual(await straight(SMALL, 60));
  expect(lab.feed.way.states).toHaveLength(61);
  expect(seen(lab).epochs).toHaveLength(60);
});
