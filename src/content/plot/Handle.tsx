import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Range } from '../../core/range.ts';
import { clamp } from '../../ui/scale.ts';
import type { Frame } from './frame.ts';
import styles from './Plot.module.css';

interface HandleProps {
  readonly frame: Frame;
  readonly label: string;
  /** What it stands for now, in words. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The least and the most; an axis that cannot be moved is left out. */
  readonly xRange?: Range;
  readonly yRange?: Range;
  /** What an arrow key adds. */
  readonly step: number;
  readonly yStep?: number;
  readonly onMove: (x: number, y: number) => void;
  readonly radius?: number;
  readonly className?: string | undefined;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A dot in a plot that is dragged, or moved with the arrow keys. */
export function Handle(props: HandleProps) {
  const { frame, label, text, x, y, xRange, yRange, step, yStep = step, onMove } = props;
  const grip = useRef<{ dx: number; dy: number } | null>(null);
  const move = (nextX: number, nextY: number) =>
    onMove(xRange ? clamp(nextX, ...xRange) : x, yRange ? clamp(nextY, ...yRange) : y);

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key];
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const times = event.shiftKey ? 10 : 1;
    // A handle on a rail takes all four arrows along it.
    const along = arrow[0] + arrow[1];
    const round = (value: number) => Number(value.toPrecision(10));
    move(
      round(x + times * step * (yRange ? arrow[0] : along)),
      round(y + times * yStep * (xRange ? arrow[1] : along)),
    );
  };
  const down = (event: PointerEvent<SVGGElement>) => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    grip.current = { dx: frame.x(x) - event.clientX, dy: frame.y(y) - event.clientY };
  };
  const drag = (event: PointerEvent) => {
    if (!grip.current) return;
    const { dx, dy } = grip.current;
    move(frame.xAt(event.clientX + dx), frame.yAt(event.clientY + dy));
  };
  const release = () => {
    grip.current = null;
  };
  const [value, range] = yRange ? [y, yRange] : [x, xRange ?? [x, x]];
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={Number(value.toPrecision(6))}
      aria-valuemin={range[0]}
      aria-valuemax={range[1]}
      aria-valuetext={text}
      className={styles.handle}
      transform={`translate(${frame.x(x)} ${frame.y(y)})`}
      onKeyDown={onKeyDown}
      onPointerDown={down}
      onPointerMove={drag}
      onPointerUp={release}
      onPointerCancel={release}
    >
      <circle r={22} className={styles.target} />
      <circle r={props.radius ?? 6.5} className={props.className ?? styles.knob} />
    </g>
  );
}
