import { describe, expect, it } from 'vitest';
import {
  arm,
  meanPose,
  missOf,
  moveTarget,
  placesOf,
  posesAt,
} from '../../src/content/figures/00-opening/arm.ts';

const PLACES = [
  { x: 0.9, y: 0.75 },
  { x: 1.2, y: -0.4 },
  { x: 0.3, y: 1.1 },
];

describe('the arm of two links', () => {
  it('brings its hand to the place in both poses, and in their mean to another', () => {
    for (const place of PLACES) {
      const poses = posesAt(place);
      for (const pose of [poses.up, poses.down]) {
        const { hand } = placesOf(pose);
        expect(hand.x).toBeCloseTo(place.x, 12);
        expect(hand.y).toBeCloseTo(place.y, 12);
      }
      expect(missOf(place)).toBeGreaterThan(0.1);
    }
  });

  it('has its elbow above the line from the shoulder to the hand when it is up', () => {
    for (const place of PLACES) {
      const { up, down } = posesAt(place);
      const above = ({ elbow }: ReturnType<typeof placesOf>) =>
        place.x * elbow.y - place.y * elbow.x;
      expect(above(placesOf(up))).toBeGreaterThan(0);
      expect(above(placesOf(down))).toBeLessThan(0);
    }
  });

  it('leans in the mean to the side that is the more frequent', () => {
    const { up, down } = posesAt(PLACES[0]!);
    const { elbow } = meanPose({ up, down });
    expect(Math.sign(elbow)).toBe(Math.sign(up.elbow));
    expect(Math.abs(elbow)).toBeLessThan(Math.abs(up.elbow));
  });

  it('keeps the place within reach', () => {
    for (const [x, y] of [
      [9, 9],
      [-3, 0.2],
      [0, 0],
    ] as const) {
      moveTarget(x, y);
      const { hand } = placesOf(posesAt(arm.now).up);
      expect(hand.x).toBeCloseTo(arm.now.x, 9);
      expect(hand.y).toBeCloseTo(arm.now.y, 9);
    }
  });
});
