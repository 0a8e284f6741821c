import { useMemo } from 'react';
import { fixedSource } from '../charts/figure.ts';
import { PlotlyFigure } from '../charts/PlotlyFigure.tsx';
import { type GalleryFigure, galleryFigures } from '../features/gallery/figures.ts';
import { figureLabels } from '../i18n/figureLabels.ts';
import { useText } from '../i18n/index.ts';
import styles from './GalleryPage.module.css';
import { useShownTheme } from './theme.ts';

const SIZE = { points: 1000, columns: 192, rows: 128, epochs: 300 };
const SCALE = 12;

/** Every figure from fixed inputs, to look through while working on them; not part of the built site. */
export default function GalleryPage() {
  const theme = useShownTheme();
  const figures = useMemo(() => galleryFigures(SIZE, theme, SCALE), [theme]);
  return (
    <main className={styles.page}>
      <h1>Figures</h1>
      <div className={styles.figures}>
        {figures.map((figure) => (
          <section key={figure.name}>
            <h2>{figure.name}</h2>
            <Drawn figure={figure} />
          </section>
        ))}
      </div>
    </main>
  );
}

function Drawn({ figure: { name, layers } }: { readonly figure: GalleryFigure }) {
  const t = useText();
  const sources = useMemo(() => layers.map((layer) => fixedSource(() => layer)), [layers]);
  return (
    <div className={styles.figure}>
      <PlotlyFigure name={name} labels={figureLabels(t)} layers={sources} />
    </div>
  );
}
