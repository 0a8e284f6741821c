let pen: CanvasRenderingContext2D | null = null;

/** The width of a text in a font, in px. */
export function measureText(text: string, font: string): number {
  pen ??= document.createElement('canvas').getContext('2d')!;
  pen.font = font;
  return pen.measureText(text).width;
}
