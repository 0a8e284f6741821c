import { useEffect, useRef, useState } from 'react';
import './figure.css';
import { type Figure, fixedSource } from './figure.ts';
import { FigureLayer } from './layer.ts';

interface QuickFigureProps {
  /** The figure's accessible name. */
  readonly name: string;
  readonly figure: Figure;
  readonly className?: string | undefined;
}

/** A small figure that the quick pen draws alone, without hover: Plotly is not loaded for it. */
export function QuickFigure({ name, figure, className }: QuickFigureProps) {
  const element = useRef<HTMLDivElement>(null);
  const [layer, setLayer] = useState<FigureLayer | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const ignore = () => {};
    const made = new FigureLayer(element.current, {
      interactive: false,
      onDraw: ignore,
      onError: ignore,
    });
    setLayer(made);
    return () => made.destroy();
  }, []);
  useEffect(() => layer?.follow(fixedSource(() => figure)), [layer, figure]);
  return (
    <figure
      aria-label={name}
      className={className ? `plotly-figure ${className}` : 'plotly-figure'}
    >
      <div ref={element} aria-hidden="true" className="figure-layer" data-interactive={false} />
    </figure>
  );
}
