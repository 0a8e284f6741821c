import {
  type PointerEvent,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import './figure.css';
import { FigureCollection } from './collection.ts';
import type { Figure, FigureSource, Layout, Size } from './figure.ts';
import { type PlotArea, plotArea, pointAt } from './geometry.ts';
import { FigureLayer, type PlotlyLike } from './layer.ts';
import { somethingHovers } from './somethingHovers.ts';
import { takeTurn } from './turns.ts';

/** The pointer over a figure, in data units; `inside` tells whether it is over the plotting area. */
export interface FigurePointer {
  readonly kind: 'down' | 'move' | 'up' | 'cancel' | 'leave';
  readonly x: number;
  readonly y: number;
  readonly inside: boolean;
  /** Where the plotting area lies within the figure. */
  readonly area: PlotArea;
  readonly event: PointerEvent<HTMLElement>;
}

export interface FigureLabels {
  /** One sentence: what draws the figure could not be loaded, and what to do. */
  readonly missing: string;
  readonly reload: string;
  /** One sentence: the figure could not be drawn. */
  readonly broken: string;
  readonly retry: string;
}

export interface PlotlyFigureProps {
  /** The figure's accessible name. */
  readonly name: string;
  /** What the figure shows, in words; read out when the figure is come to, not shown. */
  readonly description?: ReactNode;
  /** Ids of what is on the page anyway and says what the figure shows; read out before the description. */
  readonly describedBy?: string | undefined;
  readonly labels: FigureLabels;
  /** A figure that changes with React's render. */
  readonly figure?: Figure;
  /** Figures that go round React's render, the lowest first, all on the same axes. */
  readonly layers?: readonly FigureSource[];
  /** Index of the layer that answers the pointer with its hover; the top one unless told, −1 for none. */
  readonly hoverLayer?: number;
  readonly className?: string;
  readonly onPointer?: (pointer: FigurePointer) => void;
  /** Laid over the plotting area exactly, as for a cursor placed in per cent. */
  readonly children?: ReactNode;
}

const loadPlotly = () => import('./plotly.ts').then((module) => module.default);

/**
 * Loads Plotly when it is the turn of `element`, near the viewport, or a pointer is over it:
 * the quick pen draws all that is seen, Plotly answers a pointer, and takes long to come.
 */
function usePlotlyNear(element: { readonly current: HTMLElement | null }) {
  const [plotly, setPlotly] = useState<PlotlyLike | null>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    const figure = element.current;
    if (!figure) return;
    let wanted = true;
    let leaveTurn = () => {};
    const load = () => {
      stopWaiting();
      void loadPlotly().then(
        (loaded) => wanted && setPlotly(() => loaded),
        () => wanted && setMissing(true),
      );
    };
    const enter = ({ pointerType }: globalThis.PointerEvent) => {
      if (pointerType !== 'touch') load();
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        leaveTurn = takeTurn(load);
      },
      { rootMargin: '400px' },
    );
    const stopWaiting = () => {
      leaveTurn();
      observer.disconnect();
      figure.removeEventListener('pointerenter', enter);
    };
    figure.addEventListener('pointerenter', enter);
    if (somethingHovers()) observer.observe(figure);
    return () => {
      wanted = false;
      stopWaiting();
    };
  }, [element]);
  return { plotly, missing };
}

interface PlotProps {
  readonly plotly: PlotlyLike | null;
  readonly source: FigureSource;
  readonly interactive: boolean;
  readonly onDraw: (layout: Layout, size: Size) => void;
  readonly onError: (error: unknown) => void;
}

/** One layer's element; what is drawn in it is the layer's business, not React's. */
function Plot({ plotly, source, interactive, onDraw, onError }: PlotProps) {
  const element = useRef<HTMLDivElement>(null);
  const layer = useRef<FigureLayer | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const created = new FigureLayer(element.current, { interactive, onDraw, onError });
    layer.current = created;
    return () => created.destroy();
  }, [interactive, onDraw, onError]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layer must be told its source too
  useEffect(() => layer.current?.follow(source), [source, interactive, onDraw, onError]);
  // Before the next frame is drawn: that would show what the old source has of a new run, nothing.
  useLayoutEffect(() => layer.current?.follow(source), [source]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: and what it draws with
  useEffect(() => {
    if (plotly) layer.current?.equip(plotly);
  }, [plotly, interactive, onDraw, onError]);
  return <div ref={element} className="figure-layer" data-interactive={interactive} />;
}

/** A source that follows a prop. */
class FigureProp implements FigureSource {
  private readonly listeners = new Set<() => void>();
  private figure: Figure | null = null;

  set(figure: Figure): void {
    if (figure === this.figure) return;
    this.figure = figure;
    for (const listener of this.listeners) listener();
  }

  get(): Figure {
    if (!this.figure) throw new Error('The figure was asked for before it was given.');
    return this.figure;
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

const NO_LAYERS: readonly FigureSource[] = [];

/**
 * A figure that fills its container: painted by the quick pen, and drawn by Plotly where
 * a pointer asks it something; if Plotly cannot be had, one sentence and a button.
 * Nothing that Plotly throws leaves here.
 */
export function PlotlyFigure(props: PlotlyFigureProps) {
  const { name, description, describedBy, labels, figure, hoverLayer } = props;
  const { className, onPointer, children } = props;
  const ownWords = useId();
  const root = useRef<HTMLElement>(null);
  const drawn = useRef<{ layout: Layout; size: Size } | null>(null);
  const [broken, setBroken] = useState(false);
  const { plotly, missing } = usePlotlyNear(root);
  const [own] = useState(() => new FigureProp());
  const [alone] = useState(() => [own]);
  const layers = props.layers ?? (figure ? alone : NO_LAYERS);
  const top = hoverLayer ?? layers.length - 1;

  useEffect(() => {
    if (figure) own.set(figure);
  }, [figure, own]);
  const collect = useContext(FigureCollection);
  useEffect(() => collect?.({ name, layers }), [collect, name, layers]);
  const onDraw = useCallback((layout: Layout, size: Size) => {
    drawn.current = { layout, size };
    const area = plotArea(layout, size);
    const style = root.current?.style;
    for (const side of ['left', 'top', 'width', 'height'] as const) {
      style?.setProperty(`--plot-${side}`, `${area[side]}px`);
    }
    style?.setProperty('--plot-visibility', 'visible');
  }, []);
  const onError = useCallback(() => setBroken(true), []);

  const error = missing || broken;
  const point = (kind: FigurePointer['kind']) => (event: PointerEvent<HTMLElement>) => {
    // Of a figure that is not there the pointer asks nothing but its button.
    if (error || !onPointer || !drawn.current) return;
    const { layout, size } = drawn.current;
    const box = event.currentTarget.getBoundingClientRect();
    const [left, top] = [event.clientX - box.left, event.clientY - box.top];
    const area = plotArea(layout, size);
    const inside =
      left >= area.left &&
      left <= area.left + area.width &&
      top >= area.top &&
      top <= area.top + area.height;
    onPointer({ kind, ...pointAt(left, top, layout, size), inside, area, event });
  };
  return (
    <figure
      ref={root}
      aria-label={name}
      aria-describedby={
        [describedBy, description && ownWords].filter(Boolean).join(' ') || undefined
      }
      className={className ? `plotly-figure ${className}` : 'plotly-figure'}
      onPointerDown={point('down')}
      onPointerMove={point('move')}
      onPointerUp={point('up')}
      onPointerCancel={point('cancel')}
      onPointerLeave={point('leave')}
    >
      {!error && (
        <div aria-hidden="true" translate="no" className="figure-layers">
          {layers.map((source, i) => (
            <Plot
              // biome-ignore lint/suspicious/noArrayIndexKey: a layer is its place in the stack
              key={i}
              plotly={plotly}
              source={source}
              interactive={i === top}
              onDraw={onDraw}
              onError={onError}
            />
          ))}
        </div>
      )}
      {error && (
        <div className="figure-error" role="alert">
          <p>{missing ? labels.missing : labels.broken}</p>
          {/* A browser remembers that a script could not be had until the page is loaded again. */}
          <button type="button" onClick={() => (missing ? location.reload() : setBroken(false))}>
            {missing ? labels.reload : labels.retry}
          </button>
        </div>
      )}
      {!error && children && <div className="figure-over">{children}</div>}
      {description && (
        // It follows the figure, and interrupts nobody.
        <figcaption id={ownWords} aria-live="off" className="figure-description">
          {description}
        </figcaption>
      )}
    </figure>
  );
}
