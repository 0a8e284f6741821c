import { useCallback, useEffect, useRef } from 'react';
import type { Points } from '../../core/data/points.ts';
import type { Paper } from '../../core/drawing.ts';

/** Side of a dot, in CSS pixels. */
const DOT = 3;

/**
 * A canvas that shows points, in the colour of its text; once a frame at most.
 *
 * @returns `paint` shows others until the next render
 */
export function usePointCanvas(axes: Pick<Paper, 'x' | 'y'>, points: Points) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef(points);
  const frame = useRef(0);

  const paint = useCallback(
    (others: Points) => {
      shown.current = others;
      if (frame.current !== 0) return;
      frame.current = requestAnimationFrame(() => {
        frame.current = 0;
        if (canvas.current) draw(canvas.current, axes, shown.current);
      });
    },
    [axes],
  );
  useEffect(() => paint(points), [paint, points]);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(() => paint(shown.current));
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame.current);
      frame.current = 0;
    };
  }, [paint]);
  return { canvas, paint };
}

function draw(canvas: HTMLCanvasElement, axes: Pick<Paper, 'x' | 'y'>, { x, y }: Points): void {
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  pen.scale(ratio, ratio);
  pen.fillStyle = getComputedStyle(canvas).color;
  const [across, up] = [width / (axes.x[1] - axes.x[0]), height / (axes.y[1] - axes.y[0])];
  for (let i = 0; i < x.length; i++) {
    const left = (x[i]! - axes.x[0]) * across;
    const top = (axes.y[1] - y[i]!) * up;
    pen.fillRect(left - DOT / 2, top - DOT / 2, DOT, DOT);
  }
}
