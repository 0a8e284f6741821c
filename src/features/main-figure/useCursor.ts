import { useCallback, useRef, useState } from 'react';
import { nearestPoint } from '../../charts/nearest.ts';
import type { FigurePointer } from '../../charts/PlotlyFigure.tsx';
import type { Ranges } from '../../charts/ranges.ts';
import type { Split } from '../../core/data/points.ts';
import { clamped } from '../../core/range.ts';
import type { ChosenPoint, View } from '../../core/view.ts';
import type { Lab } from '../../store/lab.ts';

/** A press that moves less than this many CSS pixels is a click. */
const SLOP = 5;
/** A click chooses a point that lies within so many CSS pixels. */
const REACH = 12;

interface Hold {
  readonly left: number;
  readonly top: number;
  /** A finger only drags once it has moved; until then it may be about to scroll. */
  dragging: boolean;
}

/** The shown point nearest to the pointer, if one is near enough. */
function pointAt(data: Split, view: View, { x, y }: Ranges, pointer: FigurePointer) {
  const scale = {
    x: pointer.area.width / (x[1] - x[0]),
    y: pointer.area.height / (y[1] - y[0]),
  };
  let best: (ChosenPoint & { distance: number }) | null = null;
  for (const set of ['test', 'train'] as const) {
    if (!(set === 'test' ? view.testPoints : view.trainingPoints)) continue;
    const near = nearestPoint(data[set], pointer, scale, best?.distance ?? REACH);
    if (near && (!best || near.distance < best.distance)) best = { set, ...near };
  }
  return best;
}

/**
 * Moves the slice's cursor with the pointer: a press or a drag anywhere in the
 * plotting area takes it along, a click on a data point chooses the point.
 */
export function useCursor(lab: Lab, data: Split, ranges: Ranges) {
  const hold = useRef<Hold | null>(null);
  /** Where a finger is, in CSS pixels from the top of the plotting area. */
  const [finger, setFinger] = useState<number | null>(null);
  const [dragging, setDragging] = useState(false);

  const onPointer = useCallback(
    (pointer: FigurePointer) => {
      const { kind, inside, event, area } = pointer;
      const touch = event.pointerType === 'touch';
      const move = () => {
        const cursor = clamped(pointer.x, ranges.x);
        lab.show({ cursor, point: null });
        if (touch) {
          const box = event.currentTarget.getBoundingClientRect();
          setFinger(event.clientY - box.top - area.top);
        }
      };
      const release = () => {
        hold.current = null;
        setDragging(false);
        setFinger(null);
      };
      if (kind === 'down' && inside && event.button === 0 && event.isPrimary) {
        // The browser's mouse events, which Plotly listens to, do not follow.
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        event.currentTarget
          .querySelector<HTMLElement>('[role=slider]')
          ?.focus({ preventScroll: true });
        hold.current = { left: event.clientX, top: event.clientY, dragging: false };
      } else if (kind === 'move' && hold.current) {
        const held = hold.current;
        const far = Math.hypot(event.clientX - held.left, event.clientY - held.top) >= SLOP;
        if (far && !held.dragging) {
          held.dragging = true;
          setDragging(true);
        }
        if (held.dragging) move();
      } else if (kind === 'up' && hold.current) {
        if (!hold.current.dragging) {
          const near = pointAt(data, lab.view.getState(), ranges, pointer);
          if (near) {
            const { set, index } = near;
            lab.show({ cursor: data[set].x[index]!, point: { set, index } });
          } else move();
        }
        release();
      } else if (kind === 'cancel') {
        release();
      }
    },
    [lab, data, ranges],
  );
  return { onPointer, dragging, finger };
}
