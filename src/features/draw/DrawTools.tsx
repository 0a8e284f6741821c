import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { DENSITY_LIMIT, MOST_DRAWN, NO_POINTS, SPREAD_LIMIT, TOOLS } from '../../core/drawing.ts';
import { useText } from '../../i18n/index.ts';
import { limitText } from '../../i18n/limits.ts';
import { fixed } from '../../i18n/numbers.ts';
import {
  beginStroke,
  chooseBrush,
  drawingStore,
  drawnPoints,
  endDrawing,
  takeDrawn,
} from '../../store/drawing.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { RadioGroup } from '../../ui/RadioGroup.tsx';
import { useExperiment } from '../lab.ts';
import styles from './Draw.module.css';

/** What one draws with, and the way out. */
export function DrawTools() {
  const t = useText();
  const experiment = useExperiment();
  const drawing = useStore(drawingStore, (state) => state.drawing);
  const tools = useRef<HTMLFieldSetElement>(null);
  // On a phone the page stands at the figure, below them.
  useEffect(() => {
    // Newer browsers answer with a promise, which is no way to clean up.
    tools.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  if (!drawing) return null;
  const { tool, spread, density } = drawing.brush;
  const count = drawnPoints(drawing, experiment).x.length;
  return (
    <fieldset ref={tools} className={styles.tools}>
      <legend className="visually-hidden">{t('draw.tools')}</legend>
      <RadioGroup
        label={t('draw.tool')}
        look="segmented"
        value={tool}
        choices={TOOLS.map((value) => ({ value, label: t(`draw.${value}`) }))}
        onChange={(chosen) => chooseBrush({ tool: chosen })}
      />
      <div className={styles.sliders}>
        <NumberField
          label={t('draw.spread')}
          hint={t('draw.spreadUnit')}
          value={spread}
          limit={SPREAD_LIMIT}
          allowed={limitText(t, SPREAD_LIMIT)}
          scale="linear"
          onChange={(chosen) => chooseBrush({ spread: chosen })}
        />
        <NumberField
          label={t('draw.density')}
          hint={t('draw.densityUnit')}
          value={density}
          limit={DENSITY_LIMIT}
          allowed={limitText(t, DENSITY_LIMIT)}
          scale="log"
          disabled={tool === 'eraser' || tool === 'move'}
          onChange={(chosen) => chooseBrush({ density: chosen })}
        />
      </div>
      <p className={styles.count}>
        {count < MOST_DRAWN
          ? t('draw.count', { count })
          : t('draw.most', { count: fixed(MOST_DRAWN) })}
      </p>
      <Button
        look="outlined"
        disabled={count === 0}
        onClick={() => {
          beginStroke();
          takeDrawn(NO_POINTS);
        }}
      >
        {t('draw.clear')}
      </Button>
      <Button look="primary" onClick={endDrawing}>
        {t('draw.done')}
      </Button>
    </fieldset>
  );
}
