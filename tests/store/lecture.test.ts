import 'fake-indexeddb/auto';
import { createStore, get, set } from 'idb-keyval';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  addScene,
  changeScene,
  type Lecture,
  type LectureEdit,
  moveScene,
} from '../../src/core/lecture.ts';
import { LectureStore } from '../../src/store/lecture.ts';
import { type LectureStorage, openLectureStorage } from '../../src/store/lectureStorage.ts';
import { lectureOf } from '../helpers/lectures.ts';
import { closeLabs, openLab, SMALL, stands } from '../helpers/trainedLab.ts';

const titles = ({ scenes }: Lecture) => scenes.map(({ title }) => title).join('');
const scene = (title: string) => lectureOf(title).scenes[0]!;

/** What several tabs have in common. */
function browser() {
  let kept = lectureOf('');
  const storage: LectureStorage = {
    read: async () => kept,
    edit: async (edit: LectureEdit) => {
      kept = edit(kept);
    },
  };
  return { tab: () => new LectureStore(() => storage), kept: () => titles(kept) };
}

const settled = () => new Promise((done) => setTimeout(done, 20));

describe('the lecture of a browser', () => {
  afterEach(closeLabs);

  it('is given scene by scene: one that begins with nothing stands still, even where a run went on', async () => {
    const { tab } = browser();
    const lab = openLab({ ...SMALL, training: { ...SMALL.training, epochs: 20_000 } });
    void lab.controller.play();
    await vi.waitFor(() => expect(lab.run.getState().epoch).toBeGreaterThan(0), {
      timeout: 10_000,
    });
    const still = {
      ...scene('a'),
      scene: { ...scene('a').scene, experiment: { ...SMALL, seed: 3 } },
    };
    tab().enter(lab, still);
    await stands(lab, 'paused', 0);
    tab().enter(lab, { ...still, entering: { kind: 'epoch', epoch: 4 } });
    await stands(lab, 'paused', 4);
    tab().enter(lab, { ...still, entering: { kind: 'end' } });
    await stands(lab, 'finished', SMALL.training.epochs);
  });

  it('loses nothing that two tabs add at the same time', async () => {
    const { tab, kept } = browser();
    const [one, other] = [tab(), tab()];
    await Promise.all([one.load(), other.load()]);
    one.edit(addScene(scene('a')));
    other.edit(addScene(scene('b')));
    await settled();
    expect([...kept()].sort().join('')).toBe('ab');
    await one.load();
    expect(titles(one.store.getState().lecture)).toBe(kept());
  });

  it('brings back a scene that was deleted, where it was', async () => {
    const { tab, kept } = browser();
    const one = tab();
    for (const letter of 'abc') one.edit(addScene(scene(letter)));
    one.remove('b');
    await settled();
    expect(kept()).toBe('ac');
    one.undo();
    await settled();
    expect(kept()).toBe('abc');
  });

  it('brings back a scene without taking back what was done since, here or in another tab', async () => {
    const { tab, kept } = browser();
    const [one, other] = [tab(), tab()];
    for (const letter of 'abc') one.edit(addScene(scene(letter)));
    await settled();
    await other.load();
    one.remove('b');
    other.edit(addScene(scene('d')));
    one.edit(changeScene('a', { title: 'A' }));
    await settled();
    one.undo();
    await settled();
    expect(kept()).toBe('Abcd');
  });

  it('brings back the lecture in whose place another was opened, with what was added since', async () => {
    const one = browser().tab();
    one.edit(addScene(scene('a')));
    one.replace(lectureOf('xyz'));
    expect(titles(one.store.getState().lecture)).toBe('xyz');
    one.edit(addScene(scene('b'), 'x'));
    one.undo();
    expect(titles(one.store.getState().lecture)).toBe('ab');
  });

  it('goes on for as long as the page where the browser keeps nothing, and says so', async () => {
    const full: LectureStorage = {
      read: async () => lectureOf(''),
      edit: async () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const one = new LectureStore(() => full);
    await one.load();
    one.edit(addScene(scene('a')));
    await settled();
    one.edit(addScene(scene('b')));
    await one.load();
    const { lecture, unkept } = one.store.getState();
    expect([titles(lecture), unkept]).toEqual(['ab', 'refused']);
  });

  it('leaves what a newer version has kept as it is, and says so', async () => {
    const store = createStore('mdn-playground-lecture', 'lecture');
    const newer = { format: 'mdn-playground lecture', version: 9, scenes: { new: 'form' } };
    await set('lecture', newer, store);
    const one = new LectureStore(openLectureStorage);
    await one.load();
    expect(one.store.getState().unkept).toBe('unreadable');
    one.edit(addScene(scene('a')));
    await settled();
    expect(await get('lecture', store)).toEqual(newer);
    expect(titles(one.store.getState().lecture)).toBe('a');
  });

  it('is in the browser’s own storage as it was put there, scene by scene', async () => {
    const store = createStore('mdn-playground-lecture', 'lecture');
    await set('lecture', undefined, store);
    const one = new LectureStore(openLectureStorage);
    for (const letter of 'ab') one.edit(addScene(scene(letter)));
    one.edit(moveScene('a', 1));
    const other = new LectureStore(openLectureStorage);
    await vi.waitFor(
      async () => {
        await other.load();
        expect(titles(other.store.getState().lecture)).toBe('ba');
      },
      { timeout: 10_000 },
    );
    expect(other.store.getState().lecture).toEqual(one.store.getState().lecture);
  });
});
