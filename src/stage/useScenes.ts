import { useStore } from 'zustand';
import { channel } from '../store/collection.ts';
import { LectureStore } from '../store/lecture.ts';
import { openLectureStorage } from '../store/lectureStorage.ts';

const CHANNEL = 'mdn-playground.lecture';

/** The lecture that this page keeps. */
export const scenes = new LectureStore(openLectureStorage, channel(CHANNEL));
void scenes.load();

/** The lecture, and the scene that was entered last, followed as they change. */
export function useScenes() {
  const state = useStore(scenes.store);
  const { lecture, at } = state;
  const index = lecture.scenes.findIndex(({ id }) => id === at);
  return { ...state, index, present: lecture.scenes[index] ?? null };
}
