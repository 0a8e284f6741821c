import { useEffect, useRef, useState } from 'react';
import type { CollectedFigure } from '../charts/collection.ts';
import { pictureOf } from '../charts/picture.ts';
import { chartTheme, type ThemeName } from '../charts/theme.ts';
import { useShownExperiment, useShowsUntrained, useView } from '../features/lab.ts';
import { captionOf } from '../features/main-figure/figureText.ts';
import { useText } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { download } from '../ui/download.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';
import { drawnFigures } from './drawnFigures.ts';
import styles from './ExportDialog.module.css';
import { fileStem } from './fileStem.ts';
import { measureText } from './measureText.ts';
import { WIDTH } from './places.ts';
import { fontRules, pngOf } from './raster.ts';
import { useCollected } from './useCollected.tsx';
import { useRunWords } from './useRunWords.ts';
import { useTask } from './useTask.ts';

const THEMES = ['light', 'dark'] as const;
/** Widths of a PNG, in px. */
const WIDTHS = ['960', '1920', '2880', '3840'] as const;
/** All figures on one sheet. */
const ALL = '';
/** A preview is drawn once nothing has changed for so long, in milliseconds. */
const REST_MS = 500;

/** Figures as pictures that stand by themselves. */
export function PicturesSection({ theme: shown }: { readonly theme: ThemeName }) {
  const t = useText();
  const experiment = useShownExperiment();
  const view = useView();
  const untrained = useShowsUntrained();
  const [theme, setTheme] = useState(shown);
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>('1920');
  const [which, setWhich] = useState(ALL);
  const { figures, stage } = useCollected(theme);
  const { title, link } = useRunWords();
  const { busy, problem, begin } = useTask();
  const chosen = figures.filter(({ name }) => which === ALL || name === which);
  const named = which === ALL ? t('export.pictures.sheet') : which;
  const draw = async (style = '') =>
    pictureOf(
      await drawnFigures(chosen),
      WIDTH,
      {
        title,
        caption:
          which === ALL || which === t('figure.name')
            ? captionOf(t, experiment, view, theme, untrained)
            : which,
        link,
      },
      chartTheme(theme),
      measureText,
      style,
    );
  const preview = usePreview(chosen, `${which} ${theme} ${title}`, draw);
  const name = (ending: string) => `${fileStem(experiment)}-${theme}.${ending}`;
  const takeSvg = () =>
    begin(async () => {
      download(name('svg'), (await draw()).svg, 'image/svg+xml');
      return null;
    });
  const takePng = () =>
    begin(async () => {
      const picture = await draw(await fontRules());
      download(name('png'), await pngOf(picture, Number(width)), 'image/png');
      return null;
    });
  return (
    <div className={styles.section}>
      {stage}
      <p>{t('export.pictures.how')}</p>
      <div className={styles.choices}>
        <Select
          label={t('export.pictures.which')}
          labelled="above"
          value={which}
          options={[
            { value: ALL, label: t('export.pictures.sheet') },
            ...figures.map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={setWhich}
        />
        <Select
          label={t('export.pictures.width')}
          labelled="above"
          value={width}
          options={WIDTHS.map((value) => ({ value, label: t('export.pictures.px', { value }) }))}
          onChange={(value) => setWidth(WIDTHS.find((one) => one === value) ?? width)}
        />
        <RadioGroup<ThemeName>
          label={t('export.pictures.theme')}
          look="segmented"
          value={theme}
          choices={THEMES.map((value) => ({ value, label: t(`header.themes.${value}`) }))}
          onChange={setTheme}
        />
      </div>
      <div className={styles.actions}>
        <Button look="primary" disabled={busy} onClick={() => void takeSvg()}>
          {t('export.pictures.svg')}
        </Button>
        <Button look="outlined" disabled={busy} onClick={() => void takePng()}>
          {t('export.pictures.png')}
        </Button>
        {busy && <span className={styles.remark}>{t('export.pictures.drawing')}</span>}
      </div>
      <p role="alert">{problem}</p>
      {preview && (
        <img
          className={styles.preview}
          src={preview}
          alt={t('export.pictures.preview', { name: named })}
        />
      )}
    </div>
  );
}

/** The address of a picture of the figures, drawn anew once they rest; null until it is there. */
function usePreview(
  figures: readonly CollectedFigure[],
  choice: string,
  draw: () => Promise<{ readonly svg: string }>,
): string | null {
  const [preview, setPreview] = useState<string | null>(null);
  const drawNow = useRef(draw);
  drawNow.current = draw;
  const layers = figures.flatMap((figure) => figure.layers);
  const key = useRef(layers);
  if (layers.some((layer, i) => layer !== key.current[i]) || layers.length !== key.current.length) {
    key.current = layers;
  }
  const followed = key.current;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is another picture
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout>;
    const paint = async () => {
      const { svg } = await drawNow.current();
      if (wanted) setPreview(URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })));
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void paint().catch(() => {}), REST_MS);
    };
    if (followed.length > 0) soon();
    const stops = followed.map((layer) => layer.subscribe(soon));
    return () => {
      wanted = false;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [followed, choice]);
  useEffect(() => {
    if (preview) return () => URL.revokeObjectURL(preview);
  }, [preview]);
  return preview;
}
