import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { digitsOf } from '../../charts/template.ts';
import type { Points } from '../../core/data/points.ts';
import { added, begun, led, type Paper, type Place, type Stroke } from '../../core/drawing.ts';
import { clamped } from '../../core/range.ts';
import { useText } from '../../i18n/index.ts';
import { fixed } from '../../i18n/numbers.ts';
import {
  beginStroke,
  type Drawing,
  drawingStore,
  drawnPoints,
  endDrawing,
  takeDrawn,
} from '../../store/drawing.ts';
import { Announcer } from '../../ui/Announcer.tsx';
import { useExperiment } from '../lab.ts';
import styles from './Draw.module.css';
import { usePointCanvas } from './usePointCanvas.ts';

/** With Live on, what is being drawn is trained on so often, in milliseconds. */
const FOLLOW_MS = 100;
/** Hundredths of the figure that an arrow key goes. */
const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The main figure's plotting area while somebody draws on it. */
export function DrawArea() {
  const drawing = useStore(drawingStore, (state) => state.drawing);
  return drawing && <Area drawing={drawing} />;
}

function Area({ drawing }: { readonly drawing: Drawing }) {
  const t = useText();
  const experiment = useExperiment();
  const { axes, brush, lab } = drawing;
  const points = drawnPoints(drawing, experiment);
  const area = useRef<HTMLDivElement>(null);
  const { canvas, paint } = usePointCanvas(axes, points);
  const stroke = useRef<Stroke | null>(null);
  const taken = useRef<{ points: Points; at: number }>({ points, at: 0 });
  const [place, setPlace] = useState<Place | null>(null);
  const [said, setSaid] = useState('');
  const hint = useId();
  useEffect(() => {
    area.current?.focus({ preventScroll: true });
  }, []);

  const paper = (): Paper => {
    const box = area.current!.getBoundingClientRect();
    const { x, y } = axes;
    return { x, y, scale: { x: (x[1] - x[0]) / box.width, y: (y[1] - y[0]) / box.height } };
  };
  const placeOf = (event: { clientX: number; clientY: number }, { x, y, scale }: Paper): Place => {
    const box = area.current!.getBoundingClientRect();
    return {
      x: clamped(x[0] + (event.clientX - box.left) * scale.x, x),
      y: clamped(y[1] - (event.clientY - box.top) * scale.y, y),
    };
  };
  const take = (now: Stroke) => {
    if (taken.current.points === now.points) return;
    taken.current = { points: now.points, at: performance.now() };
    takeDrawn(now.points, now.random);
  };
  const goOn = (next: Stroke) => {
    stroke.current = next;
    paint(next.points);
    const due = performance.now() - taken.current.at > FOLLOW_MS;
    if (due && lab.view.getState().live) take(next);
  };

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.stopPropagation();
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    beginStroke();
    const on = paper();
    taken.current = { points, at: performance.now() };
    setPlace(null);
    goOn(begun(points, placeOf(event, on), brush, on, drawing.random));
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    event.stopPropagation();
    const now = stroke.current;
    if (!now) return;
    const passed = event.nativeEvent.getCoalescedEvents?.() ?? [];
    const events = passed.length > 0 ? passed : [event];
    goOn(events.reduce((on, at) => led(on, placeOf(at, now.paper)), now));
  };
  const onPointerEnd = (event: PointerEvent<HTMLDivElement>) => {
    event.stopPropagation();
    if (stroke.current) take(stroke.current);
    stroke.current = null;
  };

  const middle = () => ({ x: (axes.x[0] + axes.x[1]) / 2, y: (axes.y[0] + axes.y[1]) / 2 });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = place ?? middle();
    const arrow = ARROWS[event.key];
    if (arrow) {
      const by = event.shiftKey ? 10 : 1;
      const moved = (axis: 'x' | 'y', steps: number) => {
        const [min, max] = axes[axis];
        return clamped(at[axis] + (by * steps * (max - min)) / 100, axes[axis]);
      };
      const next = { x: moved('x', arrow[0]), y: moved('y', arrow[1]) };
      setPlace(next);
      setSaid(t('draw.at', told(next)));
    } else if (event.key === 'a' || event.key === 'A') {
      beginStroke();
      const more = added(points, at);
      takeDrawn(more);
      setPlace(at);
      setSaid(t('draw.added', { ...told(at), count: fixed(more.x.length) }));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      beginStroke();
      const left = begun(points, at, { ...brush, tool: 'eraser' }, paper(), drawing.random).points;
      takeDrawn(left);
      setPlace(at);
      setSaid(t('draw.count', { count: left.x.length }));
    } else if (event.key === 'Escape') endDrawing();
    else return;
    event.preventDefault();
  };
  const told = (at: Place) => ({
    x: fixed(at.x, digitsOf(axes.x)),
    y: fixed(at.y, digitsOf(axes.y)),
  });
  const percent = (value: number, [min, max]: readonly [number, number]) =>
    `${(100 * (value - min)) / (max - min)}%`;

  return (
    <>
      <div
        ref={area}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it is drawn on with keys, too
        tabIndex={0}
        aria-label={t('draw.area')}
        aria-describedby={hint}
        className={styles.area}
        data-tool={brush.tool}
        data-loose={drawing.loose !== null}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
        onPointerLeave={(event) => event.stopPropagation()}
        onKeyDown={onKeyDown}
        onBlur={() => setPlace(null)}
      >
        <canvas ref={canvas} className={styles.canvas} />
        {place && (
          <span
            aria-hidden="true"
            className={styles.place}
            style={{ left: percent(place.x, axes.x), bottom: percent(place.y, axes.y) }}
          />
        )}
        <p id={hint} className={points.x.length === 0 ? styles.hint : 'visually-hidden'}>
          {t('draw.hint')}
        </p>
      </div>
      <Announcer text={said} />
    </>
  );
}
