import { type PointerEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useLab } from '../features/lab.ts';
import styles from './Hand.module.css';
import { type StageState, stageStore } from './stageStore.ts';
import { useScenes } from './useScenes.ts';
import { type Share, shareOf, zoomTo } from './zoom.ts';

/** What a pen that fades has drawn is gone after so many milliseconds. */
const FADES_MS = 3000;
/** Thickness of what a pen draws, in CSS pixels. */
const PEN = 6;

interface Stroke {
  readonly points: { readonly x: number; readonly y: number }[];
  readonly fades: boolean;
  last: number;
}

/** Draws the strokes, each as strong as it still is. Returns those that are left. */
function draw(canvas: HTMLCanvasElement, strokes: readonly Stroke[], now: number): Stroke[] {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  const scale = devicePixelRatio;
  canvas.width = width * scale;
  canvas.height = height * scale;
  const brush = canvas.getContext('2d')!;
  brush.scale(scale, scale);
  brush.lineWidth = PEN;
  brush.lineCap = 'round';
  brush.lineJoin = 'round';
  brush.strokeStyle = getComputedStyle(canvas).color;
  const left = strokes.filter(({ fades, last }) => !fades || now - last < FADES_MS);
  for (const { points, fades, last } of left) {
    brush.globalAlpha = fades ? 1 - (now - last) / FADES_MS : 1;
    brush.beginPath();
    for (const { x, y } of points) brush.lineTo(x, y);
    brush.stroke();
  }
  return left;
}

/** A sheet over the stage that is drawn on. What stays is wiped off with the next scene. */
function usePen(tool: StageState['tool']) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const strokes = useRef<Stroke[]>([]);
  const frame = useRef(0);
  const { at } = useScenes();
  const redraw = () => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame((now) => {
      if (!canvas.current) return;
      strokes.current = draw(canvas.current, strokes.current, now);
      if (strokes.current.some(({ fades }) => fades)) redraw();
    });
  };
  const latest = useRef(redraw);
  latest.current = redraw;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene is a clean sheet
  useEffect(() => {
    strokes.current = [];
    latest.current();
  }, [at]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const to = ({ clientX: x, clientY: y }: PointerEvent, begins: boolean) => {
    const now = performance.now();
    if (begins) strokes.current.push({ points: [], fades: tool === 'fading', last: now });
    const stroke = strokes.current.at(-1);
    stroke?.points.push({ x, y });
    if (stroke) stroke.last = now;
    redraw();
  };
  return { canvas, to };
}

/** What the instructor points, draws and zooms with, over whatever stands on the stage. */
export function Hand() {
  const lab = useLab();
  const tool = useStore(stageStore, (stage) => stage.tool);
  const sheet = useRef<HTMLDivElement>(null);
  const corner = useRef<Share | null>(null);
  const { canvas, to } = usePen(tool);
  const draws = tool === 'fading' || tool === 'staying';
  const place = ({ clientX, clientY }: PointerEvent, names: readonly [string, string]) => {
    sheet.current?.style.setProperty(names[0], `${clientX}px`);
    sheet.current?.style.setProperty(names[1], `${clientY}px`);
  };
  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    place(event, ['--from-x', '--from-y']);
    place(event, ['--x', '--y']);
    if (draws) to(event, true);
    if (tool === 'zoom') corner.current = shareOf(event.clientX, event.clientY);
    sheet.current?.toggleAttribute('data-held', true);
  };
  const onMove = (event: PointerEvent) => {
    place(event, ['--x', '--y']);
    if (draws && event.buttons > 0) to(event, false);
  };
  const onUp = (event: PointerEvent) => {
    const other = shareOf(event.clientX, event.clientY);
    if (tool === 'zoom' && corner.current && other) {
      zoomTo(lab, corner.current, other);
      stageStore.setState({ tool: 'none' });
    }
    corner.current = null;
    sheet.current?.toggleAttribute('data-held', false);
  };
  return (
    <div
      ref={sheet}
      aria-hidden="true"
      className={styles.sheet}
      data-tool={tool}
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onUp}
    >
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  );
}
