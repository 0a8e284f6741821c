import { createContext, type PointerEvent, type ReactNode, useContext, useId, useRef } from 'react';
import type { Range } from '../../core/range.ts';
import { significant } from '../../i18n/numbers.ts';
import { useWidth } from '../../ui/useWidth.ts';
import { type Frame, frameOf } from './frame.ts';
import styles from './Plot.module.css';
import { ticksOf } from './ticks.ts';

interface PlotProps {
  /** The accessible name. */
  readonly name: string;
  readonly x: Range;
  readonly y: Range;
  readonly xTitle?: string;
  readonly yTitle?: string;
  readonly height: number;
  readonly yTicks?: boolean;
  /** What the horizontal axis names, and where, in place of round numbers. */
  readonly xMarks?: readonly (readonly [at: number, name: string])[];
  /** How a tick of the y axis is written. */
  readonly yTick?: (tick: number) => string;
  readonly children: (frame: Frame) => ReactNode;
  /** A pointer pressed or dragged over the plotting area, in data units. */
  readonly onDraw?: (x: number, y: number, phase: 'down' | 'move') => void;
  /** A press on the plotting area, in data units; the page can still be scrolled by touch. */
  readonly onPress?: (x: number, y: number, frame: Frame) => void;
}

const FrameContext = createContext<{ frame: Frame; clip: string } | null>(null);

/** The frame of the plot around. */
export function useFrame() {
  const found = useContext(FrameContext);
  if (!found) throw new Error('Only a plot can hold this.');
  return found;
}

/** A small plot in plain SVG: axes with a hairline grid, and whatever is drawn into them. */
export function Plot(props: PlotProps) {
  const { name, x, y, xTitle, yTitle, height, yTicks = true, children, onDraw, onPress } = props;
  const { yTick = (tick) => significant(tick, 4) } = props;
  const { ref, width } = useWidth(600);
  const clip = useId();
  const drawing = useRef(false);
  const margins = {
    left: yTicks ? (props.yTick ? 54 : 45) : yTitle ? 24 : 8,
    right: 18,
    top: yTitle ? 24 : 10,
    bottom: xTitle ? 44 : 24,
  };
  const frame = frameOf(width, height, x, y, margins);
  const { left, right, top, bottom } = frame;
  const xMarks =
    props.xMarks ??
    ticksOf(x, Math.max(2, (right - left) / 80)).map((tick) => [tick, significant(tick, 4)]);
  const draw = (event: PointerEvent<SVGRectElement>, phase: 'down' | 'move') => {
    const box = ref.current?.getBoundingClientRect();
    if (!box) return;
    onDraw?.(frame.xAt(event.clientX - box.left), frame.yAt(event.clientY - box.top), phase);
  };
  return (
    <div ref={ref} className={styles.plot} style={{ '--height': `${height}px` } as object}>
      {/* biome-ignore lint/a11y/useSemanticElements: an svg that holds controls is a group */}
      <svg
        role="group"
        aria-label={name}
        width={width}
        height={height}
        // Paper is narrower than the screen; there the style sheet scales it.
        viewBox={`0 0 ${width} ${height}`}
      >
        <clipPath id={clip}>
          <rect x={left} y={top} width={right - left} height={bottom - top} />
        </clipPath>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
        <g className={styles.axes} aria-hidden="true">
          {xMarks.map(([at, name]) => (
            <g key={at}>
              <line x1={frame.x(at)} x2={frame.x(at)} y1={top} y2={bottom} />
              <text x={frame.x(at)} y={bottom + 17} textAnchor="middle">
                {name}
              </text>
            </g>
          ))}
          {yTicks &&
            ticksOf(y, Math.max(3, (bottom - top) / 40)).map((tick) => (
              <g key={tick}>
                <line x1={left} x2={right} y1={frame.y(tick)} y2={frame.y(tick)} />
                <text x={left - 5} y={frame.y(tick) + 4} textAnchor="end">
                  {yTick(tick)}
                </text>
              </g>
            ))}
          <path d={`M${left} ${top}V${bottom}H${right}`} className={styles.edge} />
          {xTitle && (
            <text x={right} y={height - 8} textAnchor="end">
              {xTitle}
            </text>
          )}
          {yTitle && (
            <text x={yTicks ? 4 : left} y={13}>
              {yTitle}
            </text>
          )}
        </g>
        {onDraw && (
          <rect
            className={styles.sheet}
            x={left}
            y={top}
            width={right - left}
            height={bottom - top}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              drawing.current = true;
              draw(event, 'down');
            }}
            onPointerMove={(event) => drawing.current && draw(event, 'move')}
            onPointerUp={() => {
              drawing.current = false;
            }}
            onPointerCancel={() => {
              drawing.current = false;
            }}
          />
        )}
        {onPress && (
          // biome-ignore lint/a11y/noStaticElementInteractions: what a press chooses, buttons choose too
          <rect
            className={styles.pad}
            x={left}
            y={top}
            width={right - left}
            height={bottom - top}
            onClick={({ clientX, clientY }) => {
              const box = ref.current?.getBoundingClientRect();
              if (!box) return;
              onPress(frame.xAt(clientX - box.left), frame.yAt(clientY - box.top), frame);
            }}
          />
        )}
        <FrameContext value={{ frame, clip }}>{children(frame)}</FrameContext>
      </svg>
    </div>
  );
}

/** What is drawn in it ends at the plotting area's edge, and lets the pointer through. */
export function Clipped({ children }: { readonly children: ReactNode }) {
  return (
    <g className={styles.clipped} clipPath={`url(#${useFrame().clip})`}>
      {children}
    </g>
  );
}
