import { type ComponentType, useEffect } from 'react';
import { useStore } from 'zustand';
import { drawingStore } from '../store/drawing.ts';
import { useOnDemand } from '../ui/useOnDemand.ts';
import { withTexts } from './withTexts.tsx';

const loadArea = withTexts('ownData', async () => {
  const { DrawArea } = await import('../features/draw/DrawArea.tsx');
  return DrawArea;
});
const loadTools = withTexts('ownData', async () => {
  const { DrawTools } = await import('../features/draw/DrawTools.tsx');
  return DrawTools;
});

/** Whether somebody draws. */
export function useDrawing(): boolean {
  return useStore(drawingStore, ({ drawing }) => drawing !== null);
}

/** What is loaded and shown while somebody draws. */
function WhileDrawing({ load }: { readonly load: () => Promise<ComponentType<object>> }) {
  const drawing = useDrawing();
  const { Loaded, ask } = useOnDemand(load);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once for each drawing
  useEffect(() => {
    if (drawing) void ask();
  }, [drawing]);
  return drawing && Loaded && <Loaded />;
}

/** What is drawn on, laid over the main figure. */
export const DrawingArea = () => <WhileDrawing load={loadArea} />;

/** What is drawn with, over the main figure. */
export const DrawingTools = () => <WhileDrawing load={loadTools} />;
