import { clamp } from '../../../ui/scale.ts';
import { FigureStore } from '../../parts/figureStore.ts';

/**
 * An arm of two links that stands at the origin, and the poses that bring its hand to
 * a place. The poses of the data bend the elbow one way more often than the other.
 */

/** Lengths of the links. */
const UPPER = 1;
const LOWER = 0.8;
/** The hand comes to places at these distances; at the ends the two poses are one. */
const REACH = [UPPER - LOWER + 0.1, UPPER + LOWER - 0.05] as const;
/** How often the data's arm has its elbow up. */
export const ELBOW_UP = 0.7;

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Angles of the joints, in radians: of the upper link, and of the lower one against it. */
export interface Pose {
  readonly shoulder: number;
  readonly elbow: number;
}

/** Where elbow and hand are. */
export function placesOf({ shoulder, elbow }: Pose): { elbow: Place; hand: Place } {
  const joint = { x: UPPER * Math.cos(shoulder), y: UPPER * Math.sin(shoulder) };
  const both = shoulder + elbow;
  return {
    elbow: joint,
    hand: { x: joint.x + LOWER * Math.cos(both), y: joint.y + LOWER * Math.sin(both) },
  };
}

/** The two poses that bring the hand to a place within reach; elbow up first, for places to the right. */
export function posesAt({ x, y }: Place): { up: Pose; down: Pose } {
  const cosine = (x * x + y * y - UPPER * UPPER - LOWER * LOWER) / (2 * UPPER * LOWER);
  const bend = Math.acos(clamp(cosine, -1, 1));
  const towards = Math.atan2(y, x);
  const aside = Math.atan2(LOWER * Math.sin(bend), UPPER + LOWER * Math.cos(bend));
  return {
    up: { shoulder: towards + aside, elbow: -bend },
    down: { shoulder: towards - aside, elbow: bend },
  };
}

/** The mean of both poses, which is what minimises squared error on the joints. */
export function meanPose({ up, down }: { readonly up: Pose; readonly down: Pose }): Pose {
  const mean = (of: keyof Pose) => ELBOW_UP * up[of] + (1 - ELBOW_UP) * down[of];
  return { shoulder: mean('shoulder'), elbow: mean('elbow') };
}

export const arm = new FigureStore<Place>({ x: 0.9, y: 0.75 });

/** Brings the target to the place within reach that is nearest, on the side of the elbow's names. */
export function moveTarget(x: number, y: number): void {
  const right = Math.max(0.05, x);
  const distance = Math.hypot(right, y);
  const within = clamp(distance, ...REACH) / distance;
  arm.set({ x: right * within, y: y * within });
}

/** How far the hand of the mean pose is from the place. */
export function missOf(place: Place): number {
  const { hand } = placesOf(meanPose(posesAt(place)));
  return Math.hypot(hand.x - place.x, hand.y - place.y);
}
