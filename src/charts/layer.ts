import { same } from '../core/same.ts';
import { DotCanvas } from './dotCanvas.ts';
import { partDots } from './dots.ts';
import type { Figure, FigureSource, Layout, Size, Trace } from './figure.ts';
import { handIsBusy } from './hand.ts';
import { QuickCanvas } from './quickCanvas.ts';
import { cancelDraw, scheduleDraw } from './schedule.ts';
import { runAtOnce } from './stints.ts';

/** What a layer needs of Plotly; given to it, since only one file imports Plotly. */
export interface PlotlyLike {
  react(
    element: HTMLElement,
    data: unknown[],
    layout: Record<string, unknown>,
    config: Record<string, unknown>,
  ): Promise<unknown>;
  purge(element: HTMLElement): void;
}

export interface LayerOptions {
  /** False for a plot that takes no pointer events. */
  readonly interactive: boolean;
  readonly onDraw: (layout: Layout, size: Size) => void;
  /** Called once; the layer draws no more. */
  readonly onError: (error: unknown) => void;
}

/** Figures are drawn while they are within this distance of the viewport. */
const NEAR = '120px';

/** A figure that has not changed for so many milliseconds rests. */
const REST_MS = 1500;

/** Pixels for one px of what the quick pen paints for the printer. */
const PRINT_RATIO = 3;

/** Of a figure that moves under the pointer Plotly draws one part in so many of the time. */
const SHARE_UNDER_POINTER = 8;

/** How a figure is drawn; `over` Plotly's axes the quick pen paints data alone. */
type Way = 'plotly' | 'over' | 'quick';

/**
 * One plot that redraws itself when its source has a newer figure, its element
 * another size, or it comes into view; never more than once per animation
 * frame, and never out of sight. The quick pen paints it; a layer that takes the pointer
 * is drawn by Plotly once it rests, and where the pointer asks it for hover.
 */
export class FigureLayer {
  private readonly element: HTMLElement;
  private readonly options: LayerOptions;
  /** Null until it has been loaded. */
  private plotly: PlotlyLike | null = null;
  private readonly plot = document.createElement('div');
  private readonly quick = new QuickCanvas();
  private readonly canvas = new DotCanvas();
  private readonly resize: ResizeObserver;
  private readonly sight: IntersectionObserver;
  private source: FigureSource | null = null;
  // As they were when the browser had just laid the page out: asking it while drawing has it
  // do so once more.
  private size: Size = { width: 0, height: 0 };
  private font = '';
  private unsubscribe = () => {};
  private seen = false;
  private stale = true;
  private failed = false;
  private printing = false;
  /** True from a change of its figure on, until it rests. */
  private moves = false;
  /** When its figure changed last, drawn or not, as `performance.now()` tells time. */
  private changedAt = 0;
  /** What Plotly last drew on: axes and all that is written on them. */
  private drawnOn: { readonly layout: Layout; readonly size: Size } | null = null;
  private settling: ReturnType<typeof setTimeout> | undefined;
  /** When a figure under the pointer may be drawn by Plotly again, as `performance.now()` tells time. */
  private restedAt = 0;

  constructor(element: HTMLElement, options: LayerOptions) {
    this.element = element;
    this.options = options;
    element.append(this.plot, this.quick.element, this.canvas.element);
    this.resize = new ResizeObserver(() => {
      this.measure();
      this.invalidate();
    });
    this.resize.observe(element);
    this.sight = new IntersectionObserver(
      (entries) => {
        // A figure that goes and comes back at once is told of both in one call.
        this.seen = entries.at(-1)?.isIntersecting ?? false;
        if (!this.seen) return;
        // What was far away may not have been laid out before.
        this.measure();
        if (this.stale) this.invalidate();
      },
      { rootMargin: NEAR },
    );
    this.sight.observe(element);
    document.addEventListener('visibilitychange', this.revive);
    addEventListener('beforeprint', this.print);
    addEventListener('afterprint', this.endPrint);
    // When the graphics processor has crashed, the browser gives an empty canvas back.
    this.canvas.element.addEventListener('contextrestored', this.revive);
  }

  /** Has Plotly draw from now on. */
  equip(plotly: PlotlyLike): void {
    this.plotly = plotly;
    this.invalidate();
  }

  /** Takes its figures from `source` from now on. */
  follow(source: FigureSource): void {
    if (source === this.source) return;
    this.unsubscribe();
    this.moves = this.source !== null;
    this.source = source;
    this.unsubscribe = source.subscribe((atOnce) => {
      this.moves = true;
      this.changedAt = performance.now();
      this.invalidate(atOnce);
    });
    this.invalidate();
  }

  destroy(): void {
    this.unsubscribe();
    this.resize.disconnect();
    this.sight.disconnect();
    document.removeEventListener('visibilitychange', this.revive);
    removeEventListener('beforeprint', this.print);
    removeEventListener('afterprint', this.endPrint);
    cancelDraw(this.draw);
    clearTimeout(this.settling);
    this.plotly?.purge(this.plot);
    this.element.replaceChildren();
  }

  private readonly invalidate = (atOnce?: boolean): void => {
    this.stale = true;
    if (this.seen && !document.hidden) scheduleDraw(this.draw, atOnce);
  };

  private readonly revive = (): void => this.invalidate();

  private readonly print = (): void => {
    this.printing = true;
    this.measure();
    cancelDraw(this.draw);
    runAtOnce(this.draw());
  };

  private readonly endPrint = (): void => {
    this.printing = false;
    // Only by the next frame is the page laid out for the screen again.
    requestAnimationFrame(() => {
      this.measure();
      this.invalidate();
    });
  };

  private measure(): void {
    this.size = { width: this.element.clientWidth, height: this.element.clientHeight };
    this.font = getComputedStyle(this.element).fontFamily;
  }

  private readonly draw = (): Iterator<unknown> => this.steps();

  private *steps(): Generator<void> {
    const { size } = this;
    if (this.failed || !this.source || size.width === 0 || size.height === 0) return;
    this.stale = false;
    try {
      const figure = this.source.get(size);
      yield;
      yield* this.render(figure, size);
    } catch (error) {
      this.fail(error);
    }
  }

  private *render({ data, layout }: Figure, size: Size): Generator<void> {
    const { drawn, dots } = partDots(data);
    clearTimeout(this.settling);
    const way = this.wayOf(layout, size);
    if (way === 'plotly') {
      this.drawWhole(drawn, layout, size);
    } else {
      const font = way === 'quick' ? this.font : undefined;
      this.quick.paint(drawn, layout, size, font, this.printing ? PRINT_RATIO : undefined);
      if (this.plotly && this.options.interactive) this.wait();
    }
    this.plot.dataset.way = way;
    // What lies over the plot goes with its axes.
    this.options.onDraw(layout, size);
    yield;
    yield* this.canvas.paint(dots, layout, size);
  }

  private wayOf(layout: Layout, size: Size): Way {
    if (this.plotly && (this.printing || this.isDue())) return 'plotly';
    return same(this.drawnOn, { layout, size }) ? 'over' : 'quick';
  }

  /** Whether Plotly is to draw: what answers the pointer, at rest or where it is asked for hover. */
  private isDue(): boolean {
    if (!this.options.interactive) return false;
    if (!this.moves) return true;
    // What is dragged over it asks nothing.
    return this.element.matches(':hover:not(:active)') && performance.now() >= this.restedAt;
  }

  /** Has Plotly draw once figure and hand rest. */
  private wait(): void {
    this.settling = setTimeout(() => {
      if (handIsBusy() || performance.now() < this.changedAt + REST_MS) return this.wait();
      this.moves = false;
      this.invalidate();
    }, REST_MS);
  }

  private drawWhole(drawn: Trace[], layout: Layout, size: Size): void {
    const config = {
      displayModeBar: false,
      displaylogo: false,
      responsive: false,
      showTips: false,
      doubleClick: false,
      staticPlot: !this.options.interactive,
    };
    const begun = performance.now();
    this.plotly
      ?.react(this.plot, drawn, { ...layout, ...size, autosize: false }, config)
      .catch((error) => this.fail(error));
    const ended = performance.now();
    this.restedAt = ended + SHARE_UNDER_POINTER * (ended - begun);
    this.quick.element.hidden = true;
    this.drawnOn = { layout, size };
  }

  private fail(error: unknown): void {
    if (this.failed) return;
    this.failed = true;
    this.options.onError(error);
  }
}
