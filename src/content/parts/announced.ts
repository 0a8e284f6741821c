import { createStore } from 'zustand/vanilla';

/** What a screen reader is told of a figure that words of the text have set. */
export const announced = createStore(() => '');
