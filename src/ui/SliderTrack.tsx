import { type PointerEvent, useRef } from 'react';
import styles from './NumberField.module.css';

interface SliderTrackProps {
  /** Where the thumb stands, 0 to 1. */
  readonly fraction: number;
  readonly disabled: boolean;
  readonly onFraction: (fraction: number) => void;
  /** A pointer other than a finger took hold of the track. */
  readonly onGrab: () => void;
}

/** A finger moves this far sideways, in CSS pixels, before it drags rather than scrolls. */
const DRAG_SLOP = 4;

/**
 * The slim track under a number field, for pointers only: the field itself is
 * the control that keyboards and screen readers use.
 */
export function SliderTrack({ fraction, disabled, onFraction, onGrab }: SliderTrackProps) {
  const rail = useRef<HTMLSpanElement>(null);
  const held = useRef<{ startX: number; dragging: boolean } | null>(null);

  const move = (event: PointerEvent) => {
    const box = rail.current?.getBoundingClientRect();
    if (box && box.width > 0) onFraction((event.clientX - box.left) / box.width);
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    if (disabled || event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const touch = event.pointerType === 'touch';
    held.current = { startX: event.clientX, dragging: !touch };
    if (touch) return;
    onGrab();
    move(event);
  };
  const drag = (event: PointerEvent) => {
    const hold = held.current;
    if (!hold) return;
    if (Math.abs(event.clientX - hold.startX) > DRAG_SLOP) hold.dragging = true;
    if (hold.dragging) move(event);
  };
  const release = (event: PointerEvent) => {
    if (held.current && !held.current.dragging) move(event);
    held.current = null;
  };

  return (
    <div
      aria-hidden="true"
      className={styles.track}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={() => {
        held.current = null;
      }}
    >
      <span ref={rail} className={styles.rail} style={{ '--at': fraction } as object}>
        <span className={styles.filled} />
        <span className={styles.thumb} />
      </span>
    </div>
  );
}
