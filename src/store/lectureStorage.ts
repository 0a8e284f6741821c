import { createStore, get, update } from 'idb-keyval';
import {
  EMPTY_LECTURE,
  type Lecture,
  type LectureEdit,
  parseLecture,
  writtenLecture,
} from '../core/lecture.ts';

/** Where a lecture outlasts the page. Every call fails where the browser keeps nothing. */
export interface LectureStorage {
  /** What is kept; `unreadable` where that is of a newer version or damaged. */
  read(): Promise<Lecture | 'unreadable'>;
  /**
   * Makes a change of what is kept by now, whoever has kept it.
   *
   * @throws Error where that cannot be read: it is left as it is
   */
  edit(edit: LectureEdit): Promise<void>;
}

const KEY = 'lecture';

function readable(value: unknown): Lecture | 'unreadable' {
  if (value === undefined) return EMPTY_LECTURE;
  const read = parseLecture(value);
  return read.ok ? read.value : 'unreadable';
}

export function openLectureStorage(): LectureStorage {
  const store = createStore('mdn-playground-lecture', 'lecture');
  return {
    read: async () => readable(await get(KEY, store)),
    edit: (edit) =>
      update(
        KEY,
        (value: unknown) => {
          const kept = readable(value);
          if (kept === 'unreadable') throw new Error('What is kept is not to be overwritten.');
          return writtenLecture(edit(kept));
        },
        store,
      ),
  };
}
