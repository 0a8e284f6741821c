import { evenly } from '../../core/range.ts';
import styles from './BellMarks.module.css';

/** A bell is followed so many widths to either side. */
const REACH = 4;

interface BellMarksProps {
  readonly weight: number;
  readonly mean: number;
  readonly deviation: number;
  /** Where a target and a density stand in the drawing, in px. */
  readonly place: (y: number, density: number) => readonly [x: number, y: number];
}

/**
 * What the symbols of a component are in the drawing of its bell, each seen while it is at
 * hand: its weight is the area, its mean where the bell stands, its deviation half the width
 * where the bell turns.
 */
export function BellMarks({ weight, mean, deviation, place }: BellMarksProps) {
  const peak = weight / (deviation * Math.sqrt(2 * Math.PI));
  const at = (z: number, density: number) =>
    place(mean + z * deviation, density)
      .map((pixel) => pixel.toFixed(1))
      .join(' ');
  const bell = Array.from(evenly([-REACH, REACH], 65), (z) => at(z, peak * Math.exp(-0.5 * z * z)));
  const turn = peak * Math.exp(-0.5);
  return (
    <>
      <path className={styles.area} data-sym="pik" d={`M${bell.join('L')}Z`} />
      <path className={styles.line} data-sym="muk" d={`M${at(0, 0)}L${at(0, peak)}`} />
      <path className={styles.line} data-sym="sigmak" d={`M${at(-1, turn)}L${at(1, turn)}`} />
    </>
  );
}
