import { createStore } from 'zustand/vanilla';
import {
  EMPTY_LECTURE,
  insertScene,
  type Lecture,
  type LectureEdit,
  type LectureScene,
  removeScene,
  takeBack,
} from '../core/lecture.ts';
import type { Channel } from './collection.ts';
import type { Lab } from './lab.ts';
import type { LectureStorage } from './lectureStorage.ts';
import { StorageQueue } from './storageQueue.ts';
import { keepInTab, keptInTab } from './tabStorage.ts';

export interface LectureState {
  readonly lecture: Lecture;
  /** The scene that was entered last; null for none. */
  readonly at: string | null;
  /** Why the lecture lasts no longer than the page; null where it does. */
  readonly unkept: 'refused' | 'unreadable' | null;
  /** Brings back the scene that was deleted last, or the lecture that another was opened in place of. */
  readonly back: LectureEdit | null;
}

const AT = 'mdn-playground.scene';

/**
 * The lecture of this browser, the same in every tab: each change is made of what is
 * kept by then, so that two tabs lose nothing of each other's.
 */
export class LectureStore {
  readonly store = createStore<LectureState>(() => ({
    lecture: EMPTY_LECTURE,
    at: keptInTab(AT),
    unkept: null,
    back: null,
  }));
  private readonly storage: StorageQueue<LectureStorage>;
  private readonly channel: Channel | null;
  private edits = 0;

  /** @param channel tells the other tabs */
  constructor(open: () => LectureStorage, channel: Channel | null = null) {
    this.storage = new StorageQueue(open, () => this.store.setState({ unkept: 'refused' }));
    this.channel = channel;
    if (channel) channel.onmessage = () => void this.load();
  }

  /** Reads what is kept; a lecture that only this page has stays. */
  async load(): Promise<void> {
    const { edits } = this;
    const kept = await this.storage.use((storage) => storage.read());
    if (kept === null || this.store.getState().unkept) return;
    if (edits !== this.edits) return this.load();
    if (kept === 'unreadable') this.store.setState({ unkept: 'unreadable' });
    else this.store.setState({ lecture: kept });
  }

  edit(edit: LectureEdit): void {
    this.store.setState(({ lecture }) => ({ lecture: edit(lecture) }));
    void this.write(edit);
  }

  /** Deletes a scene; `undo` brings it back where it was, and leaves what has changed since. */
  remove(id: string): void {
    const { scenes } = this.store.getState().lecture;
    const place = scenes.findIndex((scene) => scene.id === id);
    const scene = scenes[place];
    if (!scene) return;
    this.store.setState({ back: insertScene(scene, place) });
    this.edit(removeScene(id));
  }

  /** Puts another lecture in the place of the present one; `undo` brings that back. */
  replace(lecture: Lecture): void {
    const { lecture: present } = this.store.getState();
    this.store.setState({ back: present.scenes.length > 0 ? takeBack(present, lecture) : null });
    this.edit(() => lecture);
    this.stand(null);
  }

  undo(): void {
    const { back } = this.store.getState();
    if (!back) return;
    this.store.setState({ back: null });
    this.edit(back);
  }

  /** Shows a scene, and has the run do what is to happen then. */
  enter(lab: Lab, { id, scene, entering }: LectureScene): void {
    this.stand(id);
    const { presenting } = lab.view.getState();
    const { experiment } = scene;
    // A run that goes on would train the next experiment too.
    if (entering.kind === 'nothing') void lab.controller.pause();
    const epoch =
      entering.kind === 'epoch' ? entering.epoch : entering.kind === 'nothing' ? scene.epoch : null;
    lab.apply('scene', { experiment, view: { ...scene.view, presenting }, epoch });
    if (entering.kind === 'end') void lab.controller.play();
  }

  /** Goes so many scenes on, from the first where none was entered; nothing beyond the ends. */
  go(lab: Lab, by: number): void {
    const { lecture, at } = this.store.getState();
    const now = lecture.scenes.findIndex(({ id }) => id === at);
    const scene = lecture.scenes[now < 0 ? 0 : now + by];
    if (scene) this.enter(lab, scene);
  }

  /** Begins the lecture anew. */
  first(lab: Lab): void {
    const [scene] = this.store.getState().lecture.scenes;
    if (scene) this.enter(lab, scene);
  }

  private stand(at: string | null): void {
    this.store.setState({ at });
    keepInTab(AT, at);
  }

  private async write(edit: LectureEdit): Promise<void> {
    this.edits++;
    if (this.store.getState().unkept === 'unreadable') return;
    await this.storage.use((storage) => storage.edit(edit));
    this.channel?.postMessage(null);
  }
}
