import type { Page } from '@playwright/test';

/** A page as it is laid out at its present size. */
export interface Layout {
  /** Size of the page's type, in CSS pixels. */
  readonly rootSize: number;
  /** What is wrong, one line each. */
  readonly faults: readonly string[];
}

/**
 * Looks for what a person would see as broken: a page wider than its window,
 * text or controls over one another, cut text, targets too small for the
 * pointer, fields that a phone zooms into.
 */
export function layoutOf(page: Page): Promise<Layout> {
  return page.evaluate(examine);
}

/** Runs in the page, so everything that it needs stands within it. */
function examine(): Layout {
  /** Rounding, and the rim of antialiasing, in px. */
  const SLACK = 1.5;
  const CONTROLS = 'a[href], button, input, select, textarea, summary, [role=switch]';
  /** Scrolled sideways by intention: tables of numbers and long formulas. */
  const SIDEWAYS = 'dialog *, .katex-display, :has(> .katex-display)';

  const root = document.documentElement;
  const coarse = matchMedia('(pointer: coarse)').matches;
  const leastTarget = coarse ? 44 : 24;
  const faults = new Set<string>();

  interface Box {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }
  interface Item extends Box {
    readonly element: Element;
    readonly text: boolean;
    readonly layer: Element;
  }

  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };
  const nameOf = (element: Element) => {
    const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `${element.localName} "${label.trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  };
  const px = (value: number) => String(Math.round(value * 10) / 10);

  const seen = new Map<Element, boolean>();
  /** Whether an element is to be seen: not for screen readers alone, and not waiting for the focus. */
  const isSeen = (element: Element): boolean => {
    const known = seen.get(element);
    if (known !== undefined) return known;
    const { clipPath, opacity, visibility, display } = styleOf(element);
    const self = clipPath !== 'inset(50%)' && opacity !== '0' && display !== 'none';
    const answer =
      self &&
      visibility !== 'hidden' &&
      // False within a folded disclosure, whose boxes are kept.
      element.checkVisibility() &&
      (element.parentElement === null || isSeen(element.parentElement));
    seen.set(element, answer);
    return answer;
  };

  /** What floats over the page is laid out by itself, and so is a bar under which the page has scrolled. */
  const layerOf = (element: Element): Element => {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { position } = styleOf(at);
      const floats = position === 'fixed' || (position === 'sticky' && scrollY > 0);
      if (floats || at.localName === 'dialog') return at;
    }
    return root;
  };

  /** What is left of a box within everything that clips it; null for nothing. Says what is cut for good. */
  const clipped = (element: Element, box: Box, own: boolean): Box | null => {
    let { left, right, top, bottom } = box;
    for (let at = own ? element : element.parentElement; at && at !== root; at = at.parentElement) {
      const { overflowX, overflowY, position } = styleOf(at);
      if (overflowX !== 'visible' || overflowY !== 'visible') {
        const frame = at.getBoundingClientRect();
        if (/hidden|clip/.test(overflowX)) {
          const cut = Math.max(frame.left - left, right - frame.right);
          if (cut > SLACK) faults.add(`cut: ${nameOf(element)} by ${px(cut)} px sideways`);
        }
        if (/hidden|clip/.test(overflowY)) {
          const cut = Math.max(frame.top - top, bottom - frame.bottom);
          if (cut > (bottom - top) / 4)
            faults.add(`cut: ${nameOf(element)} by ${px(cut)} px in height`);
        }
        if (overflowX !== 'visible') {
          left = Math.max(left, frame.left);
          right = Math.min(right, frame.right);
        }
        if (overflowY !== 'visible') {
          top = Math.max(top, frame.top);
          bottom = Math.min(bottom, frame.bottom);
        }
        if (right - left < 1 || bottom - top < 1) return null;
      }
      if (position === 'fixed') break;
    }
    return { left, right, top, bottom };
  };

  /** A figure out of sight is drawn in its present size when it is come to. */
  const waits = (element: Element): boolean => {
    const own = element.closest('svg.main-svg, svg[role=group]');
    const svg = own ?? element.closest('.figure-over')?.parentElement?.querySelector('.main-svg');
    const room = svg?.closest('.figure-layer') ?? svg?.parentElement;
    return !!svg && !!room && Math.abs(svg.getBoundingClientRect().width - room.clientWidth) >= 1;
  };

  const items: Item[] = [];
  const take = (element: Element, box: Box, text: boolean) => {
    const rest = clipped(element, box, text);
    if (!rest) return;
    if (rest.left < -SLACK || rest.right > innerWidth + SLACK) {
      faults.add(
        `out of the window: ${nameOf(element)} from ${px(rest.left)} to ${px(rest.right)}`,
      );
    }
    items.push({ ...rest, element, text, layer: layerOf(element) });
  };
  const takeText = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || node.textContent?.trim() === '' || !isSeen(element)) continue;
      if (element.closest('option, script, style, noscript, .katex')) continue;
      if (waits(element)) continue;
      range.selectNodeContents(node);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // Of the line's box the letters fill the middle.
        const rim = (bottom - top) / 5;
        if (right - left >= 1) {
          take(element, { left, right, top: top + rim, bottom: bottom - rim }, true);
        }
      }
    }
  };
  const takeControls = () => {
    for (const element of document.querySelectorAll(CONTROLS)) {
      if (!isSeen(element)) continue;
      for (const box of element.getClientRects()) take(element, box, false);
    }
  };

  const checkWidth = () => {
    const wider = root.scrollWidth - root.clientWidth;
    if (wider > 0) faults.add(`wider than the window by ${wider} px`);
    for (const element of document.body.querySelectorAll('*')) {
      if (!(element instanceof HTMLElement) || element.matches(SIDEWAYS)) continue;
      if (element.scrollWidth <= element.clientWidth + 1 || !isSeen(element)) continue;
      const { overflowX, textOverflow } = styleOf(element);
      const field = element.matches('input:not([type=radio], [type=checkbox])');
      if (/auto|scroll/.test(overflowX) || textOverflow === 'ellipsis' || field) {
        const hidden = element.scrollWidth - element.clientWidth;
        faults.add(`scrolls sideways or is cut: ${nameOf(element)} by ${hidden} px`);
      }
    }
  };

  const checkOverlap = () => {
    items.sort((a, b) => a.top - b.top);
    items.forEach((a, i) => {
      for (let j = i + 1; j < items.length; j++) {
        const b = items[j]!;
        if (b.top > a.bottom - SLACK) break;
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        if (a.layer !== b.layer) continue;
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - b.top;
        if (width <= SLACK || height <= SLACK) continue;
        faults.add(
          `over one another: ${nameOf(a.element)} and ${nameOf(b.element)} by ${px(width)} × ${px(height)} px`,
        );
      }
    });
  };

  /** A target may have an unseen rim around it. */
  const targetOf = (element: Element) => {
    const label = element.matches('[type=radio], [type=checkbox]')
      ? element.closest('label')
      : null;
    const { width, height } = (label ?? element).getBoundingClientRect();
    const rim = getComputedStyle(element, '::before');
    if (rim.position !== 'absolute') return { width, height };
    return {
      width: Math.max(width, Number.parseFloat(rim.width) || 0),
      height: Math.max(height, Number.parseFloat(rim.height) || 0),
    };
  };
  const checkTargets = () => {
    for (const element of document.querySelectorAll(`${CONTROLS}, [role=slider]`)) {
      const shown = element.matches('[type=radio], [type=checkbox]')
        ? element.closest('label')
        : element;
      if (!shown || !isSeen(shown) || shown.getClientRects().length === 0) continue;
      // A link or a button in a sentence is as high as its line.
      const sentence = element.closest('p, li, td, dd, h1, h2, h3')?.textContent ?? '';
      const within = sentence.trim().length > (element.textContent ?? '').trim().length;
      if (within && /^inline(-block)?$/.test(styleOf(element).display)) continue;
      const { width, height } = targetOf(element);
      if (width < leastTarget - 0.5 || height < leastTarget - 0.5) {
        faults.add(`small target: ${nameOf(element)} ${px(width)} × ${px(height)} px`);
      }
    }
  };

  const checkFields = () => {
    const brush = document.createElement('canvas').getContext('2d')!;
    for (const field of document.querySelectorAll('select, input, textarea')) {
      if (!isSeen(field) || field.matches('[type=radio], [type=checkbox]')) continue;
      const { font, fontSize, paddingLeft, paddingRight } = styleOf(field);
      if (coarse && Number.parseFloat(fontSize) < 16) {
        faults.add(`a phone zooms in: ${nameOf(field)} at ${fontSize}`);
      }
      if (field instanceof HTMLSelectElement) {
        brush.font = font;
        const text = field.selectedOptions[0]?.text ?? '';
        const room =
          field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
        const missing = brush.measureText(text).width - room;
        if (missing > 1) faults.add(`cut: the choice "${text}" by ${px(missing)} px`);
      }
    }
  };

  /** The name and the place of the run are read at a glance. */
  const checkLines = () => {
    for (const element of document.querySelectorAll('header a, header button, [role=status]')) {
      if (!isSeen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      const lines = new Set(
        [...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 4)),
      );
      if (lines.size > 3) faults.add(`in ${lines.size} lines: ${nameOf(element)}`);
    }
  };

  checkWidth();
  takeText();
  takeControls();
  checkOverlap();
  checkTargets();
  checkFields();
  checkLines();
  return { rootSize: Number.parseFloat(styleOf(root).fontSize), faults: [...faults] };
}
