import type { Experiment } from '../core/experiment.ts';
import type { Entering } from '../core/lecture.ts';
import type { View } from '../core/view.ts';

/** A scene of a ready lecture, but for its words; what is left out of the view is as at first. */
export interface ReadyScene<Name extends string = string> {
  readonly name: Name;
  readonly experiment: Experiment;
  readonly view: Partial<View>;
  readonly entering: Entering;
}

/** A lecture that comes with the page; its words are in the catalogue, under its name and its scenes'. */
export interface ReadyLecture<Name extends string = string, Scene extends string = string> {
  readonly name: Name;
  readonly minutes: number;
  readonly scenes: readonly ReadyScene<Scene>[];
}

/** Gives the names of a lecture and its scenes their literal types, by which their words are looked up. */
export function lecture<const Name extends string, const Scene extends string>(
  ready: ReadyLecture<Name, Scene>,
): ReadyLecture<Name, Scene> {
  return ready;
}

export const NOTHING = { kind: 'nothing' } as const;
export const TO_THE_END = { kind: 'end' } as const;
export const toEpoch = (epoch: number) => ({ kind: 'epoch', epoch }) as const;
